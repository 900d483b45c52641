/**
 * How a place stands. What a connection is like, in three measures: seamless, secure, affordable; the form is shared by
 * places and by the projects that build there, and a value stands with its source, or is left out, and then it is not
 * known. And how far a place has come on the way to a connection: one of five words, who says it, and the date it speaks of.
 */
import * as v from "valibot";
import { amount, date, line, oneOf, source } from "../../platform/folder/fields.ts";

const percent = v.pipe(amount, v.maxValue(100, "a number of per cent from 0 to 100"));
const said = <const S extends v.GenericSchema>(value: S) =>
  v.strictObject({ value, asOf: v.optional(date), source });

/** ISO 4217. */
export const currency = v.pipe(
  v.string("a currency such as ZAR"),
  v.regex(/^[A-Z]{3}$/, "a currency such as ZAR"),
);

export const measures = v.strictObject({
  seamless: v.optional(
    v.strictObject({
      /** Per cent of the time. */
      availability: v.optional(said(percent)),
      /** Milliseconds. */
      latency: v.optional(said(amount)),
      outages: v.optional(said(line)),
    }),
  ),
  secure: v.optional(
    v.strictObject({
      encryption: v.optional(said(line)),
      /** Who holds the network and answers for it. */
      operator: v.optional(said(line)),
      updates: v.optional(said(line)),
      backupPower: v.optional(said(line)),
    }),
  ),
  affordable: v.optional(
    v.strictObject({
      price: v.optional(
        v.strictObject({
          value: amount,
          currency,
          /** What is bought: `a month, 10 Mbit/s`. */
          per: line,
          asOf: v.optional(date),
          source,
        }),
      ),
      /** Per cent of what people there earn. */
      shareOfIncome: v.optional(said(percent)),
    }),
  ),
});
export type Measures = Readonly<v.InferOutput<typeof measures>>;

export const PLACE_STATES = [
  "unconnected",
  "planned",
  "building",
  "connected",
  "measured",
] as const;
const word = oneOf(...PLACE_STATES);
export type PlaceState = v.InferOutput<typeof word>;

/** Said with a source that others can open, or by somebody who has none: `somebody there, through this site`. */
const saidState = v.pipe(
  v.strictObject({
    value: word,
    asOf: date,
    saidBy: v.optional(line),
    source: v.optional(source),
  }),
  v.check(
    ({ saidBy, source: from }) => saidBy !== undefined || from !== undefined,
    "who says it: source or saidBy",
  ),
);

/** A word alone rests on the place's own sources; with its date and source it stands by itself. */
export const placeState = v.union(
  [word, saidState],
  `one of ${PLACE_STATES.join(", ")}, or value, asOf and source`,
);
export type SaidState = Readonly<Partial<v.InferOutput<typeof saidState>>> & {
  readonly value: PlaceState;
};

/** Both forms as one: the date and who says it are absent where the word stands alone. */
export const stateSaid = (state: v.InferOutput<typeof placeState>): SaidState =>
  typeof state === "string" ? { value: state } : state;
