/** How fast a cover is drawn from a whole SRTM3 tile of seeded hills. One JSON object a line. */
import { VOID } from "./elevation.ts";
import { placeholder } from "./placeholder.ts";
import { drawRelief } from "./relief.ts";
import { fillVoids } from "./voids.ts";

const SIDE = 1201;
const RUNS = 5;
let seed = 42;
const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;

const heights = Int16Array.from({ length: SIDE * SIDE }, (_, i) => {
  const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
  if (random() < 0.005) return VOID;
  return 1200 + 600 * Math.sin(x / 47) * Math.cos(y / 61) + 120 * Math.sin((x + 2 * y) / 9);
});
const elevation = { heights, width: SIDE, height: SIDE, arcSeconds: 3, latitude: 42.5 };
const cover = { window: { x: 100, y: 300, width: 960, height: 336 }, width: 960, height: 456 };

let sink = 0; // keeps the work from being optimised away

/** Prints the mean time of a call in ms, after one warm-up. */
function time(name: string, work: () => number): void {
  sink += work();
  const start = performance.now();
  for (let i = 0; i < RUNS; i++) sink += work();
  const value = Number(((performance.now() - start) / RUNS).toPrecision(4));
  console.log(JSON.stringify({ name, value, unit: "ms" }));
}

const relief = drawRelief(elevation, cover);
time("relief/fill-voids-1201x1201", () => fillVoids(heights, SIDE).count);
time("relief/both-prints-960x456", () => drawRelief(elevation, cover).day.pixels[0]!);
time("relief/placeholder", () => placeholder(relief.day).svg.length);
if (sink === 0) throw new Error("Expected pictures, got none.");
