/** How long hops stand (README.md). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import * as fc from "fast-check";
import { multipathOutage, overAverageYear } from "../../../engines/propagation/p530/multipath.ts";
import { rainOutage } from "../../../engines/propagation/p530/rain-fade.ts";
import type { Hop, Site } from "../records.ts";
import { standingWith, worstOf } from "./air.ts";
import { holdsTogether, planFor } from "./plan.test.kit.ts";

const AIR = {
  rain: 42,
  gradient: -250,
  source: { title: "Maps of the air", url: "https://example.org/air" },
};
const HOP = { km: 30, mhz: 18_700, ends: [320, 300], latitude: 42.5 } as const;

const outOf = (margin: number) => {
  const [low, high] = [300, 320];
  const clear = { km: 30, ghz: 18.7, low, high, gradient: AIR.gradient };
  return {
    rain: rainOutage({ km: 30, ghz: 18.7, rate: AIR.rain, tilt: 90 }, margin),
    multipath: overAverageYear(multipathOutage(clear, margin), clear, 42.5),
  };
};

test("PM25 a hop stands in what rain and multipath leave of a year at its margin", () => {
  for (const margin of [15, 22]) {
    const { rain, multipath } = outOf(margin);
    const { availability: said } = standingWith(HOP, margin, AIR)!;
    assert.ok(rain > 1e-3 && multipath > 2e-4, `${rain} and ${multipath}: both must count here`);
    const left = 100 - rain - multipath;
    assert.ok(said <= left && left - said <= 1e-4, `${said} of ${left}`);
  }
  assert.equal(standingWith(HOP, 30, undefined), undefined);
});

test("PM25 where the law of rain ends, at 1 % of a year, a hop is below 99 % and no more is said", () => {
  assert.equal(outOf(1).rain, 1);
  for (const margin of [0, 1]) {
    const said = standingWith(HOP, margin, AIR);
    assert.deepEqual(said, { availability: 99, below: true });
  }
});

test("PM25 below 1 GHz rain is left out", () => {
  const low = { ...HOP, mhz: 800 };
  assert.deepEqual(standingWith(low, 15, AIR), standingWith(low, 15, { ...AIR, rain: 300 }));
  const at1 = { ...HOP, mhz: 1000 };
  const of = (hop: typeof at1) => standingWith(hop, 80, AIR)!.availability;
  assert.ok(of(at1) < of({ ...at1, mhz: 999 }));
});

test("law: PM25 more rain, or less margin, never makes a hop stand longer", () => {
  fc.assert(
    fc.property(
      fc.record({
        km: fc.double({ min: 0.3, max: 40, noNaN: true }),
        mhz: fc.constantFrom(800, 5600, 7400, 18_700, 80_000),
        margin: fc.double({ min: 0.1, max: 60, noNaN: true }),
        rain: fc.double({ min: 0, max: 150, noNaN: true }),
      }),
      ({ km, mhz, margin, rain }) => {
        const of = (dB: number, rate: number) =>
          standingWith({ ...HOP, km, mhz }, dB, { ...AIR, rain: rate })!.availability;
        const said = of(margin, rain);
        assert.ok(said >= 99 && said <= 100);
        assert.ok(of(margin, rain + 20) <= said && of(margin + 3, rain) >= said);
      },
    ),
  );
});

const site = (id: string, serves = true) => ({ id, name: id.toUpperCase(), serves }) as Site;
const hop = (from: string, to: string, availability?: number) =>
  ({ from, to, ...(availability !== undefined && { availability }) }) as Hop;

test("PM26 the worst-placed mast that serves is told by all hops on its way; one that only carries is none", () => {
  const sites = [site("g"), site("a"), site("b"), site("c", false)];
  const hops = [hop("g", "a", 99.9), hop("a", "b", 99.8), hop("b", "c", 50)];
  const worst = worstOf({ sites, hops })!;
  assert.equal(worst.site.id, "b");
  assert.equal(worst.availability, 99.7002);
  assert.deepEqual(worst.way, hops.slice(0, 2));
  assert.equal(worstOf({ sites: [site("g")], hops: [] }), undefined);
  assert.equal(worstOf({ sites, hops: [hop("g", "a"), hop("a", "b", 99)] }), undefined);
});

test("PM26 a plan tells how long its worst-placed mast stands, by its source; nothing else of it changes", async () => {
  const rained = (fields: Record<string, unknown>, air?: typeof AIR) => {
    fields["backhaul"] = { radios: ["link-80ghz"], reach: 15, fade: 5 }; // which rain fades well
    if (air) fields["air"] = air;
  };
  const without = await planFor((fields) => rained(fields));
  const { plan, out } = await planFor((fields) => rained(fields, AIR));
  holdsTogether(plan);
  const worst = worstOf(plan)!;
  assert.deepEqual(plan.measures!.seamless!.availability!.value, worst.availability);
  assert.ok(worst.availability > 0 && worst.availability < 100);
  const { note } = plan.measures!.seamless!.availability!.source;
  for (const said of [
    worst.site.name,
    "hours a year without a connection",
    "not power, equipment or the last link",
    "42 mm/h",
    "-250",
  ])
    assert.ok(note!.includes(said), String(note));
  assert.ok(plan.hops.length > 0);
  for (const { km, mhz, margin, availability, from, to, fromMast, toMast } of plan.hops) {
    const [a, b] = [from, to].map((id) => plan.sites.find((one) => one.id === id)!);
    const ends = [a!.ground + fromMast, b!.ground + toMast] as const;
    const wanted = standingWith({ km, mhz, ends, latitude: a!.lat }, margin, AIR)!.availability;
    assert.ok(Math.abs(availability! - wanted) <= 2e-4, `${availability}, expected ${wanted}`);
  }
  const report = readFileSync(join(out, "valleys-report.html"), "utf8");
  assert.ok(
    report.includes(
      `of an average year by rain and multipath ${plan.hops[0]!.availability} %: about`,
    ),
  );
  const { hops, measures, ...rest } = plan;
  const { hops: before, measures: measured, ...same } = without.plan;
  assert.deepEqual(rest, same);
  assert.deepEqual({ ...measures, seamless: undefined }, { ...measured, seamless: undefined });
  assert.equal(measured!.seamless, undefined);
  assert.deepEqual(
    hops,
    before.map((one, i) => ({ ...one, availability: hops[i]!.availability })),
  );
  assert.ok(before.every(({ availability }) => availability === undefined));
});
