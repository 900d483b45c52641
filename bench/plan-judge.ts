/**
 * What a plan says of itself, judged again from what it left behind (its file, its bill, its tile) by plain code that
 * shares nothing with the planner but ITM: airtime by sector, clearance and losses by a point each 10 m, the bill by its rows.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { ITM_DEFAULTS } from "../src/engines/propagation/itm/options.ts";
import { itmPointToPoint } from "../src/engines/propagation/itm/p2p.ts";
import { gasLoss } from "../src/engines/propagation/p676/gases.ts";
import type { Plan } from "../src/features/plans/records.ts";

interface Judged {
  readonly sectors: number;
  /** Sectors that are asked for more than all of their time. */
  readonly over: number;
  /** Share of the time of the one that is asked for most. */
  readonly busiest: number;
  readonly hops: number;
  /** Hops with less than what was wanted of the first Fresnel zone, and the least share found. */
  readonly narrow: number;
  readonly least: number;
  /** Places that are served over more than 100 m, and the most dB by which the loss to one is another than the plan says. */
  readonly ways: number;
  readonly off: number;
  /** Cents between the bill's rows and the plan's totals. */
  readonly cents: number;
}

/** @param tile of 3 arc-seconds, named by its south-western corner; @param wanted share of the first Fresnel zone */
export function judged(of: {
  file: string;
  csv: string;
  tile: string;
  mbps: ReadonlyMap<string, number>;
  asked: (people: number) => number;
  wanted: number;
}): Judged {
  const plan = parse(readFileSync(of.file, "utf8")) as Plan;
  const height = heightsOf(of.tile);
  const airtimes = plan.sites.flatMap(({ id, sectors = [] }) =>
    sectors.map((_, i) =>
      plan.places
        .filter((place) => place.site === id && place.sector === i)
        .reduce((sum, place) => sum + of.asked(place.people) / of.mbps.get(place.rung!)!, 0),
    ),
  );
  const shares = plan.hops.map((hop) => {
    const [from, to] = [hop.from, hop.to].map((id) => plan.sites.find((one) => one.id === id)!);
    return clearance(height, from!, to!, hop);
  });
  const { mhz, receiver, reliability } = plan.radio;
  const [time, location, situation] = reliability;
  const itm = { ...ITM_DEFAULTS, frequency: mhz, time, location, situation };
  const offs = plan.places.flatMap((place) => {
    const site = plan.sites.find(({ id }) => id === place.site);
    if (!site) return [];
    const { length, heights } = profile(height, site, place);
    if (length < 100) return []; // within the village
    const spacing = length / (heights.length - 1);
    const ends = { transmitter: site.mast, receiver };
    const { loss } = itmPointToPoint({ ...ends, heights, spacing }, itm);
    return [Math.abs(loss + gasLoss(length / 1000, mhz) - place.loss!)];
  });
  const rows = readFileSync(of.csv, "utf8").trim().split("\n").slice(1).map(cellsOf);
  const sum = (column: number) =>
    rows
      .filter((cells) => cells[2] === "network")
      .reduce((all, cells) => all + Number(cells[column]), 0);
  const off = [sum(7) - plan.money.capex, sum(8) - plan.money.opex].map(Math.abs);
  return {
    sectors: airtimes.length,
    over: airtimes.filter((one) => one > 1 + 1e-6).length,
    busiest: Math.max(...airtimes),
    hops: shares.length,
    narrow: shares.filter((one) => one < of.wanted - 0.01).length,
    least: Math.min(...shares),
    ways: offs.length,
    off: Math.max(0, ...offs),
    cents: Math.round(Math.max(...off) * 100),
  };
}

/** Cells of a line; those with commas stand in quotes. */
const cellsOf = (row: string): string[] =>
  [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
    cell!.replace(/^"|"$/g, ""),
  );

type Heights = (lat: number, lon: number) => number;
const SIDE = 1201;

/** Between the four nodes around, from the bytes of the file. */
function heightsOf(tile: string): Heights {
  const bytes = gunzipSync(readFileSync(tile));
  const [, ns, south, ew, west] = /([NS])(\d+)([EW])(\d+)/.exec(tile)!;
  const north = (ns === "N" ? 1 : -1) * Number(south) + 1;
  const left = (ew === "E" ? 1 : -1) * Number(west);
  const node = (row: number, column: number) => bytes.readInt16BE(2 * (row * SIDE + column));
  return (lat, lon) => {
    const [y, x] = [(north - lat) * 1200, (lon - left) * 1200];
    const [r, c] = [Math.min(Math.floor(y), SIDE - 2), Math.min(Math.floor(x), SIDE - 2)];
    const over = node(r, c) * (1 - x + c) + node(r, c + 1) * (x - c);
    const under = node(r + 1, c) * (1 - x + c) + node(r + 1, c + 1) * (x - c);
    return over * (1 - y + r) + under * (y - r);
  };
}

const EARTH = 6_371_008.8; // m

interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** @returns metres from end to end, and the heights by a point each 10 m of it */
function profile(
  height: Heights,
  from: Position,
  to: Position,
): { length: number; heights: Float64Array } {
  const east = (to.lon - from.lon) * Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
  const length = (Math.hypot(to.lat - from.lat, east) * Math.PI * EARTH) / 180;
  const steps = Math.max(3, Math.round(length / 10));
  const at = (_: unknown, i: number) =>
    height(
      from.lat + ((to.lat - from.lat) * i) / steps,
      from.lon + ((to.lon - from.lon) * i) / steps,
    );
  return { length, heights: Float64Array.from({ length: steps + 1 }, at) };
}

function clearance(
  height: Heights,
  from: Position,
  to: Position,
  { fromMast, toMast, mhz }: Plan["hops"][number],
): number {
  const { length, heights } = profile(height, from, to);
  const steps = heights.length - 1;
  const [start, end] = [heights[0]! + fromMast, heights[steps]! + toMast];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < steps; i++) {
    const near = (i * length) / steps;
    const ray = start + ((end - start) * i) / steps;
    const bulge = (near * (length - near)) / (2 * (4 / 3) * EARTH);
    const zone = Math.sqrt(((299.792458 / mhz) * near * (length - near)) / length);
    least = Math.min(least, (ray - bulge - heights[i]!) / zone);
  }
  return least;
}
