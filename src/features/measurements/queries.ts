/** What pages ask about measurements. */
import type { Db } from "../../platform/db/store.ts";
import { placeList } from "../places/api.ts";
import { cellAt } from "./cell.ts";
import type { MeasurementTables } from "./projection.ts";
import type { Aggregate } from "./records.ts";

/** An aggregate with the campaign's places in its cell. */
export interface Line extends Aggregate {
  readonly places: readonly { readonly name: string; readonly slug: string }[];
}

/** Of several aggregates about one cell and month the one of most phones stands. Newest month first. */
export async function aggregateList(db: Db, lang = "en"): Promise<Line[]> {
  const rows = await db
    .withTables<MeasurementTables>()
    .selectFrom("aggregate")
    .select(["cell", "month", "state"])
    .orderBy("month", "desc")
    .orderBy("cell")
    .orderBy("n", "desc")
    .orderBy("subject")
    .execute();
  const places = Map.groupBy(await placeList(db, lang), ({ lat, lon }) => cellAt(lat, lon));
  const seen = new Set<string>();
  return rows.flatMap(({ cell, month, state }) => {
    if (seen.has(`${cell} ${month}`)) return [];
    seen.add(`${cell} ${month}`);
    const here = (places.get(cell) ?? []).map(({ name, slug }) => ({ name, slug }));
    return [{ ...(JSON.parse(state) as Aggregate), places: here }];
  });
}

/** How many phones the latest aggregate of a cell and month spoke for; 0 where none was said. */
export async function phonesSaid(db: Db, cell: string, month: string): Promise<number> {
  const row = await db
    .withTables<MeasurementTables>()
    .selectFrom("aggregate")
    .select((eb) => eb.fn.max("n").as("n"))
    .where("cell", "=", cell)
    .where("month", "=", month)
    .executeTakeFirst();
  return row?.n ?? 0;
}
