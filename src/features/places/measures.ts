/**
 * What a connection is like, in three measures: seamless, secure, affordable. The form is shared by places and by
 * the projects that build there. A value stands with its source, or is left out, and then it is not known.
 */
import * as v from "valibot";
import { amount, date, line, source } from "../../platform/folder/fields.ts";

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
