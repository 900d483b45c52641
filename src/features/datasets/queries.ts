/** What pages ask about datasets. */
import type { Address } from "../../platform/addresses/addresses.ts";
import { byWords, withSlugs } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import { localised } from "../../platform/texts/view.ts";
import type { SchoolCell, TileCell } from "./cells.ts";
import type { Dataset } from "./records.ts";
import { middleOf } from "./grid.ts";
import type { DatasetTables } from "./projection.ts";
import { DATASET_WORDING } from "./records.ts";

export interface DatasetCard extends Address {
  readonly dataset: Dataset;
  /** How many rows are in the tables; fewer than the record says where its file is not here. */
  readonly held: number;
}

/** Every dataset, by title. */
export async function datasetList(db: Db, lang = "en"): Promise<DatasetCard[]> {
  const rows = await db
    .withTables<DatasetTables>()
    .selectFrom("dataset")
    .select(["subject", "held", "state"])
    .execute();
  return (await withSlugs(db, rows))
    .map(({ subject, slug, held, state }) => ({
      subject,
      slug,
      held,
      dataset: localised(db, DATASET_WORDING, JSON.parse(state) as Dataset),
    }))
    .toSorted(byWords(lang, ({ dataset }) => dataset.title));
}

export interface Figure {
  /** The day, month or year that the value speaks of. */
  readonly date: string;
  readonly value: number;
}

/** Per country (ISO 3166 alpha-2) the latest value of an indicator. */
export async function latestByCountry(db: Db, subject: string): Promise<Map<string, Figure>> {
  const rows = await db
    .withTables<DatasetTables>()
    .selectFrom("indicator_row")
    .select(["country", "date", "value"])
    .where("dataset", "=", subject)
    .orderBy("date")
    .execute();
  return new Map(rows.map(({ country, date, value }) => [country, { date, value: Number(value) }]));
}

/** A cell with its middle in degrees. */
type Cell<Sum> = Sum & {
  readonly cell: string;
  readonly lat: number;
  readonly lon: number;
};
interface Sums {
  readonly tiles: TileCell;
  readonly schools: SchoolCell;
}

/** The cells of a dataset of tiles or of schools, by name. */
export async function mapCells<K extends keyof Sums>(
  db: Db,
  { subject }: { readonly kind: K; readonly subject: string },
): Promise<Cell<Sums[K]>[]> {
  const rows = await db
    .withTables<DatasetTables>()
    .selectFrom("map_cell")
    .select(["cell", "state"])
    .where("dataset", "=", subject)
    .orderBy("cell")
    .execute();
  return rows.map(({ cell, state }) => ({
    cell,
    ...middleOf(cell),
    ...(JSON.parse(state) as Sums[K]),
  }));
}
