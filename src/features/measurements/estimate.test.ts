import assert from "node:assert/strict";
import test from "node:test";
import { assert as check, integer, property } from "fast-check";
import { rateOf, type Arrival } from "./browser/estimate.ts";

const SEGMENT = 1448;

/**
 * When the segments of a burst arrive: a sender that begins with ten and adds one for each that is acknowledged,
 * through a link of a rate and a round trip. As in the kernel, without losses.
 */
function arrivalsOver(kbps: number, rtt: number, bytes: number): Arrival[] {
  const each = (SEGMENT * 8) / kbps; // ms on the link
  const sent = Math.ceil(bytes / SEGMENT);
  const arrived: number[] = [];
  let free = rtt / 2; // when the link has room again
  for (let i = 0; i < sent; i++) {
    // The window has room for the i-th segment once enough before it were acknowledged: two leave for each.
    const waitsFor = i < 10 ? -1 : Math.floor((i - 10) / 2);
    const leaves = waitsFor < 0 ? rtt / 2 : arrived[waitsFor]! + rtt / 2;
    free = Math.max(free, leaves + rtt / 2 - each) + each;
    arrived.push(free);
  }
  return arrived.map((ms, i) => [ms, Math.min(bytes, (i + 1) * SEGMENT)]);
}

for (const [kbps, rtt, bytes] of [
  [64, 20, 40_000],
  [64, 600, 40_000],
  [512, 20, 90_000],
  [5000, 20, 90_000],
] as const)
  test(`ME1 ${kbps} kbit/s over ${rtt} ms is told within the bound that is stated`, () => {
    const rate = rateOf(arrivalsOver(kbps, rtt, bytes), rtt, 8);
    assert.equal(rate?.says, "about");
    assert.ok(rate.error > 0 && rate.error <= 0.25);
    assert.ok(Math.abs(rate.kbps / kbps - 1) <= rate.error, JSON.stringify(rate));
  });

test("ME2 a burst that ended before the link was full is a lower bound", () => {
  for (const [kbps, rtt] of [
    [5000, 300],
    [50_000, 50],
    [1_000_000, 20],
  ] as const) {
    const rate = rateOf(arrivalsOver(kbps, rtt, 90_000), rtt, 8);
    assert.equal(rate?.says, "at-least", `${kbps} ${rtt} ${JSON.stringify(rate)}`);
    assert.ok(rate.kbps <= kbps);
  }
});

test("ME2 over any link: within the bound, or a lower bound below the link's rate", () => {
  let about = 0;
  check(
    property(
      integer({ min: 16, max: 200_000 }),
      integer({ min: 2, max: 900 }),
      integer({ min: 10_000, max: 180_000 }),
      (kbps, rtt, bytes) => {
        const rate = rateOf(arrivalsOver(kbps, rtt, bytes), rtt, 8);
        if (!rate) return;
        if (rate.says === "at-least") return assert.ok(rate.kbps <= kbps);
        about += 1;
        assert.ok(Math.abs(rate.kbps / kbps - 1) <= rate.error, JSON.stringify(rate));
      },
    ),
    { numRuns: 2000 },
  );
  assert.ok(about > 100, `${about} rates`);
});

test("ME2 a beginning that was seen late, or let through at once, does not make a link faster", () => {
  const steady = (kbps: number, from: number, to: number): Arrival[] =>
    Array.from({ length: Math.ceil((to - from) / SEGMENT) }, (_, i) => {
      const bytes = Math.min(to, from + (i + 1) * SEGMENT);
      return [((bytes - from) * 8) / kbps, bytes];
    });
  const late = steady(20_000, 0, 55_000).map(([ms, bytes]): Arrival => [ms - 4, bytes]);
  const lumped = steady(5000, 4096, 20_000);
  for (const [kbps, seen] of [
    [20_000, late.filter(([ms]) => ms > 0)],
    [5000, lumped],
  ] as const) {
    const rate = rateOf(seen, 30, 5);
    assert.ok(rate && rate.says === "at-least" && rate.kbps <= kbps, JSON.stringify(rate));
  }
});

test("ME3 nothing, or one lump, is no rate", () => {
  assert.equal(rateOf([], 20, 8), undefined);
  assert.equal(rateOf([[12, 4000]], 20, 8), undefined);
  assert.equal(rateOf([[0, 90_000]], 20, 8), undefined);
});
