/** What is said of what was read holds only while nobody has said more of it: asked where it is appended, in its transaction. */
import type { Db } from "../db/store.ts";
import type { LogTables } from "./tables.ts";

/** Nothing is appended where one of these was spoken of after the log had this size. */
export interface Unless {
  readonly about: readonly string[];
  readonly size: number;
}

const CHUNK = 500;

export async function isOvertaken(tx: Db, { about, size }: Unless): Promise<boolean> {
  for (let i = 0; i < about.length; i += CHUNK) {
    const later = await tx
      .withTables<LogTables>()
      .selectFrom("record")
      .select("id")
      .where("subject", "in", about.slice(i, i + CHUNK))
      .where("idx", ">=", size)
      .limit(1)
      .executeTakeFirst();
    if (later) return true;
  }
  return false;
}
