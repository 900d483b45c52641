/**
 * Which stories may be shown on a day, newest first: those whose day has come and in which everybody
 * named is covered. Rules S5 and S6 of README.md; every list and every page asks here.
 */
import type { Db } from "../../platform/db/store.ts";
import {
  consentChanges,
  heldPeople,
  peopleCover,
  mayBeMachine,
  mayBeShown,
  type Channel,
} from "../people/api.ts";
import { LADDER_USE } from "../../platform/media/ladder/rungs-of.ts";
import { photoChanges } from "../pictures/api.ts";
import type { LinkKind, StoryTables } from "./projection.ts";

/** The little that lists need of each story. */
export interface Shown {
  readonly subject: string;
  readonly title: string;
  readonly language: string;
  readonly published: string;
  readonly lead: boolean;
  readonly person: string | null;
  readonly place: string | null;
  readonly walk: string | null;
}
interface ShownStories {
  readonly stories: readonly Shown[];
  /** Whether everybody whom the story names agreed to this language too, and to a machine's translation where it is one. */
  readonly readsIn: (subject: string, lang: string) => boolean;
  /** First day on which another set may be shown without a new record. */
  readonly until?: string;
}

/** What every list of stories rests on. */
export const LIST_USES = [
  "stories",
  "people",
  "pictures",
  "places",
  "addresses",
  LADDER_USE,
] as const;

export async function shownStories(
  db: Db,
  today: string,
  channel: Channel = "web",
): Promise<ShownStories> {
  const mine = db.withTables<StoryTables>();
  const rows = await mine
    .selectFrom("story")
    .select([
      "subject",
      "title",
      "language",
      "published",
      "since",
      "lead",
      "person",
      "place",
      "walk",
    ])
    .orderBy("published", "desc")
    .orderBy("title")
    .orderBy("subject")
    .execute();
  const named = Map.groupBy(
    await mine
      .selectFrom("story_link")
      .select(["subject", "key"])
      .where("kind", "=", "person")
      .execute(),
    (link) => link.subject,
  );
  const links = await mine
    .selectFrom("story_link")
    .select(["subject", "key"])
    .where("kind", "=", "machine")
    .execute();
  const machines = new Set(links.map(({ subject, key }) => `${subject} ${key}`));
  const people = await peopleCover(db);
  const photos = await photoChanges(db, today);
  const changes: string[] = photos.day === undefined ? [] : [photos.day];
  for (const one of photos.people) {
    const change = people.get(one) && consentChanges(people.get(one)!, today);
    if (change !== undefined) changes.push(change);
  }
  const stories = rows.filter(({ subject, language, since }) => {
    if (since > today) changes.push(since);
    const everybody = (named.get(subject) ?? []).map(({ key }) => people.get(key));
    for (const person of everybody) {
      const change = person && consentChanges(person, today);
      if (change !== undefined) changes.push(change);
    }
    // Somebody whose record was withdrawn is covered by nothing.
    const covered = everybody.every(
      (person) => person && mayBeShown(person, "story", language, today, channel),
    );
    return since <= today && covered;
  });
  const readsIn = (subject: string, lang: string) =>
    (named.get(subject) ?? []).every(({ key }) => {
      const person = people.get(key);
      if (!person || !mayBeShown(person, "story", lang, today, channel)) return false;
      return !machines.has(`${subject} ${lang}`) || mayBeMachine(person);
    });
  return {
    readsIn,
    stories: stories.map(({ since: _since, ...row }) => ({
      ...row,
      lead: row.lead === 1,
      walk: row.walk ?? (row.person === null ? null : (people.get(row.person)?.walk ?? null)),
    })),
    ...earliest(changes),
  };
}

/** The stories whose day has not come, and those told of somebody who objected: nobody may read anything of them. */
export async function notYetShown(db: Db, today: string): Promise<string[]> {
  const held = await heldPeople(db);
  const told = await Promise.all(held.map(({ subject }) => storiesNaming(db, "person", subject)));
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story")
    .select("subject")
    .where("since", ">", today)
    .execute();
  return [...new Set([...rows.map(({ subject }) => subject), ...told.flatMap((one) => [...one])])];
}

/** The stories that name this person, place, topic …: a set to filter by. */
export async function storiesNaming(db: Db, kind: LinkKind, key: string): Promise<Set<string>> {
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story_link")
    .select("subject")
    .where("kind", "=", kind)
    .where("key", "=", key)
    .execute();
  return new Set(rows.map((r) => r.subject));
}

/** Which stories name each place, whether or not they may be shown: place to stories. */
export async function storiesByPlace(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story_link")
    .select(["subject", "key"])
    .where("kind", "=", "place")
    .execute();
  const named = Map.groupBy(rows, (row) => row.key);
  return new Map([...named].map(([place, links]) => [place, links.map((l) => l.subject)]));
}

/** Everybody who signs one of these stories. */
export async function authorsOf(db: Db, stories: ReadonlySet<string>): Promise<Set<string>> {
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story_link")
    .select(["subject", "key"])
    .where("kind", "=", "author")
    .execute();
  return new Set(rows.filter((r) => stories.has(r.subject)).map((r) => r.key));
}

/** `{ until }` of the earliest day, or nothing. */
export function earliest(days: readonly (string | undefined)[]): { until?: string } {
  const [first] = days.filter((day) => day !== undefined).toSorted();
  return first === undefined ? {} : { until: first };
}
