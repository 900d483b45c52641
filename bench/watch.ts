/**
 * The watch with 200 sensors and 200 alarms that wait, in a process that one core serves: how long its page takes, and what it
 * weighs. Needs taskset.
 */
import { readFileSync } from "node:fs";
import { newCampaign } from "../tests/campaigns.ts";
import {
  alarmRow,
  atListening,
  comeInByPin,
  guard,
  putAlarms,
  sensorRow,
} from "../tests/watch-house.ts";
import { serveAlone, temporary } from "../tools/program.ts";
import { median, report } from "./report.ts";

const MANY = 200;
const EACH = 300; // requests, after some that warm it up
const RUNS = 3;
const RANGER = { name: "Ranger of the bench", pin: "48213377" };

using folder = temporary();
const data = `${folder.dir}/data`;
await newCampaign(data);
await using server = await serveAlone({ CND_DATA: data }, [], ["taskset", "-c", "0"]);
await guard(data, RANGER);
await atListening(data, async (ask) => {
  for (let i = 0; i < MANY; i++)
    await ask.addSensor(sensorRow(`s${i}`, { name: `S${i}`, seen: Date.now() }));
});
putAlarms(
  data,
  Array.from({ length: MANY }, (_, i) => alarmRow(`alarm-${i}`, `s${i}`, { provisional: i % 2 })),
);
const cookie = await comeInByPin(server.base, RANGER);
for (const [name, path] of [
  ["watch", "/watch"],
  ["watch, one alarm", "/watch/alarm-7"],
] as const) {
  const runs: Awaited<ReturnType<typeof times>>[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await times(path));
  const { bytes } = runs[0]!;
  const p50 = median(runs.map((one) => one.p50));
  const p99 = median(runs.map((one) => one.p99));
  const cpu = median(runs.map((one) => one.cpu));
  const peer = { "its median": p50, "of a processor": cpu, bytes };
  report({ name: `${name} p99`, value: p99, unit: "ms", peer });
}

/** @returns ms, and how much of a processor a request took: on a busy machine that is what can be compared */
async function times(path: string): Promise<Record<"p50" | "p99" | "bytes" | "cpu", number>> {
  const all: number[] = [];
  let bytes = 0;
  let begun = 0;
  for (let i = 0; i < EACH + 20; i++) {
    if (i === 20) begun = worked();
    const begin = performance.now();
    const got = await fetch(server.base + path, { headers: { cookie } });
    bytes = (await got.arrayBuffer()).byteLength;
    if (got.status !== 200) throw new Error(`${path}: ${got.status}`);
    if (i >= 20) all.push(performance.now() - begin);
  }
  all.sort((a, b) => a - b);
  const cpu = (worked() - begun) / EACH;
  return { p50: median(all), p99: all[Math.floor(EACH * 0.99)]!, bytes, cpu };
}

/** ms of a processor that the server has used so far, in all its threads. */
function worked(): number {
  const stat = readFileSync(`/proc/${server.process.pid}/stat`, "utf8");
  const fields = stat.split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10; // ticks of a hundredth of a second
}
