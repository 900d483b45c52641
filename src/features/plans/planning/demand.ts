/** What a place asks for, and what it counts. */
import type { RegionPlace } from "./places.ts";
import type { Region } from "./region.ts";

/** People of a place who are not connected yet; 0 where nobody said how many live there. */
export const peopleWithout = ({ people = 0, connected = 0 }: RegionPlace): number =>
  Math.round(people * (1 - connected));

/** The product of the weights of its traits. */
export const weightOf = ({ traits = [] }: RegionPlace, { weights = [] }: Region): number =>
  weights.reduce((all, { what, weight }) => (traits.includes(what) ? all * weight : all), 1);

export const householdsOf = (people: number, { demand }: Region): number =>
  people / demand.household;

/** Mbit/s that so many people ask for in the busy hour. */
export const loadOf = (people: number, region: Region): number =>
  householdsOf(people, region) * region.demand.takeUp * region.demand.mbps;
