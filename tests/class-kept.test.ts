/** Nothing that a class answers is lost or doubled, over a line that is cut, while the server is killed (features/classes/README.md); with forty learners in tests/long. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { temporary } from "../tools/program.ts";
import { courseCampaign } from "./campaigns.ts";
import { runDevices } from "./class-devices.ts";
import { assertKept, classOf, stubborn, WORK } from "./class-kept.ts";

test("CL36 of five learners every answer is kept once, through five cuts and five kills of the server", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await courseCampaign(data);
  await using server = await stubborn({ CND_DATA: data });
  const made = await classOf(data, 5);
  const devices = runDevices({
    base: server.base,
    learners: made.learners.map(({ id, send }) => ({ id, send })),
    ...WORK,
    every: 40,
    answers: 60,
    reloads: 10,
    wait: 50,
    patience: 2000,
    most: 60_000,
  });
  for (let i = 0; i < 5; i++) {
    await sleep(100);
    server.swallow();
    await sleep(30);
    await server.cut(50);
    await sleep(60);
    await server.kill();
  }
  const done = await devices;
  assert.equal(done.given.length, 300);
  assert.ok(done.failed > 5 && done.reloaded > 5, JSON.stringify({ ...done, given: [] }));
  await assertKept(data, made, done);
});
