/** What whoever checks a badge has to know of this instance: its keys, and what was taken back. Public, and small. */
import type { Db } from "../../../platform/db/store.ts";
import { allWithdrawn, knownKeys } from "../queries.ts";
import type { Known } from "./judge.ts";

export async function knownHere(db: Db, today: string): Promise<Known> {
  const [keys, withdrawn] = [await knownKeys(db), await allWithdrawn(db)];
  return { keys, withdrawn, asked: today };
}
