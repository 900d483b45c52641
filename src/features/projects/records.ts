/** What can be said of a project: who builds what where, by when, and what shows it. */
import * as v from "valibot";
import {
  amount,
  count,
  date,
  inBody,
  line,
  listOf,
  oneOf,
  paragraph,
  slug,
  source,
  sourceList,
  url,
  withdrawal,
  type Side,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";
import { currency, measures } from "../places/model.ts";

export const PROJECT_OPENED = "project.opened/1";
export const PROJECT_EDITED = "project.edited/1";
export const PROJECT_WITHDRAWN = "project.withdrawn/1";

const technology = oneOf(
  "fibre",
  "microwave",
  "wifi",
  "cellular",
  "satellite",
  "TV white space",
  "mesh",
  "other",
);

const many = <const S extends v.GenericSchema>(item: S, what: string, max: number) =>
  v.pipe(
    v.array(item, what),
    v.minLength(1, "at least one entry"),
    v.maxLength(max, `at most ${max}`),
  );

const milestone = v.strictObject({
  id: slug,
  title: line,
  due: v.optional(date),
  reached: v.optional(date),
  evidence: v.optional(
    many(v.strictObject({ title: line, url, by: line, date }), "a list of evidence", 50),
  ),
});

export const projectForm = (side: Side) => ({
  title: line,
  summary: paragraph,
  state: oneOf("planned", "building", "connected", "stopped"),
  partners: v.optional(side.refs),
  places: v.optional(side.refs),
  /** The pledges that it feeds. */
  pledges: v.optional(side.refs),
  /** The plan that it came of. */
  plan: v.optional(side.ref),
  technology: v.optional(listOf(technology, 8)),
  from: v.optional(date),
  by: v.optional(date),
  people: v.optional(v.strictObject({ low: count, high: v.optional(count), source, period: line })),
  budget: v.optional(v.strictObject({ amount, currency, source: v.optional(source) })),
  measures: v.optional(measures),
  milestones: v.optional(many(milestone, "a list of milestones", 200)),
  note: v.optional(paragraph),
  sources: v.optional(sourceList),
});

export const ProjectBody = v.strictObject(projectForm(inBody));
export type Project = Readonly<v.InferOutput<typeof ProjectBody>>;
export type Milestone = v.InferOutput<typeof milestone>;

/** What it says in the languages of the campaign. */
export const PROJECT_WORDING: Wording = {
  space: "projects",
  texts: ["title", "summary", "milestones.title", "period", "note"],
};

export const projectKinds: Kinds = {
  [PROJECT_OPENED]: { opens: true, body: ProjectBody },
  [PROJECT_EDITED]: { opens: false, body: ProjectBody },
  [PROJECT_WITHDRAWN]: { opens: false, body: withdrawal },
};
