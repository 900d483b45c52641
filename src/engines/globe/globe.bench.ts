/** How fast globes and the world map are drawn, and how small they are. One JSON object a line. */
import { globeRows } from "./globe.ts";
import { threadThrough } from "./thread.ts";
import { worldRows } from "./world.ts";

let sink = 0; // keeps the work from being optimised away

/** Prints the mean time of a call in ms, after a warm-up. */
function time(name: string, runs: number, work: (i: number) => string): void {
  for (let i = 0; i < runs / 4; i++) sink += work(i).length;
  const start = performance.now();
  for (let i = 0; i < runs; i++) sink += work(i).length;
  print(name, (performance.now() - start) / runs, "ms");
}

function print(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit }));
}

const cold = performance.now();
sink += globeRows(-31.98, 29.15, { size: 220, rows: 36 }).path.length;
print("globe/220px-first", performance.now() - cold, "ms");

const place = (i: number) => [((i * 37) % 171) - 85, ((i * 73) % 360) - 180] as const;
time("globe/220px", 400, (i) => globeRows(...place(i), { size: 220, rows: 36 }).path);
time("globe/424px", 400, (i) => globeRows(...place(i), { size: 424, rows: 60 }).path);
time("globe/world-960px", 100, () => worldRows({ width: 960, height: 440, rows: 63 }).path);

const points = Array.from({ length: 12 }, (_, i) => ({ x: i * 80, y: (i * 177) % 440 }));
time("globe/thread-12", 4000, () => threadThrough(points));

let most = 0;
for (let i = 0; i < 400; i++)
  most = Math.max(most, globeRows(...place(i), { size: 424, rows: 60 }).path.length);
print("globe/424px-largest-path", most, "bytes");
if (sink === 0) throw new Error("Expected drawings, got none.");
