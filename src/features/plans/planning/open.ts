/** What a plan could not do, and why, in sentences. */
import type { Reason } from "../../../engines/selection/order.ts";
import { worstOf } from "./air.ts";
import { peopleWithout } from "./demand.ts";
import type { Found } from "./found.ts";
import { namesIn } from "./names.ts";
import type { Network } from "./network.ts";

const MOST = 50; // sentences of a plan

export function openOf(found: Found, network: Network): string[] {
  const { open, choice, places } = found;
  const unknown = places.filter(({ people }) => people === undefined).map(({ name }) => name);
  const ofChoice = [
    ...(choice.built.length === 0 ? choice.open : []),
    ...unreached(found),
    ...beyondLaw(network),
    ...network.open,
    ...said(
      unknown,
      (list) => `We have no population figure for ${list}; this plan counts no people there.`,
    ),
  ];
  // However much the inputs left open, what the plan itself could not do is told.
  return [...new Set([...open.slice(0, Math.max(0, MOST - ofChoice.length)), ...ofChoice])].slice(
    0,
    MOST,
  );
}

/** Where P.530 gives no number any more, the measure of availability has none either. */
function beyondLaw(network: Network): string[] {
  const worst = worstOf(network);
  if (!worst?.below) return [];
  return [
    `Rain and multipath interrupt the path to ${worst.site.name} for more than 87 hours in an average year, so its availability is below 99 %. The rain model of ITU-R P.530 gives no figure beyond that.`,
  ];
}

/** Places that the plan does not reach, by the reason. */
function unreached({ places, reasons, choice, region, short }: Found): string[] {
  const left = [...places.keys()].filter(
    (i) => choice.servedBy[i]! < 0 && peopleWithout(places[i]!) > 0,
  );
  const isShort = (i: number) => short?.places.has(i) ?? false;
  const named = (...kinds: Reason["kind"][]): string[] =>
    left.filter((i) => kinds.includes(reasons[i]!.kind) && !isShort(i)).map((i) => places[i]!.name);
  const { availability } = region.backhaul;
  const lasting =
    availability === undefined ? "" : ` that together work for ${availability} % of a year`;
  return [
    ...said(
      named("no site covers it"),
      (list) => `None of the masts we tried reaches ${list} within ${region.access.reach} km.`,
    ),
    ...said(
      named("no way leads there"),
      (list) =>
        `A mast would reach ${list}, but no path of at most ${region.backhaul.hops} clear hops${lasting} connects it to the internet.`,
    ),
    ...said(
      left.filter(isShort).map((i) => places[i]!.name),
      (list) =>
        `A mast would reach ${list} and the hops to it would be clear, but no radio has a large enough link budget: ${short!.radio.name} reaches furthest, ${Math.floor(short!.km * 10) / 10} km with ${region.backhaul.fade} dB kept for fading.`,
    ),
    ...said(
      named("no capacity"),
      (list) =>
        `A mast reaches ${list}, but its sector has too little airtime, or the path to it too little capacity, for the demand there.`,
    ),
    ...said(named("costs more", "served"), (list) => `Not within the budget: ${list}.`),
  ];
}

const said = (names: readonly string[], sentence: (list: string) => string): string[] =>
  names.length === 0 ? [] : [sentence(namesIn(names))];
