import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import * as fc from "fast-check";
import { deltaBullington } from "./delta-bullington.ts";
import { knifeEdgeLoss } from "./knife-edge.ts";

const DIR = "tests/data/propagation/p1812";
const logs = globSync(`${DIR}/results/*_log.csv`).toSorted();

interface Case {
  readonly told: ReadonlyMap<string, number>;
  readonly path: Parameters<typeof deltaBullington>[0];
}

/** km: the Earth at the refractivity that is exceeded for β₀ % of the time, P.1812-7 eq. (7b). The logs' parts are of it. */
const RARE = 3 * 6371;

test("KE1 delta-Bullington, its three parts and the smooth ground are those that the logs of P.1812 tell, within 0.0001", () => {
  assert.equal(logs.length, 24);
  for (const log of logs) {
    const { told, path } = readCase(log);
    const at = (radius: number) =>
      deltaBullington(path, {
        frequency: told.get("f (GHz)")! * 1000,
        polarisation: told.get("pol") === 1 ? "horizontal" : "vertical",
        permittivity: 22,
        conductivity: 0.003,
        radius,
        sea: told.get("w")!,
      });
    const rare = at(RARE);
    const values = {
      "Ld50 (dB)": at(told.get("ae (km)")!).loss,
      "Ldb (dB)": rare.loss,
      "Lbulla (dB)": rare.actual,
      "Lbulls (dB)": rare.smooth,
      "Ldsph (dB)": rare.sphere,
      "hstd (m)": rare.ground[0],
      "hsrd (m)": rare.ground[1],
    };
    for (const [name, value] of Object.entries(values))
      assert.ok(
        Math.abs(value - told.get(name)!) <= 1e-4,
        `${log}: ${name} is ${told.get(name)}, found ${value}`,
      );
  }
});

const OPTIONS = {
  frequency: 900,
  polarisation: "vertical",
  permittivity: 15,
  conductivity: 0.005,
  radius: (4 / 3) * 6371,
} as const;
const hills = fc.array(fc.double({ min: 0, max: 900, noNaN: true }), {
  minLength: 3,
  maxLength: 60,
});
const masts = fc.double({ min: 1, max: 90, noNaN: true });
const over = (heights: readonly number[], mast: number, receiver: number) => ({
  distances: Float64Array.from(heights, (_, i) => i * 0.3),
  heights: Float64Array.from(heights),
  transmitter: heights[0]! + mast,
  receiver: heights.at(-1)! + receiver,
});

test("KE2 a way back takes as much as the way there, and never less than nothing", () => {
  fc.assert(
    fc.property(hills, masts, masts, (heights, mast, receiver) => {
      const there = deltaBullington(over(heights, mast, receiver), OPTIONS).loss;
      const back = deltaBullington(over(heights.toReversed(), receiver, mast), OPTIONS).loss;
      assert.ok(there >= 0 && Math.abs(there - back) < 1e-6, `${there} there, ${back} back`);
    }),
  );
});

test("KE3 one ridge between high antennas takes what one knife edge takes, and Bullington's rest", () => {
  const heights = [0, 0, 0, 0, 0, 300, 0, 0, 0, 0, 0];
  const path = over(heights, 200, 200);
  const [d1, d] = [1.5, 3];
  const bulge = (500 / OPTIONS.radius) * d1 * (d - d1);
  const nu = (100 + bulge) * Math.sqrt((0.002 * d) / ((299.8 / 900) * d1 * (d - d1)));
  const edge = knifeEdgeLoss(nu);
  const found = deltaBullington(path, OPTIONS);
  assert.ok(edge > 20);
  assert.ok(Math.abs(found.actual - edge - (1 - Math.exp(-edge / 6)) * 10.06) < 1e-9);
  assert.ok(Math.abs(knifeEdgeLoss(0) - 6.03) < 0.01); // P.526: a grazed edge takes 6 dB
});

test("KE4 a way that grazes a point on the very line of both antennas has a loss", () => {
  const straight = [10, 20, 30, 40, 50].map(
    (h, i) => h - (500 / OPTIONS.radius) * i * 0.3 * (4 - i) * 0.3,
  );
  for (let turn = 0; turn < 200; turn++) {
    const path = over(straight, 0, 0);
    path.heights[2]! += (turn - 100) * 1e-15;
    const { loss } = deltaBullington(path, OPTIONS);
    assert.ok(loss > 6 && loss < 60, `${loss}`);
  }
});

test("KE5 a way of two points, and one whose distances do not rise, are refused with what was expected", () => {
  assert.throws(() => deltaBullington(over([1, 2], 5, 5), OPTIONS), /at least three points/);
  const turned = { ...over([1, 2, 3], 5, 5), distances: Float64Array.of(0, 2, 1) };
  assert.throws(() => deltaBullington(turned, OPTIONS), /rise from 0/);
});

/** The log's values by name (the first of two of one name), and the profile that it is of. */
function readCase(log: string): Case {
  const told = new Map<string, number>();
  for (const line of readFileSync(log, "utf8").split(/\r?\n/)) {
    const [name, , , value] = line.split(",");
    if (name && !told.has(name.trim())) told.set(name.trim(), Number(value));
  }
  const profile = readFileSync(log.replace(/results\/(.*)_\d_log/, "profiles/$1"), "utf8");
  const rows = /Points:,\d+\r?\n([^{]*)\{/
    .exec(profile)![1]!
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map(Number));
  const ground = Float64Array.from(rows, (row) => row[1]!);
  const ends = (i: number) => i === 0 || i === rows.length - 1;
  return {
    told,
    path: {
      distances: Float64Array.from(rows, (row) => row[0]!),
      heights: Float64Array.from(rows, (row, i) => row[1]! + (ends(i) ? 0 : row[3]!)),
      ground,
      transmitter: ground[0]! + told.get("htg (m)")!,
      receiver: ground.at(-1)! + told.get("hrg (m)")!,
    },
  };
}
