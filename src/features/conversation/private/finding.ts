/** What was said, looked for: by its id, its secret, its author, what it is about, what waits. */
import { rowsOf } from "../../../platform/private/part.ts";
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { likeness, mine, OPEN, type Remark } from "./remark.ts";

const remarks = rowsOf<Remark>("remark");

/** @param hash of the secret */
export function bySecret(tx: Db, hash: string): Promise<Remark | undefined> {
  return remarks.one(tx, { secret_hash: hash });
}

export function byId(tx: Db, id: string): Promise<Remark | undefined> {
  return remarks.one(tx, { id });
}

export function byIds(db: Db, ids: readonly string[]): Promise<Remark[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return remarks.of(db).where("id", "in", ids).execute();
}

/** Everything that somebody elsewhere said, by their address. */
export function byAuthor(db: Db, author: string): Promise<Remark[]> {
  return remarks.of(db, { author }).execute();
}

/** What waits for a person: new words, and new words in the place of accepted ones; the oldest first. */
export function open(tx: Db): Promise<Remark[]> {
  return openOnes(tx).selectAll().orderBy("n").orderBy("id").execute();
}

/** The oldest of these, however many wait. */
export function openFirst(db: Db, most: number): Promise<Remark[]> {
  return openOnes(db).selectAll().orderBy("n").orderBy("id").limit(most).execute();
}

export const openCount = (db: Db): Promise<number> => countRows(openOnes(db));

const openOnes = (db: Db) =>
  mine(db)
    .selectFrom("remark")
    .where((eb) => eb.or([eb("state", "in", [...OPEN]), eb("edit", "is not", null)]));

/** Whether the same words came in another remark since that day. */
export async function cameBefore(
  db: Db,
  { id, text, since }: { readonly id: string; readonly text: string; readonly since: string },
): Promise<boolean> {
  const alike = likeness(text);
  if (alike === null) return false;
  const other = await mine(db)
    .selectFrom("remark")
    .select("id")
    .where("alike", "=", alike)
    .where("id", "!=", id)
    .where("received", ">=", since)
    .executeTakeFirst();
  return other !== undefined;
}

/** How many remarks about this came from one day on until before another. */
export const cameBetween = (
  db: Db,
  { about, from, to }: { readonly about: string; readonly from: string; readonly to: string },
): Promise<number> =>
  countRows(
    mine(db)
      .selectFrom("remark")
      .where("about", "=", about)
      .where("received", ">=", from)
      .where("received", "<", to),
  );
