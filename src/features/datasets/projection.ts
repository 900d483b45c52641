/** The tables of datasets: what each says of itself, and the rows of its file. */
import type { Tx } from "../../platform/db/store.ts";
import {
  createTables,
  integer,
  orNull,
  table,
  text,
  type Columns,
  type TablesOf,
} from "../../platform/db/table.ts";
import type { Projection, ReadMedia } from "../../platform/log/projection.ts";
import type { Values } from "./read-rows.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { type Dataset, DATASET_WITHDRAWN, DatasetBody, datasetKinds } from "./records.ts";

const tables = {
  /** `held`: how many rows its table has; fewer than the record says where the file is not here. */
  dataset: table({ subject: text, kind: text, held: integer, state: text }),
  // One a kind of file: its columns follow those of `ROW_KINDS`, and decimals stay the text that the file has.
  indicator_row: rowTable({ country: text, date: text, value: text }),
  tile_row: rowTable({
    quadkey: text,
    avg_d_kbps: integer,
    avg_u_kbps: integer,
    avg_lat_ms: integer,
    tests: integer,
    devices: integer,
  }),
  school_row: rowTable({
    id: orNull(text),
    name: text,
    lat: text,
    lon: text,
    connectivity: orNull(text),
  }),
  /** Tiles or schools together, for a map. */
  map_cell: table({ dataset: text, cell: text, state: text }, { key: ["dataset", "cell"] }),
};
export type DatasetTables = TablesOf<typeof tables>;

function rowTable<C extends Columns>(columns: C) {
  return table({ dataset: text, line: integer, ...columns }, { key: ["dataset", "line"] });
}

const ROW_TABLES = {
  "country-indicator": "indicator_row",
  tiles: "tile_row",
  schools: "school_row",
} as const;
const ROWS = 3000; // of at most eight parameters each, below the databases' limit of one statement

/** N1 and N2: fold one dataset's records, in reading order; `undefined` when it is withdrawn or was never described. */
export const foldDataset = (records: readonly LogRecord[]): Dataset | undefined =>
  lastSaid(records, DatasetBody, DATASET_WITHDRAWN);

export const datasetProjection: Projection = {
  name: "datasets",
  version: 2,
  kinds: Object.keys(datasetKinds),
  tables: Object.keys(tables),
  create: (db) => createTables(db, tables),

  async write(tx, subjects, readMedia) {
    const mine = tx.withTables<DatasetTables>();
    const names = [...subjects.keys()];
    await mine.deleteFrom("dataset").where("subject", "in", names).execute();
    for (const below of [...Object.values(ROW_TABLES), "map_cell"] as const)
      await mine.deleteFrom(below).where("dataset", "in", names).execute();
    for (const [subject, records] of subjects) {
      const dataset = foldDataset(records);
      if (!dataset) continue;
      const held = await fill(tx, subject, dataset, readMedia);
      const row = { subject, kind: dataset.kind, held, state: JSON.stringify(dataset) };
      await mine.insertInto("dataset").values(row).execute();
    }
    return [];
  },
};

/** Rule N4: the file is named by what it holds, so its rows follow from the record, as long as it is here. */
async function fill(
  tx: Tx,
  subject: string,
  dataset: Dataset,
  readMedia: ReadMedia,
): Promise<number> {
  const bytes = await readMedia(dataset.file.media);
  if (!bytes) return 0;
  // What reads a table is loaded with the first of them.
  const [{ summingOf }, { readRows }, { CsvError }] = await Promise.all([
    import("./cells.ts"),
    import("./read-rows.ts"),
    import("../../engines/csv/csv.ts"),
  ]);
  const summing = summingOf(dataset.kind);
  let held = 0;
  let waiting: { line: number; values: Values }[] = [];
  const insert = async () => {
    if (waiting.length > 0) await insertRows(tx, subject, dataset.kind, waiting);
    held += waiting.length;
    waiting = [];
  };
  try {
    for await (const rows of readRows(bytes, dataset)) {
      for (const row of rows) {
        if (row.problem !== undefined) continue;
        waiting.push(row);
        summing?.add(row.values);
        if (waiting.length === ROWS) await insert();
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error; // no import lets such a file in; what could be read stays
  }
  await insert();
  await insertCells(tx, subject, summing?.cells() ?? []);
  return held;
}

/** Rule N7. */
async function insertCells(
  tx: Tx,
  dataset: string,
  cells: readonly (readonly [cell: string, sum: object])[],
): Promise<void> {
  const rows = cells.map(([cell, sum]) => ({ dataset, cell, state: JSON.stringify(sum) }));
  for (let i = 0; i < rows.length; i += ROWS)
    await tx
      .withTables<DatasetTables>()
      .insertInto("map_cell")
      .values(rows.slice(i, i + ROWS))
      .execute();
}

async function insertRows(
  tx: Tx,
  dataset: string,
  kind: Dataset["kind"],
  rows: readonly { line: number; values: Values }[],
): Promise<void> {
  const into = ROW_TABLES[kind];
  const [, , ...columns] = Object.keys(tables[into].columns);
  const named = rows.map(({ line, values }) => ({
    dataset,
    line,
    ...Object.fromEntries(columns.map((name, i) => [name, values[i]!])),
  }));
  await tx.withTables<DatasetTables>().insertInto(into).values(named).execute();
}
