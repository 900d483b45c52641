/**
 * Real and drawn cases of choosing, shared by benchmarks and tests: what a place or a summit sees on the Pyrenees tile
 * by a plain rule of sight, with round assumed prices; and larger ones drawn by a seed.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type {
  HopOffer,
  Place,
  Problem,
  Site,
  SiteOption,
} from "../src/engines/selection/problem.ts";
import { distanceKm } from "../src/engines/terrain/great-circle.ts";
import {
  heightAt,
  latitudeOf,
  longitudeOf,
  type Grid,
  type LatLon,
} from "../src/engines/terrain/grid.ts";
import { parseHgt } from "../src/engines/terrain/hgt.ts";
import { profileBetween } from "../src/engines/terrain/profile.ts";

const MASTS = [15, 30]; // m
const REACH = 15; // km from an access radio to a place
const HOP = 60; // km
const MHZ = 6000;
const PER_PERSON = 0.01; // Mbit/s in the busy hour
const GATEWAYS = 3;

interface Town extends LatLon {
  readonly name: string;
  readonly people: number;
}

const tests = new URL("../tests/data/", import.meta.url);

/** Places with their people, and the candidate sites that see them: each summit, each place, with or without hops. */
export function pyrenees(summitCount = 720, budget = 1_500_000): Problem {
  const tile = readFileSync(new URL("terrain/N42E001.hgt.gz", tests));
  const grid = filled(parseHgt(gunzipSync(tile), "N42E001.hgt"));
  const towns = readFileSync(new URL("settlements/N42E001.csv", tests), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row): Town => {
      const [, name, lat, lon, people] = row.split(",");
      return { name: name!, lat: Number(lat), lon: Number(lon), people: Number(people) };
    })
    .toSorted((a, b) => b.people - a.people);
  const spots = [...towns, ...summits(grid, summitCount)];
  const sites = spots.map((spot, i) => siteAt(grid, spot, towns, i < GATEWAYS, i < towns.length));
  return {
    places: towns.map(placeOf),
    sites,
    hops: hopsOf(grid, spots),
    limits: { budget, hops: 4 },
  };
}

/** The same without backhaul: every summit stands alone, at one price. */
export function alone(problem: Problem, sites: number): Problem {
  const summitsOnly = problem.sites.slice(problem.places.length).map((site) => ({
    ...site,
    options: [{ ...site.options.at(-1)!, cost: 1, uplink: Number.POSITIVE_INFINITY }],
  }));
  return { ...problem, sites: summitsOnly, hops: [], limits: { sites } };
}

/** Drawn, ten times as large: hills and places on a square of 300 km, hops to the nearest hills in sight. */
export function tenfold(next: () => number): Problem {
  const spot = () => ({ x: next() * 300, y: next() * 300 }); // km
  const places = Array.from({ length: 720 }, (_, i) => {
    const people = Math.round(200 + 4000 * next() ** 3);
    return { name: `Place ${i}`, people, weight: 1, load: people * PER_PERSON, ...spot() };
  });
  const hills = Array.from({ length: 7200 }, (_, i) => ({ name: `Hill ${i}`, ...spot() }));
  const km = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.hypot(a.x - b.x, a.y - b.y);
  const sites = hills.map((hill, i): Site => {
    const [reach, cost] = [4 + 8 * next(), 25_000 + 40_000 * next()];
    const covers = places.flatMap((place, at) =>
      km(hill, place) < reach && next() < 0.7 ? [at] : [],
    );
    const relay = { mast: 20, cost, covers: [], ...(i < 12 && { cost: 0, uplink: 10_000 }) };
    return {
      name: hill.name,
      options:
        covers.length > 0
          ? [relay, { ...relay, cost: relay.cost + 25_000, covers, capacity: 600 }]
          : [relay],
    };
  });
  const hops: HopOffer[] = [];
  for (let a = 0; a < hills.length; a++)
    for (let b = a + 1; b < hills.length; b++) {
      const length = km(hills[a]!, hills[b]!);
      if (length < 40 && next() < 0.15)
        hops.push({ a, b, cost: length < 20 ? 8000 : 14_000, capacity: 1000, masts: [[20, 20]] });
    }
  return { places, sites, hops, limits: { budget: 6_000_000, hops: 6 } };
}

const placeOf = ({ name, people }: Town): Place => ({
  name,
  people,
  weight: 1,
  load: people * PER_PERSON,
});

function siteAt(grid: Grid, spot: Town, towns: Town[], isGateway: boolean, isTown: boolean): Site {
  const remote = isTown ? 0 : 10_000 + 10 * Math.max(0, heightAt(grid, spot) - 1200);
  const options = MASTS.flatMap((mast): SiteOption[] => {
    const cost = isGateway ? 0 : 15_000 + 1000 * mast + remote;
    const covers = towns.flatMap((town, i) => {
      const km = distanceKm(spot, town);
      return km < 0.2 || (km <= REACH && isClear(grid, spot, town, mast, 4, 0)) ? [i] : [];
    });
    const uplink = isGateway ? { uplink: 10_000 } : {};
    const relay = { mast, cost, covers: [], ...uplink };
    return covers.length === 0
      ? [relay]
      : [relay, { ...relay, cost: cost + 25_000, covers, capacity: 600 }];
  });
  return { name: spot.name, options };
}

function hopsOf(grid: Grid, spots: Town[]): HopOffer[] {
  const hops: HopOffer[] = [];
  for (let a = 0; a < spots.length; a++)
    for (let b = a + 1; b < spots.length; b++) {
      const km = distanceKm(spots[a]!, spots[b]!);
      if (km > HOP || km < 0.2) continue;
      const masts = mastPairs(grid, spots[a]!, spots[b]!);
      if (masts.length > 0)
        hops.push({ a, b, masts, cost: km <= 25 ? 8000 : 14_000, capacity: km <= 25 ? 1000 : 400 });
    }
  return hops;
}

/** The least pairs of masts whose line keeps 0.6 of the first Fresnel zone free. */
function mastPairs(grid: Grid, a: LatLon, b: LatLon): [number, number][] {
  const [low, high] = MASTS as [number, number];
  if (!isClear(grid, a, b, high, high, 0.6)) return [];
  if (isClear(grid, a, b, low, low, 0.6)) return [[low, low]];
  const mixed = [
    [low, high],
    [high, low],
  ].filter(([x, y]) => isClear(grid, a, b, x!, y!, 0.6)) as [number, number][];
  return mixed.length > 0 ? mixed : [[high, high]];
}

/** Whether the line keeps a share of the first Fresnel zone free, at k = 4/3; a coarse look first, as most ways are blocked. */
function isClear(
  grid: Grid,
  a: LatLon,
  b: LatLon,
  up: number,
  down: number,
  share: number,
): boolean {
  const full = Math.max(3, Math.round((distanceKm(a, b) * 1000) / 90));
  return [16, full].every((intervals) => {
    const { heights, spacing } = profileBetween(grid, a, b, Math.min(full, intervals));
    const last = heights.length - 1;
    const [from, to] = [heights[0]! + up, heights[last]! + down];
    for (let i = 1; i < last; i++) {
      const [near, far] = [i * spacing, (last - i) * spacing]; // m
      const bulge = (near * far) / (2 * (4 / 3) * 6_371_008.8);
      const zone = Math.sqrt(((299.792458 / MHZ) * near * far) / (near + far));
      if (from + ((to - from) * i) / last - heights[i]! - bulge < share * zone) return false;
    }
    return true;
  });
}

/** The summits of greatest prominence: how far one must descend before one can climb higher (a flood from above). */
function summits(grid: Grid, count: number): Town[] {
  const { heights, columns, rows } = grid;
  const order = Uint32Array.from(heights.keys()).toSorted((a, b) => heights[b]! - heights[a]!);
  const root = new Int32Array(heights.length).fill(-1);
  const find = (i: number): number => {
    while (root[i] !== i) i = root[i] = root[root[i]!]!;
    return i;
  };
  const found: { node: number; prominence: number }[] = [];
  for (const node of order) {
    root[node] = node;
    const [row, column] = [Math.floor(node / columns), node % columns];
    for (const [r, c] of [
      [row - 1, column],
      [row + 1, column],
      [row, column - 1],
      [row, column + 1],
    ] as const) {
      const next = r * columns + c;
      if (r < 0 || c < 0 || r >= rows || c >= columns || root[next] === -1) continue;
      const [a, b] = [find(node), find(next)];
      if (a === b) continue;
      const [high, low] =
        heights[a]! > heights[b]! || (heights[a] === heights[b] && a < b) ? [a, b] : [b, a];
      found.push({ node: low, prominence: heights[low]! - heights[node]! });
      root[low] = high;
    }
  }
  return found
    .toSorted((a, b) => b.prominence - a.prominence || a.node - b.node)
    .slice(0, count)
    .map(({ node }) => ({
      name: `Summit ${node}`,
      people: 0,
      lat: latitudeOf(grid, Math.floor(node / columns)),
      lon: longitudeOf(grid, node % columns),
    }));
}

/** Voids take the height of their neighbour to the west, which will do to judge a choice of sites. */
function filled(grid: Grid): Grid {
  for (let i = 1; i < grid.heights.length; i++)
    if (Number.isNaN(grid.heights[i])) grid.heights[i] = grid.heights[i - 1]!;
  return grid;
}
