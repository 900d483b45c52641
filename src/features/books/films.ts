/** Which films are signings, whose cues they have, and what of them everybody may have on a day. Rules PB25, PB28 and PB68. */
import { addressesIn } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import type { LadderTables } from "../../platform/private/ladders.ts";
import type { Signing } from "./fold.ts";
import type { BookTables } from "./projection.ts";
import { signingsPart } from "./private.ts";
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
 * A film as it came has its sound: it is for the desk alone until who signs agrees to be heard, and after that ended. One
 * that another took the place of stands in the log still, and one that is marked at the desk is in none yet: both are for
 * the desk alone, too.
 */
export async function unheardFiles(db: Db, today: string): Promise<string[]> {
  const shown = await shownFilms(db, today);
  const unheard = [...shown].flatMap(([film, { isHeard }]) => (isHeard ? [] : [film]));
  const films = [...unheard, ...(await unshownFilms(db, shown))];
  if (films.length === 0) return [];
  const made = await db
    .withTables<LadderTables>()
    .selectFrom("rung")
    .innerJoin("ladder", "ladder.media", "rung.media")
    .select("file")
    .where("rung.media", "in", films)
    .where("rules", "=", HEARD)
    .execute();
  return [...films, ...made.map(({ file }) => file)];
}

/** What signings named once or drafts of signings name, and nothing else does: no story, and no signing that is shown. */
async function unshownFilms(db: Db, shown: ReadonlyMap<string, unknown>): Promise<string[]> {
  const subjects = [...(await addressesIn(db, "signings")).values()];
  const named = db
    .withTables<LogTables>()
    .selectFrom("record")
    .innerJoin("media_ref", "media_ref.body_hash", "record.body_hash")
    .select("media")
    .distinct();
  const own =
    subjects.length === 0
      ? []
      : await named.where("subject", "in", subjects).where("media", "not like", "%.vtt").execute();
  const all = new Set([...own.map(({ media }) => media), ...(await signingsPart.media(db))]);
  const unshown = [...all].filter((media) => !shown.has(media));
  if (unshown.length === 0) return [];
  const others = await named
    .where("media", "in", unshown)
    .where("subject", "not in", subjects.length === 0 ? [""] : subjects)
    .execute();
  const elsewhere = new Set(others.map(({ media }) => media));
  return unshown.filter((media) => !elsewhere.has(media));
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
