/** A board that was looked at before counts what one counts that nobody looked at: after every sort of change. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import * as fc from "fast-check";
import { DATABASES } from "../../../../tests/databases.ts";
import type { Db } from "../../../platform/db/store.ts";
import { classesPart } from "../private/classes.ts";
import { answerRows, learnerRows, type KeptAnswer, type Learner } from "../private/rows.ts";
import { talliesOf } from "./answers.ts";
import { talliedWith, type TalliesOf } from "./tallies.ts";

const RUNS = 25;
const { keep, erase, bring } = classesPart.operations;
const sorted = (tallies: TalliesOf) =>
  [...tallies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { of, last }]) => [id, last, [...of].toSorted(([a], [b]) => (a < b ? -1 : 1))]);

const steps = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant("keep" as const),
      who: fc.nat({ max: 2 }),
      came: fc.nat({ max: 5 }),
      by: fc.constantFrom(null, "Rosa"),
      score: fc.constantFrom(null, 0, 500, 1000),
    }),
    fc.record({ does: fc.constant("erase" as const), who: fc.nat({ max: 2 }) }),
    fc.record({ does: fc.constant("bring" as const), came: fc.nat({ max: 5 }) }),
    fc.record({ does: fc.constant("look" as const) }),
  ),
  { minLength: 4, maxLength: 25 },
);

for (const [name, open] of Object.entries(DATABASES))
  test(`CL20 a board looked at before counts as one that nobody looked at, whatever was answered, erased or brought meanwhile, on ${name}`, async () => {
    await using database = await open();
    const { db } = database;
    for (const migrate of classesPart.migrations) await migrate(db);
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const room = randomUUID();
        const here = [0, 1, 2, 3].map((n) => learner(room, n));
        for (const one of here) await learnerRows.add(db, one);
        const first = { came: 3, by: null, score: 1000 };
        await keep(db, { answers: [answer(room, here[3]!, first)] }); // of somebody who stays
        for (const step of [...all, { does: "look" as const }]) {
          if (step.does === "look") looked += await look(db, room);
          else if (step.does === "erase") await erase(db, here[step.who]!.id);
          else if (step.does === "keep")
            await keep(db, { answers: [answer(room, here[step.who]!, step)] });
          else {
            const other = learner(room, 10 + here.length);
            here.push(other);
            const answers = [answer(room, other, { ...step, by: null, score: 500 })];
            await bring(db, { room: roomOf(room), learners: [other], answers, attendance: [] });
          }
        }
      }),
      { numRuns: RUNS },
    );
    assert.ok(looked >= RUNS, String(looked));
  });

/** @returns how many answers there were */
async function look(db: Db, room: string): Promise<number> {
  const learners = await learnerRows.of(db, { room }).execute();
  const answers = await answerRows.of(db, { room }).execute();
  assert.deepEqual(
    sorted(await talliesOf(db, room, learners)),
    sorted(talliedWith(new Map(), answers)),
  );
  return answers.length;
}

const roomOf = (id: string) => ({
  id,
  name: "A class",
  course: "c",
  place: "",
  starts: "2026-11-01",
  ends: "2026-11-30",
  key: "k",
  by: "Rosa",
  at: 0,
  closed: null,
});
const learner = (room: string, number: number): Learner => ({
  id: randomUUID(),
  room,
  number,
  name: String(number),
  picture: 0,
  code_hash: randomUUID(),
  pin_hash: "",
  tries: 0,
  locked: 0,
  at: 0,
});
const answer = (
  room: string,
  { id: of }: Learner,
  { came, by, score }: Pick<KeptAnswer, "came" | "by" | "score">,
): KeptAnswer => ({
  id: randomUUID(),
  room,
  learner: of,
  lesson: "one",
  exercise: "a",
  answer: "[0]",
  device: "d",
  at: 0,
  came,
  by,
  score,
});
