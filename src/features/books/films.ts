/** Which films are signings, whose cues they have, and what of them everybody may have on a day. Rules PB25, PB28 and PB68. */
import { addressesIn } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import type { Naming } from "../../platform/media/showing.ts";
import type { LadderTables } from "../../platform/private/ladders.ts";
import type { Signing } from "./fold.ts";
import type { BookTables } from "./projection.ts";
import { signingsOf } from "./queries.ts";
import { SIGNING_ADDED, SIGNING_EDITED } from "./records.ts";
import { HEARD } from "./rungs.ts";

export interface ShownFilm {
  /** Everybody who signs in it agreed to be heard. */
  readonly isHeard: boolean;
  /** The names of the files of cues. */
  readonly cues: readonly string[];
}

/** By the name of the film in the store. Two signings may stand on one film. */
export async function shownFilms(db: Db, today: string): Promise<ReadonlyMap<string, ShownFilm>> {
  const shown = await allShown(db, today);
  const films = Map.groupBy(shown, ({ thing }) => thing.film.file.media);
  return new Map(
    [...films].map(([film, of]) => [
      film,
      {
        isHeard: of.every(({ isHeard }) => isHeard),
        cues: [...new Set(of.map(({ thing }) => thing.cues.media))].toSorted(),
      },
    ]),
  );
}

/** The signings that nobody may see on this day: who signs does not agree, or it was taken back and can be told again. */
export async function notShown(db: Db, today: string): Promise<string[]> {
  const all = [...(await addressesIn(db, "signings")).values()];
  if (all.length === 0) return [];
  const shown = new Set((await allShown(db, today)).map(({ subject }) => subject));
  const hidden = all.filter((subject) => !shown.has(subject));
  if (hidden.length === 0) return [];
  const said = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("subject")
    .distinct()
    .where("subject", "in", hidden)
    .where("kind", "in", [SIGNING_ADDED, SIGNING_EDITED])
    .where("document", "is not", null) // what was erased is gone for the desk too, and says so
    .execute();
  return said.map(({ subject }) => subject);
}

/**
 * A signing is seen while its book stands and who signs agrees to be seen. The film as it came has its sound, and so has what was
 * made of it with a voice: these are served while everybody who is shown in it agrees to be heard.
 */
export async function agreedSignings(
  db: Db,
  today: string,
  named: readonly Naming[],
): Promise<readonly Naming[]> {
  const rows = await db
    .withTables<BookTables>()
    .selectFrom("signing")
    .innerJoin("book", "book.subject", "signing.book")
    .select("signing.book")
    .where(
      "signing.subject",
      "in",
      named.map(({ subject }) => subject),
    )
    .execute();
  const { signings } = await signingsOf(
    db,
    rows.map(({ book }) => book),
    today,
  );
  const shown = new Map([...signings.values()].flat().map((one) => [one.subject, one]));
  const seen = named.flatMap((one) => {
    const signing = shown.get(one.subject);
    return signing ? [{ ...one, named: one, signing }] : [];
  });
  const unheard = seen.filter(
    ({ media, signing }) => !signing.isHeard && media === signing.thing.film.file.media,
  );
  const [film] = unheard;
  if (film && (film.file === film.media || (await hasVoice(db, film)))) return [];
  return seen.map((one) => one.named);
}

async function hasVoice(db: Db, { media, file }: Naming): Promise<boolean> {
  const heard = await db
    .withTables<LadderTables>()
    .selectFrom("rung")
    .innerJoin("ladder", "ladder.media", "rung.media")
    .select("rung.file")
    .where("rung.media", "=", media)
    .where("rung.file", "=", file)
    .where("rules", "=", HEARD)
    .executeTakeFirst();
  return heard !== undefined;
}

/** Every film that somebody's signing names, shown or not, with its signer. */
export async function allSignings(db: Db) {
  const rows = await db
    .withTables<BookTables>()
    .selectFrom("signing")
    .select(["subject", "signer", "state"])
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, thing: JSON.parse(state) as Signing }));
}

async function allShown(db: Db, today: string) {
  const rows = await db
    .withTables<BookTables>()
    .selectFrom("signing")
    .select("book")
    .distinct()
    .execute();
  const books = rows.map(({ book }) => book);
  return [...(await signingsOf(db, books, today)).signings.values()].flat();
}
