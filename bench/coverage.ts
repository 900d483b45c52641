/**
 * Nodes a second of every sweep, in processor time of one core, beside SPLAT! where it is installed (Debian's `splat` and
 * `time`); how near fast values come to exact ones and these to NTIA's; two threads against one, by the clock.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Job, Model } from "../src/engines/coverage/job.ts";
import { ITM_DEFAULTS } from "../src/engines/propagation/itm/options.ts";
import { nearestNode } from "../src/engines/terrain/grid.ts";
import { openSweepPool, type Swept } from "../src/platform/coverage/sweep-pool.ts";
import { openTerrain } from "../src/platform/terrain/open-terrain.ts";
import { median, report } from "./report.ts";
import { hasSplat, splatOver } from "./splat.ts";

const ROUNDS = 5;
const TILE = "tests/data/terrain/N44W072.hgt.gz";
const AT = { lat: 44.505833, lon: -71.414167 };
const RADIUS = 30;

const { grid } = await openTerrain([TILE], { ...AT, radiusKm: RADIUS });
const site = nearestNode(grid, AT)!;
const ITM: Model = { kind: "itm", frequency: 900, ...ITM_DEFAULTS };
const jobOf = (model: Model, mode: Job["mode"]): Job => ({
  grid,
  site,
  mast: 30,
  receiver: 2,
  radius: RADIUS,
  model,
  mode,
});
/** How many sweeps make one figure: about half a second. */
const SWEEPS = [
  { name: "itm-fast", job: jobOf(ITM, "fast"), times: 3 },
  { name: "itm-exact", job: jobOf(ITM, "exact"), times: 1 },
  { name: "bullington-fast", job: jobOf({ kind: "bullington", frequency: 900 }, "fast"), times: 3 },
  { name: "los-fast", job: jobOf({ kind: "los" }, "fast"), times: 50 },
] as const;

await using pool = openSweepPool(1);
const splat = hasSplat() && existsSync("/usr/bin/time") ? openSplat() : undefined;
if (!splat)
  console.error("SPLAT! is not installed: no ratios. On Debian: apt-get install splat time");

const speeds: Record<string, number[]> = { splat: [] };
const swept: Record<string, Swept> = {};
for (let round = -1; round < ROUNDS; round++) {
  if (splat && round >= 0) speeds["splat"]!.push(nodesIn() / splat.seconds());
  for (const { name, job, times } of SWEEPS) {
    swept[name] ??= await pool.sweep(job);
    const start = process.cpuUsage();
    for (let i = 0; i < times; i++) swept[name] = await pool.sweep(job, swept[name]);
    const { user, system } = process.cpuUsage(start);
    if (round >= 0) (speeds[name] ??= []).push((nodesIn() * times * 1e6) / (user + system));
  }
}
splat?.[Symbol.dispose]();
const peer = splat && median(speeds["splat"]!);
for (const { name } of SWEEPS) {
  const value = median(speeds[name]!);
  const beside = peer !== undefined &&
    name.startsWith("itm") && { peer: { splat: peer }, ratio: value / peer };
  report({ name: `coverage/${name}`, value, unit: "nodes/s of one core", ...beside });
}
agreement();
await threads();

function nodesIn(): number {
  return swept["itm-fast"]?.nodes ?? 0;
}

function agreement(): void {
  const [fast, exact] = [swept["itm-fast"]!.values, swept["itm-exact"]!.values];
  const off = [...fast.keys()]
    .filter((i) => !Number.isNaN(exact[i]))
    .map((i) => Math.abs(fast[i]! - exact[i]!));
  const within = (most: number) => (100 * off.filter((dB) => dB <= most).length) / off.length;
  report({ name: "coverage/itm-fast-within-3-dB-of-exact", value: within(3), unit: "%" });
  report({ name: "coverage/itm-fast-median-off-exact", value: median(off), unit: "dB" });
  const { window } = swept["itm-exact"]!;
  const [, ...lines] = readFileSync("tests/data/propagation/itm/nodes-around-cabot.csv", "utf8")
    .trim()
    .split("\n");
  const near = lines.filter((line) => {
    const [lat, lon, , , , loss] = line.split(",").map(Number);
    const { row, column } = nearestNode(grid, { lat: lat!, lon: lon! })!;
    const value = exact[(row - window.top) * window.columns + column - window.left]!;
    return Math.abs(value - loss!) <= 0.1;
  });
  report({
    name: "coverage/itm-exact-within-0.1-dB-of-NTIA",
    value: (100 * near.length) / lines.length,
    unit: "%",
  });
}

/** A job of some seconds: exact ITM. */
async function threads(): Promise<void> {
  await using two = openSweepPool(2);
  const job = jobOf(ITM, "exact");
  const clock = async (of: typeof two) => {
    const seconds: number[] = [];
    for (let i = 0; i < 4; i++) seconds.push((await of.sweep(job)).seconds);
    return Math.min(...seconds);
  };
  const [alone, together] = [await clock(pool), await clock(two)];
  report({
    name: "coverage/two-threads",
    value: together,
    unit: "s",
    peer: { "one thread": alone },
    ratio: alone / together,
  });
}

/** SPLAT! over the same ground, from the same mast, with the same parameters: its Longley-Rice of before ITWOM. */
function openSplat(): Disposable & { seconds(): number } {
  const folder = splatOver(TILE, { ...AT, mast: 30, receiver: 2, radius: RADIUS, mhz: 900 });
  return {
    /** Of the user's processor time. */
    seconds() {
      const timed = ["/usr/bin/time", "-f", "%U"];
      const stderr = folder.run(["-dbm", "-o", "out.ppm"], timed);
      const seconds = Number(stderr.trim().split("\n").at(-1));
      if (!(seconds > 0)) throw new Error(`Expected SPLAT! to say its seconds, got ${stderr}`);
      return seconds;
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
