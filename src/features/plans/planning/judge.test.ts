/** A plan's own file, judged again by plain code that shares nothing with the planner but ITM (README.md, PM31). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { parse } from "yaml";
import { radioOf } from "../../../engines/costs/radios.ts";
import { itmPointToPoint } from "../../../engines/propagation/itm/p2p.ts";
import type { Plan } from "../records.ts";
import { planFor } from "./plan.test.kit.ts";
import { itmOptionsOf } from "./reach.ts";
import { parseRegion } from "./region.ts";
import { gridOf, heightOf } from "./region.test.kit.ts";

interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** The small region with a rock of one node here and there, which a point each 90 m passes by. */
const ground = gridOf(
  (row, column) => heightOf(row, column) + ((row * 73 + column * 151) % 13 === 0 ? 30 : 0),
);

function heightUnder({ lat, lon }: Place): number {
  const [y, x] = [(ground.north - lat) / ground.stepLat, (lon - ground.west) / ground.stepLon];
  const [r, c] = [Math.floor(y), Math.floor(x)];
  const node = (row: number, column: number) =>
    ground.heights[Math.min(row, ground.rows - 1) * ground.columns + column]!;
  const over = node(r, c) * (1 - (x - c)) + node(r, c + 1) * (x - c);
  const under = node(r + 1, c) * (1 - (x - c)) + node(r + 1, c + 1) * (x - c);
  return over * (1 - (y - r)) + under * (y - r);
}

/** Metres, along a straight line on the map: over some kilometres no node beside a great circle. */
function wayBetween(from: Place, to: Place) {
  const east = (to.lon - from.lon) * Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
  const length = (Math.hypot(to.lat - from.lat, east) * Math.PI * 6_371_008.8) / 180;
  const steps = Math.round(length / 10);
  const heights = Float64Array.from({ length: steps + 1 }, (_, i) =>
    heightUnder({
      lat: from.lat + ((to.lat - from.lat) * i) / steps,
      lon: from.lon + ((to.lon - from.lon) * i) / steps,
    }),
  );
  return { heights, spacing: length / steps, length };
}

function clearanceOf({ heights, spacing, length }: ReturnType<typeof wayBetween>, hop: Hop) {
  const [start, end] = [heights[0]! + hop.fromMast, heights.at(-1)! + hop.toMast];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < heights.length - 1; i++) {
    const [near, far] = [i * spacing, length - i * spacing];
    const ray =
      start + ((end - start) * near) / length - (near * far) / (2 * (4 / 3) * 6_371_008.8);
    const zone = Math.sqrt(((299.792458 / hop.mhz) * near * far) / length);
    least = Math.min(least, (ray - heights[i]!) / zone);
  }
  return least;
}
type Hop = Plan["hops"][number];

test("PM31 judged again at 10 m, no hop of a plan's file is blocked or too narrow, and each budget is right to 1 dB", async () => {
  const { out, file } = await planFor(() => undefined, { grid: ground });
  const plan = parse(readFileSync(join(out, "valleys.yaml"), "utf8")) as Plan;
  const region = parseRegion(readFileSync(file, "utf8"), file);
  const site = new Map(plan.sites.map((one) => [one.id, one]));
  for (const hop of plan.hops) {
    const way = wayBetween(site.get(hop.from)!, site.get(hop.to)!);
    const clear = clearanceOf(way, hop);
    const name = `${hop.from} to ${hop.to}: ${clear}, said ${hop.clearance}`;
    assert.ok(clear >= 0.59 && Math.abs(clear - hop.clearance) < 0.05, name);
    const radio = radioOf(hop.radio, "backhaul");
    const rung = radio.rungs.find(({ mbps }) => mbps === hop.capacity)!;
    const free = 32.45 + 20 * Math.log10((hop.mhz * way.length) / 1000);
    const margin = radio.eirp + radio.gain - free - rung.sensitivity;
    assert.ok(Math.abs(margin - hop.margin) <= 1, `${name}; ${margin} dB, said ${hop.margin}`);
  }
  const radio = radioOf(region.access.radio, "access");
  const served = plan.places.filter((place) => place.site !== undefined);
  for (const place of served) {
    const mast = site.get(place.site!)!;
    const way = wayBetween(mast, place);
    const ends = { transmitter: mast.mast, receiver: region.access.receiver };
    const { loss } = itmPointToPoint({ ...ends, ...way }, itmOptionsOf(region, radio));
    assert.ok(Math.abs(loss - place.loss!) <= 1, `${place.id}: ${loss} dB, said ${place.loss}`);
    assert.ok(loss <= radio.eirp + radio.gain - radio.rungs[0].sensitivity, place.id);
  }
  assert.ok(plan.hops.length > 0 && served.length > 1, `${plan.hops.length}, ${served.length}`);
});
