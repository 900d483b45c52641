/** Stories, events, pledges and photos are found by their names, to be put into a newsletter. Rule U16. */
import type { Db } from "../../../platform/db/store.ts";
import { eventList } from "../../events/api.ts";
import { pledgeLedger } from "../../pledges/api.ts";
import type { Part } from "../records.ts";
import { shownStories, storiesBySubject } from "../../stories/api.ts";

interface Asked {
  /** Of the desk. */
  readonly lang: string;
  /** UTC. */
  readonly today: string;
}

/** What can be put into a newsletter, found by its name. */
export interface Found {
  readonly sort: "story" | "event" | "pledge" | "photo";
  /** Names it in the form: a subject, and for a photo its name in that story. */
  readonly value: string;
  readonly title: string;
}

const LOOKED_AT = 300; // stories, the newest, whose photos are looked through
const MOST = 12; // of each sort; whoever does not see it types more of its name

/** @param typed part of a name, or nothing: the latest then */
export async function findThings(
  db: Db,
  typed: string,
  sort: Found["sort"],
  { lang, today }: Asked,
): Promise<Found[]> {
  const all = await thingsOf(db, sort, { lang, today });
  const wanted = typed.toLocaleLowerCase(lang);
  return all.filter(({ title }) => title.toLocaleLowerCase(lang).includes(wanted)).slice(0, MOST);
}

async function thingsOf(db: Db, sort: Found["sort"], { lang, today }: Asked): Promise<Found[]> {
  const named = (subject: string, title: string): Found => ({ sort, value: subject, title });
  if (sort === "event") {
    const { coming, past } = await eventList(db, today, lang);
    return [...coming, ...past].map(({ subject, event }) => named(subject, event.title));
  }
  if (sort === "pledge") {
    const { pledges } = await pledgeLedger(db, today, lang);
    return pledges.map(({ subject, pledge, pledger }) =>
      named(subject, `${pledge.title} (${pledger.name})`),
    );
  }
  const { stories } = await shownStories(db, today);
  if (sort === "story") return stories.map(({ subject, title }) => named(subject, title));
  return photosOf(db, stories.slice(0, LOOKED_AT));
}

/** The cover and the photos of these stories. */
async function photosOf(
  db: Db,
  stories: readonly { readonly subject: string; readonly title: string }[],
): Promise<Found[]> {
  const states = await storiesBySubject(
    db,
    stories.map(({ subject }) => subject),
  );
  return stories.flatMap(({ subject, title }) => {
    const { cover, pictures = [] } = states.get(subject) ?? {};
    const found = (value: string, alt: string): Found => ({
      sort: "photo",
      value,
      title: `${alt} (${title})`,
    });
    return [
      ...(cover ? [found(subject, cover.alt)] : []),
      ...pictures.map(({ name, alt }) => found(`${subject} ${name}`, alt)),
    ];
  });
}

/** What the parts of a draft are called, each by `partKey`; one that may not be shown is not among them. */
export async function titlesOf(
  db: Db,
  parts: readonly Part[],
  asked: Asked,
): Promise<ReadonlyMap<string, string>> {
  const has = (sort: Found["sort"]) => parts.some((part) => part[sort] !== undefined);
  const plain = (["event", "pledge"] as const).filter(has);
  const all = (await Promise.all(plain.map((sort) => thingsOf(db, sort, asked)))).flat();
  const titles = new Map(all.map(({ sort, value, title }) => [`${sort} ${value}`, title]));
  if (!has("story") && !has("photo")) return titles;
  const { stories } = await shownStories(db, asked.today);
  for (const { subject, title } of stories) titles.set(`story ${subject}`, title);
  const inPhotos = new Set(parts.flatMap(({ photo }) => photo?.story ?? []));
  const shown = stories.filter(({ subject }) => inPhotos.has(subject));
  for (const { sort, value, title } of await photosOf(db, shown))
    titles.set(`${sort} ${value}`, title);
  return titles;
}

/** What a part points to, as a button of the form and `titlesOf` name it; undefined for words. */
export function partKey({ photo, story, event, pledge }: Part): string | undefined {
  if (photo) return `photo ${photo.story}${photo.name === undefined ? "" : ` ${photo.name}`}`;
  if (story !== undefined) return `story ${story}`;
  if (event !== undefined) return `event ${event}`;
  return pledge === undefined ? undefined : `pledge ${pledge}`;
}
