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
    ...said(unknown, (list) => `We have no number of people for ${list}; they count as none here.`),
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
    `The way to ${worst.site.name} stands below 99 % of an average year by rain and multipath: more than 87 hours without. How much less is not said, since the law of rain of ITU-R P.530 ends there.`,
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
    availability === undefined ? "" : ` that stand together for ${availability} % of a year`;
  return [
    ...said(
      named("no site covers it"),
      (list) => `No mast that was tried reaches ${list} within ${region.access.reach} km.`,
    ),
    ...said(
      named("no way leads there"),
      (list) =>
        `A mast would reach ${list}, but no way of at most ${region.backhaul.hops} clear hops${lasting} leads there from the internet.`,
    ),
    ...said(
      left.filter(isShort).map((i) => places[i]!.name),
      (list) =>
        `A mast would reach ${list}, and the lines there would be clear, but the link budget of no radio is enough for them: that of ${short!.radio.name} reaches furthest and ends at ${Math.floor(short!.km * 10) / 10} km with ${region.backhaul.fade} dB kept for fading.`,
    ),
    ...said(
      named("no capacity"),
      (list) =>
        `A mast sees ${list}, but its sector has not the time, or the way there not the Mbit/s, for what they ask.`,
    ),
    ...said(named("costs more", "served"), (list) => `Left for more money: ${list}.`),
  ];
}

const said = (names: readonly string[], sentence: (list: string) => string): string[] =>
  names.length === 0 ? [] : [sentence(namesIn(names))];
