import assert from "node:assert/strict";
import test from "node:test";
import { ITM_DEFAULTS } from "../propagation/itm/options.ts";
import { addAntennas, antennaLoss } from "./antenna.ts";
import { bestServer } from "./best-server.ts";
import { hills } from "./coverage.test.kit.ts";
import { discAround } from "./disc.ts";
import type { Job } from "./job.ts";

test("CR12 an antenna loses nothing ahead, 3 dB at half its beam, 25 dB behind", () => {
  const antenna = { azimuth: 350, beam: 70, verticalBeam: 10 };
  assert.equal(antennaLoss(antenna, 350, 0), 0);
  assert.equal(antennaLoss(antenna, 25, 0), 3);
  assert.equal(antennaLoss(antenna, 315, 40), 3);
  assert.equal(antennaLoss(antenna, 170, 0), 25);
  const tilted = { tilt: 4, beam: 70, verticalBeam: 10 };
  assert.equal(antennaLoss(tilted, 123, -4), 0);
  assert.equal(antennaLoss(tilted, 123, 1), 3);
  assert.equal(antennaLoss(tilted, 123, 60), 20);
  assert.equal(antennaLoss({ ...antenna, tilt: 4 }, 170, 60), 25);
});

test("CR13 the antenna's loss is added towards every node, and falls with the tilt", () => {
  const grid = hills(121, { height: 0 });
  const job: Job = {
    grid,
    site: { row: 60, column: 60 },
    mast: 50,
    receiver: 2,
    radius: 4,
    mode: "fast",
    model: { kind: "itm", frequency: 900, ...ITM_DEFAULTS },
  };
  const disc = discAround(grid, job.site, job.radius);
  const { rows, columns } = disc.window;
  const values = new Float32Array(rows * columns);
  addAntennas([{ azimuth: 90, beam: 60, verticalBeam: 10 }], job, disc, values);
  const at = (row: number, column: number) => values[row * columns + column]!;
  const [y, x] = [60 - disc.window.top, 60 - disc.window.left];
  assert.ok(at(y, x + 20) < 0.001);
  assert.equal(at(y, x - 20), 25);
  assert.ok(Math.abs(at(y - 20, x) - 25) < 0.1);
  assert.equal(at(y, x), 0);
  values.fill(0);
  addAntennas([{ tilt: 4, beam: 70, verticalBeam: 10 }], job, disc, values);
  // 48 m of 686 m: four degrees
  const [near, lobe, far] = [at(y + 2, x), at(y + 7, x), at(y + 40, x)];
  assert.ok(near > 3 && lobe < 0.2 && far > 0.5 && far < 3, `${near} ${lobe} ${far}`);
});

test("CR14 of several sites the least value counts at every node, and the first of equals", () => {
  const nan = Number.NaN;
  const one = {
    window: { top: 4, left: 2, rows: 2, columns: 2 },
    values: Float32Array.of(5, nan, 7, 8),
  };
  const two = { window: { top: 5, left: 3, rows: 1, columns: 2 }, values: Float32Array.of(8, 1) };
  const { window, values, servers } = bestServer([one, two]);
  assert.deepEqual(window, { top: 4, left: 2, rows: 2, columns: 3 });
  assert.deepEqual(values, Float32Array.of(5, nan, nan, 7, 8, 1));
  assert.deepEqual([...servers], [0, 0, 0, 0, 0, 1]);
});
