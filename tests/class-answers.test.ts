/** What devices hand in (features/classes/README.md): taken once, judged here, and refused one by one. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { A_DAY, dayAt } from "../src/engines/calendar/day.ts";
import type { Room } from "../src/features/classes/private/rows.ts";
import { sendKey } from "../src/features/classes/secrets.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { atClasses, openClass, type Card } from "./class-house.ts";
import { answerOf, batchOf, DEVICE, send } from "./class-learner.ts";

const folder = temporary();
const data = join(folder.dir, "data");
let server: Served;
let room: Room;
let cards: readonly Card[];
const kept = (id: string) => atClasses(data, async (ask) => (await ask.ofLearner(id)).answers);
interface Outcome {
  readonly kept: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  readonly gone: readonly string[];
}
const outcome = async (body: unknown): Promise<Outcome> => {
  const answer = await send(server.base, body);
  assert.equal(answer.status, 200);
  return (await answer.json()) as Outcome;
};

before(async () => {
  await firstCampaign(data);
  server = await serve({ CND_DATA: data });
  ({ room, cards } = await openClass(
    data,
    Array.from({ length: 40 }, (_, i) => `L${i}`),
  ));
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("CL13 an answer is kept once however often it comes; one that is none holds no other back and is told why", async () => {
  const [one, other] = cards;
  const [right, wrong] = [answerOf(), answerOf({ answer: [1] })];
  const strange = [
    null,
    5,
    {},
    answerOf({ id: "1" }),
    answerOf({ answer: true }),
    answerOf({ at: "now" }),
    answerOf({ lesson: "../x" }),
    answerOf({ answer: ["x".repeat(5000)] }),
  ];
  const first = await outcome(batchOf(room, one!, [right, ...strange, wrong], { holds: 7 }));
  assert.deepEqual(first.kept, [right.id, wrong.id]);
  assert.equal(first.refused.length, strange.length);
  assert.ok(first.refused.every(({ why }) => why === "form"));
  const again = await outcome(batchOf(room, one!, [right, { ...right, answer: [2] }, wrong]));
  assert.deepEqual(new Set(again.kept), new Set([right.id, wrong.id]));
  const rows = await kept(one!.id);
  assert.deepEqual(new Set(rows.map(({ score }) => score)), new Set([0, 1000]));
  assert.equal(rows.length, 2);
  const taken = await outcome(batchOf(room, other!, [right]));
  assert.deepEqual(taken, { kept: [], refused: [{ id: right.id, why: "taken" }], gone: [] });
  const whole = await atClasses(data, (ask) => ask.whole(room.id));
  assert.deepEqual(
    whole?.devices.map(({ id, holds }) => [id, holds]),
    [[DEVICE, 0]],
  );
});

test("CL13 nobody hands in for others, from another site, too much, or what is no batch", async () => {
  const [one, other] = cards;
  const body = batchOf(room, one!, [answerOf()]);
  const status = async (sent: unknown, headers = {}) =>
    (await send(server.base, sent, headers)).status;
  assert.equal(await status({ ...body, send: sendKey(room, other!.id) }), 403);
  assert.equal(await status({ ...body, send: "" }), 403);
  assert.equal(await status({ ...body, learner: "x".repeat(22) }), 410);
  assert.equal(await status(body, { "content-type": "text/plain" }), 415);
  for (const none of [
    "",
    "null",
    "[]",
    "{",
    { ...body, answers: {} },
    { ...body, device: "d" },
    { ...body, holds: -1 },
    { ...body, answers: Array.from({ length: 51 }, () => answerOf()) },
  ])
    assert.equal(await status(none), 422);
  assert.equal(await status(`"${"x".repeat(64_000)}"`), 413);
  const asked = await fetch(`${server.base}/class/answers`, { method: "OPTIONS" });
  assert.equal(asked.headers.get("access-control-allow-origin"), null);
  assert.equal((await kept(one!.id)).length, 2, "nothing of it was kept");
});

test("CL14 an answer to what is gone is kept and counts for nothing; the clock of a device sorts nothing; the language is that in which it was read", async () => {
  const [, , one] = cards;
  const gone = answerOf({ exercise: "was-changed-since" });
  const old = [Number.MIN_SAFE_INTEGER, -1, 0, 4.1e12, 1e300].map((at) => answerOf({ at }));
  const step = { lesson: "room-around-the-line", exercise: "trees-grow" };
  const french = answerOf({ ...step, answer: ["0,6", "Année"], lang: "fr" });
  const said = await outcome(batchOf(room, one!, [gone, ...old, french]));
  assert.equal(said.kept.length, 7);
  assert.deepEqual(said.gone, [gone.id]);
  const rows = await kept(one!.id);
  assert.ok(rows.every(({ came, at }) => came > 1.6e12 && Number.isSafeInteger(at)));
  assert.equal(rows.find(({ id }) => id === french.id)?.score, 1000);
});

test("CL14 what a device still holds of a class that is over is taken until the class is forgotten", async () => {
  const over = await openClass(data, ["Late"], {
    ends: dayAt(Date.now() - 100 * A_DAY),
    closed: 1,
  });
  const [late] = over.cards;
  assert.equal((await outcome(batchOf(over.room, late!, [answerOf()]))).kept.length, 1);
  await atClasses(data, (ask) => ask.drop(over.room.id));
  assert.equal((await send(server.base, batchOf(over.room, late!, [answerOf()]))).status, 410);
});

test("CL13 devices of one class at once from one address, each twice: every answer is there once", async () => {
  const batches = cards.slice(5).map((card) => ({
    card,
    answers: Array.from({ length: 10 }, () => answerOf({ id: randomUUID() })),
  }));
  // As many at once as one network may send bodies, and not more: each twice at the same moment.
  for (const some of [batches.slice(0, 18), batches.slice(18)])
    await Promise.all(
      [...some, ...some].map(({ card, answers }) => outcome(batchOf(room, card, answers))),
    );
  const whole = await atClasses(data, (ask) => ask.whole(room.id));
  for (const { card, answers } of batches) {
    const own = whole!.answers.filter(({ learner }) => learner === card.id).map(({ id }) => id);
    assert.deepEqual(new Set(own), new Set(answers.map(({ id }) => id)));
    assert.equal(own.length, 10);
  }
});
