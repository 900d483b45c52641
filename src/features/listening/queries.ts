/** The reports of listening, as pages read them. */
import type { Db } from "../../platform/db/store.ts";
import type { ListeningTables } from "./projection.ts";
import type { Reported } from "./records.ts";

/** With the subject of its record. */
export interface Report extends Reported {
  readonly subject: string;
}

/** Every place's months, the latest first; of two about the same month the first subject's stands. */
export async function allReports(db: Db): Promise<readonly Report[]> {
  const rows = await reports(db).execute();
  return shown(rows);
}

/** The months of a place, the latest first. */
export async function reportsOf(db: Db, place: string): Promise<readonly Report[]> {
  return shown(await reports(db).where("place", "=", place).execute());
}

/** The places of which a month was said. */
export async function reportsIn(db: Db, month: string): Promise<readonly string[]> {
  const rows = await db
    .withTables<ListeningTables>()
    .selectFrom("listening_report")
    .select("place")
    .distinct()
    .where("month", "=", month)
    .execute();
  return rows.map(({ place }) => place);
}

const reports = (db: Db) =>
  db
    .withTables<ListeningTables>()
    .selectFrom("listening_report")
    .select(["subject", "state"])
    .orderBy("month", "desc")
    .orderBy("place")
    .orderBy("subject");

function shown(rows: readonly { readonly subject: string; readonly state: string }[]): Report[] {
  const seen = new Set<string>();
  return rows.flatMap(({ subject, state }) => {
    const said = JSON.parse(state) as Reported;
    const one = `${said.place} ${said.month}`;
    if (seen.has(one)) return [];
    seen.add(one);
    return [{ subject, ...said }];
  });
}
