import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as fc from "fast-check";
import { openMedia } from "../media/media.ts";
import { Clock } from "../records/clock.ts";
import { newKey } from "../records/keys.ts";
import { signRecord, storedSay } from "../records/record.ts";
import { exportFolder } from "./export.ts";
import { importFolder } from "./import.ts";
import { allAbove, circlesIn, namedFirst, withoutCircles } from "./naming.ts";
import { readFolder } from "./read.ts";
import { memoryLog, parts, SMALL, temporary } from "./sample.test.ts";

const LETTERS = ["a", "b", "c", "d", "e", "f"];
const namings = fc
  .array(fc.option(fc.constantFrom(...LETTERS)), { minLength: 6, maxLength: 6 })
  .map(
    (named) => new Map(named.flatMap((to, i) => (to === null ? [] : [[LETTERS[i]!, to] as const]))),
  );

test("law: a thing is in a circle exactly when the way from it leads back to it", () => {
  fc.assert(
    fc.property(namings, (naming) => {
      const circles = circlesIn(naming);
      const inCircle = LETTERS.filter((start) => {
        let at = naming.get(start);
        for (let step = 1; step < 6 && at !== start; step++) at = naming.get(at ?? "");
        return at === start;
      });
      assert.deepEqual(circles.flat().toSorted(), inCircle);
      for (const circle of circles) {
        assert.equal(circle[0], circle.toSorted()[0]);
        for (const [i, name] of circle.entries())
          assert.equal(naming.get(name), circle[(i + 1) % circle.length]);
      }
      const without = withoutCircles(naming);
      assert.deepEqual(circlesIn(without), []);
      for (const name of LETTERS) assert.ok(!allAbove(without, name).includes(name));
    }),
  );
});

test("law: what is named stands before what names it, and nothing is lost or said twice", () => {
  fc.assert(
    fc.property(namings, fc.shuffledSubarray(LETTERS), (naming, things) => {
      const open = withoutCircles(naming);
      const order = namedFirst(things, (name) => name, open);
      assert.deepEqual(order.toSorted(), things.toSorted());
      for (const name of things) {
        const to = open.get(name) ?? "";
        if (things.includes(to)) assert.ok(order.indexOf(to) < order.indexOf(name));
      }
      assert.deepEqual(
        namedFirst(things, (name) => name, naming).toSorted(),
        things.toSorted(),
        "also where there are circles",
      );
    }),
  );
});

test("F15 what a thing names of its own space is said before it; a circle is one problem of the folder", async () => {
  const log = memoryLog();
  const rest = { parts, log, key: newKey(), clock: new Clock(Date.now) };
  const media = openMedia(join(temporary(), "media"));
  await importFolder({ dir: SMALL, ...rest, media });
  const opened = log.records.filter((r) => r.envelope.kind === "pledges.opened/1");
  const [whole, part] = opened.map((r) => storedSay(r.document) as { countsTowards?: string });
  assert.deepEqual([whole!.countsTowards, part!.countsTowards], [undefined, opened[0]!.id]);

  const dir = temporary(SMALL);
  const file = join(dir, "pledges/eleven-more.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("countsTowards: valley-hundred", "countsTowards: eleven-more"));
  const { problems } = await readFolder(dir, parts);
  assert.deepEqual(problems, [
    {
      file: "pledges/eleven-more.yaml",
      line: 10,
      field: "countsTowards",
      message: "expected no circle, found eleven-more → eleven-more",
    },
  ]);
});

test("F15 a circle that the log says is exported without its references, so that it can be imported", async () => {
  const log = memoryLog();
  const media = openMedia(join(temporary(), "media"));
  const rest = { parts, log, media, key: newKey(), clock: new Clock(Date.now) };
  await importFolder({ dir: SMALL, ...rest });
  const [whole, part] = log.records.filter((r) => r.envelope.kind === "pledges.opened/1");
  const body = { ...(storedSay(whole!.document) as object), countsTowards: part!.id };
  const said = { kind: "pledges.edited/1", subject: whole!.id, at: rest.clock.tick(), body };
  await log.append([signRecord(said, rest.key)]);
  const to = temporary();
  assert.deepEqual((await exportFolder({ dir: to, parts, log, media })).leftOut, []);
  for (const slug of ["eleven-more", "valley-hundred"])
    assert.doesNotMatch(readFileSync(join(to, `pledges/${slug}.yaml`), "utf8"), /countsTowards/);
  assert.deepEqual((await readFolder(to, parts)).problems, []);
});
