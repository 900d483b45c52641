import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { MODES, optionsOf, printed, profilesOf, rowsOf } from "../../../../tests/itm-cases.ts";
import { ITM_CODES, ItmError } from "./itm-error.ts";
import { itmJob } from "./job.ts";
import { ITM_DEFAULTS, type ItmOptions } from "./options.ts";
import { itmPointToPoint, lossOverGround } from "./p2p.ts";
import { ItmPath } from "./path.ts";

/** Half of the last digit that is printed, and what rounding does. */
const near = (got: number, expected: number, digits: number, what: string) =>
  assert.ok(
    Math.abs(got - expected) <= 0.5001 * 10 ** -digits,
    `${what}: ${got}, expected ${expected}`,
  );

const OPTIONS: ItmOptions = { ...ITM_DEFAULTS, frequency: 900 };
const LEVEL = { transmitter: 30, receiver: 2, heights: new Float64Array(101), spacing: 90 };

test("PR1 every case on real terrain has NTIA's loss, mode, warnings and intermediate values, to the last printed digit", () => {
  const cases = rowsOf("real-terrain.csv.gz");
  assert.equal(cases.length, 200);
  const modes = new Set<string>();
  for (const row of cases) {
    const of = (name: string) => Number(row[name]);
    const heights = Float64Array.from(row["profile"]!.split(" "), Number);
    const ground = { transmitter: of("h_tx"), receiver: of("h_rx"), heights, spacing: of("xi_m") };
    const got = itmPointToPoint(ground, optionsOf(row));
    const id = `case ${row["id"]}`;
    near(got.loss, of("A_db"), 6, id);
    near(got.freeSpace, of("A_fs_db"), 6, id);
    near(got.reference, of("A_ref_db"), 6, id);
    near(got.deltaH, of("delta_h_m"), 4, id);
    near(got.horizonAngles[0], of("theta_hzn_tx"), 9, id);
    near(got.horizonAngles[1], of("theta_hzn_rx"), 9, id);
    near(got.horizons[0], of("d_hzn_tx_m"), 3, id);
    near(got.horizons[1], of("d_hzn_rx_m"), 3, id);
    near(got.effectiveHeights[0], of("h_e_tx_m"), 4, id);
    near(got.effectiveHeights[1], of("h_e_rx_m"), 4, id);
    near(got.surfaceRefractivity, of("N_s"), 4, id);
    assert.equal(got.mode, MODES[of("mode")], id);
    assert.equal(got.warnings, of("warnings"), id);
    modes.add(got.mode);
  }
  assert.equal(modes.size, 3, "all three modes are among the cases");
});

test("PR1 so have paths of any climate, variability and ground, and NTIA's refusals", () => {
  const cases = rowsOf("wide-p2p.csv.gz");
  assert.equal(cases.length, 300);
  for (const row of cases) {
    const of = (name: string) => Number(row[name]);
    const heights = Float64Array.from(row["profile"]!.split(" "), Number);
    const ground = { transmitter: of("h_tx"), receiver: of("h_rx"), heights, spacing: of("xi_m") };
    const predict = () => itmPointToPoint(ground, optionsOf(row));
    const id = `case ${row["id"]}`;
    if (of("rc") >= 1000) assert.throws(predict, { code: of("rc"), warnings: of("warnings") }, id);
    else {
      const got = predict();
      near(got.loss, of("A_db"), 7, id);
      near(got.reference, of("A_ref_db"), 7, id);
      assert.deepEqual([got.mode, got.warnings], [MODES[of("mode")], of("warnings")], id);
    }
  }
});

test("PR2 NTIA's published paths have their losses to the printed digits, and the example its intermediate values", () => {
  const cases = rowsOf("p2p.csv");
  const profiles = profilesOf("pfls.csv");
  assert.ok(cases.length >= 2 && cases.length === profiles.length);
  cases.forEach((row, i) => {
    const [transmitter, receiver] = [Number(row["h_tx__meter"]), Number(row["h_rx__meter"])];
    const got = itmPointToPoint({ transmitter, receiver, ...profiles[i]! }, optionsOf(row));
    near(got.loss, Number(row["A__db"]), 2, `case ${i}`);
  });

  const said = printed("example-p2p.txt");
  const [transmitter, receiver] = [said["h_tx__meter"]!, said["h_rx__meter"]!];
  const [profile] = profilesOf("example-pfl.txt");
  const got = itmPointToPoint({ transmitter, receiver, ...profile! }, optionsOf(said));
  near(got.loss, said["Basic Transmission Loss"]!, 1, "loss");
  near(got.freeSpace, said["Free Space"]!, 1, "free space");
  near(got.distance / 1000, said["d__km"]!, 3, "distance");
  near(got.horizonAngles[0] * 1000, said["theta_hzn_tx"]!, 3, "angle");
  near(got.horizons[1], said["d_hzn_rx__meter"]!, 0, "horizon");
  near(got.surfaceRefractivity, said["N_s"]!, 1, "refractivity");
  near(got.deltaH, said["delta_h__meter"]!, 1, "delta h");
  assert.equal(got.mode, MODES[said["Mode of Propagation"]!]);
  assert.equal(got.warnings, said["ITM Warning Flags"]);
});

test("PR4 an input out of NTIA's range is refused with NTIA's code and what was expected", () => {
  const wrong: [Partial<ItmOptions & typeof LEVEL>, keyof typeof ITM_CODES, RegExp][] = [
    [{ transmitter: -5 }, "transmitterHeight", /0\.5 to 3,000 m .* got -5/],
    [{ transmitter: Number.NaN }, "transmitterHeight", /got NaN/],
    [{ receiver: 3001 }, "receiverHeight", /0\.5 to 3,000 m .* got 3001/],
    [{ climate: 9 }, "climate", /1 to 7, got 9/],
    [{ climate: 1.5 }, "climate", /1 to 7, got 1\.5/],
    [{ refractivity: 249 }, "refractivity", /250 to 400 N-units, got 249/],
    [{ frequency: 0 }, "frequency", /20 to 20,000 MHz, got 0/],
    [{ frequency: Number.NaN }, "frequency", /got NaN/],
    [{ polarisation: "slant" as "vertical" }, "polarisation", /got slant/],
    [{ permittivity: 0.9 }, "permittivity", /1 or more, got 0\.9/],
    [{ conductivity: 0 }, "conductivity", /over 0 S\/m, got 0/],
    [{ mdvar: 14 }, "mdvar", /got 14/],
    [{ situation: 100 }, "situation", /situation over 0 and under 100 %, got 100/],
    [{ time: 0 }, "time", /time over 0 and under 100 %, got 0/],
    [{ location: Number.NaN }, "location", /location .* got NaN/],
  ];
  for (const [change, name, message] of wrong)
    assert.throws(
      () => itmPointToPoint({ ...LEVEL, ...change }, { ...OPTIONS, ...change }),
      (error) =>
        error instanceof ItmError && error.code === ITM_CODES[name] && message.test(error.message),
      `${name}: ${JSON.stringify(change)}`,
    );
  // the warnings that came before are told, as NTIA tells them
  assert.throws(() => itmPointToPoint({ ...LEVEL, transmitter: 0.8, receiver: 0.1 }, OPTIONS), {
    warnings: 0x0003,
  });
});

test("PR5 a profile that is none is refused: one height, a void, a spacing of nothing", () => {
  const wrong: [object, number, RegExp][] = [
    [{ heights: new Float64Array(1) }, 2000, /two heights or more, got 1/],
    [{ heights: new Float64Array(0) }, 2000, /got 0/],
    [{ intervals: 101 }, 2000, /got 101/],
    [{ spacing: 0 }, 1017, /got a spacing of 0/],
    [{ spacing: Number.NaN }, 1017, /got a spacing of NaN/],
    [{ heights: Float64Array.of(1, 2, Number.NaN, 3) }, 2001, /got NaN at point 2/],
    [{ heights: Float64Array.of(1, -32_768, 3) }, 2001, /got -32768 at point 1/],
  ];
  for (const [change, code, message] of wrong)
    assert.throws(
      () => itmPointToPoint({ ...LEVEL, ...change }, OPTIONS),
      (error) => error instanceof ItmError && error.code === code && message.test(error.message),
    );
  assert.ok(itmPointToPoint({ ...LEVEL, heights: new Float64Array(2) }, OPTIONS).loss > 0);
});

test("PR6 a path that ITM refuses on the way is told by its code: thrown, or NaN where many are predicted", () => {
  const high = new Float64Array(101).fill(8000);
  const code = ITM_CODES.surfaceRefractivitySmall;
  const refused = { code, message: /150 N-units or more/ };
  assert.throws(() => itmPointToPoint({ ...LEVEL, heights: high }, OPTIONS), refused);
  const path = new ItmPath();
  assert.ok(Number.isNaN(lossOverGround(itmJob(LEVEL, OPTIONS), high, 90, 100, path)));
  assert.equal(path.code, code);
  const sunk = { ...LEVEL, heights: new Float64Array(101).fill(-400) };
  assert.throws(() => itmPointToPoint(sunk, { ...OPTIONS, refractivity: 400 }), {
    code: ITM_CODES.surfaceRefractivityLarge,
  });
  // at a permittivity of 1 both parts of the impedance are one: not more real than imaginary
  const thin = { ...OPTIONS, permittivity: 1, polarisation: "horizontal" } as const;
  assert.throws(() => itmPointToPoint(LEVEL, thin), { code: ITM_CODES.groundImpedance });
});

test("PR7 a sheet that is used again remembers nothing, whatever it was used for, and Float32Array gives what its heights are", () => {
  const path = new ItmPath();
  const job = itmJob(LEVEL, OPTIONS);
  const ground = fc.record({
    heights: fc.array(fc.integer({ min: -100, max: 8500 }), { minLength: 2, maxLength: 300 }),
    spacing: fc.double({ min: 1, max: 3000, noNaN: true }),
  });
  fc.assert(
    fc.property(ground, ({ heights, spacing }) => {
      const fresh = new ItmPath();
      const intervals = heights.length - 1;
      const again = lossOverGround(job, Float32Array.from(heights), spacing, intervals, path);
      const once = lossOverGround(job, Float64Array.from(heights), spacing, intervals, fresh);
      assert.deepEqual(
        [again, path.mode, path.warnings, path.code],
        [once, fresh.mode, fresh.warnings, fresh.code],
      );
    }),
  );
});
