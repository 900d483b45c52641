/** How loops rest: until something is written, or is due by a clock that may jump. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { openWrites } from "../log/thread.ts";
import { looking } from "./resting.ts";

/** A loop in a time of its own. */
async function begun(
  due: () => number,
  more: { stirs?: () => Promise<boolean>; fails?: boolean } = {},
) {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  let [at, passed, written, looks] = [0, 0, 0, 0];
  const clock = mock.method(performance, "now", () => passed);
  const writes = openWrites(() => written);
  const stop = new AbortController();
  const said: string[] = [];
  const failed = ({ message }: Error) => void said.push(message);
  const { stirs, fails } = more;
  const of = { writes, now: () => at, every: () => 5000, failed, ...(stirs && { stirs }) };
  const ended = looking(of, stop.signal, async () => {
    looks += 1;
    if (fails) throw new Error("away");
    return due();
  });
  await turn();
  return {
    said,
    looks: () => looks,
    jump: (ms: number) => void (at += ms),
    async pass(seconds: number) {
      for (let i = 0; i < seconds * 4; i++) {
        at += 250;
        passed += 250;
        mock.timers.tick(250);
        await turn();
        await turn();
      }
    },
    async write() {
      written += 1;
      writes.heard();
      await turn();
      await turn();
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
      clock.mock.restore();
      mock.timers.reset();
    },
  };
}

test("PC7 a loop that has nothing to do looks after a write, at once where it has rested, and else not for an hour", async () => {
  await using loop = await begun(() => Infinity);
  assert.equal(loop.looks(), 1);
  await loop.pass(600);
  assert.equal(loop.looks(), 1);
  await loop.write();
  assert.equal(loop.looks(), 2, "at once");
  await loop.write();
  await loop.write();
  assert.equal(loop.looks(), 2, "not with each of many");
  await loop.pass(5.25);
  assert.equal(loop.looks(), 3);
  await loop.pass(3540);
  assert.equal(loop.looks(), 3);
  await loop.pass(70);
  assert.equal(loop.looks(), 4);
});

test("PC8 what is due is looked at in its second, what is not done after its pause, and all when a clock has jumped", async () => {
  let due = 42_000;
  await using loop = await begun(() => due);
  await loop.pass(41.75);
  assert.equal(loop.looks(), 1);
  await loop.pass(1.25);
  assert.equal(loop.looks(), 2);
  await loop.pass(3.5);
  assert.equal(loop.looks(), 2, "it was not done, and is tried after the pause");
  await loop.pass(1);
  assert.equal(loop.looks(), 3);
  due = Infinity;
  await loop.pass(10);
  const before = loop.looks();
  await loop.pass(60);
  assert.equal(loop.looks(), before);
  loop.jump(-3_600_000);
  await loop.pass(1.25);
  assert.equal(loop.looks(), before + 1);
});

test("PC8 what no write tells is asked at each pause; what fails is told and tried again", async () => {
  let stirred = 0;
  {
    await using loop = await begun(() => Infinity, { stirs: async () => ++stirred === 3 });
    await loop.pass(10.25);
    assert.deepEqual([stirred, loop.looks()], [2, 1]);
    await loop.pass(5);
    assert.deepEqual([stirred, loop.looks()], [3, 2]);
  }
  await using loop = await begun(() => Infinity, { fails: true });
  await loop.pass(11);
  assert.deepEqual(loop.said, ["away", "away", "away"]);
});
