/** Of how many houses a plan's promise holds (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { mostLossAt, radioOf } from "../../../engines/costs/radios.ts";
import { antennaLoss } from "../../../engines/coverage/antenna.ts";
import { itmPointToPoint } from "../../../engines/propagation/itm/p2p.ts";
import { ITM_DEFAULTS } from "../../../engines/propagation/itm/options.ts";
import { gasLoss } from "../../../engines/propagation/p676/gases.ts";
import { bearing, distanceKm } from "../../../engines/terrain/great-circle.ts";
import { heightAt } from "../../../engines/terrain/grid.ts";
import { profileBetween } from "../../../engines/terrain/profile.ts";
import { holdsTogether, madeRegion, planFor } from "./plan.test.kit.ts";
import { prepare } from "./prepare.ts";
import { at, gridOf, heightOf, regionFields, SIDE } from "./region.test.kit.ts";

const radio = radioOf("sector-5ghz-ac", "access");

test("PM82 each house is judged over its own ground, by the sector that serves the place, and its spot may be weak or strong", async () => {
  // Rows of houses from the west valley over the ridge to the other side, so that some see no mast and some barely.
  const houses = Array.from({ length: 60 }, (_, i) =>
    at(20 + (i % 5) * 6, 8 + Math.floor(i / 5) * 9),
  );
  const { plan } = await planFor((fields) => {
    fields["places"] = [
      { name: "Westend", ...at(30, 22), people: 400, houses, radius: 50 },
      { name: "Eastham", ...at(60, 100), people: 600, radius: 300 },
    ];
  });
  holdsTogether(plan);
  const grid = gridOf();
  const [west, east] = plan.places;
  const site = plan.sites.find(({ id }) => id === west!.site)!;
  const sector = site.sectors![west!.sector!]!;
  const margins = houses.map((house) => {
    const km = distanceKm(site, house);
    const { heights, spacing } = profileBetween(grid, site, house);
    const { loss } = itmPointToPoint(
      { transmitter: site.mast, receiver: 6, heights, spacing },
      { ...ITM_DEFAULTS, frequency: 5600, time: 90, location: 50, situation: 50 },
    );
    const rise = heightAt(grid, house) + 6 - site.ground - site.mast;
    const elevation = (Math.atan(rise / (1000 * km) - km / ((8 / 3) * 6371)) * 180) / Math.PI;
    const antenna = { ...sector, verticalBeam: radio.beam!.upright };
    const aside = antennaLoss(antenna, bearing(site, house), elevation);
    return aside > 12 ? -99 : mostLossAt(radio, radio.rungs[0]) - loss - gasLoss(km, 5600) - aside;
  });
  const spread = 1.2816 * (0.52 + 0.024 * 5.6) * (111_195 / 1200) ** 0.28; // some 3 dB
  const shareOver = (dB: number) => margins.filter((margin) => margin >= dB).length / 60;
  assert.deepEqual([west!.share!.of, west!.share!.are], [60, "houses"]);
  assert.ok(Math.abs(west!.share!.least - shareOver(spread)) <= 0.03, `${shareOver(spread)}`);
  assert.ok(Math.abs(west!.share!.most - shareOver(-spread)) <= 0.03, `${shareOver(-spread)}`);
  assert.ok(
    west!.share!.least > 0.05 && west!.share!.least < west!.share!.most && west!.share!.most < 0.95,
    JSON.stringify(west!.share),
  );
  let nodes = 1; // the centre itself
  for (let i = 0; i < SIDE * SIDE; i++)
    if (distanceKm(at(Math.floor(i / SIDE), i % SIDE), at(60, 100)) <= 0.3) nodes += 1;
  assert.deepEqual([east!.share!.of, east!.share!.are], [nodes, "points"]);
});

test("PM82 a place in sight of its mast is reached whole; a void under a house leaves it out", async () => {
  const { plan } = await planFor(
    (fields) => {
      const around = [at(30, 22), at(31, 22), at(30, 24), at(29, 21)];
      fields["places"] = [
        {
          name: "Westend",
          ...at(30, 22),
          people: 400,
          houses: [...around, { lat: 42.3, lon: 1.4 }],
        },
      ];
    },
    { grid: gridOf((row, column) => (column > 50 ? heightOf(row, column) : 500)) },
  );
  assert.deepEqual(plan.places[0]!.share, { least: 1, most: 1, of: 4, are: "houses" });
});

test("PM82 a house far from its place is told, and a table may have a column of that name", async () => {
  const fields = regionFields();
  const place = { name: "Westend", ...at(30, 22), people: 400 };
  fields["places"] = [{ ...place, houses: [{ lat: 1.4, lon: 42.4 }] }];
  await assert.rejects(
    prepare(madeRegion(fields).file),
    /Westend: houses: expected houses within 20 km of the place, found one at 1\.4, 42\.4$/,
  );
  const { lat, lon } = at(30, 22);
  const table = `name,lat,lon,people,houses,radius\nWestend,${lat},${lon},400,140,250\n`;
  const { places } = await prepare(madeRegion(regionFields(), { places: table }).file);
  assert.deepEqual([places[0]!.houses, places[0]!.radius], [undefined, 250]);
});
