/** Summits, candidates, reach and lines (README.md). */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { array, assert as holds, integer, property, uniqueArray } from "fast-check";
import { stringify } from "yaml";
import { radioOf } from "../../../engines/costs/radios.ts";
import { freeSpaceLoss } from "../../../engines/propagation/free-space.ts";
import { clearance } from "../../../engines/propagation/clearance.ts";
import { gasLossPerKm } from "../../../engines/propagation/p676/gases.ts";
import { itmPointToPoint } from "../../../engines/propagation/itm/p2p.ts";
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import { newHeights, type Grid } from "../../../engines/terrain/grid.ts";
import { profileBetween } from "../../../engines/terrain/profile.ts";
import { fillVoids } from "../../../engines/terrain/voids.ts";
import { candidatesOf } from "./candidates.ts";
import { budget, clearMasts, linesBetween } from "./hops.ts";
import { itmOptionsOf, mostLoss, reachesOf } from "./reach.ts";
import { parseRegion } from "./region.ts";
import { at, gridOf, heightOf, regionFields } from "./region.test.kit.ts";
import { readRoads, roadside } from "./roads.ts";
import { summitsOf } from "./summits.ts";

const region = parseRegion(stringify(regionFields()), "valleys.yaml");
const radio = radioOf("sector-5ghz-ac", "access");
const link = radioOf("link-5ghz-ac", "backhaul");
const grid = gridOf();
const places = [
  { id: "westend", name: "Westend", ...at(30, 22), people: 400 },
  { id: "eastham", name: "Eastham", ...at(60, 100), people: 600 },
];
const found = () => candidatesOf(region, { grid, voids: undefined }, places, []);

/** Prominence by its definition: the highest way to higher ground, by flooding from each summit. */
function prominenceOf({ rows, columns, heights }: Grid, node: number): number {
  const height = heights[node]!;
  let level = Math.min(...heights);
  for (const saddle of [...new Set(heights)].toSorted((a, b) => b - a)) {
    const seen = new Set([node]);
    const queue = [node];
    for (const one of queue) {
      const [row, column] = [Math.floor(one / columns), one % columns];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          const near = y * columns + x;
          if (seen.has(near) || heights[near]! < saddle) continue;
          seen.add(near);
          queue.push(near);
        }
    }
    if (!queue.some((one) => heights[one]! > height)) continue;
    level = saddle;
    break;
  }
  return height - level;
}

test("PM6 a summit's prominence is its height over the highest way to higher ground", () => {
  const side = 6;
  holds(
    property(
      uniqueArray(integer({ min: 0, max: 999 }), { minLength: 36, maxLength: 36 }),
      (all) => {
        const heights = newHeights(side * side);
        heights.set(all);
        const small = { ...grid, rows: side, columns: side, heights };
        const summits = summitsOf(small, 1, () => true);
        assert.ok(summits.length >= 1);
        for (const { row, column, height, prominence } of summits) {
          assert.equal(height, heights[row * side + column]);
          assert.equal(prominence, prominenceOf(small, row * side + column));
        }
        // And none is missing: whoever has no higher neighbour is one.
        const peaks = all.filter((height, i) => {
          const [row, column] = [Math.floor(i / side), i % side];
          return all.every(
            (other, j) =>
              other <= height ||
              Math.max(Math.abs(Math.floor(j / side) - row), Math.abs((j % side) - column)) > 1,
          );
        });
        assert.equal(summits.length, peaks.length);
      },
    ),
    { numRuns: 60 },
  );
});

test("PM7 masts may stand at gateways, in settlements and on summits, on masts that stand and beside roads; never where nobody measured", () => {
  const { candidates, open } = found();
  assert.deepEqual(open, []);
  const kinds = Map.groupBy(candidates, ({ kind }) => kind);
  assert.deepEqual(
    kinds.get("gateway")!.map(({ id, masts, uplink }) => [id, masts, uplink]),
    [["gateway-fibreton", [20], 1000]],
  );
  assert.deepEqual(
    kinds.get("settlement")!.map(({ id }) => id),
    ["westend", "eastham"],
  );
  const top = kinds.get("summit")!.find(({ ground }) => ground > 1095)!;
  assert.ok(distanceKm(top, at(60, 60)) < 0.5);
  assert.match(top.name, /^Summit of 1,10\d m \d\.\d km (west|north-west|south-west) of Eastham$/);
  assert.equal(new Set(candidates.map(({ id }) => id)).size, candidates.length);
  const standing = parseRegion(
    stringify({
      ...regionFields(),
      masts: [
        { name: "Old mast", ...at(20, 40), mast: 45 },
        { name: "Beyond", lat: 10, lon: 10, mast: 45 },
      ],
    }),
    "x.yaml",
  );
  const holed = fillVoids(
    gridOf((row, column) =>
      Math.hypot(row - 60, column - 60) < 9 ? Number.NaN : heightOf(row, column),
    ),
  );
  const road = [at(60, 10), at(60, 110)];
  const more = candidatesOf(standing, holed, places, [road]);
  assert.deepEqual(more.open, [
    "Beyond lies outside of the terrain that was given; it was left out.",
  ]);
  assert.ok(more.candidates.some(({ kind, masts }) => kind === "existing mast" && masts[0] === 45));
  assert.equal(more.candidates.filter(({ kind }) => kind === "roadside").length, 2); // one every 2 km, but for the one in the void
  assert.ok(more.candidates.every((one) => distanceKm(one, at(60, 60)) > 0.5));
  const gatewayInVoid = candidatesOf(
    parseRegion(
      stringify({
        ...regionFields(),
        gateways: [{ name: "Hole", ...at(60, 60), mast: 20, uplink: 10 }],
      }),
      "x.yaml",
    ),
    holed,
    places,
    [],
  );
  assert.match(gatewayInVoid.open[0]!, /^Nobody measured the ground under Hole/);
});

test("PM7 across the date line and by long names a mast stands where, and is called as, a plan can hold", () => {
  const west = 179.95;
  const here = gridOf(heightOf, west);
  const name = "Llanfair".repeat(12);
  const long = { id: "l".repeat(80), name, ...at(60, 100, west), people: 5 };
  const twin = { ...long, id: "gateway-fibreton", ...at(20, 100, west) };
  const road = [at(30, 10, west), at(30, 110, west)];
  const far = parseRegion(
    stringify({
      ...regionFields(),
      gateways: [{ name: "Fibreton", ...at(60, 20, west), mast: 20, uplink: 1000 }],
    }),
    "x.yaml",
  );
  const terrain = { grid: here, voids: undefined };
  const { candidates } = candidatesOf(far, terrain, [long, twin], [road]);
  assert.ok(candidates.some(({ kind, lon }) => kind === "roadside" && lon < -179.9));
  for (const { id, lon } of candidates) {
    assert.ok(lon >= -180 && lon <= 180, `${id} ${lon}`);
    assert.match(id, /^[a-z0-9][a-z0-9-]{0,79}$/);
  }
});

test("PM8 roads are lines of GeoJSON; anything else is told", async () => {
  const dir = mkdtempSync(join(tmpdir(), "cnd-roads-"));
  const file = join(dir, "roads.geojson");
  const write = (features: unknown) =>
    writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
  try {
    write([
      {
        type: "Feature",
        properties: {},
        geometry: {
          type: "MultiLineString",
          coordinates: [
            [
              [1, 42],
              [1.1, 42],
            ],
          ],
        },
      },
    ]);
    const roads = await readRoads(file);
    const [first, second] = roadside(roads, 2);
    assert.ok(Math.abs(distanceKm(roads[0]![0]!, first!) - 1) < 0.01);
    assert.ok(Math.abs(distanceKm(first!, second!) - 2) < 0.01);
    assert.equal(roadside(roads, 2).length, 4); // 8.27 km: at 1, 3, 5, 7
    write([{ type: "Feature", geometry: { type: "Point", coordinates: [1, 42] } }]);
    await assert.rejects(readRoads(file), /roads\.geojson: features\[0\]\.geometry/);
    write([
      {
        type: "Feature",
        geometry: {
          type: "LineString",
          coordinates: [
            [1, 142],
            [1, 2],
          ],
        },
      },
    ]);
    await assert.rejects(readRoads(file), /expected \[longitude, latitude\]/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test("PM9 PM42 a place is reached where ITM's loss leaves the wanted step its margin, and nowhere else", async () => {
  const { candidates } = found();
  const strict = { ...region, access: { ...region.access, margin: 6 } }; // so that distance decides, and not hills alone
  const many = Array.from({ length: 60 }, (_, i) => {
    const spot = at(5 + 11 * (i % 10), 5 + 19 * Math.floor(i / 10));
    return { id: `p${i}`, name: `P${i}`, ...spot };
  });
  const spread = [...places, ...many];
  const reaches = await reachesOf({ region: strict, radio, grid, candidates, places: spread }, {});
  const limit = mostLoss(strict, radio);
  const { eirp, gain } = radio.uplink!; // with its 17 dBi a mast hears less than a subscriber with 23
  assert.equal(limit, eirp + gain - radio.rungs[0].sensitivity - 6);
  const [reached, tried] = [new Set<string>(), new Set<string>()];
  for (const [i, candidate] of candidates.entries())
    for (const [j, mast] of candidate.masts.entries())
      for (const [index, place] of spread.entries()) {
        const km = distanceKm(candidate, place);
        if (km > region.access.reach || km < 0.2) continue;
        const key = `${i} ${j} ${index}`;
        tried.add(key);
        const { loss: bare } = itmPointToPoint(
          {
            transmitter: mast,
            receiver: region.access.receiver,
            ...profileBetween(grid, candidate, place),
          },
          itmOptionsOf(region, radio),
        );
        const loss = bare + gasLossPerKm(radio.mhz / 1000).whole * km;
        const seen = reaches[i]![j]!.find((one) => one.place === index);
        assert.equal(seen !== undefined, loss <= limit, key);
        if (!seen) continue;
        reached.add(key);
        assert.ok(
          Math.abs(seen.loss - loss) <= 0.05 && Math.abs(seen.margin - (limit + 6 - loss)) <= 0.05,
        );
      }
  assert.ok(reached.size > 5 && reached.size < tried.size, `${reached.size} of ${tried.size}`);
  const gateway = candidates.findIndex(({ kind }) => kind === "gateway");
  assert.deepEqual(
    reaches[gateway]![0]!.flatMap(({ place }) => places[place]?.name ?? []),
    ["Westend"], // the ridge hides the other valley
  );
});

test("PM10 a line is offered with the least pairs of masts at which the wanted share of the Fresnel zone is clear", async () => {
  const road = [at(10, 10), at(10, 110), at(110, 60)];
  const { candidates } = candidatesOf(region, { grid, voids: undefined }, places, [road]);
  const bulging = { ...region, backhaul: { ...region.backhaul, k: 0.1 } }; // the Earth bulges 13 times as much
  const lines = await linesBetween({ region: bulging, radios: [link], grid, candidates }, {});
  assert.ok(lines.length > 10);
  const { k, clearance: wanted } = bulging.backhaul;
  for (const { a, b, masts, capacity, level, margin, km } of lines) {
    const [from, to] = [candidates[a]!, candidates[b]!];
    const profile = profileBetween(grid, from, to);
    const worst = (fromMast: number, toMast: number) =>
      clearance({ ...profile, fromMast, toMast, frequency: link.mhz, k }).worst;
    for (const [low, high] of masts) assert.ok(worst(low, high) >= wanted - 1e-9);
    for (const x of from.masts)
      for (const y of to.masts) {
        const offered = masts.some(([p, q]) => p <= x && q <= y);
        assert.equal(offered, worst(x, y) >= wanted, `${from.id} ${x} ${to.id} ${y}`);
      }
    const gases = gasLossPerKm(link.mhz / 1000).whole * km;
    const received = link.eirp + link.gain - freeSpaceLoss(km, link.mhz) - gases;
    const rung = link.rungs.find(({ mbps }) => mbps === capacity)!;
    const over = received - rung.sensitivity - margin;
    assert.ok(over >= -1e-6 && over < 0.1, `a margin of ${margin} leaves ${over}`);
    assert.ok(Math.abs(received - level) <= 0.05);
    assert.ok(margin >= region.backhaul.fade);
  }
  const across = (one: (typeof lines)[number]) =>
    [candidates[one.a]!, candidates[one.b]!].some(({ kind }) => kind === "gateway") &&
    [candidates[one.a]!, candidates[one.b]!].some(({ id }) => id === "eastham");
  assert.equal(lines.some(across), false); // the ridge stands between
  assert.deepEqual(budget(link, 500, 15), []);
});

test("PM11 law: masts that clear a line still clear it when they are higher", () => {
  const heights = array(integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 30 });
  const choices = uniqueArray(integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 5 });
  holds(
    property(heights, choices, choices, (ground, from, to) => {
      const profile = { heights: Float64Array.from(ground), spacing: 90 };
      const pairs = clearMasts(profile, [{ masts: from }, { masts: to }], link, {
        clearance: 0.6,
        k: 4 / 3,
      });
      for (const [i, [a, b]] of pairs.entries()) {
        assert.ok(pairs.every(([x, y], j) => i === j || x > a || y > b)); // none undercuts another
        const { worst } = clearance({
          ...profile,
          fromMast: a + 1,
          toMast: b + 3,
          frequency: link.mhz,
        });
        assert.ok(worst >= 0.6 - 1e-9);
      }
    }),
  );
});
