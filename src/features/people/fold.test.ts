import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { coverChanges, personCovers } from "./cover.ts";
import { foldPerson } from "./fold.ts";
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
const consent: Consent = {
  purposes: ["story", "photo"],
  channels: ["web"],
  languages: ["pt"],
  until: "2026-12-31",
  method: "signed form",
  given: "2026-11-10",
};

test("P1 the last description is the person; a withdrawal ends it, a later edit brings it back", () => {
  const records = [said("named", { name: "Ana" }), said("edited", { name: "Ana Lima" })];
  assert.equal(foldPerson(records)?.name, "Ana Lima");
  const gone = [...records, said("withdrawn", {})];
  assert.equal(foldPerson(gone), undefined);
  assert.equal(foldPerson([...gone, said("edited", { name: "A." })])?.name, "A.");
});

test("P2 a record that does not fit changes nothing", () => {
  const records = [said("named", { name: "Ana" }), said("edited", { name: "Ana", shoe: 38 })];
  assert.deepEqual(foldPerson(records), { name: "Ana" });
});

test("P3 a documented role covers the story and no photo", () => {
  const person = { role: { text: "founder" } };
  assert.ok(personCovers(person, "story", "en", "2030-01-01"));
  assert.ok(personCovers(person, "film", "fr", "2030-01-01"));
  assert.ok(!personCovers(person, "photo", "en", "2026-11-24"));
  assert.ok(!personCovers({}, "story", "en", "2026-11-24"));
});

test("P4 a consent covers its purposes, channels and languages from its day to its last day", () => {
  const on = (today: string) => personCovers({ consent }, "story", "pt", today);
  assert.deepEqual(["2026-11-09", "2026-11-10", "2026-12-31", "2027-01-01"].map(on), [
    false,
    true,
    true,
    false,
  ]);
  assert.ok(!personCovers({ consent }, "voice", "pt", "2026-11-24"));
  assert.ok(!personCovers({ consent }, "story", "en", "2026-11-24"));
  assert.ok(!personCovers({ consent }, "story", "pt", "2026-11-24", "feed"));
  const changes = ["2026-11-09", "2026-11-10", "2026-12-31", "2027-01-01"].map((day) =>
    coverChanges({ consent }, day),
  );
  assert.deepEqual(changes, ["2026-11-10", "2027-01-01", "2027-01-01", undefined]);
});

test("P5 consent to a language covers its regional forms, not the other way round", () => {
  assert.ok(personCovers({ consent }, "story", "pt-BR", "2026-11-24"));
  const regional = { consent: { ...consent, languages: ["pt-BR"] } };
  assert.ok(!personCovers(regional, "story", "pt", "2026-11-24"));
});

test("a consent that ends before it was given is a problem of the folder", () => {
  const problems: string[] = [];
  peopleFolder.check?.({ consent: { ...consent, until: "2026-11-01" } }, (field) =>
    problems.push(field),
  );
  assert.deepEqual(problems, ["consent.until"]);
});
