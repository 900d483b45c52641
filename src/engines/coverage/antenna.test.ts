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

test("CR18 an antenna with a pattern of its own loses what that says, leant by its tilt, and all round where it says so", () => {
  const across = Array.from({ length: 360 }, (_, degree) => (degree < 180 ? degree / 9 : 20));
  const upright = Array.from({ length: 360 }, (_, degree) =>
    Math.min(Math.abs(degree - 5), Math.abs(degree - 365), 12),
  ); // 5 degrees down by itself
  const pattern = { across, upright, most: 20 };
  const antenna = { azimuth: 350, beam: 70, verticalBeam: 10, tilt: 2, pattern };
  const near = (bearing: number, elevation: number, loss: number) =>
    assert.ok(
      Math.abs(antennaLoss(antenna, bearing, elevation) - loss) < 1e-9,
      `${antennaLoss(antenna, bearing, elevation)} at ${bearing}, ${elevation}`,
    );
  near(350, -7, 0);
  near(350, -5, 2);
  near(35, -5 - 2 * Math.SQRT1_2, 5);
  near(80, -5, 10); // to its side it leans nowhere
  near(340, -5 - 2 * Math.cos(Math.PI / 18), 20);
  near(170, -3, 20); // what was 5 down is 3 down behind
  const around = {
    beam: 360,
    verticalBeam: 10,
    tilt: 0,
    pattern: { ...pattern, across: across.fill(0) },
  };
  for (const bearing of [0, 77, 180, 271]) assert.equal(antennaLoss(around, bearing, -6), 1);
});

test("CR19 where every antenna of a mast loses more than is asked for, a node has no value", () => {
  const grid = hills(121, { height: 0 });
  const job: Job = {
    grid,
    site: { row: 60, column: 60 },
    mast: 20,
    receiver: 2,
    radius: 4,
    mode: "fast",
    model: { kind: "itm", frequency: 900, ...ITM_DEFAULTS },
  };
  const disc = discAround(grid, job.site, job.radius);
  const { rows, columns } = disc.window;
  const values = new Float32Array(rows * columns);
  const beam = { beam: 60, verticalBeam: 10 };
  addAntennas(
    [
      { azimuth: 90, ...beam },
      { azimuth: 180, ...beam },
    ],
    job,
    disc,
    values,
    12,
  );
  const at = (east: number, south: number) =>
    values[(60 - disc.window.top + south) * columns + 60 - disc.window.left + east]!;
  assert.ok(
    at(20, 0) < 0.01 && at(0, 20) < 0.01 && at(20, 20) > 4,
    `${at(20, 0)} ${at(0, 20)} ${at(20, 20)}`,
  );
  for (const [east, south] of [
    [-20, 0],
    [0, -20],
    [-20, -20],
    [-20, 5],
  ] as const)
    assert.ok(Number.isNaN(at(east, south)), `${east} ${south}`);
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
