/** Gases, rain, and what both and the layers of the air do to a link (README.md, LK4 to LK8). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { multipathOccurrence, multipathOutage, overAverageYear } from "./p530/multipath.ts";
import { rainFade, rainFadeAtHundredth, rainOutage } from "./p530/rain-fade.ts";
import { gasLossPerKm } from "./p676/gases.ts";
import { rainCoefficients, rainLossPerKm } from "./rain.ts";

const table = (name: string): number[][] =>
  readFileSync(`tests/data/propagation/p676-p838/${name}.csv`, "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(2)
    .map((line) => line.split(",").map(Number));
const isNear = (value: number, expected: number, share: number, what: string) =>
  assert.ok(
    Math.abs(value - expected) <= share * Math.abs(expected),
    `${what}: ${value}, expected ${expected}`,
  );

test("LK4 gases take what Study Group 3's values say, to their printed digits: per km by frequency", () => {
  const rows = table("ITURP676-13_gamma");
  assert.ok(rows.length > 170);
  for (const [ghz, pressure, temperature, vapour, dry, wet, whole] of rows) {
    const air = { pressure: pressure!, temperature: temperature!, vapour: vapour! };
    const loss = gasLossPerKm(ghz!, air);
    isNear(loss.oxygen, dry!, 1e-12, `oxygen at ${ghz} GHz`);
    isNear(loss.water, wet!, 1e-12, `water at ${ghz} GHz`);
    isNear(loss.whole, whole!, 1e-12, `both at ${ghz} GHz`);
  }
  assert.throws(() => gasLossPerKm(0), /1 to 1000 GHz, got 0/);
});

test("LK5 rain takes what Study Group 3's values say, to their printed digits, as do k and alpha", () => {
  const rows = table("ITURP838-3_rain_specific_attenuation");
  assert.ok(rows.length > 30);
  for (const [elevation, ghz, rate, tilt, k, alpha, loss] of rows) {
    const found = rainCoefficients(ghz!, elevation, tilt);
    assert.ok(Math.abs(found.k - k!) <= 1e-8, `k ${found.k}, expected ${k}`);
    assert.ok(Math.abs(found.alpha - alpha!) <= 1e-8, `alpha ${found.alpha}, expected ${alpha}`);
    const rain = rainLossPerKm(ghz!, rate!, elevation, tilt);
    assert.ok(Math.abs(rain - loss!) <= 1e-8, `${rain}, expected ${loss}`);
  }
  assert.throws(() => rainLossPerKm(12, -1), /rain rate from 0 mm\/h, got -1/);
});

test("LK6 a rain fade: a hundredth of a per cent is itself, less time is deeper, no rain is none, and the factor is at most 2.5", () => {
  const link = { km: 12, ghz: 18, rate: 42 };
  isNear(rainFade(link, 0.01), rainFadeAtHundredth(link), 0.01, "0.01 %"); // the law meets it within the rounding of its coefficients
  assert.ok(
    rainFade(link, 0.001) > rainFade(link, 0.01) && rainFade(link, 0.01) > rainFade(link, 0.1),
  );
  assert.equal(rainFadeAtHundredth({ ...link, rate: 0 }), 0);
  const short = { ...link, km: 0.2 };
  isNear(rainFadeAtHundredth(short), 2.5 * 0.2 * rainLossPerKm(18, 42), 1e-12, "a short link");
  assert.throws(() => rainFade(link, 2), /percentage from 0\.001 to 1, got 2/);
});

test("LK7 the time that a margin is not enough is the time whose fade it is, within what the law holds for", () => {
  const link = { km: 12, ghz: 18, rate: 42 };
  for (const percent of [0.002, 0.01, 0.07, 0.6])
    isNear(rainOutage(link, rainFade(link, percent)), percent, 1e-6, `${percent} %`);
  assert.equal(rainOutage(link, 500), 0.001);
  assert.equal(rainOutage(link, 0.001), 1);
});

test("LK8 multipath: ten times as long for 10 dB less, deep; no step where the forms meet; a slope and height help; a year is less than its worst month", () => {
  const link = { km: 40, ghz: 6, low: 400, high: 520, gradient: -200 };
  isNear(multipathOutage(link, 30), 10 * multipathOutage(link, 40), 1e-9, "30 dB");
  const turn = 25 + 1.2 * Math.log10(multipathOccurrence(link));
  isNear(multipathOutage(link, turn - 1e-6), multipathOutage(link, turn), 1e-4, "where they meet");
  assert.ok(multipathOutage({ ...link, high: 1400 }, 30) < multipathOutage(link, 30));
  assert.ok(multipathOutage({ ...link, low: 900, high: 1020 }, 30) < multipathOutage(link, 30));
  assert.ok(
    multipathOutage(link, 10) < 100 && multipathOutage(link, 10) > multipathOutage(link, 20),
  );
  for (const gradient of [-900, -1300, -2000])
    for (const margin of [3, 25, 40]) {
      const outage = multipathOutage({ ...link, km: 80, gradient }, margin);
      assert.ok(
        outage >= 0 && outage <= 100,
        `${outage} % at ${gradient} N-units/km, ${margin} dB`,
      );
    }
  const month = multipathOutage(link, 30);
  const year = overAverageYear(month, link, 42.5);
  assert.ok(year < month && year > month / 13, `${year} of ${month}`);
  const detailed = multipathOccurrence({ ...link, roughness: 42 });
  // K of the quick form is the detailed one's at a roughness of some 30 m: they must be of one size.
  assert.ok(detailed / multipathOccurrence(link) > 0.2 && detailed / multipathOccurrence(link) < 5);
});
