/** The region file: what a plan is to be made of, as a person writes it (README.md says each field). */
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import {
  amount,
  count,
  country,
  date,
  day,
  flag,
  line,
  listOf,
  oneOf,
  paragraph,
  slug,
  source,
  url,
} from "../../../platform/folder/fields.ts";
import { unfold } from "../../../platform/folder/form.ts";
import { fieldName, found, misfits, problemLine } from "../../../platform/folder/problem.ts";
import { parseTree, TreeError } from "../../../platform/folder/tree.ts";
import { currency } from "../../places/model.ts";
import { ownRadio, problemsOfRadios, sendingLimit } from "./own-radios.ts";
import { inPlaces, path, placesForm, position } from "./place-fields.ts";

/** What is wrong with the inputs of a plan: lines that say file, line, field, what was expected and what was found. */
export class PlanningError extends Error {
  override name = "PlanningError";
}

const positive = v.pipe(amount, v.gtValue(0, "a number over 0"));
const share = v.pipe(amount, v.maxValue(1, "a share from 0 to 1"));
const half = v.literal(
  50,
  "50 of the locations (each place has its own ground; ask more of time or situations)",
);
/** Nobody is served for less than one per cent of the time: that is a share. */
const percent = v.pipe(
  positive,
  v.ltValue(100, "a number of per cent over 0 and below 100"),
  v.check(
    (value) => value >= 1,
    ({ input }) =>
      `per cent from 1 to below 100: did you mean ${Number((input * 100).toPrecision(6))}?`,
  ),
);
const sunHours = v.pipe(amount, v.maxValue(12, "at most 12 hours"));
/** What ITM is made for ends below half a metre. */
const overGround = v.pipe(
  amount,
  v.minValue(0.5, "a height from 0.5 m"),
  v.maxValue(300, "a height of at most 300 m"),
);
/** A field with a default of its own: the region file may leave it out. */
const or = <const S extends v.GenericSchema, const D extends v.InferInput<S>>(
  schema: S,
  value: D,
) => v.optional(schema, value);
const FIELDS = v.strictObject({
  title: line,
  summary: paragraph,
  country: v.optional(country),
  made: v.optional(day),
  by: line,
  example: or(flag, false),
  terrain: listOf(
    v.strictObject({ file: path, title: line, licence: line, url: v.optional(url) }),
    50,
  ),
  places: placesForm,
  gateways: listOf(
    v.strictObject({
      name: line,
      ...position,
      mast: overGround,
      /** Mbit/s to the internet. */
      uplink: positive,
      note: v.optional(paragraph),
    }),
    100,
  ),
  masts: v.optional(listOf(v.strictObject({ name: line, ...position, mast: overGround }), 500)),
  /** GeoJSON with lines. */
  roads: v.optional(path),
  /** Beside those of the catalogue, and before them. */
  radios: v.optional(listOf(ownRadio, 50)),
  /** Of the country, by band. */
  limits: v.optional(listOf(sendingLimit, 50)),
  candidates: or(
    v.strictObject({
      summits: or(v.pipe(count, v.maxValue(5000, "at most 5,000 summits")), 400),
      /** m over the saddle to higher ground. */
      prominence: or(amount, 20),
      /** m over the sea. */
      highest: or(amount, 9000),
      settlements: or(flag, true),
      /** km from one roadside site to the next. */
      roadEvery: or(v.pipe(amount, v.minValue(0.1, "at least 0.1 km")), 2),
    }),
    {},
  ),
  access: v.strictObject({
    radio: slug,
    sectors: or(v.pipe(count, v.minValue(1, "at least 1"), v.maxValue(6, "at most 6")), 3),
    masts: listOf(overGround, 6),
    /** m of the subscriber's antenna over the ground. */
    receiver: overGround,
    /** km that are looked at. */
    reach: v.pipe(positive, v.maxValue(100, "at most 100 km")),
    /** Per cent of time, of locations (the model asks these where it does not know the ground), of situations. */
    reliability: v.strictTuple([percent, half, percent], "three percentages"),
    /** The slowest step of modulation that still counts as connected. */
    rung: v.optional(line),
    /** dB over what the radio needs. */
    margin: or(amount, 0),
    climate: or(oneOf("1", "2", "3", "4", "5", "6", "7"), "5"),
    /** N-units at sea level; ITM takes no others. */
    refractivity: or(
      v.pipe(
        v.number("a number"),
        v.minValue(250, "a refractivity from 250 to 400 N-units"),
        v.maxValue(400, "a refractivity from 250 to 400 N-units"),
      ),
      301,
    ),
  }),
  backhaul: v.strictObject({
    radios: listOf(slug, 10),
    reach: v.pipe(positive, v.maxValue(100, "at most 100 km")),
    /** Of the first Fresnel zone's radius. */
    clearance: or(amount, 0.6),
    k: or(positive, 4 / 3),
    /** dB kept for fading. */
    fade: or(amount, 15),
    hops: or(v.pipe(count, v.minValue(1, "at least 1"), v.maxValue(12, "at most 12")), 4),
    /** Per cent of an average year in which the whole way to a mast that serves is to stand, by rain and multipath. */
    availability: v.optional(percent),
  }),
  /** What fades hops; where nobody says it, nothing is said of how long they stand. */
  air: v.optional(
    v.strictObject({
      /** mm/h exceeded for 0.01 % of an average year, integrated over a minute. */
      rain: v.pipe(amount, v.maxValue(300, "at most 300 mm/h")),
      /** Of refractivity in the lowest 65 m, not exceeded for 1 % of an average year (ITU-R P.453), N-units/km. */
      gradient: v.pipe(
        v.number("a number"),
        v.minValue(-2000, "a gradient from -2000 to 0 N-units/km"),
        v.maxValue(0, "a gradient from -2000 to 0 N-units/km"),
      ),
      source,
    }),
  ),
  demand: v.strictObject({
    /** People. */
    household: v.pipe(positive, v.minValue(1, "at least 1")),
    takeUp: share,
    /** Mbit/s of a subscribing household in the busy hour. */
    mbps: positive,
  }),
  power: or(
    v.strictObject({
      /** Peak-sun hours a day: in the darkest month, or in each, January to December. */
      sun: or(
        v.union(
          [
            v.pipe(positive, v.maxValue(12, "at most 12 hours")),
            v.pipe(v.array(sunHours, "twelve numbers"), v.length(12, "twelve numbers")),
          ],
          "peak-sun hours a day, or twelve of them, January to December",
        ),
        3,
      ),
      /** Days that a battery carries alone. */
      autonomy: or(amount, 3),
    }),
    {},
  ),
  money: v.strictObject({
    currency,
    budget: amount,
    years: v.pipe(count, v.minValue(1, "at least 1 year"), v.maxValue(50, "at most 50 years")),
    /** A year. */
    discount: v.pipe(share, v.ltValue(1, "a share below 1")),
    rates: v.optional(
      listOf(
        v.strictObject({
          of: currency,
          in: currency,
          rate: positive,
          date: day,
          source: v.optional(source),
        }),
      ),
    ),
    /** Prices of one's own, in this currency. */
    prices: v.optional(
      listOf(
        v.strictObject({
          item: slug,
          price: amount,
          yearly: v.optional(amount),
          life: v.optional(v.pipe(amount, v.minValue(0.5, "at least half a year"))),
          source: v.optional(source),
          note: v.optional(line),
        }),
        100,
      ),
    ),
    /** Of a head, a year, in this currency. */
    income: v.optional(v.strictObject({ value: positive, asOf: date, source })),
  }),
  /** One person in a place with this trait counts as so many. */
  weights: v.optional(listOf(v.strictObject({ what: slug, weight: positive }), 20)),
  search: or(
    v.strictObject({
      /** Seconds that proofs may take: half for the plan, half for the other points of its curve. */
      seconds: or(v.pipe(positive, v.maxValue(3600, "at most an hour")), 20),
      /** The gap at which it stops. */
      gap: or(share, 0.02),
      /** Points of the curve. */
      points: or(v.pipe(count, v.maxValue(40, "at most 40 points")), 8),
    }),
    {},
  ),
  assumptions: or(v.pipe(v.array(paragraph, "a list"), v.maxLength(40, "at most 40 entries")), []),
});

const RAREST = 0.001; // per cent of a year: the shortest outage by rain that ITU-R P.530's law holds for

const at = (input: Record<string, unknown>, key: string, value: unknown) =>
  ({ type: "object", origin: "value", input, key, value }) as const;

const REGION = v.pipe(
  FIELDS,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { air, backhaul } = dataset.value;
    const { availability, hops } = backhaul;
    if (availability === undefined) return;
    const say = (message: string) =>
      addIssue({
        message,
        input: availability,
        path: [at(dataset.value, "backhaul", backhaul), at(backhaul, "availability", availability)],
      });
    if (!air) say("air in the file too (rain, gradient, source), which says what fades a hop");
    else if ((100 - availability) / hops < RAREST - 1e-9)
      say(
        `at most ${(100 - RAREST * hops).toFixed(3)}, by which each of ${hops} hops may be without for ${RAREST} % of a year, the least that ITU-R P.530 holds for`,
      );
  }),
);

export type Region = Readonly<v.InferOutput<typeof REGION>>;

/** What does not fit, from wherever the fields come. @throws TreeError where there are none */
export function problemsOf(value: unknown): ReturnType<typeof misfits> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TreeError(1, `expected fields such as title: …, found ${found(value)}`);
  const unlike = misfits(REGION, value).flatMap((one) =>
    one.path.join() === "places" ? inPlaces(value, one) : [one],
  );
  return unlike.length > 0 ? unlike : problemsOfRadios(v.parse(REGION, value).radios);
}

/** @throws PlanningError with a line for each problem */
export function parseRegion(text: string, file: string): Region {
  try {
    const { value, lineOf } = parseTree(text, { format: "yaml", form: unfold(REGION) });
    const wrong = problemsOf(value);
    if (wrong.length > 0)
      throw new PlanningError(
        wrong
          .map((one) =>
            problemLine({
              file,
              line: lineOf(one.path),
              field: fieldName(one.path),
              message: one.message,
            }),
          )
          .join("\n"),
      );
    return v.parse(REGION, value);
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    throw new PlanningError(
      problemLine({ file, line: error.line, field: "", message: error.message }),
      {
        cause: error,
      },
    );
  }
}

/** A file that the region file names, from where that lies. */
export const besideRegion = (regionFile: string, named: string): string =>
  resolve(dirname(regionFile), named);
