/** What a sector has the time for (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { radioOf } from "../../../engines/costs/radios.ts";
import { antennaLoss } from "../../../engines/coverage/antenna.ts";
import { bearing, distanceKm } from "../../../engines/terrain/great-circle.ts";
import { heightAt } from "../../../engines/terrain/grid.ts";
import { holdsTogether, planFor } from "./plan.test.kit.ts";
import { at, gridOf } from "./region.test.kit.ts";

const radio = radioOf("sector-5ghz-ac", "access");
const MBPS = 0.5; // of a subscribing household of the small region: 2.5 people, of whom 40 % subscribe
const asked = (people: number, mbps: number) => (people / 2.5) * 0.4 * mbps;
const villages = (around: readonly (readonly [row: number, column: number, people: number])[]) =>
  [
    "name,lat,lon,people",
    ...around.map(([row, column, people], i) => {
      const { lat, lon } = at(row, column);
      return `Village ${i},${lat},${lon},${people}`;
    }),
    "",
  ].join("\n");

const RING = villages([
  [30, 60, 300],
  [90, 60, 300],
  [60, 30, 300],
  [60, 90, 300],
  [45, 45, 300],
  [75, 75, 300],
  [45, 75, 300],
  [75, 45, 300],
]);

test("PM30 no sector is asked for more than all of its airtime, each place at the step that its level carries there", async () => {
  const grid = gridOf();
  let [served, crowded, left] = [0, 0, 0];
  for (const mbps of [0.5, 1.5, 3]) {
    const { plan } = await planFor(
      (fields) => {
        fields["demand"] = { household: 2.5, takeUp: 0.4, mbps };
        (fields["money"] as { budget: number }).budget = 150_000;
        fields["search"] = { seconds: 1, points: 2 };
      },
      { places: RING },
    );
    holdsTogether(plan);
    for (const site of plan.sites) {
      assert.equal(site.serves, site.sectors !== undefined);
      for (const [i, sector] of (site.sectors ?? []).entries()) {
        const mine = plan.places.filter((one) => one.site === site.id && one.sector === i);
        const airtime = mine.reduce((sum, place) => {
          const rung = radio.rungs.find(({ name }) => name === place.rung)!;
          const km = distanceKm(site, place);
          const rise = heightAt(grid, place) + 6 - site.ground - site.mast;
          const elevation = (Math.atan(rise / (1000 * km) - km / ((8 / 3) * 6371)) * 180) / Math.PI;
          const antenna = { ...sector, verticalBeam: radio.beam!.upright };
          const aside = antennaLoss(antenna, bearing(site, place), elevation);
          const level = radio.eirp + radio.gain - place.loss! - aside;
          assert.ok(Math.abs(level - place.level!) < 0.5, `${level} is told as ${place.level}`);
          assert.ok(level >= rung.sensitivity - 0.5, "the level carries the step");
          return sum + asked(place.people, mbps) / rung.mbps;
        }, 0);
        assert.ok(Math.abs(airtime - sector.airtime) < 1e-3 && airtime <= 1 + 1e-9, `${airtime}`);
        if (airtime > 0.5) crowded += 1;
        served += mine.length;
      }
    }
    left += plan.places.filter((place) => place.site === undefined).length;
  }
  assert.ok(served > 8 && crowded > 2 && left > 0, `${served} served, ${crowded} crowded, ${left}`);
});

test("PM30 a place that asks for more than a sector carries is left, and the plan says why", async () => {
  const { plan } = await planFor(
    (fields) => {
      fields["demand"] = { household: 2.5, takeUp: 0.4, mbps: MBPS };
    },
    { places: villages([[60, 90, 5000]]) }, // 400 Mbit/s, and a sector carries 194 at most
  );
  assert.equal(plan.places[0]!.site, undefined);
  assert.ok(
    plan.open.some((line) => line.includes("Village 0") && line.includes("has too little airtime")),
  );
});

test("PM30 there are as many sectors as are needed, and each looks at those whom it serves", async () => {
  const { plan } = await planFor(() => undefined, { places: RING });
  const sectors = plan.sites.flatMap((site) =>
    (site.sectors ?? []).map((sector, i) => ({ site, sector, i })),
  );
  assert.ok(sectors.length > 0);
  for (const { site, sector, i } of sectors) {
    const mine = plan.places.filter((one) => one.site === site.id && one.sector === i);
    assert.ok(mine.length > 0, `${site.name}: a sector that looks at nobody`);
    for (const place of mine) {
      const off = Math.abs(((bearing(site, place) - sector.azimuth + 540) % 360) - 180);
      assert.ok(off <= sector.beam, `${off} degrees from where the sector looks`);
    }
  }
});
