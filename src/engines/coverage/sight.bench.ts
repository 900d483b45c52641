/** How fast lines of sight are found on real ground, and how closely. One JSON object a line. */
import { placeOn } from "../terrain/grid.ts";
import { tile } from "./coverage.test.kit.ts";
import { discAround, metresTo } from "./disc.ts";
import type { Job } from "./job.ts";
import { leastHeight } from "./sight/exact.ts";
import { sweepSight } from "./sight/sight.ts";

const UNTIMED = 10;
const TIMED = 31;
const PLACES = [
  { name: "N44W072", lat: 44.505833, lon: -71.414167, mast: 30, radius: 30 },
  { name: "N42E001", lat: 42.5, lon: 1.5, mast: 15, radius: 30 },
];

for (const { name, lat, lon, mast, radius } of PLACES) {
  const grid = tile(name);
  const place = placeOn(grid, { lat, lon });
  const site = { row: Math.round(place.row), column: Math.round(place.column) };
  const job: Job = { grid, site, mast, receiver: 2, radius, model: { kind: "los" }, mode: "fast" };
  const disc = discAround(grid, site, radius);
  const { window } = disc;
  const out = new Float32Array(window.rows * window.columns);
  const seconds: number[] = [];
  for (let run = 0; run < UNTIMED + TIMED; run++) {
    const start = process.cpuUsage();
    sweepSight(job, window, { part: 0, parts: 1 }, out);
    const { user, system } = process.cpuUsage(start);
    if (run >= UNTIMED) seconds.push((user + system) / 1e6);
  }
  const median = seconds.toSorted((a, b) => a - b)[TIMED >> 1]!;
  let [nodes, near, alike] = [0, 0, 0];
  for (let row = 0; row < window.rows; row++)
    for (let column = disc.first[row]! + (row % 29); column <= disc.last[row]!; column += 29) {
      const target = { row: window.top + row, column: window.left + column };
      const exact = leastHeight(job, target, metresTo(disc, row, column));
      const fast = out[row * window.columns + column]!;
      nodes += 1;
      if (Math.abs(fast - exact) <= 1) near += 1;
      if (fast <= 2 === exact <= 2) alike += 1;
    }
  const tell = (what: string, value: number, unit: string) =>
    console.log(JSON.stringify({ name: `sight/${name}/${what}`, value, unit }));
  tell("one-core", Number((disc.nodes / median / 1e6).toPrecision(3)), "million cells/s");
  tell("within-a-metre", Number(((100 * near) / nodes).toFixed(2)), "%");
  tell("seen-at-2-m-alike", Number(((100 * alike) / nodes).toFixed(2)), "%");
}
