/** Two hundred sensors say something each ten seconds, everything twice, while the server is killed twenty times: nothing is lost, and each alarm is there once. */
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { temporary } from "../../tools/program.ts";
import { newCampaign } from "../campaigns.ts";
import { stubborn } from "../class-kept.ts";
import { atListening } from "../listening-house.ts";
import { assertHeard, sensorsNamed, speaking } from "../listening-speaks.ts";

const [SENSORS, EVERY, MESSAGES, TIMES] = [200, 10_000, 54, 20]; // nine minutes

test("LE18 two hundred sensors, a message each ten seconds, each sent twice, and twenty kills: each is kept once, each alarm is there once", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await newCampaign(data);
  await using server = await stubborn({ CND_DATA: data });
  const made = sensorsNamed(SENSORS);
  await atListening(data, async (ask) => {
    for (const { sensor } of made) await ask.addSensor(sensor);
  });
  const spoken = speaking({ base: server.base, every: EVERY, messages: MESSAGES }, made);
  for (let i = 0; i < TIMES; i++) {
    await sleep((EVERY * MESSAGES) / (TIMES + 1));
    if (i % 3 === 0) server.swallow();
    await server.kill();
  }
  const told = await spoken;
  const alarms = await assertHeard(data, made, told);
  const took = told.took.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(took[Math.floor(share * (took.length - 1))]!);
  const { ids, posts } = told;
  const ms = { p50: at(0.5), p99: at(0.99), most: at(1) };
  console.log(JSON.stringify({ messages: ids.size, posts, kills: TIMES, alarms, ms }));
});
