/** What each sort of opportunity is called. */
import type { Kind } from "./records.ts";

/** What can be sent: every kind of opportunity, and the wish to join as a partner. */
export type Wish = Kind | "partner";

export const WISHES: readonly (readonly [Wish, string])[] = [
  ["need", "There is no connection here"],
  ["programme", "Bring a programme to my place"],
  ["roof", "I can offer a roof or a hill with a view"],
  ["power", "I can offer power"],
  ["time", "I can offer time: dig, climb, teach, sign"],
  ["equipment", "I can offer equipment"],
  ["transport", "I can offer transport"],
  ["partner", "We want to join as a partner"],
];

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  need: "No connection",
  programme: "A programme wanted",
  roof: "A roof",
  power: "Power",
  time: "Time",
  equipment: "Equipment",
  transport: "Transport",
};
export const kindWords = (kind: Kind): string => KIND_WORDS[kind];
