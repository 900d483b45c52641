/** What somebody who makes a pledge typed: what is kept of it, or one line for each field that does not fit. Rules P50 to P52. */
import * as v from "valibot";
import { tidy } from "../../engines/plaintext/tidy.ts";
import { date, line, paragraph } from "../../platform/folder/fields.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { numberIn } from "../../platform/web/typed-number.ts";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import type { PartnerKind } from "../partners/api.ts";
import { lastDay } from "./dates.ts";
import { makeWordsIn, type MakeWords, type Sort } from "./make-words.ts";
import { MOST_PEOPLE } from "./records.ts";
import { wordsIn } from "./words.ts";

export const MAKE_PATH = "/take-part/pledge";

export const MAKE_FIELDS = [
  "id",
  "sort",
  "name",
  "organisation",
  "what",
  "value",
  "unit",
  "where",
  "by",
  "counting",
  "checking",
  "contact",
  "agree",
] as const;

/** Who promises, as the form asks it, and what sort of partner that is here. */
export const SORTS: Readonly<Record<Sort, PartnerKind>> = {
  person: "person",
  school: "public",
  community: "community",
  company: "company",
  carrier: "carrier",
  association: "activist",
  public: "public",
};

/** What is kept of a pledge that was sent, but for the contact, which stands by itself. */
export interface Made {
  readonly for: "new pledge";
  readonly sort: Sort;
  readonly name: string;
  readonly organisation?: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly where: string;
  readonly by: string;
  readonly counting?: string;
  readonly checking?: string;
}

/** The name under which it stands; whoever pledges for others is named to the desk alone. */
export const nameOf = ({ sort, name, organisation = name }: Made): string =>
  sort === "person" ? name : organisation;

export const isMade = (about: object): about is Made =>
  "for" in about && about.for === "new pledge";

const MAX_LINE = 200; // characters
const MAX_WORDS = 2000; // characters; a page of text
export const MOST = 1e12; // of anything but people: there are some three trillion trees
const YEARS = 50; // beyond them nobody who reads it now can check

export function readMade(
  came: Typed,
  { today, lang }: { readonly today: string; readonly lang: string },
): { about: Made; contact?: string } | { problems: Problems } {
  const words = makeWordsIn(lang);
  const typed = seen(came);
  const { contact = "", unit = "", by = "" } = typed;
  const value = amountIn(typed["value"], lang);
  const sort = sortOf(typed["sort"]);
  const problems: Record<string, string> = {
    ...textProblems(typed, words),
    ...(sort === undefined && { sort: words.problems.sort }),
    ...problemOf("value", amountProblem(value, unitIn(unit, lang), words)),
    ...problemOf("by", dateProblem(by, today, words)),
    ...(typed["agree"] !== "yes" && { agree: words.problems.agree }),
  };
  if (sort === undefined || typeof value === "string" || Object.keys(problems).length > 0)
    return { problems };
  const { name = "", organisation = "", what = "", where = "", counting, checking } = typed;
  return {
    about: {
      for: "new pledge",
      sort,
      name,
      ...(organisation !== "" && { organisation }),
      what,
      value,
      unit: unitIn(unit, lang),
      where,
      by,
      ...(counting !== "" && counting !== undefined && { counting }),
      ...(checking !== "" && checking !== undefined && { checking }),
    },
    ...(contact !== "" && { contact }),
  };
}

/** Without what nobody sees. */
export const seen = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, tidy(text).trim()]));

const sortOf = (typed = ""): Sort | undefined =>
  Object.hasOwn(SORTS, typed) ? (typed as Sort) : undefined;

export const problemOf = (field: string, problem: string | undefined): Record<string, string> =>
  problem === undefined ? {} : { [field]: problem };

/** What a field of words may hold, and whether it may be left empty. */
const TEXTS: Readonly<Record<string, { readonly long?: true; readonly optional?: true }>> = {
  name: {},
  organisation: { optional: true },
  what: {},
  unit: { optional: true },
  where: {},
  counting: { long: true, optional: true },
  checking: { optional: true },
  contact: { optional: true },
};

export function textProblems(typed: Typed, { lang, problems }: MakeWords): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [field, { long, optional }] of Object.entries(TEXTS)) {
    const { [field]: text } = typed;
    if (text === undefined || (text === "" && optional)) continue;
    const most = long ? MAX_WORDS : MAX_LINE;
    const fits = text.length <= most && v.is(long ? paragraph : line, text);
    const piece = fits ? /<[a-z!/?][^\s>]{0,20}>?/i.exec(text)?.[0] : undefined;
    if (!fits) found[field] = problems[long ? "text" : "line"](formatNumber(most, lang));
    else if (piece !== undefined) found[field] = problems.plain(piece);
  }
  return found;
}

/** @returns what was typed, where it is no number */
export const amountIn = (typed = "", lang: string): number | string =>
  typed.length > MAX_LINE ? typed : numberIn(typed, lang);

export function amountProblem(
  value: number | string,
  unit: string,
  { lang, problems }: MakeWords,
): string | undefined {
  if (typeof value === "string" || !(value > 0)) return problems.number;
  if (unit === "people" && value > MOST_PEOPLE)
    return problems.people(formatNumber(MOST_PEOPLE, lang));
  return value > MOST ? problems.most(formatNumber(MOST, lang)) : undefined;
}

export function dateProblem(
  by: string,
  today: string,
  { lang, problems }: MakeWords,
): string | undefined {
  if (!v.is(date, by)) return problems.date;
  if (lastDay(by) < today) return problems.past(formatDay(by, lang));
  const last = `${Number(today.slice(0, 4)) + YEARS}-12-31`;
  return lastDay(by) > last ? problems.far(formatDay(last, lang)) : undefined;
}

/** A unit that many pledges count in, written in English or in the language of the form; any other as it was. */
export function unitIn(typed: string, lang: string): string {
  const plain = typed.toLowerCase() || "people";
  for (const words of [wordsIn("en"), wordsIn(lang)])
    for (const [unit, word] of Object.entries(words.units))
      if (unit === plain || word.toLowerCase() === plain) return unit;
  return typed;
}
