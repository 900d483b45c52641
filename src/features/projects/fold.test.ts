import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { projectFolder } from "./folder.ts";
import { foldProject } from "./projection.ts";
import { PROJECT_EDITED, PROJECT_OPENED, PROJECT_WITHDRAWN } from "./records.ts";

const project = (title: string) => ({ title, summary: "A line of masts.", state: "building" });
const fold = (...said: (readonly [string, unknown])[]) =>
  foldProject(recordsOf(subjectOf("projects", "a"), ...said))?.title;

test("B1 the last statement stands, a withdrawal ends it, a later edit brings it back", () => {
  assert.equal(fold([PROJECT_OPENED, project("A")], [PROJECT_EDITED, project("B")]), "B");
  assert.equal(fold([PROJECT_OPENED, project("A")], [PROJECT_WITHDRAWN, {}]), undefined);
  assert.equal(
    fold([PROJECT_OPENED, project("A")], [PROJECT_WITHDRAWN, {}], [PROJECT_EDITED, project("B")]),
    "B",
  );
});

test("B1 what does not fit the form changes nothing", () => {
  const odd = [
    {},
    { ...project("B"), state: "finished" },
    { ...project("B"), technology: ["telegraph"] },
    { ...project("B"), measures: { seamless: { availability: { value: 99 } } } }, // no source
    { ...project("B"), people: { low: 10, period: "2026" } },
  ];
  for (const body of odd)
    assert.equal(fold([PROJECT_OPENED, project("A")], [PROJECT_EDITED, body]), "A");
});

test("B8 a milestone's id stands once, and nothing ends before it begins", () => {
  const problems = (more: object): string[] => {
    const found: string[] = [];
    projectFolder.check!({ ...project("A"), ...more }, (field, message) =>
      found.push(`${field}: ${message}`),
    );
    return found;
  };
  assert.deepEqual(problems({ from: "2024", by: "2024-03" }), []);
  assert.deepEqual(problems({ from: "2024-03-02", by: "2024-03-01" }), [
    "by: expected a date not before 2024-03-02, found 2024-03-01",
  ]);
  assert.deepEqual(problems({ people: { low: 10, high: 9 } }), [
    "people.high: expected a number not below 10, found 9",
  ]);
  assert.deepEqual(problems({ milestones: [{ id: "dig" }, { id: "dig" }] }), [
    "milestones.1.id: expected an id of its own, found dig twice",
  ]);
});
