/** What is drawn as covered beside what the plan serves (README.md). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fromArrayBuffer } from "geotiff";
import { mostLossAt, radioOf } from "../../../engines/costs/radios.ts";
import { antennaLoss } from "../../../engines/coverage/antenna.ts";
import { bearing, distanceKm } from "../../../engines/terrain/great-circle.ts";
import { heightAt } from "../../../engines/terrain/grid.ts";
import { planFor } from "./plan.test.kit.ts";
import { at, gridOf } from "./region.test.kit.ts";

const radio = radioOf("sector-5ghz-ac", "access");
const most = mostLossAt(radio, radio.rungs[0]);
const ASIDE = 12; // dB

/** Of a plan's GeoTIFF: its nodes with their values, and the value at a point. */
async function rasterIn(out: string) {
  const file = readFileSync(join(out, "valleys-coverage.tif"));
  const image = await (await fromArrayBuffer(new Uint8Array(file).buffer)).getImage();
  const [west, , , north] = image.getBoundingBox() as [number, number, number, number];
  const [stepLon, stepLat] = image.getResolution() as [number, number];
  const width = image.getWidth();
  const values = (await image.readRasters())[0] as Float32Array;
  const nodes = Array.from(values, (value, i) => ({
    value,
    lat: north + stepLat * (Math.floor(i / width) + 0.5),
    lon: west + stepLon * ((i % width) + 0.5),
  }));
  const valueAt = ({ lat, lon }: { readonly lat: number; readonly lon: number }) =>
    values[Math.floor((lat - north) / stepLat) * width + Math.floor((lon - west) / stepLon)]!;
  return { nodes, valueAt };
}

test("PM81 a place is covered exactly where the plan serves it, and nothing that every sector sees aside", async () => {
  const grid = gridOf();
  let [served, left, inside, outside] = [0, 0, 0, 0];
  for (const seed of [1, 2, 3]) {
    const random = randoms(seed);
    const places = Array.from({ length: 24 }, (_, i) => {
      const { lat, lon } = at(1 + random() * 118, 1 + random() * 118);
      return `P ${i},${lat},${lon},100`;
    });
    const { plan, out } = await planFor(
      (fields) => {
        (fields["money"] as { budget: number }).budget = 60_000 * seed;
        Object.assign(fields["access"] as object, { sectors: 1 + (seed % 2), reach: 4 + seed });
        fields["candidates"] = { summits: 3, settlements: seed > 2, roadEvery: 50 };
        fields["search"] = { seconds: 1, points: 2 };
      },
      { places: ["name,lat,lon,people", ...places, ""].join("\n") },
    );
    const { nodes, valueAt } = await rasterIn(out);
    const asideOf = (to: { readonly lat: number; readonly lon: number }) =>
      plan.sites
        .flatMap((site) => (site.sectors ?? []).map((sector) => ({ site, sector })))
        .filter(({ site }) => distanceKm(site, to) <= 4 + seed - 0.1)
        .map(({ site, sector }) => {
          const km = distanceKm(site, to);
          const rise = heightAt(grid, to) + 6 - site.ground - site.mast;
          const up = (Math.atan(rise / (1000 * km) - km / ((8 / 3) * 6371)) * 180) / Math.PI;
          return antennaLoss(
            { ...sector, verticalBeam: radio.beam!.upright },
            bearing(site, to),
            up,
          );
        });
    const masts = plan.sites.filter(({ serves }) => serves);
    for (const place of plan.places) {
      const isCovered = valueAt(place) <= most + 1e-4;
      if (place.site !== undefined) {
        assert.ok(isCovered, `${place.name} is served, and not drawn`);
        const reckoned = most - place.margin!; // by its own mast; another may reach it better
        assert.ok(valueAt(place) <= reckoned + 1e-3, `${valueAt(place)} for ${reckoned} dB`);
        served += 1;
      } else if (Math.min(...asideOf(place), 99) > ASIDE + 0.5) {
        assert.ok(!isCovered, `${place.name} lies aside, and is drawn`);
        left += 1;
      }
    }
    for (const node of nodes) {
      if (masts.some((site) => distanceKm(site, node) < 0.4)) continue; // a sheet's metre counts there
      const isPlace = plan.places.some((place) => distanceKm(place, node) < 0.1);
      const aside = Math.min(...asideOf(node), 99);
      if (isPlace || Math.abs(aside - ASIDE) < 1) continue;
      if (aside > ASIDE) {
        const isNearRim = masts.some(
          (site) => Math.abs(distanceKm(site, node) - 4 - seed + 0.05) < 0.1,
        );
        if (isNearRim) continue;
        assert.ok(!(node.value <= most), `${node.value} dB at ${node.lat}, ${node.lon}`);
        outside += 1;
      } else {
        assert.ok(node.value > 0, "ahead of a sector there is a value");
        inside += 1;
      }
    }
  }
  assert.ok(
    served > 10 && left > 5 && inside > 1000 && outside > 1000,
    `${served} served, ${left} left, ${inside} nodes inside, ${outside} outside`,
  );
});

/** A linear congruential generator (Numerical Recipes), from 0 to 1. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}
