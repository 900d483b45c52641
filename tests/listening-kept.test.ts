/** What a sensor was told is kept is there after a kill, once (features/listening/README.md); tests/long has two hundred of them. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { stubborn } from "./class-kept.ts";
import { atListening } from "./listening-house.ts";
import { assertHeard, sensorsNamed, speaking } from "./listening-speaks.ts";

test("LE18 through a kill and answers that nobody heard each message is kept once, and each alarm is there once", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await newCampaign(data);
  await using server = await stubborn({ CND_DATA: data });
  const made = sensorsNamed(6);
  await atListening(data, async (ask) => {
    for (const { sensor } of made) await ask.addSensor(sensor);
  });
  const spoken = speaking({ base: server.base, every: 200, messages: 12 }, made);
  await sleep(1000);
  server.swallow();
  await server.kill();
  const told = await spoken;
  assert.equal(told.ids.size, 6 * 12);
  assert.equal(await assertHeard(data, made, told), 12);
});
