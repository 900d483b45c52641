/** What was taken back by a record that says so: whoever asks for it is told that it is gone. Rule FF16 of platform/federation. */
import type { Db } from "../db/store.ts";
import { ERASURE_MADE } from "../log/kinds.ts";
import type { LogTables } from "../log/tables.ts";
import { SLUG_BOUND, spaceShownAs, subjectAt } from "./addresses.ts";

const WITHDRAWN = /\.withdrawn\/\d+$/; // kinds by which a thing, or the consent to it, is taken back

/** Whether the last thing that was said of it is that it is taken back. */
export async function isTakenBack(db: Db, subject: string): Promise<boolean> {
  const last = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("kind")
    .where("subject", "=", subject)
    .where("kind", "not in", [SLUG_BOUND, ERASURE_MADE]) // its words are erased after it
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last !== undefined && WITHDRAWN.test(last.kind);
}

/** The subject that stood at this path and was taken back; asked where nothing stands. @param path without a language */
export async function takenBackAt(db: Db, path: string): Promise<string | undefined> {
  const [, first = "", slug = ""] = path.split("/");
  const address = await subjectAt(db, spaceShownAs(first), slug);
  return address && (await isTakenBack(db, address.subject)) ? address.subject : undefined;
}
