/**
 * Walks of life, topics, places, organisations, programmes, pledges and plans by their names: so few that their words are
 * held in memory. A place is found by its country in each of the campaign's languages, and with it the stories from there.
 */
import type { Db } from "../../platform/db/store.ts";
import { freshness } from "../../platform/log/state.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { countryName } from "../../platform/web/words.ts";
import { partnerList, partnerPath } from "../partners/feature.ts";
import { placeList } from "../places/feature.ts";
import { planList } from "../plans/feature.ts";
import { pledgeLedger } from "../pledges/feature.ts";
import { programmeList } from "../programmes/feature.ts";
import { LIST_USES, shownStories, storiesByPlace } from "../stories/feature.ts";
import { isAsked, type AskedWord } from "./asked.ts";
import { wordsOf } from "./stems.ts";

export type NameKind =
  | "walk"
  | "topic"
  | "place"
  | "partner"
  | "organisation"
  | "programme"
  | "pledge"
  | "plan";

export interface Name {
  readonly kind: NameKind;
  readonly name: string;
  /** What tells it from another of that name: a region, who pledges. */
  readonly more: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly path: string;
  /** The stories that are from there, or of such a person. */
  readonly stories?: ReadonlySet<string>;
}
interface Known extends Name {
  readonly first: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}
export interface Named {
  /** What has every word of the question, those first that have it in their name. */
  readonly names: readonly Name[];
  /** Stories that answer some of the words by where they are from, or whom they are of: what is left of the question. */
  readonly told: readonly {
    readonly left: readonly AskedWord[];
    readonly stories: ReadonlySet<string>;
  }[];
}

export type ReadNames = (
  db: Db,
  context: { readonly frame: Frame; readonly today: string },
  asked: readonly AskedWord[],
) => Promise<Named>;

const USES = {
  projections: [...LIST_USES, "campaign", "partners", "programmes", "pledges", "plans"],
};

export function rememberNames(): ReadNames {
  let known: { readonly version: string; readonly names: readonly Known[] } | undefined;
  return async (db, { frame, today }, asked) => {
    const version = `${today} ${await freshness(db, USES)}`;
    if (known?.version !== version) known = { version, names: await readNames(db, frame, today) };
    return answered(known.names, asked);
  };
}

function answered(known: readonly Known[], asked: readonly AskedWord[]): Named {
  const [inName, beside]: [Name[], Name[]] = [[], []];
  const told = new Map<string, { left: readonly AskedWord[]; stories: Set<string> }>();
  for (const { first, others, ...name } of known) {
    const isIn = (words: ReadonlySet<string>) => (one: AskedWord) => has(words, one);
    const left = asked.filter((one) => !has(first, one) && !has(others, one));
    if (left.length === 0) (asked.every(isIn(first)) ? inName : beside).push(name);
    if (left.length === asked.length || !name.stories) continue;
    const key = left.map(({ word }) => word).join(" ");
    const same = told.get(key) ?? { left, stories: new Set<string>() };
    for (const story of name.stories) same.stories.add(story);
    told.set(key, same);
  }
  return { names: [...inName, ...beside], told: [...told.values()] };
}

function has(words: ReadonlySet<string>, one: AskedWord): boolean {
  if (words.has(one.word)) return true;
  if (!one.begins && one.or.length === 0) return false;
  for (const word of words) if (isAsked(one, word)) return true;
  return false;
}

async function readNames(db: Db, frame: Frame, today: string): Promise<Known[]> {
  const lang = frame.language;
  const { stories } = await shownStories(db, today);
  const shown = new Set(stories.map(({ subject }) => subject));
  const ofWalk = Map.groupBy(stories, ({ walk }) => walk);
  const ofPlace = await storiesByPlace(db);
  const { pledges, series } = await pledgeLedger(db, today, lang);
  const places = await placeList(db, lang);
  const partners = await partnerList(db, lang);
  const programmes = await programmeList(db, lang);
  const plans = await planList(db, lang);
  const named: Name[] = [
    ...frame.walks.flatMap(({ id, one, many }) => {
      const told = ofWalk.get(id)?.map(({ subject }) => subject);
      const name = { kind: "walk" as const, name: many, more: one, path: `/stories?walk=${id}` };
      return told ? [{ ...name, stories: new Set(told) }] : [];
    }),
    ...frame.topics.map(({ id, name, question }) => ({
      kind: "topic" as const,
      name,
      more: question,
      path: `/topics/${id}`,
    })),
    ...places.map(({ subject, name, region = "", country, slug }) => ({
      kind: "place" as const,
      name,
      more: region,
      country,
      path: `/places/${slug}`,
      stories: new Set(ofPlace.get(subject)?.filter((story) => shown.has(story))),
    })),
    ...partners.map((partner) => ({
      kind: partner.standing === "joined" ? ("partner" as const) : ("organisation" as const),
      name: partner.name,
      more: "",
      path: partnerPath(partner),
    })),
    ...programmes.map(({ title, slug }) => ({
      kind: "programme" as const,
      name: title,
      more: "",
      path: `/programmes/${slug}`,
    })),
    ...[...pledges, ...series].map(({ pledge, pledger, slug }) => ({
      kind: "pledge" as const,
      name: pledge.title,
      more: pledger.name,
      path: `/pledges/${slug}`,
    })),
    ...plans.map(({ plan, slug }) => ({
      kind: "plan" as const,
      name: plan.title,
      more: "",
      path: `/plans/${slug}`,
    })),
  ];
  return named.map((one) => ({
    ...one,
    first: wordsOf(one.name, lang),
    others: new Set([...wordsOf(one.more, lang), ...countryWords(frame, one.country)]),
  }));
}

/** A country's names as CLDR has them, which come with Node. */
const countryWords = (frame: Frame, country: string | undefined): string[] =>
  country === undefined
    ? []
    : frame.languages.flatMap((lang) => [...wordsOf(countryName(country, lang), lang)]);
