import assert from "node:assert/strict";
import test from "node:test";
import { array, assert as holds, boolean, constantFrom, property, record } from "fast-check";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  consentChanges,
  lapses,
  mayBeMachine,
  mayBeServed,
  mayBeShown,
  photosUntil,
  restsOnConsent,
} from "./consent.ts";
import { foldPerson, holdsIn } from "./fold.ts";
import { peopleFolder } from "./folder.ts";
import type { Consent } from "./records.ts";

const said = (kind: string, body: JsonObject): LogRecord => ({
  id: "i",
  kind: `person.${kind}/1`,
  subject: "s",
  at: "",
  author: "a",
  body,
});
const consent = {
  purposes: ["story", "photo"],
  channels: ["web"],
  languages: ["pt"],
  until: "2026-12-31",
  method: "signed form",
  given: "2026-11-10",
} satisfies Consent;

test("PE1 the last description is the person; a withdrawal ends it, a later edit brings it back", () => {
  const records = [said("named", { name: "Ana" }), said("edited", { name: "Ana Lima" })];
  assert.equal(foldPerson(records)?.name, "Ana Lima");
  const gone = [...records, said("withdrawn", {})];
  assert.equal(foldPerson(gone), undefined);
  assert.equal(foldPerson([...gone, said("edited", { name: "A." })])?.name, "A.");
});

test("PE2 a record that does not fit changes nothing", () => {
  const records = [said("named", { name: "Ana" }), said("edited", { name: "Ana", shoe: 38 })];
  assert.deepEqual(foldPerson(records), { name: "Ana" });
});

test("PE3 a documented role covers the story and no photo", () => {
  const person = { role: { text: "founder" } };
  assert.ok(mayBeShown(person, "story", "en", "2030-01-01"));
  assert.ok(mayBeShown(person, "film", "fr", "2030-01-01"));
  assert.ok(!mayBeShown(person, "photo", "en", "2026-11-24"));
  assert.ok(!mayBeShown({}, "story", "en", "2026-11-24"));
});

test("PE4 a consent covers its purposes, channels and languages from its day to its last day", () => {
  const on = (today: string) => mayBeShown({ consent }, "story", "pt", today);
  assert.deepEqual(["2026-11-09", "2026-11-10", "2026-12-31", "2027-01-01"].map(on), [
    false,
    true,
    true,
    false,
  ]);
  assert.ok(!mayBeShown({ consent }, "voice", "pt", "2026-11-24"));
  assert.ok(!mayBeShown({ consent }, "story", "en", "2026-11-24"));
  assert.ok(!mayBeShown({ consent }, "story", "pt", "2026-11-24", "feed"));
  const changes = ["2026-11-09", "2026-11-10", "2026-12-31", "2027-01-01"].map((day) =>
    consentChanges({ consent }, day),
  );
  assert.deepEqual(changes, ["2026-11-10", "2027-01-01", "2027-01-01", undefined]);
});

test("PE5 consent to a language covers its regional forms, not the other way round", () => {
  assert.ok(mayBeShown({ consent }, "story", "pt-BR", "2026-11-24"));
  const regional = { consent: { ...consent, languages: ["pt-BR"] } };
  assert.ok(!mayBeShown(regional, "story", "pt", "2026-11-24"));
});

test("a consent that ends before it was given is a problem of the folder", () => {
  const problems: string[] = [];
  peopleFolder.check?.({ consent: { ...consent, until: "2026-11-01" } }, (field) =>
    problems.push(field),
  );
  assert.deepEqual(problems, ["consent.until"]);
});

const agreed = (set: JsonObject = {}): JsonObject => ({
  ...consent,
  id: "0".repeat(32),
  proof: "a".repeat(64),
  ...set,
});
const about = (kind: string, body: JsonObject): LogRecord => ({
  ...said("named", body),
  kind: `consent.${kind}/1`,
});

test("PE9 a consent said on its own counts beside the one that stands in the description", () => {
  const named = said("named", { name: "Ana" });
  const person = foldPerson([named, about("given", agreed())])!;
  assert.equal(mayBeShown(person, "story", "pt", "2026-11-24"), true);
  assert.equal(mayBeShown(person, "voice", "pt", "2026-11-24"), false);
  const more = agreed({ id: "1".repeat(32), purposes: ["voice"], until: "2027-06-30" });
  const both = foldPerson([named, about("given", agreed()), about("given", more)])!;
  assert.equal(mayBeShown(both, "voice", "pt", "2027-01-01"), true);
  assert.equal(mayBeShown(both, "story", "pt", "2027-01-01"), false);
  assert.equal(consentChanges(both, "2026-11-24"), "2027-01-01");
  assert.equal(consentChanges(both, "2027-01-01"), "2027-07-01");
  assert.deepEqual(foldPerson([named, about("given", { name: "Ana" })]), { name: "Ana" });
});

test("PE10 a consent that is withdrawn covers nothing; all of them withdrawn, only a documented role does", () => {
  const named = said("named", { name: "Ana", consent: { ...consent } });
  const given = about("given", agreed({ purposes: ["voice"] }));
  const all = about("withdrawn", { day: "2026-11-24" });
  const covers = (records: readonly LogRecord[], purpose: "story" | "voice") =>
    mayBeShown(foldPerson(records)!, purpose, "pt", "2026-11-24");
  assert.equal(covers([named, given], "voice"), true);
  assert.equal(covers([named, given, all], "voice"), false);
  assert.equal(covers([named, given, all], "story"), false, "the one of the description too");
  const one = about("withdrawn", { id: "0".repeat(32), day: "2026-11-24" });
  const other = about("given", agreed({ id: "1".repeat(32) }));
  assert.equal(covers([named, given, other, one], "voice"), false);
  assert.equal(covers([named, given, other, one], "story"), true);
  assert.equal(covers([named, given, all, about("given", agreed())], "story"), true);
  const role = { text: "founder", source: { title: "A", url: "https://a.example/" } };
  const known = said("named", { name: "Ana", role });
  assert.equal(covers([known, given, all], "story"), true);
  const edited = said("edited", { name: "Ana L.", consent: { ...consent } });
  assert.equal(
    covers([named, all, edited], "story"),
    false,
    "an edit repeats it and gives nothing",
  );
});

test("PE13 while an objection waits, neither a role nor a consent covers anything; let go, both do", () => {
  const role = { text: "founder", source: { title: "A", url: "https://a.example/" } };
  const known = said("named", { name: "Ana", role });
  const given = about("given", agreed({ purposes: ["story", "photo"] }));
  const held: LogRecord = { ...about("given", { day: "2026-11-24" }), kind: "person.held/1" };
  const released: LogRecord = { ...held, kind: "person.released/1" };
  const shown = (...records: readonly LogRecord[]) => {
    const person = foldPerson([known, given, ...records])!;
    return [
      mayBeShown(person, "story", "pt", "2026-11-24"),
      mayBeServed(person, "photo", "2026-11-24"),
      photosUntil(person, "2026-11-24") !== undefined,
      !restsOnConsent(person),
    ];
  };
  assert.deepEqual(shown(), [true, true, true, false]);
  assert.deepEqual(shown(held), [false, false, false, false]);
  assert.deepEqual(shown(held, released), [true, true, true, false]);
  assert.deepEqual(shown(held, released, held), [false, false, false, false]);
});

test("PE16 law: in whatever order holds are said and let go, somebody is shown once none of them stands, and not before", () => {
  const role = { text: "founder", source: { title: "A", url: "https://a.example/" } };
  const known = said("named", { name: "Ana", role });
  const bys = ["objection", "restriction", "restore"] as const;
  const words = array(record({ by: constantFrom(undefined, ...bys), isHeld: boolean() }));
  let seen = 0;
  holds(
    property(words, (all) => {
      const records = all.map(({ by, isHeld }): LogRecord => ({
        ...about("given", { day: "2026-11-24", ...(by && { by }) }),
        kind: isHeld ? "person.held/1" : "person.released/1",
      }));
      const last = (one: string) => all.findLast(({ by = "objection" }) => by === one);
      const standing = bys.filter((one) => last(one)?.isHeld === true);
      const person = foldPerson([known, ...records])!;
      assert.equal(mayBeShown(person, "story", "en", "2026-11-24"), standing.length === 0);
      assert.deepEqual(holdsIn(records).toSorted(), standing.toSorted());
      if (standing.length > 0 && all.at(-1)?.isHeld === false) seen += 1;
    }),
  );
  assert.ok(seen > 0, "one was let go while another stood");
});

test("PE14 a role goes as far as it says: this site and its feeds alone where it names no channels, its languages and its last day where it names them", () => {
  const source = { title: "A", url: "https://a.example/" };
  const by = (more: JsonObject) =>
    foldPerson([said("named", { name: "Ana", role: { text: "founder", source, ...more } })])!;
  const where = (more: JsonObject, lang = "en", today = "2026-11-24") =>
    (["web", "feed", "print", "fediverse", "mail"] as const).filter((channel) =>
      mayBeShown(by(more), "story", lang, today, channel),
    );
  assert.deepEqual(where({}), ["web", "feed"]);
  assert.deepEqual(where({ channels: ["fediverse"] }), ["fediverse"]);
  assert.deepEqual(where({ languages: ["pt"] }, "pt-BR"), ["web", "feed"]);
  assert.deepEqual(where({ languages: ["pt"] }, "en"), []);
  assert.deepEqual(where({ until: "2026-11-24" }), ["web", "feed"]);
  assert.deepEqual(where({ until: "2026-11-23" }), []);
  assert.equal(consentChanges(by({ until: "2026-11-24" }), "2026-11-24"), "2026-11-25");
  assert.equal(consentChanges(by({}), "2026-11-24"), undefined);
  assert.equal(lapses(by({ until: "2026-12-01" }), "2026-11-24", 30), "2026-12-01");
  assert.equal(lapses(by({}), "2026-11-24", 30), undefined);
  assert.equal(mayBeServed(by({ channels: ["print"] }), "film", "2026-11-24"), false);
  assert.deepEqual([mayBeMachine(by({})), mayBeMachine(by({ machine: "no" }))], [true, false]);
});
