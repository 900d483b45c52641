/** The reports of listening, as pages read them. */
import type { Db } from "../../platform/db/store.ts";
import type { ListeningTables } from "./projection.ts";
import type { Reported } from "./records.ts";

/** The months of a place, the latest first. */
export async function reportsOf(db: Db, place: string): Promise<readonly Reported[]> {
  const rows = await db
    .withTables<ListeningTables>()
    .selectFrom("listening_report")
    .select("state")
    .where("place", "=", place)
    .orderBy("month", "desc")
    .execute();
  return rows.map(({ state }) => JSON.parse(state) as Reported);
}
