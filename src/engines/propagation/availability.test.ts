/** Level, margin and outage of whole links against a plain second reckoning (README.md, LK11 and LK12). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ITM_DEFAULTS } from "./itm/options.ts";
import { linkBudget, linkOverGround } from "./link.ts";
import { hoursWithout, outagesOf, standingOf } from "./outage.ts";

/** GHz to k and alpha of vertical polarisation, as Table 5 of ITU-R P.838-3 prints them. */
const TABLE_5 = {
  7: [0.001425, 1.4745],
  15: [0.05008, 1.044],
  23: [0.1284, 0.963],
  25: [0.1533, 0.9491],
} as const;
/** dB/km of a standard air, from Study Group 3's values for ITU-R P.676-13. */
const GASES = new Map(
  readFileSync("tests/data/propagation/p676-p838/ITURP676-13_gamma.csv", "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(2)
    .map((line) => line.split(",").map(Number))
    .map(([ghz, , , , , , both]) => [ghz!, both!]),
);
const [LOW, HIGH, GRADIENT, LATITUDE] = [200, 260, -250, 12];

/** Per cent of an average year by rain: ITU-R P.530-18, equations (32) to (35), solved for the percentage. */
function rainByHand(ghz: keyof typeof TABLE_5, km: number, rate: number, margin: number): number {
  const [k, alpha] = TABLE_5[ghz];
  const below =
    0.477 * km ** 0.633 * rate ** (0.073 * alpha) * ghz ** 0.123 -
    10.579 * (1 - Math.exp(-0.024 * km));
  const hundredth = k * rate ** alpha * km * Math.min(2.5, 1 / below);
  const c0 = ghz < 10 ? 0.12 : 0.12 + 0.4 * Math.log10(ghz / 10) ** 0.8;
  const c1 = 0.07 ** c0 * 0.12 ** (1 - c0);
  const [c2, c3] = [0.855 * c0 + 0.546 * (1 - c0), 0.139 * c0 + 0.043 * (1 - c0)];
  const deeper = Math.log10(margin / (hundredth * c1));
  const log = (-c2 + Math.sqrt(Math.max(0, c2 ** 2 - 4 * c3 * deeper))) / (2 * c3);
  return Math.min(1, Math.max(0.001, 10 ** log));
}

/** Per cent of an average year by multipath, for deep fades: ITU-R P.530-17, (4), (7), (8), (10), (11), (27), (28). */
function multipathByHand(ghz: number, km: number, margin: number): number {
  const slope = 1 + (HIGH - LOW) / km;
  const occurrence =
    10 ** (-4.6 - 0.0027 * GRADIENT - 0.00089 * LOW) * km ** 3.1 * slope ** -1.29 * ghz ** 0.8;
  assert.ok(margin >= 25 + 1.2 * Math.log10(occurrence), "a deep fade");
  const latitude = 1.1 + Math.cos((2 * LATITUDE * Math.PI) / 180) ** 0.7;
  const year = 10.5 - 5.6 * Math.log10(latitude) - 2.7 * Math.log10(km) + 1.7 * Math.log10(slope);
  return (occurrence * 10 ** (-margin / 10)) / 10 ** (Math.min(10.8, year) / 10);
}

test("LK11 32 links by hand: levels within 0.1 dB, outages by rain and multipath within 2 %", () => {
  let [reckoned, atEnds] = [0, 0];
  for (const ghz of [7, 15, 23, 25] as const)
    for (const km of [4, 11, 23, 34])
      for (const [rate, margin] of [
        [31, 29],
        [95, 37],
      ] as const) {
        const free = 92.45 + 20 * Math.log10(ghz) + 20 * Math.log10(km);
        const received = 18 + 38 + 41 - free - GASES.get(ghz)! * km;
        const steps = 50;
        const link = {
          heights: new Float64Array(steps + 1),
          spacing: (km * 1000) / steps,
          fromMast: LOW,
          toMast: HIGH,
          itm: { ...ITM_DEFAULTS, frequency: ghz * 1000, polarisation: "vertical" },
        } as const;
        const radio = { power: 18, fromGain: 38, toGain: 41, sensitivity: received - margin };
        const weather = { latitude: LATITUDE, rain: rate, gradient: GRADIENT };
        const found = linkBudget(link, linkOverGround(link), radio, weather);
        const which = `${ghz} GHz, ${km} km, ${rate} mm/h`;
        assert.ok(Math.abs(found.received - received) <= 0.1, `${which}: ${found.received} dBm`);
        assert.ok(Math.abs(found.margin - margin) <= 0.1, `${which}: ${found.margin} dB`);
        const rain = rainByHand(ghz, km, rate, margin);
        const layers = multipathByHand(ghz, km, margin);
        for (const [said, wanted] of [
          [found.rainOutage!, rain],
          [found.multipathOutage!, layers],
        ] as const)
          assert.ok(Math.abs(said / wanted - 1) <= 0.02, `${which}: ${said} %, by hand ${wanted}`);
        reckoned++;
        if (rain === 0.001 || rain === 1) atEnds++;
      }
  assert.equal(reckoned, 32);
  assert.ok(atEnds < 16, `${atEnds} at an end of the law`);
});

test("LK12 a year's standing is what both outages leave, down to four places, and its hours", () => {
  assert.deepEqual(standingOf({ rainOutage: 0.05, multipathOutage: 0.01 }), {
    availability: 99.94,
  });
  assert.equal(standingOf({ rainOutage: 0.00104 }).availability, 99.9989);
  assert.ok(Math.abs(hoursWithout(99.95) - 4.383) < 1e-9);
  assert.ok(Math.abs(hoursWithout(99) - 87.66) < 1e-9);
});

test("LK12 below 99 %, where the law of rain ends, it says no number", () => {
  const below = { availability: 99, below: true };
  assert.deepEqual(standingOf({ rainOutage: 1, multipathOutage: 0.0001 }), below);
  assert.deepEqual(standingOf({ rainOutage: 0.6, multipathOutage: 0.6 }), below);
  const monsoon = { latitude: 12, rain: 95, gradient: -250 };
  const hop = { km: 33, mhz: 18_700, ends: [220, 200], polarisation: "vertical" } as const;
  assert.deepEqual(standingOf(outagesOf(hop, 6, monsoon)), below);
});
