import assert from "node:assert/strict";
import test from "node:test";
import { chargeOf } from "./battery.ts";

const HOUR = 3_600_000;
const NOW = 1000 * 24 * HOUR;
/** @param days before now @param of mV, by the days that are left until now */
const readings = (days: number, of: (left: number) => number, step = 1) =>
  Array.from({ length: Math.round((days * 24) / step) + 1 }, (_, i) => {
    const left = days - (i * step) / 24;
    return { at: NOW - left * 24 * HOUR, battery: Math.round(of(left)) };
  });

test("LE16 a battery that falls steadily says when it will stop; from its last days, a week before", () => {
  const { lasts, isNew } = chargeOf(
    readings(6, (left) => 3600 + 50 * left),
    3300,
    NOW,
  );
  assert.ok(Math.abs(lasts! - 6) < 0.2, String(lasts));
  assert.equal(isNew, false);
  const slowly = chargeOf(
    readings(6, (left) => 3600 + 10 * left, 6),
    3300,
    NOW,
  );
  assert.ok(slowly.lasts! > 25);
  assert.equal(
    chargeOf(
      readings(0, () => 3300),
      3300,
      NOW,
    ).lasts,
    0,
  ); // it is empty now
});

test("LE16 it says nothing when it cannot know: too few days, a sun that charges, a new battery, no reading", () => {
  assert.deepEqual(chargeOf([], 3300, NOW), { isNew: false });
  assert.equal(
    chargeOf(
      readings(1.5, (left) => 3400 + 50 * left),
      3300,
      NOW,
    ).lasts,
    undefined,
  );
  const sun = readings(5, (left) => 3700 + 200 * Math.sin(left * 2 * Math.PI));
  assert.ok((chargeOf(sun, 3300, NOW).lasts ?? 99) > 9);
  assert.equal(
    chargeOf(
      readings(5, () => 3900),
      3300,
      NOW,
    ).lasts,
    undefined,
  );
  const changed = chargeOf(
    readings(5, (left) => (left > 1 ? 3300 + 20 * left : 4100 - 20 * (1 - left))),
    3300,
    NOW,
  );
  assert.deepEqual(changed, { isNew: true });
});

test("LE16 a sun that charges less each day is seen through its nights", () => {
  const cloudy = readings(5, (left) => 3500 + 60 * left + 100 * Math.sin(left * 2 * Math.PI));
  const { lasts } = chargeOf(cloudy, 3300, NOW);
  assert.ok(lasts! > 0 && lasts! < 5, String(lasts));
});
