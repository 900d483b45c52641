import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import * as v from "valibot";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { timeDay } from "../../platform/records/clock.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { foldGap, foldStory } from "./fold.ts";
import { storyFolder } from "./folder.ts";
import { StoryBody } from "./records.ts";
import { story } from "./stage.fixture.ts";

const said = (kind: string, body: JsonObject = {}): LogRecord => ({
  id: "i",
  kind: `story.${kind}/1`,
  subject: "s",
  at: "019abcdef000-0000",
  author: "a",
  body,
});
const carried = (lang: string, title: string) =>
  said("translated", { lang, title, summary: "…", state: "machine", markdown: "…" });

test("S1 the last text is the story; a withdrawal ends it, a later edit brings it back", () => {
  const records = [said("told", story()), said("edited", story({ title: "Two masts" }))];
  assert.equal(foldStory(records)?.title, "Two masts");
  const gone = [...records, said("withdrawn", { reason: "asked to" })];
  assert.equal(foldStory(gone), undefined);
  assert.equal(foldStory([...gone, said("edited", story())])?.title, "A mast on the hill");
});

test("S2 a record that does not fit changes nothing", () => {
  const records = [said("told", story()), said("edited", story({ title: 7 }))];
  assert.equal(foldStory(records)?.title, "A mast on the hill");
  assert.equal(foldStory([said("told", { title: "no more than that" })]), undefined);
});

test("S3 each language has its last translation, and none into the story's own", () => {
  const fold = foldStory([
    said("told", story()),
    carried("fr", "Un mât"),
    carried("fr", "Un mât sur la colline"),
    carried("en", "A mast"),
    said("edited", story({ updated: "2026-11-22" })),
  ]);
  assert.deepEqual(Object.keys(fold!.translations), ["fr"]);
  assert.equal(fold!.translations["fr"]!.title, "Un mât sur la colline");
});

test("S4 a translation is behind once the original is worded anew, until it is translated again", () => {
  const told = [said("told", story()), carried("fr", "Un mât")];
  const tagged = [...told, said("edited", story({ topics: ["economy"] }))];
  assert.equal(foldStory(tagged)!.translations["fr"]!.behind, undefined);
  const worded = [...tagged, said("edited", story({ markdown: "Another first sentence." }))];
  assert.equal(foldStory(worded)!.translations["fr"]!.behind, true);
  assert.equal(
    foldStory([...worded, carried("fr", "Un mât")])!.translations["fr"]!.behind,
    undefined,
  );
  const asked = [...told, said("edited", story({ ask: { text: "Tell it", to: "/take-part" } }))];
  assert.equal(foldStory(asked)!.translations["fr"]!.behind, true);
});

test("S34 a figure that is new or gone leaves translations as they are; one that is changed makes them behind", () => {
  const seven = story({ figure: { number: "7 hours", says: "on foot" } });
  const eight = story({ figure: { number: "8 hours", says: "on foot" } });
  const behind = (...bodies: readonly JsonObject[]) => {
    const [first, ...later] = bodies;
    const records = [
      said("told", first),
      carried("fr", "Un mât"),
      ...later.map((one) => said("edited", one)),
    ];
    return foldStory(records)!.translations["fr"]!.behind;
  };
  assert.deepEqual(
    [behind(story(), seven), behind(seven, story()), behind(seven, seven), behind(seven, eight)],
    [undefined, undefined, undefined, true],
  );
});

test("law: folding the same records again gives the same story", () => {
  const record = fc.constantFrom(
    said("told", story()),
    said("edited", story({ markdown: "Other words." })),
    said("withdrawn"),
    carried("fr", "Un mât"),
    said("edited", { title: "misfit" }),
  );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), (records) => {
      assert.deepEqual(foldStory(records), foldStory(structuredClone(records)));
    }),
  );
});

test("S25 a next step leads to a page of this site, in at most 60 characters", () => {
  const takes = (ask: JsonObject) => v.is(StoryBody, story({ ask }));
  assert.ok(takes({ text: "Tell how it was", to: "/take-part/story?walk=teacher#name" }));
  for (const to of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "take-part",
    "/a b",
  ])
    assert.ok(!takes({ text: "Tell how it was", to }), to);
  assert.ok(takes({ text: "x".repeat(60), to: "/" }));
  assert.ok(!takes({ text: "x".repeat(61), to: "/" }));
  assert.ok(!takes({ text: "Tell how it was" }));
});

test("S15 the folder refuses a number without its source, and an update before the first day", () => {
  const problems: string[] = [];
  const sources = [{ title: "A page", url: "https://source.example" }];
  const thing = story({ sources, updated: "2026-11-01", markdown: "One.[^1] Two.[^2]" });
  storyFolder.check?.(thing, (field, message) => problems.push(`${field}: ${message}`));
  assert.deepEqual(problems, [
    "updated: expected a day not before 2026-11-20, found 2026-11-01",
    "markdown: expected a source from 1 to 1, found [^2]",
  ]);
});

test("S20 what was taken back by somebody leaves a gap with its day; told again it is none", () => {
  const at = "019c00000000-0000";
  const gone = { ...said("withdrawn", { by: "person" }), at };
  const records = [said("told", story()), carried("fr", "Un mât"), gone];
  assert.deepEqual(foldGap(records), { day: timeDay(at), by: "person" });
  assert.equal(foldGap([said("told", story()), said("withdrawn", {})]), undefined);
  assert.equal(foldGap([...records, said("edited", story())]), undefined);
  const erased = records.map((record) => (record === gone ? record : { ...record, body: null }));
  assert.deepEqual(foldGap(erased), { day: timeDay(at), by: "person" });
});
