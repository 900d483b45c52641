/** The plan as its file holds it, from what was asked, found and chosen. */
import * as v from "valibot";
import { cents } from "../../../engines/costs/bill.ts";
import { heightAt } from "../../../engines/terrain/grid.ts";
import type { Built } from "../../../engines/selection/problem.ts";
import { inFile } from "../../../platform/folder/fields.ts";
import { planForm } from "../records.ts";
import { waysAt } from "./asking.ts";
import { assumptionsOf } from "./assumptions.ts";
import { materialsOf, moneyOf } from "./bill.ts";
import { peopleWithout } from "./demand.ts";
import type { Found } from "./found.ts";
import { measuresOf } from "./measuring.ts";
import { networkOf, round, tenThousandth } from "./network.ts";
import { openOf } from "./open.ts";
import { neededRung } from "./reach.ts";

export const PlanFile = v.strictObject(planForm(inFile));
export type PlanFields = v.InferOutput<typeof PlanFile>;

/** Paths of the pictures in `media/`. */
type Pictures = Pick<PlanFields, "map" | "ground">;

export function planOf(found: Found, pictures: Pictures): PlanFields {
  const { region, choice } = found;
  const network = networkOf(found, found.terrain.grid, choice, found.steps);
  const measures = measuresOf(found, network);
  const { title, summary, country, by, example } = region;
  return v.parse(PlanFile, {
    title,
    summary,
    ...(country !== undefined && { country }),
    made: region.made ?? found.today,
    by,
    ...(example && { example }),
    places: placesOf(found),
    sites: network.sites,
    hops: network.hops,
    steps: network.steps,
    curve: curveOf(found),
    proof: proofOf(found),
    money: moneyOf(found, choice.people, network.bill),
    materials: materialsOf(found, network.bill),
    radio: radioOf(found),
    weights: [
      { what: "one person", weight: 1 },
      ...(region.weights ?? []).map(({ what, weight }) => ({
        what: `one person in a place with the trait ${what}`,
        weight,
      })),
    ],
    terrain: terrainOf(found),
    ...(measures && { measures }),
    assumptions: assumptionsOf(found),
    open: openOf(found, network),
    bounds: found.bounds,
    ...pictures,
  });
}

function placesOf(found: Found): PlanFields["places"] {
  const { places, choice, candidates } = found;
  const built = new Map(choice.built.map((one) => [one.site, one]));
  return places.map((place, i) => {
    const site = choice.servedBy[i]!;
    const seen = site < 0 ? undefined : seenFrom(found, built.get(site)!, i);
    return {
      id: place.id,
      name: place.name,
      ...(place.place !== undefined && { place: place.place }),
      ...(place.country !== undefined && { country: place.country }),
      lat: place.lat,
      lon: place.lon,
      people: peopleWithout(place),
      ...(site >= 0 && { site: candidates[site]!.id }),
      ...seen,
      ...(found.shares.has(i) && { share: found.shares.get(i)! }),
      inputs: inputsOf(place),
    };
  });
}

/** How a place is served by the mast that was chosen. */
function seenFrom(found: Found, { site, option }: Built, place: number) {
  const { at, layout } = waysAt(found, site)[option]!;
  const served = layout!.serves.find((one) => one.place === place)!;
  const { loss } = found.reaches[site]![at]!.find((one) => one.place === place)!;
  const { margin, sector, rung, level, airtime } = served;
  const ground = Math.round(heightAt(found.terrain.grid, found.places[place]!));
  return { ground, loss, margin, sector, rung: rung.name, level, airtime: tenThousandth(airtime) };
}

const MOST_NAMED = 17; // with the three below as many inputs as a plan may hold; the place's page has all

/** What is known of a place, and by name what is not; then what a campaign has said of it. */
function inputsOf(place: Found["places"][number]) {
  const { people, connected, has, traits, asOf, source, named = [] } = place;
  const url = source?.url;
  const dated = {
    ...(asOf !== undefined && { asOf }),
    ...(source && url !== undefined && { source: { ...source, url } }),
  };
  // A source without an address is told in words.
  const told = (value: string) =>
    source && url === undefined ? `${value} (${source.title})`.slice(0, 500) : value;
  return [
    { what: "people", ...(people !== undefined && { value: told(String(people)), ...dated }) },
    {
      what: "what connection they have today",
      ...(connected !== undefined && {
        value: told(`${Math.round(connected * 100)} % of the people connected`),
        ...dated,
      }),
      ...(has !== undefined && { value: told(has), ...dated }),
    },
    {
      what: "schools and clinics",
      ...(traits && { value: told(traits.join(", ")), ...dated }),
    },
    ...named.slice(0, MOST_NAMED),
  ];
}

function curveOf({ curve, region }: Found): PlanFields["curve"] {
  const isPlain = (region.weights ?? []).length === 0; // a bound by weights is no number of people
  return curve.map(({ budget, choice }) => ({
    cost: cents(budget),
    people: choice.people,
    ...(isPlain && { bound: Math.floor(choice.bound + 1e-6) }),
  }));
}

function proofOf({ choice }: Found): PlanFields["proof"] {
  const { weighed, bound, gap, method } = choice;
  return {
    objective: "people newly connected, weighted",
    value: round(weighed),
    bound: round(Math.max(bound, weighed)),
    gap: Math.round(Math.max(0, gap) * 1e4) / 1e4,
    method,
  };
}

function radioOf({ region, radio }: Found): PlanFields["radio"] {
  const { receiver, reliability } = region.access;
  return {
    model: "Irregular Terrain Model (Longley-Rice) 1.4, point to point",
    mhz: radio.mhz,
    eirp: round(radio.eirp),
    sensitivity: neededRung(region, radio).sensitivity,
    receiver,
    reliability,
    k: Math.round(region.backhaul.k * 1000) / 1000,
  };
}

function terrainOf({ region, terrain: { grid, voids } }: Found): PlanFields["terrain"] {
  const missing = voids ? voids.reduce((sum, one) => sum + one, 0) / voids.length : 0;
  return region.terrain.map(({ title, licence, url }) => ({
    title,
    arcSeconds: round(grid.stepLat * 3600),
    voids: Math.round(missing * 1e5) / 1e5,
    licence,
    ...(url !== undefined && { url }),
  }));
}
