/** What pages ask of photos: may it be shown today, what of it counts, what it shows in this language. */
import { daysAfter } from "../../engines/calendar/day.ts";
import type { Db } from "../../platform/db/store.ts";
import { type Described, WITHHELD } from "./records.ts";
import type { PictureTables } from "./projection.ts";

interface Asked {
  readonly today: string;
  /** Of the page. */
  readonly lang: string;
}
/** What people agreed to, on a day, in a language and a channel. */
export interface Agreeing {
  /** To be seen on a photo. */
  readonly agrees: (person: string) => boolean;
  /** The first day on which that may be otherwise without a new record. */
  readonly changes: (person: string) => string | undefined;
}
export interface PictureRules {
  /** PH3: whether it may be shown; one of which nothing is said may. */
  readonly shows: (media: string) => boolean;
  /** PH5: what it shows in the language of the page, where that was written. */
  readonly alt: (media: string) => string | undefined;
  readonly focus: (media: string) => Described["focus"];
  /** The first day on which an answer may be another one without a new record. */
  readonly until?: string;
}

/**
 * A page that asks rests on `pictures`, and on `people`.
 * @param media the files that it would show
 * @param people asked where somebody is named on one of them
 */
export async function pictureRules(
  db: Db,
  media: readonly (string | undefined)[],
  asked: Asked,
  people: () => Promise<Agreeing>,
): Promise<PictureRules> {
  const all = await describedOf(db, media);
  const isNamed = [...all.values()].some((one) => (one.people ?? []).length > 0);
  return rulesOf(all, asked, isNamed ? await people() : NOBODY);
}

const NOBODY: Agreeing = { agrees: () => false, changes: () => undefined };

/** Pure: the day comes in as an argument. */
export function rulesOf(
  all: ReadonlyMap<string, Described>,
  { today, lang }: Asked,
  { agrees, changes }: Agreeing,
): PictureRules {
  const days: string[] = [];
  for (const { until, people: on = [] } of all.values()) {
    if (until !== undefined && until >= today) days.push(daysAfter(until, 1));
    for (const one of on) {
      const change = changes(one);
      if (change !== undefined) days.push(change);
    }
  }
  const [first] = days.toSorted();
  return {
    shows(media) {
      const { until, people: on = [] } = all.get(media) ?? {};
      if (until !== undefined && until < today) return false;
      return on.every(agrees);
    },
    alt: (media) => all.get(media)?.texts?.find(({ language }) => language === lang)?.alt,
    focus: (media) => all.get(media)?.focus,
    ...(first !== undefined && { until: first }),
  };
}

/** What is said of these files; of two records of one file the first subject counts. */
export async function describedOf(
  db: Db,
  media: readonly (string | undefined)[],
): Promise<Map<string, Described & { readonly subject: string }>> {
  const names = [...new Set(media.filter((name) => name !== undefined))];
  if (names.length === 0) return new Map();
  const rows = await db
    .withTables<PictureTables>()
    .selectFrom("described")
    .selectAll()
    .where("photo", "in", names)
    .orderBy("subject", "desc")
    .execute();
  return new Map(
    rows.map(({ subject, photo, state }) => [
      photo,
      { ...(JSON.parse(state) as Described), subject },
    ]),
  );
}

/** On which day the next photo may not be shown any more, and who is on any: what lists of photos rest on. */
export async function photoChanges(
  db: Db,
  today: string,
): Promise<{ readonly day?: string; readonly people: readonly string[] }> {
  const mine = db.withTables<PictureTables>();
  const next = await mine
    .selectFrom("described")
    .select((eb) => eb.fn.min("until").as("until"))
    .where("until", ">=", today)
    .executeTakeFirst();
  const on = await mine.selectFrom("described_on").select("person").distinct().execute();
  return {
    people: on.map(({ person }) => person),
    ...(next?.until && { day: daysAfter(next.until, 1) }),
  };
}

/** The files of which is said that they are shown nowhere until somebody at the desk looks at them. */
export async function withheldIn(db: Db): Promise<string[]> {
  const rows = await db
    .withTables<PictureTables>()
    .selectFrom("described")
    .select("photo")
    .where("until", "=", WITHHELD)
    .execute();
  return rows.map(({ photo }) => photo);
}
