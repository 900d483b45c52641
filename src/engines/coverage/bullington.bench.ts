/** How fast delta-Bullington goes over a disc of real ground, and how closely. One JSON object a line. */
import { placeOn } from "../terrain/grid.ts";
import { sweepBullington } from "./bullington/bullington.ts";
import { exactBullington } from "./bullington/exact.ts";
import { tile } from "./coverage.test.kit.ts";
import { discAround } from "./disc.ts";
import type { Job } from "./job.ts";

const UNTIMED = 3;
const TIMED = 7;
const PLACES = [
  { name: "N44W072", lat: 44.505833, lon: -71.414167, mast: 30, radius: 30, frequency: 900 },
  { name: "N42E001", lat: 42.5, lon: 1.5, mast: 15, radius: 30, frequency: 3500 },
];

for (const { name, lat, lon, mast, radius, frequency } of PLACES) {
  const grid = tile(name);
  const place = placeOn(grid, { lat, lon });
  const site = { row: Math.round(place.row), column: Math.round(place.column) };
  const model = { kind: "bullington", frequency } as const;
  const job: Job = { grid, site, mast, receiver: 2, radius, model, mode: "fast" };
  const disc = discAround(grid, site, radius);
  const { window } = disc;
  const out = new Float32Array(window.rows * window.columns);
  const seconds: number[] = [];
  for (let run = 0; run < UNTIMED + TIMED; run++) {
    const start = process.cpuUsage();
    sweepBullington(job, window, { part: 0, parts: 1 }, out);
    const { user, system } = process.cpuUsage(start);
    if (run >= UNTIMED) seconds.push((user + system) / 1e6);
  }
  const median = seconds.toSorted((a, b) => a - b)[TIMED >> 1]!;
  const lossTo = exactBullington(job, disc);
  const off: number[] = [];
  for (let row = 0; row < window.rows; row++)
    for (let column = disc.first[row]! + (row % 97); column <= disc.last[row]!; column += 97)
      off.push(out[row * window.columns + column]! - lossTo(row, column));
  const within = (dB: number) => off.filter((by) => Math.abs(by) <= dB).length / off.length;
  const middle = off.toSorted((a, b) => a - b)[off.length >> 1]!;
  const tell = (what: string, value: number, unit: string) =>
    console.log(JSON.stringify({ name: `bullington/${name}/${what}`, value, unit }));
  tell("one-core", Number((disc.nodes / median / 1e6).toPrecision(3)), "million cells/s");
  tell("within-3-dB", Number((100 * within(3)).toFixed(2)), "%");
  tell("within-half-a-dB", Number((100 * within(0.5)).toFixed(2)), "%");
  tell("median", Number(middle.toFixed(3)), "dB");
}
