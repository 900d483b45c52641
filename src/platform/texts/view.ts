/**
 * The campaign's things in a reader's language. A handle of the database may speak a language: what is read through it then
 * comes with each of its short texts translated, or marked as what it is, the campaign's own. So pages take what they always
 * took, and what is asked for through any other handle (a feed, a record, the desk) is what the campaign says itself.
 */
import type { Db } from "../db/store.ts";
import { inOwnWords, named } from "../words/fallback.ts";
import { reworded, type Wording } from "./wording.ts";

export interface Texts {
  readonly lang: string;
  /** The language of what has no translation. */
  readonly own: string;
  /** Some of them were made by a machine, and nobody has reviewed them. */
  readonly isUnreviewed: boolean;
  readonly of: (space: string, text: string) => string | undefined;
}

const spoken = new WeakMap<Db, Texts>();

/** A handle on the same view that speaks this language; the one that is given does not. */
export function speaking(db: Db, texts: Texts): Db {
  const own = db.withTables<Record<string, never>>() as unknown as Db;
  spoken.set(own, texts);
  return own;
}

/** A handle on the same view that says the campaign's own words. */
export const inOwn = (db: Db): Db =>
  spoken.has(db) ? (db.withTables<Record<string, never>>() as unknown as Db) : db;

/** What language a handle speaks; none where it reads the campaign's own words. */
export const textsOf = (db: Db): Texts | undefined => spoken.get(db);

/** A thing as the handle says it. */
export function localised<T>(db: Db, wording: Wording, thing: T): T {
  const texts = spoken.get(db);
  if (!texts) return thing;
  return reworded(wording, thing, (text, kind) => {
    const said = kind === "name" ? undefined : texts.of(wording.space, text);
    return said ?? (kind === "text" ? inOwnWords : named)(text, texts.own);
  });
}
