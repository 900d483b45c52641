/** The desk's form that makes a plan a project: from what was typed to what is chosen. */
import * as v from "valibot";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { thingsTyped } from "../../platform/addresses/named.ts";
import { freeName } from "../../platform/addresses/short-name.ts";
import type { Db } from "../../platform/db/store.ts";
import { day, line, paragraph, slug as slugForm } from "../../platform/folder/fields.ts";
import { formatNumber } from "../../platform/web/words.ts";
import type { Chosen } from "./project-bodies.ts";
import type { PlanDeskWords } from "./desk-words.ts";
import type { Plan } from "./records.ts";

export const FIELDS = [
  "title",
  "slug",
  "summary",
  "steps",
  "partners",
  "places",
  "pledger",
  "by",
  "agreed",
] as const;
export type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
export type Problems = Record<string, string>;

/** What the form begins with: all of the plan, its places named. */
export const typedFor = ({ title, summary, steps }: Plan, slug: string): Typed => ({
  title,
  slug,
  summary,
  steps: String(steps.length),
  places: "yes",
});

export async function chosenFrom(
  db: Db,
  about: {
    readonly plan: Plan;
    readonly typed: Typed;
    readonly words: PlanDeskWords;
    readonly today: string;
  },
): Promise<{ chosen?: Chosen & { readonly slug: string }; problems: Problems }> {
  const { plan, typed, words, today } = about;
  const { title = "", slug: asked = "", summary = "", pledger = "", by = "" } = typed;
  const slug = asked === "" ? await freeName(db, ["projects", "pledges"], title) : asked;
  const problems: Problems = {};
  for (const [name, text, form, most] of [
    ["title", title, line, 500],
    ["summary", summary, paragraph, 5000],
  ] as const)
    if (text === "") problems[name] = words.needed;
    else if (!v.is(form, text)) problems[name] = words.badText(formatNumber(most, words.lang));
  if (!v.is(slugForm, slug)) problems["slug"] = words.badSlug;
  else if (await subjectAt(db, "projects", slug)) problems["slug"] = words.taken;
  const steps = Number(typed.steps);
  if (!(Number.isInteger(steps) && steps >= 1 && steps <= plan.steps.length))
    problems["steps"] = words.badStep;
  const { subjects: partners, unknown } = await thingsTyped(db, "partners", typed.partners ?? "");
  if (unknown[0] !== undefined) problems["partners"] = words.badPartner(unknown[0]);
  const who = pledger === "" ? undefined : await subjectAt(db, "partners", pledger);
  if (pledger !== "") {
    if (!who) problems["pledger"] = words.badPartner(pledger);
    if (!v.is(day, by) || by <= today) problems["by"] = words.badDay;
    if (typed.agreed !== "yes") problems["agreed"] = words.notAgreed;
    if (!problems["slug"] && (await subjectAt(db, "pledges", slug))) problems["slug"] = words.taken;
  }
  if (Object.keys(problems).length > 0) return { problems };
  const namesPlaces = typed.places === "yes";
  const chosen = {
    title,
    summary,
    slug,
    steps,
    partners,
    namesPlaces,
  };
  return {
    problems,
    chosen: who ? { ...chosen, pledge: { pledger: who.subject, by } } : chosen,
  };
}
