/** What an export says of things that it leaves out because of what they name (src/platform/folder/README.md, F10). */
import assert from "node:assert/strict";
import test from "node:test";
import { folderParts } from "../src/folder-parts.ts";
import { exportFolder } from "../src/platform/folder/export.ts";
import type { Standing } from "../src/platform/folder/folder-log.ts";
import { Gone } from "../src/platform/folder/gone.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { temporary } from "../tools/program.ts";

const GONE = "a".repeat(64);
const AT = "0190f3a80c00-0000"; // 2024-07-27
const known = (more: object) => ({
  subject: GONE,
  body: undefined,
  isWithdrawn: true,
  beside: [],
  erased: new Set<string>(),
  added: {},
  said: new Map(),
  translations: new Map(),
  at: AT,
  ...more,
});
/** A body in which this stands at `parts[].story`, as number 2 of each list. */
const bodyAt = (pattern: string): JsonObject => {
  const steps = pattern.replaceAll("[]", ".[]").split(".");
  const at = (i: number): unknown =>
    i === steps.length ? GONE : steps[i] === "[]" ? [{}, at(i + 1)] : { [steps[i]!]: at(i + 1) };
  return at(0) as JsonObject;
};

test("F10 whatever a thing of any kind names that is gone, an export says where, what and since when, and no word of a form", () => {
  let seen = 0;
  for (const part of folderParts)
    for (const [pattern, space] of Object.entries(part.refs)) {
      const other = folderParts.find((one) => one.space === space)!;
      const body = bodyAt(pattern);
      for (const [is, said] of [
        [{}, / which was erased on \d{4}-\d\d-\d\d;/],
        [{ isWithdrawn: false }, / which was erased;/],
        [{ body: {} }, / which was withdrawn on \d{4}-\d\d-\d\d;/],
      ] as const) {
        const gone = new Gone();
        gone.add(other, "the-mill", known(is));
        const why = gone.why(part, body);
        const name = pattern.replaceAll("[]", "").split(".").at(-1)!;
        assert.match(
          why ?? "",
          new RegExp(`^its .*\\b${name}\\b.* names ${space}/the-mill,`),
          `${part.space} ${pattern}`,
        );
        if (pattern.includes("[]")) assert.match(why!, /number 2 of /);
        assert.match(why!, said);
        assert.match(why!, /at the desk/);
        assert.doesNotMatch(why!, /expected|\[\d/);
        seen += 1;
      }
      // What is here, and what was not the cause, is not blamed.
      const gone = new Gone();
      gone.add(other, "the-mill", known({ body: {}, isWithdrawn: false }));
      assert.equal(gone.why(part, body), undefined);
      gone.add(other, "the-mill", known({}));
      assert.equal(gone.why(part, body, ["title"]), undefined);
    }
  assert.ok(seen > 60, String(seen));
});

test("F10 bug: a newsletter that names an erased story was left out with the names of a form alone", async () => {
  using folder = temporary();
  const newsletter = folderParts.find(({ space }) => space === "newsletters")!;
  const stories = folderParts.find(({ space }) => space === "stories")!;
  const record = (kind: string, body: JsonObject) => ({
    id: "",
    subject: "n",
    at: AT,
    author: "",
    kind,
    body,
  });
  const letter = {
    title: "July",
    published: "2024-07-27",
    language: "en",
    parts: [{ words: "Good morning." }, { story: GONE }],
  };
  const things = async (space: string): Promise<Standing> => {
    if (space === "newsletters")
      return new Map([["july", { subject: "n", records: [record(newsletter.opening, letter)] }]]);
    if (space === "stories")
      return new Map([["the-mill", { subject: GONE, records: [record(stories.withdrawal, {})] }]]);
    return new Map();
  };
  const parts = [stories, newsletter];
  const media = { path: () => "", has: async () => true };
  const { leftOut } = await exportFolder({ dir: folder.dir, parts, log: { things }, media });
  assert.deepEqual(
    leftOut.map(({ space, slug }) => [space, slug]),
    [["newsletters", "july"]],
  );
  assert.match(
    leftOut[0]!.reason,
    /^its story of number 2 of parts names stories\/the-mill, which was erased on \d{4}-\d\d-\d\d; without it/,
  );
});
