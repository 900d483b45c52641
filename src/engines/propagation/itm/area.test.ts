import assert from "node:assert/strict";
import { test } from "node:test";
import { itmArea, type ItmArea } from "./area.ts";
import {
  MODES,
  optionsOf,
  printed,
  rowsOf,
  SITINGS,
  type Row,
} from "../../../../tests/itm-cases.ts";
import { confidently } from "./confidence.ts";
import { ITM_CODES, ItmError } from "./itm-error.ts";
import { ITM_DEFAULTS } from "./options.ts";

const near = (got: number, expected: number, digits: number) =>
  assert.ok(Math.abs(got - expected) <= 0.5001 * 10 ** -digits, `${got}, expected ${expected}`);

function areaOf(row: Row | Readonly<Record<string, number>>): ItmArea {
  const siting = (end: string) =>
    SITINGS[Number(row[`${end}_siting_criteria`] ?? row[`${end}_site_criteria`])]!;
  return {
    transmitter: Number(row["h_tx__meter"] ?? row["h_tx"]),
    receiver: Number(row["h_rx__meter"] ?? row["h_rx"]),
    transmitterSiting: siting("tx"),
    receiverSiting: siting("rx"),
    distance: Number(row["d__km"]),
    deltaH: Number(row["delta_h__meter"]),
  };
}

test("PR3 NTIA's published areas have their losses to the printed digit, and the example its intermediate values", () => {
  const cases = rowsOf("area.csv");
  assert.ok(cases.length >= 3);
  for (const row of cases) near(itmArea(areaOf(row), optionsOf(row)).loss, Number(row["A__db"]), 1);

  const said = printed("example-area.txt");
  const got = itmArea(areaOf(said), optionsOf(said));
  near(got.loss, said["Basic Transmission Loss"]!, 1);
  near(got.freeSpace, said["Free Space"]!, 1);
  near(got.reference, said["A_ref__db"]!, 1);
  near(got.horizonAngles[0] * 1000, said["theta_hzn_tx"]!, 3);
  near(got.horizonAngles[1] * 1000, said["theta_hzn_rx"]!, 3);
  near(got.horizons[0], said["d_hzn_tx__meter"]!, 0);
  near(got.horizons[1], said["d_hzn_rx__meter"]!, 0);
  assert.equal(got.mode, MODES[said["Mode of Propagation"]!]);
});

test("PR3 so have areas of any climate, variability and siting, and NTIA's refusals", () => {
  const cases = rowsOf("wide-area.csv");
  assert.equal(cases.length, 120);
  for (const row of cases) {
    const predict = () => itmArea(areaOf(row), optionsOf(row));
    const warnings = Number(row["warnings"]);
    const id = `case ${row["id"]}`;
    if (Number(row["rc"]) >= 1000)
      assert.throws(predict, { code: Number(row["rc"]), warnings }, id);
    else {
      const got = predict();
      near(got.loss, Number(row["A_db"]), 7);
      near(got.reference, Number(row["A_ref_db"]), 7);
      assert.deepEqual([got.mode, got.warnings], [MODES[Number(row["mode"])], warnings], id);
    }
  }
});

test("PR4 an area that is none is refused with NTIA's code and what was expected", () => {
  const area: ItmArea = {
    transmitter: 30,
    receiver: 2,
    transmitterSiting: "careful",
    receiverSiting: "random",
    distance: 20,
    deltaH: 90,
  };
  const options = { ...ITM_DEFAULTS, frequency: 900 };
  assert.ok(itmArea(area, options).loss > 100);
  const wrong: [object, keyof typeof ITM_CODES, RegExp][] = [
    [{ distance: 0 }, "distance", /over 0 km, got 0/],
    [{ distance: Number.NaN }, "distance", /got NaN/],
    [{ deltaH: -1 }, "deltaH", /0 m or more, got -1/],
    [{ transmitterSiting: "toString" }, "transmitterSiting", /very careful, got toString/],
    [{ receiverSiting: undefined }, "receiverSiting", /got undefined/],
    [{ transmitter: -5 }, "transmitterHeight", /got -5/],
  ];
  for (const [change, name, message] of wrong)
    assert.throws(
      () => itmArea({ ...area, ...change }, options),
      (error) =>
        error instanceof ItmError && error.code === ITM_CODES[name] && message.test(error.message),
      JSON.stringify(change),
    );
});

test("PR10 confidence and reliability are NTIA's, and refused with NTIA's codes", () => {
  const said = printed("example-area-cr.txt");
  const shares = confidently(said["reliability"]!, said["confidence"]!);
  assert.deepEqual(shares, { time: 90, location: 50, situation: 77 });
  const got = itmArea(areaOf(said), { ...optionsOf(said), ...shares });
  near(got.loss, said["Basic Transmission Loss"]!, 1);
  assert.throws(() => confidently(100, 50), { code: ITM_CODES.reliability });
  assert.throws(() => confidently(50, Number.NaN), { code: ITM_CODES.confidence });
});
