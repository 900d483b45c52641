/** How far a place has come on the way to a connection: one of five words, who says it, and the date it speaks of. */
import * as v from "valibot";
import { date, line, oneOf, source } from "../../platform/folder/fields.ts";

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
const said = v.pipe(
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
  [word, said],
  `one of ${PLACE_STATES.join(", ")}, or value, asOf and source`,
);
export type SaidState = Readonly<Partial<v.InferOutput<typeof said>>> & {
  readonly value: PlaceState;
};

/** Both forms as one: the date and who says it are absent where the word stands alone. */
export const stateSaid = (state: v.InferOutput<typeof placeState>): SaidState =>
  typeof state === "string" ? { value: state } : state;
