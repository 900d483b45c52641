/** How fast ITM predicts, on seeded hills: one path of 222 intervals, and its parts. One JSON object a line. */
import { bendRays, pathHeight } from "./atmosphere.ts";
import { readGround } from "./ground.ts";
import { findHorizons } from "./horizons.ts";
import { irregularity } from "./irregularity.ts";
import { itmJob } from "./job.ts";
import { ITM_DEFAULTS } from "./options.ts";
import { itmPointToPoint, lossOfPath, lossOverGround } from "./p2p.ts";
import { ItmPath } from "./path.ts";

const INTERVALS = 222;
const SPACING = 90; // m
const PATHS = 500; // other paths, so that the processor does not learn one by heart
const ROUNDS = 15;
const REPEATS = 20;

let seed = 42;
const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;

/** Hills of all sizes: the steps between points halved in width and height, time and again. */
function hills(): Float32Array {
  const heights = new Float64Array(257);
  [heights[0], heights[256]] = [300 * random(), 300 * random()];
  for (let width = 256; width > 1; width /= 2)
    for (let i = width / 2; i < 256; i += width)
      heights[i] =
        (heights[i - width / 2]! + heights[i + width / 2]!) / 2 + 1.6 * width * (random() - 0.5);
  return Float32Array.from(heights.subarray(0, INTERVALS + 1), (height) => 400 + height);
}

const grounds = Array.from({ length: PATHS }, hills);
const masts = { transmitter: 30, receiver: 2 };
const options = { ...ITM_DEFAULTS, frequency: 900 };
const job = itmJob(masts, options);
const path = new ItmPath();
const read = grounds.map((heights) => {
  const sheet = new ItmPath();
  lossOverGround(job, heights, SPACING, INTERVALS, sheet);
  return sheet;
});

let sink = 0; // keeps the work from being optimised away

/** Prints the median time of a call in µs, after warm rounds. */
function time(name: string, work: (heights: Float32Array, i: number) => number): void {
  const round = () => {
    const start = process.cpuUsage();
    for (let k = 0; k < REPEATS; k++) for (let i = 0; i < PATHS; i++) sink += work(grounds[i]!, i);
    const { user, system } = process.cpuUsage(start); // the time of this process alone, on a busy machine
    return (user + system) / (REPEATS * PATHS);
  };
  for (let i = 0; i < 5; i++) round();
  const times = Array.from({ length: ROUNDS }, round).toSorted((a, b) => a - b);
  const value = Number(times[ROUNDS >> 1]!.toPrecision(3));
  console.log(JSON.stringify({ name: `itm/${name}`, value, unit: "µs" }));
}

time("path-of-222", (heights) => lossOverGround(job, heights, SPACING, INTERVALS, path));
time("path-of-222/height-and-air", (heights) => {
  bendRays(job, pathHeight(heights, INTERVALS), path);
  return path.radius;
});
time("path-of-222/ground", (heights) => {
  readGround(job, heights, SPACING, INTERVALS, path);
  return path.deltaH;
});
time("path-of-222/ground/horizons", (heights) => {
  findHorizons(job, heights, SPACING, INTERVALS, path);
  return path.angleTx;
});
time("path-of-222/ground/irregularity", (heights) =>
  irregularity(heights, SPACING, INTERVALS, 100, 19_900),
);
time("path-of-222/loss", (_, i) => lossOfPath(job, read[i]!));
time("checked-path-of-222", (heights) => {
  return itmPointToPoint({ ...masts, heights, spacing: SPACING }, options).loss;
});
if (!(sink > 0)) throw new Error("Expected losses, got none.");
