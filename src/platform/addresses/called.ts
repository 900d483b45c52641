/**
 * What every thing that has an address is called, and which others it names: lists, pickers and "what names this" of the desk
 * are asked of these tables, whatever feature a thing is of. A thing is called by its `name` or `title`.
 */
import type { Db } from "../db/store.ts";
import { folded, type CalledTables } from "./addresses.ts";

/** A thing as lists show it. */
export interface Called {
  readonly subject: string;
  readonly space: string;
  readonly name: string;
  readonly gone: number;
  readonly at: string;
}

const mine = (db: Db) => db.withTables<CalledTables>();

interface Looking {
  readonly space: string;
  /** Words of the name, in any case; none for all. */
  readonly words?: string;
  /** What was withdrawn in place of what stands. */
  readonly isGone?: boolean;
  readonly order?: "name" | "newest";
  readonly most: number;
  readonly from?: number;
}

const looking = (db: Db, { space, words = "", isGone = false }: Looking) => {
  let asked = mine(db)
    .selectFrom("called")
    .where("space", "=", space)
    .where("gone", "=", isGone ? 1 : 0);
  for (const word of folded(words).split(" ").slice(0, 8))
    if (word !== "") asked = asked.where("folded", "like", `%${word}%`);
  return asked;
};

/** The things of a space whose names hold all these words. */
export const callable = (db: Db, asked: Looking): Promise<Called[]> =>
  looking(db, asked)
    .select(["subject", "space", "name", "gone", "at"])
    .orderBy(asked.order === "newest" ? "at" : "folded", asked.order === "newest" ? "desc" : "asc")
    .orderBy("subject")
    .limit(asked.most)
    .offset(asked.from ?? 0)
    .execute();

export async function howMany(db: Db, asked: Omit<Looking, "most">): Promise<number> {
  const row = await looking(db, { ...asked, most: 1 })
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Those that are called exactly so, whatever the case and the marks; what is withdrawn is left out. */
export async function calledSo(db: Db, space: string, names: readonly string[]): Promise<Called[]> {
  if (names.length === 0) return [];
  return mine(db)
    .selectFrom("called")
    .select(["subject", "space", "name", "gone", "at"])
    .where("space", "=", space)
    .where("gone", "=", 0)
    .where("folded", "in", [...new Set(names.map(folded))])
    .orderBy("subject")
    .execute();
}

/** What these subjects are called, withdrawn or not. */
export async function namesOf(db: Db, subjects: readonly string[]): Promise<Map<string, Called>> {
  if (subjects.length === 0) return new Map();
  const rows = await mine(db)
    .selectFrom("called")
    .select(["subject", "space", "name", "gone", "at"])
    .where("subject", "in", [...new Set(subjects)])
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}

/** What stands and names this subject, by name. */
export const whatNames = (db: Db, subject: string, most: number): Promise<Called[]> =>
  mine(db)
    .selectFrom("naming")
    .innerJoin("called", "called.subject", "naming.subject")
    .select(["called.subject", "space", "name", "gone", "at"])
    .where("naming.named", "=", subject)
    .where("gone", "=", 0)
    .orderBy("folded")
    .orderBy("called.subject")
    .limit(most)
    .execute();
