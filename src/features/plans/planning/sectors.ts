/** How the sectors of a mast are turned and tilted, and what each place takes of its sector's airtime. */
import { mostLossAt, type Radio, type Rung } from "../../../engines/costs/radios.ts";
import { antennaLoss, type Antenna } from "../../../engines/coverage/antenna.ts";
import { downtiltOf } from "../../../engines/coverage/pattern.ts";
import { bearing } from "../../../engines/terrain/great-circle.ts";
import type { Candidate } from "./candidates.ts";
import { loadOf, peopleWithout, weightOf } from "./demand.ts";
import type { RegionPlace } from "./places.ts";
import { neededRung, type Reach, type Reaches } from "./reach.ts";
import type { Region } from "./region.ts";

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
/** For each candidate, for each of its masts, the layouts to choose from, with one sector and more. */
export type Layouts = readonly (readonly (readonly Layout[])[])[];

interface Ground {
  readonly region: Region;
  readonly radio: Radio;
  readonly candidates: readonly Candidate[];
  readonly places: readonly RegionPlace[];
  readonly reaches: Reaches;
}

/** A place as a mast sees it. */
interface Seen extends Reach {
  readonly bearing: number;
  readonly worth: number;
  readonly load: number;
}

const TURN = 10; // degrees from one way to turn a sector to the next

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
      return layoutsFrom(of, seen);
    }),
  );
}

/** One sector after the other, each turned to those for whom the ones before have no time; one layout for each number of them. */
function layoutsFrom(of: Ground, seen: readonly Seen[]): Layout[] {
  const turns = Array.from({ length: 360 / TURN }, (_, i) => i * TURN);
  const layouts: Layout[] = [];
  let left = seen;
  while (layouts.length < of.region.access.sectors && left.length > 0) {
    const tried = turns.map((azimuth) => tilted(of, left, azimuth));
    const best = tried.reduce((a, b) => (isMore(b, a) ? b : a));
    if (best.serves.length === 0) break;
    const before = layouts.at(-1);
    layouts.push(joined(before, best));
    const served = new Set(inTime(best));
    left = left.filter(({ place }) => !served.has(place));
  }
  return layouts;
}

/** A place that two sectors see is the one's that has time for it, else that which needs least of it. */
function joined(before: Layout | undefined, { antenna, serves }: Tilted): Layout {
  const sector = before?.sectors.length ?? 0;
  const of = new Map((before?.serves ?? []).map((one) => [one.place, one]));
  const served = new Set(inTime({ serves }));
  for (const one of serves) {
    const other = of.get(one.place);
    if (!other || served.has(one.place) || one.airtime < other.airtime)
      of.set(one.place, { ...one, sector });
  }
  return { sectors: [...(before?.sectors ?? []), antenna], serves: [...of.values()] };
}

/** Whom one sector has the time for, those first who count most for their airtime. */
function inTime({ serves }: Pick<Tilted, "serves">): number[] {
  let left = 1;
  return serves
    .toSorted(
      (a, b) => b.worth * a.airtime - a.worth * b.airtime || b.worth - a.worth || a.place - b.place,
    )
    .filter(({ airtime }) => {
      const fits = airtime <= left;
      if (fits) left -= airtime;
      return fits;
    })
    .map(({ place }) => place);
}

/** A sector that looks one way, and whom it sees. */
interface Tilted {
  readonly antenna: Antenna;
  readonly serves: readonly (Served & { readonly worth: number })[];
  /** People by their weights for whom it has the time, how many places it sees, and their airtime with a minus. */
  readonly rank: readonly [number, number, number];
}

const isMore = ({ rank: a }: Tilted, { rank: b }: Tilted): boolean => {
  const i = a.findIndex((value, k) => Math.abs(value - b[k]!) > 1e-9);
  return i >= 0 && a[i]! > b[i]!;
};

/** The tilt by which a sector serves most; of those alike the one that takes least of its time, then the most level one. */
function tilted(of: Ground, seen: readonly Seen[], azimuth: number): Tilted {
  const { beam, pattern } = of.radio;
  const { across, upright } = beam ?? ANY_BEAM;
  const own = pattern ? downtiltOf(pattern) : 0; // what it looks down without being leant
  const tilts = new Set([0, ...seen.map(({ elevation }) => Math.round(-elevation - own) + 0)]);
  const tried = [...tilts]
    .toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b)
    .map((tilt): Tilted => {
      const turn = across < 360 ? { azimuth, beam: across } : { beam: across };
      const antenna = { ...turn, tilt, verticalBeam: upright, pattern };
      const serves = seen.flatMap((one) => servedBy(of, antenna, one) ?? []);
      const inside = new Set(inTime({ serves }));
      const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
      const reached = sum(serves.map(({ place, worth }) => (inside.has(place) ? worth : 0)));
      return {
        antenna,
        serves,
        rank: [reached, serves.length, -sum(serves.map(({ airtime }) => airtime))],
      };
    });
  return tried.reduce((a, b) => (isMore(b, a) ? b : a));
}

const ANY_BEAM = { across: 90, upright: 10 };

export const ASIDE = 12; // dB: what is lost one whole beam aside; nobody is planned for by what leaks farther round

/** Undefined where the level in that direction carries no step that counts. */
function servedBy(
  { region, radio }: Ground,
  antenna: Antenna,
  { place, bearing: to, elevation, loss, margin, load, worth }: Seen,
): Tilted["serves"][number] | undefined {
  const aside = antennaLoss(antenna, to, elevation);
  const needed = neededRung(region, radio);
  const most = (one: Rung) => mostLossAt(radio, one) - region.access.margin;
  const rung = radio.rungs.findLast((one) => loss + aside <= most(one));
  if (!rung || rung.sensitivity < needed.sensitivity || aside > ASIDE) return undefined;
  return {
    place,
    sector: 0,
    worth,
    rung,
    level: tenth(levelAt(radio, loss + aside)),
    margin: tenth(margin - aside),
    airtime: load / rung.mbps,
  };
}

/** dBm at the subscriber's receiver. */
const levelAt = ({ eirp, gain }: Radio, loss: number): number => eirp + gain - loss;
const tenth = (value: number): number => Math.round(value * 10) / 10;
