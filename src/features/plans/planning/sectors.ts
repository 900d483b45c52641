/** How the sectors of a mast are turned and tilted, and what each place takes of its sector's airtime. */
import { rungAt, type Radio, type Rung } from "../../../engines/costs/radios.ts";
import { antennaLoss, type Antenna } from "../../../engines/coverage/antenna.ts";
import { bearing } from "../../../engines/terrain/great-circle.ts";
import type { Asked } from "./asking.ts";
import { loadOf, peopleWithout, weightOf } from "./demand.ts";
import { neededRung, type Reach } from "./reach.ts";

/** A place as a sector serves it. */
export interface Served {
  /** Index of the place. */
  readonly place: number;
  readonly sector: number;
  /** The fastest step of modulation that its level carries with the margin kept. */
  readonly rung: Rung;
  /** dBm at the subscriber's receiver. */
  readonly level: number;
  /** dB over what the slowest step that counts needs. */
  readonly margin: number;
  /** Of the sector: what it asks for in the busy hour, at its step. 1 is all of it. */
  readonly airtime: number;
}

export interface Layout {
  readonly sectors: readonly Antenna[];
  readonly serves: readonly Served[];
}
/** For each candidate, for each of its masts, the layouts to choose from, the one that serves most first. */
export type Layouts = readonly (readonly (readonly Layout[])[])[];

type Ground = Omit<Asked, "layouts" | "lines">;

/** A place as a mast sees it. */
interface Seen extends Reach {
  readonly bearing: number;
  readonly worth: number;
  readonly load: number;
}

const TURN = 10; // degrees from one way to turn the sectors to the next
const MORE = 2; // layouts beside the first, for places for which that has no time

export function layoutsOf(of: Ground): Layouts {
  const { candidates, places, region, reaches } = of;
  const worth = places.map((place) => peopleWithout(place) * weightOf(place, region));
  const load = places.map((place) => loadOf(peopleWithout(place), region));
  return candidates.map((candidate, site) =>
    candidate.masts.map((_, at) => {
      const seen = (reaches[site]?.[at] ?? []).map((reach) => ({
        ...reach,
        bearing: bearing(candidate, places[reach.place]!),
        worth: worth[reach.place]!,
        load: load[reach.place]!,
      }));
      return seen.length === 0 ? [] : bestOf(of, seen);
    }),
  );
}

/** The layout that serves most, and others for those whom it does not serve. */
function bestOf(of: Ground, seen: readonly Seen[]): Layout[] {
  const { sectors: count } = of.region.access;
  const turns = count === 1 ? [0] : steps(0, 360 / count - 1, TURN);
  const tried = turns
    .map((turn) => turned(of, seen, turn))
    .filter(({ serves }) => serves.length > 0);
  const worth = new Map(seen.map((one) => [one.place, one.worth]));
  const chosen: Layout[] = [];
  const reached = new Set<number>();
  while (chosen.length <= MORE) {
    let [best, most] = [-1, 0];
    for (const [i, layout] of tried.entries()) {
      if (chosen.includes(layout)) continue;
      const news = inTime(layout, worth).filter((place) => !reached.has(place));
      // What it newly serves, then with how little of their time, and how many it covers.
      const score =
        news.reduce((sum, place) => sum + worth.get(place)!, 0) +
        1e-3 * (layout.serves.length + 1 / (1 + busiest(layout)));
      if (news.length > 0 && score > most) [best, most] = [i, score];
    }
    if (best < 0) break;
    chosen.push(tried[best]!);
    for (const place of inTime(tried[best]!, worth)) reached.add(place);
    if (reached.size === seen.length) break;
  }
  return chosen;
}

/** Whom a layout has the time for, those first who count most for their airtime. */
function inTime({ sectors, serves }: Layout, worth: ReadonlyMap<number, number>): number[] {
  const left = sectors.map(() => 1);
  const value = ({ place, airtime }: Served) => worth.get(place)! / Math.max(airtime, 1e-9);
  return serves
    .toSorted((a, b) => value(b) - value(a) || a.place - b.place)
    .filter(({ sector, airtime }) => {
      const fits = airtime <= left[sector]!;
      if (fits) left[sector]! -= airtime;
      return fits;
    })
    .map(({ place }) => place);
}

/** Airtime of the sector that is asked for most. */
const busiest = ({ sectors, serves }: Layout): number =>
  Math.max(
    ...sectors.map((_, i) =>
      serves.reduce((sum, { sector, airtime }) => sum + (sector === i ? airtime : 0), 0),
    ),
  );

const steps = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by);

function turned(of: Ground, seen: readonly Seen[], turn: number): Layout {
  const { sectors: count } = of.region.access;
  const width = 360 / count;
  const ofSector = Map.groupBy(
    seen,
    (one) => Math.floor((((one.bearing - turn + width / 2) % 360) + 360) / width) % count,
  );
  const parts = Array.from({ length: count }, (_, sector) =>
    tilted(of, ofSector.get(sector) ?? [], sector, count === 1 ? undefined : turn + sector * width),
  );
  return {
    sectors: parts.map(({ antenna }) => antenna),
    serves: parts.flatMap(({ serves }) => serves),
  };
}

/** The tilt by which a sector serves most; of those alike the one that takes least of its time. */
function tilted(of: Ground, seen: readonly Seen[], sector: number, azimuth: number | undefined) {
  const { beam } = of.radio;
  const across = { azimuth, beam: beam?.across ?? 90, verticalBeam: beam?.upright ?? 10 };
  const tilts = new Set([0, ...seen.map(({ elevation }) => Math.round(-elevation))]);
  let best = { antenna: { ...across, tilt: 0 } as Antenna, serves: [] as Served[] };
  let most = [-1, 0, 0];
  for (const tilt of [...tilts].toSorted((a, b) => Math.abs(a) - Math.abs(b))) {
    const antenna = { ...across, tilt };
    const serves = seen.flatMap((one) => servedBy(of, antenna, one, sector) ?? []);
    const layout = { sectors: [antenna], serves: serves.map((one) => ({ ...one, sector: 0 })) };
    const worth = new Map(seen.map((one) => [one.place, one.worth]));
    const reached = inTime(layout, worth).reduce((sum, place) => sum + worth.get(place)!, 0);
    const rank = [reached, serves.length, -busiest(layout)];
    const i = rank.findIndex((value, k) => Math.abs(value - most[k]!) > 1e-9);
    if (i >= 0 && rank[i]! > most[i]!) [best, most] = [{ antenna, serves }, rank];
  }
  return best;
}

/** Undefined where the level in that direction carries no step that counts. */
function servedBy(
  { region, radio }: Ground,
  antenna: Antenna,
  { place, bearing: to, elevation, loss, margin, load }: Seen,
  sector: number,
): Served | undefined {
  const aside = antennaLoss(antenna, to, elevation);
  const needed = neededRung(region, radio);
  const rung = rungAt(radio, needed.sensitivity + margin - aside, region.access.margin);
  if (!rung || rung.sensitivity < needed.sensitivity) return undefined;
  return {
    place,
    sector,
    rung,
    level: tenth(levelAt(radio, loss + aside)),
    margin: tenth(margin - aside),
    airtime: load / rung.mbps,
  };
}

/** dBm at the subscriber's receiver. */
const levelAt = ({ eirp, gain }: Radio, loss: number): number => eirp + gain - loss;
const tenth = (value: number): number => Math.round(value * 10) / 10;
