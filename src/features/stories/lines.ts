/** Stories as lists of the desk have them: all that stand, whether or not they may be shown yet, asked for by page. */
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { callable, howMany } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Story } from "./fold.ts";
import { beginsAt } from "./moments.ts";
import type { StoryTables } from "./projection.ts";

export interface StoryLine {
  readonly subject: string;
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  /** The day that its file gives. */
  readonly day: string;
  /** From when it may be read, as `beginsAt` says it. */
  readonly begins: string;
}

interface Page {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** One page of them, the newest first. @returns how many there are on all pages, too */
export async function storyLines(
  db: Db,
  { page, size }: Page,
): Promise<{ readonly lines: readonly StoryLine[]; readonly total: number }> {
  const told = db.withTables<StoryTables>().selectFrom("story");
  const { n } = await told
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const rows = await told
    .select(["subject", "state"])
    .orderBy("published", "desc")
    .orderBy("subject")
    .limit(size)
    .offset((lastOr(page, n, size) - 1) * size)
    .execute();
  return { lines: await linesOf(db, rows), total: n };
}

/** One page of those whose titles hold all these words, by title. */
export async function storyLinesNamed(
  db: Db,
  words: string,
  { page, size }: Page,
): Promise<{ readonly lines: readonly StoryLine[]; readonly total: number }> {
  const looking = { space: "stories", words };
  const total = await howMany(db, looking);
  const from = (lastOr(page, total, size) - 1) * size;
  const found = await callable(db, { ...looking, most: size, from });
  const subjects = found.map(({ subject }) => subject);
  const rows = await rowsOf(db, subjects);
  return { lines: await linesOf(db, rows), total };
}

/** A page after the last one is the last one. */
const lastOr = (page: number, total: number, size: number): number =>
  Math.min(page, Math.max(1, Math.ceil(total / size)));

/** Those whose day is one of these, both ends among them. */
export async function storyLinesBetween(
  db: Db,
  first: string,
  last: string,
): Promise<readonly StoryLine[]> {
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story")
    .select(["subject", "state"])
    .where("published", ">=", first)
    .where("published", "<=", last)
    .execute();
  return linesOf(db, rows);
}

interface Row {
  readonly subject: string;
  readonly state: string;
}

async function rowsOf(db: Db, subjects: readonly string[]): Promise<Row[]> {
  if (subjects.length === 0) return [];
  return db
    .withTables<StoryTables>()
    .selectFrom("story")
    .select(["subject", "state"])
    .where("subject", "in", [...subjects])
    .execute();
}

/** The newest first. One without an address is left out. */
async function linesOf(db: Db, rows: readonly Row[]): Promise<StoryLine[]> {
  const slugs = await slugsOf(
    db,
    rows.map(({ subject }) => subject),
  );
  return rows
    .flatMap(({ subject, state }) => {
      const slug = slugs.get(subject);
      if (slug === undefined) return [];
      const story = JSON.parse(state) as Story;
      const { title, language: lang, published: day } = story;
      return [{ subject, slug, title, lang, day, begins: beginsAt(story) }];
    })
    .toSorted((a, b) => newestFirst(a, b));
}

export const newestFirst = (
  a: Pick<StoryLine, "slug" | "begins">,
  b: Pick<StoryLine, "slug" | "begins">,
): number => (a.begins === b.begins ? (a.slug < b.slug ? -1 : 1) : a.begins < b.begins ? 1 : -1);
