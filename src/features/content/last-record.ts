/** What was said last about a thing. */
import type { Db } from "../../platform/db/store.ts";
import type { LogTables } from "../../platform/log/tables.ts";

/** @returns the id of the record */
export async function lastRecordOf(db: Db, subject: string): Promise<string | undefined> {
  const last = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("id")
    .where("subject", "=", subject)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.id;
}
