/** What sensors say, as it comes over the line (features/listening/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { alive, atListening, heard, madeSensor, say } from "./listening-house.ts";

const folder = temporary();
const data = join(folder.dir, "data");
let server: Served;
const [s07, s08] = [madeSensor("S07"), madeSensor("S08")];

before(async () => {
  await newCampaign(data);
  server = await serve({ CND_DATA: data });
  await atListening(data, async (ask) => {
    for (const { sensor } of [s07, s08]) assert.ok(await ask.addSensor(sensor));
  });
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("LE2 what a sensor says is kept once, however often it comes, and an event of a motor opens one alarm", async () => {
  const said = alive("S07");
  for (const _ of [1, 2]) {
    const { status, json } = await say(server.base, s07.key, said);
    assert.deepEqual([status, json["kept"], json["threshold"]], [200, true, 0.5]);
    assert.ok(Math.abs(Date.parse(String(json["now"])) - Date.now()) < 60_000);
  }
  const event = heard("S07");
  for (const _ of [1, 2]) assert.equal((await say(server.base, s07.key, event)).status, 200);
  assert.equal((await say(server.base, s07.key, heard("S07"))).status, 200);
  await atListening(data, async (ask) => {
    const kept = await ask.saidBy({ sensor: s07.sensor.id, since: 0 });
    assert.equal(kept.length, 3);
    const alarms = await ask.alarms({});
    assert.deepEqual(
      alarms.map(({ sensor, kind, score }) => [sensor, kind, score]),
      [[s07.sensor.id, "motor", 900]],
    );
    const now = await ask.sensor(s07.sensor.id);
    assert.deepEqual([now?.battery, now?.level, now?.detector], [3900, -425, "d-1"]);
  });
});
