/**
 * Walks of life, topics, places, organisations, programmes, pledges, plans, books and courses by their names, and where nothing
 * has such a name by what is said of them: so few that their words are held in memory, in the campaign's language and in that
 * of the page. A place is found by its country in each of the campaign's languages, and with it the stories from there.
 */
import type { Db } from "../../platform/db/store.ts";
import { freshness } from "../../platform/log/state.ts";
import { inOwn, textsOf } from "../../platform/texts/view.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { countryName } from "../../platform/web/words.ts";
import { unmarked } from "../../platform/words/fallback.ts";
import { allBooks, textIn } from "../books/api.ts";
import { allCourses, textIn as courseIn } from "../courses/api.ts";
import { partnerList, partnerPath } from "../partners/api.ts";
import { placeList } from "../places/api.ts";
import { planList } from "../plans/api.ts";
import { pledgeLedger } from "../pledges/api.ts";
import { programmeList } from "../programmes/api.ts";
import { LIST_USES, shownStories, storiesByPlace, storyCards, type Shown } from "../stories/api.ts";
import { isAsked, type AskedWord } from "./asked.ts";
import { wordsOf } from "./stems.ts";

type NameKind =
  | "walk"
  | "topic"
  | "place"
  | "partner"
  | "organisation"
  | "programme"
  | "pledge"
  | "plan"
  | "book"
  | "course";

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
interface Described extends Name {
  /** What is said of it, in a sentence or two. */
  readonly said: string;
}
interface Known extends Name {
  readonly first: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
}
/** A story by its title and its summary, which are in the language of the page though the story is not. */
interface Headed {
  readonly words: ReadonlySet<string>;
  readonly story: string;
}
interface Everything {
  readonly names: readonly Known[];
  readonly heads: readonly Headed[];
}
export interface Named {
  /** What has every word of the question, those first that have it in their name. */
  readonly names: readonly Name[];
  /** What has them only in what is said of it. */
  readonly said: readonly Name[];
  /** Stories that answer some of the words by where they are from, or whom they are of: what is left of the question. */
  readonly told: readonly {
    readonly left: readonly AskedWord[];
    readonly stories: ReadonlySet<string>;
  }[];
}

export type ReadNames = (
  db: Db,
  context: {
    readonly frame: Frame;
    readonly own: Frame;
    readonly lang: string;
    readonly today: string;
  },
  asked: readonly AskedWord[],
) => Promise<Named>;

const USES = {
  projections: [
    ...LIST_USES,
    "campaign",
    "partners",
    "programmes",
    "pledges",
    "plans",
    "books",
    "courses",
    "translations",
  ],
};
const MOST_HEADS = 2000; // stories, the newest; about 2 MB in a language

export function rememberNames(): ReadNames {
  const known = new Map<string, { readonly version: string; readonly all: Everything }>();
  return async (db, context, asked) => {
    const { lang, today } = context;
    const version = `${today} ${await freshness(db, USES)}`;
    let kept = known.get(lang);
    if (kept?.version !== version) {
      kept = { version, all: await readAll(db, context) };
      known.set(lang, kept); // one for each language of the campaign
    }
    return answered(kept.all, asked);
  };
}

function answered({ names, heads }: Everything, asked: readonly AskedWord[]): Named {
  const [inName, beside, inText]: [Name[], Name[], Name[]] = [[], [], []];
  const told = new Map<string, { left: readonly AskedWord[]; stories: Set<string> }>();
  const tell = (left: readonly AskedWord[], stories: Iterable<string>) => {
    const key = left.map(({ word }) => word).join(" ");
    const same = told.get(key) ?? { left, stories: new Set<string>() };
    for (const story of stories) same.stories.add(story);
    told.set(key, same);
  };
  for (const { first, others, said, ...name } of names) {
    const isIn = (words: ReadonlySet<string>) => (one: AskedWord) => has(words, one);
    const left = asked.filter((one) => !has(first, one) && !has(others, one));
    if (left.length === 0) (asked.every(isIn(first)) ? inName : beside).push(name);
    else if (left.every(isIn(said))) inText.push(name);
    if (left.length < asked.length && name.stories) tell(left, name.stories);
  }
  for (const { words, story } of heads)
    if (asked.every((one) => has(words, one))) tell([], [story]);
  const named = [...inName, ...beside];
  return { names: named, said: inText, told: [...told.values()] };
}

function has(words: ReadonlySet<string>, one: AskedWord): boolean {
  if (words.has(one.word)) return true;
  if (!one.begins && one.or.length === 0) return false;
  for (const word of words) if (isAsked(one, word)) return true;
  return false;
}

async function readAll(
  db: Db,
  { frame, own, lang, today }: Parameters<ReadNames>[1],
): Promise<Everything> {
  const { stories } = await shownStories(db, today);
  const campaigns = await readNames(inOwn(db), own, today, stories);
  const spoken = textsOf(db) && (await readNames(db, frame, today, stories));
  const mine = new Map(campaigns.map((one) => [one.path, one]));
  const words = (of: (one: Described) => string, one: Described) => {
    const before = mine.get(one.path);
    const said = spoken ? wordsOf(unmarked(of(one)), lang) : [];
    return new Set([...said, ...(before ? wordsOf(of(before), own.language) : [])]);
  };
  const names = (spoken ?? campaigns).map((one) => ({
    ...one,
    first: words(({ name }) => name, one),
    others: new Set([...words(({ more }) => more, one), ...countryWords(own, one.country)]),
    said: words(({ said }) => said, one),
  }));
  return { names, heads: spoken ? await readHeads(db, lang, today, stories) : [] };
}

async function readHeads(
  db: Db,
  lang: string,
  today: string,
  stories: readonly Shown[],
): Promise<Headed[]> {
  const cards = await storyCards(db, stories.slice(0, MOST_HEADS), lang, today);
  return cards
    .filter((card) => card.lang === lang && !card.languages.includes(lang))
    .map(({ subject, title, summary }) => ({
      story: subject,
      words: wordsOf(`${title} ${summary}`, lang),
    }));
}

async function readNames(
  db: Db,
  frame: Frame,
  today: string,
  stories: readonly Shown[],
): Promise<Described[]> {
  const lang = frame.language;
  const shown = new Set(stories.map(({ subject }) => subject));
  const ofWalk = Map.groupBy(stories, ({ walk }) => walk);
  const ofPlace = await storiesByPlace(db);
  const { pledges, series } = await pledgeLedger(db, today, lang);
  const places = await placeList(db, lang);
  const partners = await partnerList(db, lang);
  const programmes = await programmeList(db, lang);
  const plans = await planList(db, lang);
  const books = await allBooks(db);
  const courses = await allCourses(db);
  const named: Described[] = [
    ...frame.walks.flatMap(({ id, one, many }) => {
      const told = ofWalk.get(id)?.map(({ subject }) => subject);
      const path = `/stories?walk=${id}`;
      const name = { kind: "walk" as const, name: many, more: one, path, said: "" };
      return told ? [{ ...name, stories: new Set(told) }] : [];
    }),
    ...frame.topics.map(({ id, name, question }) => ({
      kind: "topic" as const,
      name,
      more: question,
      path: `/topics/${id}`,
      said: "",
    })),
    ...places.map(({ subject, name, region = "", country, slug, note = "" }) => ({
      kind: "place" as const,
      name,
      more: region,
      country,
      path: `/places/${slug}`,
      said: note,
      stories: new Set(ofPlace.get(subject)?.filter((story) => shown.has(story))),
    })),
    ...partners.map((partner) => ({
      kind: partner.standing === "joined" ? ("partner" as const) : ("organisation" as const),
      name: partner.name,
      more: "",
      path: partnerPath(partner),
      said: partner.summary,
    })),
    ...programmes.map(({ title, slug, summary, purpose }) => ({
      kind: "programme" as const,
      name: title,
      more: "",
      path: `/programmes/${slug}`,
      said: `${summary} ${purpose}`,
    })),
    ...[...pledges, ...series].map(({ pledge, pledger, slug }) => ({
      kind: "pledge" as const,
      name: pledge.title,
      more: pledger.name,
      path: `/pledges/${slug}`,
      said: "",
    })),
    ...plans.map(({ plan, slug }) => ({
      kind: "plan" as const,
      name: plan.title,
      more: "",
      path: `/plans/${slug}`,
      said: plan.summary,
    })),
    ...books.map((book) => {
      const text = textIn(book, lang);
      const titles = Object.values(book.texts).map(({ title }) => title);
      const said = [...titles, ...text.pages.flatMap(({ lines }) => lines)].join(" ");
      const names = { name: text.title, more: book.thing.credits.text };
      return { kind: "book" as const, ...names, path: `/books/${book.slug}`, said };
    }),
    ...courses.map((course) => {
      const text = courseIn(course, lang);
      const titles = [...Object.values(course.texts), ...text.lessons].map(({ title }) => title);
      const said = [text.summary, ...titles].join(" ");
      return {
        kind: "course" as const,
        name: text.title,
        more: "",
        path: `/courses/${course.slug}`,
        said,
      };
    }),
  ];
  return named;
}

/** A country's names as CLDR has them, which come with Node. */
const countryWords = (frame: Frame, country: string | undefined): string[] =>
  country === undefined
    ? []
    : frame.languages.flatMap((lang) => [...wordsOf(countryName(country, lang), lang)]);
