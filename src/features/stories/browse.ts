/** Browsing: what the address asks for, which stories fit, and what else can be chosen. */
import { addressesIn } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { pageAsked } from "../../platform/web/means.ts";
import type { PageRequest } from "../../platform/web/route.ts";
import { languageName } from "../../platform/web/words.ts";
import { placesBySubject } from "../places/api.ts";
import { programmesBySubject } from "../programmes/api.ts";
import type { LinkKind, StoryTables } from "./projection.ts";
import { storyList, type StoryList } from "./queries.ts";
import { shownStories, type Shown } from "./shown.ts";

export const CHOICES = ["walk", "topic", "place", "programme", "language"] as const;
export type Choice = (typeof CHOICES)[number];
export const PAGE_SIZE = 24;

export interface Option {
  readonly value: string;
  readonly name: string;
  readonly lang?: string;
  /** How many stories there are; a walk of life with none is wanted. */
  readonly count: number;
}
export interface Browse {
  readonly list: StoryList;
  readonly page: number;
  readonly pages: number;
  readonly chosen: Readonly<Partial<Record<Choice, string>>>;
  readonly options: Readonly<Record<Choice, readonly Option[]>>;
}

/** `undefined` where the address asks for something that is no choice here. */
export async function browse(request: PageRequest): Promise<Browse | undefined> {
  const { db, query, lang, today } = request;
  const { stories } = await shownStories(db, today);
  const options = await optionsOf(request, stories);
  const chosen: Partial<Record<Choice, string>> = {};
  for (const choice of CHOICES) {
    const value = query[choice];
    if (value === undefined) continue;
    if (!options[choice].some((option) => option.value === value)) return undefined;
    chosen[choice] = value;
  }
  const page = pageAsked(query["page"]);
  if (page === 0 || query["page"] === "1") return undefined;
  const list = await storyList(db, {
    today,
    lang,
    page,
    size: PAGE_SIZE,
    ...chosen,
    ...(await subjectsOf(db, chosen)),
  });
  const pages = Math.max(1, Math.ceil(list.total / PAGE_SIZE));
  return page > pages ? undefined : { list, page, pages, chosen, options };
}

/** The address of another choice: this one changed, the others kept, from the first page. */
export function choose(
  { frame, lang }: PageRequest,
  chosen: Browse["chosen"],
  change: Partial<Record<Choice | "page", string | undefined>>,
): string {
  const all: Record<string, string | undefined> = { ...chosen, ...change };
  const query = new URLSearchParams();
  for (const name of [...CHOICES, "page"]) if (all[name] !== undefined) query.set(name, all[name]);
  const text = query.toString();
  return pathIn(frame, lang, text === "" ? "/stories" : `/stories?${text}`);
}

/** Places and programmes stand in addresses by slug and in rows by subject. */
async function subjectsOf(db: Db, { place, programme }: Browse["chosen"]) {
  const of = async (space: string, slug: string) => (await addressesIn(db, space)).get(slug) ?? "";
  return {
    ...(place !== undefined && { place: await of("places", place) }),
    ...(programme !== undefined && { programme: await of("programmes", programme) }),
  };
}

async function optionsOf(
  request: PageRequest,
  stories: readonly Shown[],
): Promise<Browse["options"]> {
  const { db, frame, lang } = request;
  const counts = await linkCounts(db, new Set(stories.map((s) => s.subject)));
  const count = (kind: LinkKind, key: string) => counts.get(kind)?.get(key) ?? 0;
  const keys = (kind: LinkKind) => [...(counts.get(kind)?.keys() ?? [])];
  const places = [...(await placesBySubject(db, keys("place"), lang)).values()];
  const programmes = [...(await programmesBySubject(db, keys("programme"))).values()];
  return {
    walk: frame.walks.map(({ id, many }) => ({
      value: id,
      name: many,
      count: stories.filter((s) => s.walk === id).length,
    })),
    topic: frame.topics.map(({ id, name }) => ({ value: id, name, count: count("topic", id) })),
    place: byName(
      places.map((p) => ({ value: p.slug, name: p.name, count: count("place", p.subject) })),
      lang,
    ),
    programme: programmes
      .toSorted((a, b) => a.order - b.order)
      .map((p) => ({ value: p.slug, name: p.title, count: count("programme", p.subject) })),
    language: byName(
      keys("language").map((one) => ({
        value: one,
        name: languageName(one),
        lang: one,
        count: count("language", one),
      })),
      lang,
    ),
  };
}

async function linkCounts(
  db: Db,
  shown: ReadonlySet<string>,
): Promise<Map<LinkKind, Map<string, number>>> {
  const links = await db
    .withTables<StoryTables>()
    .selectFrom("story_link")
    .select(["subject", "kind", "key"])
    .where("kind", "in", ["topic", "place", "programme", "language"])
    .execute();
  const counts = new Map<LinkKind, Map<string, number>>();
  for (const { subject, kind, key } of links) {
    if (!shown.has(subject)) continue;
    const ofKind = counts.get(kind) ?? new Map<string, number>();
    counts.set(kind, ofKind.set(key, (ofKind.get(key) ?? 0) + 1));
  }
  return counts;
}

function byName(options: readonly Option[], lang: string): Option[] {
  const { compare } = new Intl.Collator(lang);
  return options.toSorted((a, b) => compare(a.name, b.name) || (a.value < b.value ? -1 : 1));
}
