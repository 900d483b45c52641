/** What is said in public of an opportunity: an ask or an offer, with the words and the place that its sender agreed to. */
import * as v from "valibot";
import {
  count,
  country,
  day,
  latitude,
  line,
  longitude,
  oneOf,
  paragraph,
  subject,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const OPPORTUNITY_NAMED = "opportunity.named/1";
export const OPPORTUNITY_WITHDRAWN = "opportunity.withdrawn/1";

/** Asks first, then offers. */
export const KINDS = [
  "need",
  "programme",
  "roof",
  "power",
  "time",
  "equipment",
  "transport",
] as const;
export type Kind = (typeof KINDS)[number];
const ASKS: ReadonlySet<Kind> = new Set(["need", "programme"]);
export const isAsk = (kind: Kind): boolean => ASKS.has(kind);

/** 0.1° is about 11 km: enough to find a village's neighbours and nobody's house. */
export const coarse = (degrees: number): number => Math.round(degrees * 10) / 10;
const isCoarse = v.check((n: number) => coarse(n) === n, "a position rounded to 0.1°");

export const OpportunityBody = v.pipe(
  v.strictObject({
    kind: oneOf(...KINDS),
    words: paragraph,
    place: v.optional(subject),
    /** The name of a place that has no page here. */
    near: v.optional(line),
    position: v.optional(
      v.strictObject({ lat: v.pipe(latitude, isCoarse), lon: v.pipe(longitude, isCoarse) }),
    ),
    country: v.optional(country),
    /** Kilometres that an offer is willing to go. */
    distance: v.optional(count),
    date: day,
  }),
  v.check(({ place, near }) => (place === undefined) !== (near === undefined), "place or near"),
);
export type Opportunity = Readonly<v.InferOutput<typeof OpportunityBody>>;

export const opportunityKinds: Kinds = {
  [OPPORTUNITY_NAMED]: { opens: true, body: OpportunityBody },
  [OPPORTUNITY_WITHDRAWN]: { opens: false, body: withdrawal },
};
