/** What can be said of a programme. */
import * as v from "valibot";
import {
  date,
  inBody,
  line,
  listOf,
  markdown,
  oneOf,
  paragraph,
  sector,
  slug,
  source,
  sourceList,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import { LongTextBody } from "../../platform/records/last-said.ts";
import type { Wording } from "../../platform/texts/wording.ts";

export const PROGRAMME_OPENED = "programme.opened/1";
export const PROGRAMME_EDITED = "programme.edited/1";
export const PROGRAMME_TRANSLATED = "programme.translated/1";
export const PROGRAMME_WITHDRAWN = "programme.withdrawn/1";

const figure = v.strictObject({
  value: line, // as shown: "6,030"
  text: line,
  asOf: date,
  saidBy: line,
  state: oneOf("self-reported", "reported", "evidenced"),
  source,
});

/** Over the two sides of a form: what a reference and a picture are in a file, and in a record. */
export const programmeForm = <R extends v.GenericSchema, P extends v.GenericSchema>(side: {
  readonly refs: R;
  readonly picture: P;
}) => ({
  title: line,
  summary: paragraph,
  purpose: paragraph,
  order: v.optional(v.pipe(v.number("a number"), v.finite("a number"))),
  partners: v.optional(side.refs),
  places: v.optional(side.refs),
  topics: v.optional(listOf(slug)),
  sector: v.optional(sector),
  cover: v.optional(side.picture),
  figures: v.optional(
    v.pipe(v.array(figure, "a list of figures"), v.minLength(1), v.maxLength(100)),
  ),
  sources: v.optional(sourceList),
});

export const ProgrammeBody = v.strictObject({ ...programmeForm(inBody), markdown });
export type Programme = Readonly<v.InferOutput<typeof ProgrammeBody>>;
export type ProgrammeFigure = Readonly<NonNullable<Programme["figures"]>[number]>;

/** What it says in the languages of the campaign. */
export const PROGRAMME_WORDING: Wording = {
  space: "programmes",
  texts: ["title", "summary", "purpose", "figures.text", "figures.value", "alt", "credit"],
  names: ["saidBy"],
};

export const programmeKinds: Kinds = {
  [PROGRAMME_OPENED]: { opens: true, body: ProgrammeBody, files: "people" },
  [PROGRAMME_EDITED]: { opens: false, body: ProgrammeBody, files: "people" },
  [PROGRAMME_TRANSLATED]: { opens: false, body: LongTextBody },
  [PROGRAMME_WITHDRAWN]: { opens: false, body: withdrawal },
};
