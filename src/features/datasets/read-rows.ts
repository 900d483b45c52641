/** From the bytes of a dataset's file to its rows, or to what is wrong with each of them. */
import { CsvError, readCsv } from "../../engines/csv/csv.ts";
import { found, nearest } from "../../platform/folder/problem.ts";
import type { Dataset } from "./records.ts";
import { ROW_KINDS, type Field } from "./row-kinds.ts";

/** One value a field of the kind, in its order; null where an optional field has none. */
export type Values = readonly (string | number | null)[];
type ReadRow =
  | { readonly line: number; readonly values: Values; readonly problem?: never }
  /** "column: expected …, found …" */
  | { readonly line: number; readonly problem: string };

/** The rows in batches, as the bytes come. @throws CsvError when the file cannot be read on, or lacks a column */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  { kind, mapping }: Pick<Dataset, "kind" | "mapping">,
): AsyncGenerator<readonly ReadRow[]> {
  const fields = ROW_KINDS[kind];
  const seen = new Set<string>();
  let header: readonly string[] | undefined;
  let columns: readonly number[] = [];
  for await (const batch of readCsv(bytes)) {
    const rows: ReadRow[] = [];
    for (const { line, cells } of batch) {
      if (header) {
        const row = readRow({ line, cells, fields, columns, header });
        rows.push(kind === "country-indicator" ? once(row, seen) : row);
      } else {
        header = cells.map((cell) => cell.trim());
        columns = columnsOf(header, kind, mapping);
      }
    }
    yield rows;
  }
  if (!header)
    throw new CsvError(1, "expected a first row with the names of the columns, found none");
}

/** Where each field stands in a row; -1 for an optional one without a column. */
function columnsOf(
  header: readonly string[],
  kind: Dataset["kind"],
  mapping: Dataset["mapping"],
): number[] {
  return ROW_KINDS[kind].map(({ name, isOptional }) => {
    const column = mapping[name] ?? name;
    const at = header.indexOf(column);
    if (at >= 0 || (isOptional && mapping[name] === undefined)) return at;
    const near = nearest(column, header);
    const hint = near === undefined ? "" : ` (perhaps ${near})`;
    const list = header.slice(0, 20).join(", ");
    throw new CsvError(1, `expected a column ${column} for ${name}${hint}, found ${found(list)}`);
  });
}

function readRow(of: {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fields: readonly Field[];
  readonly columns: readonly number[];
  readonly header: readonly string[];
}): ReadRow {
  const { line, cells, fields, columns, header } = of;
  if (cells.length !== header.length)
    return { line, problem: `expected ${header.length} cells, found ${cells.length}` };
  const values: (string | number | null)[] = [];
  for (const [i, { expected, isOptional, read }] of fields.entries()) {
    const at = columns[i]!;
    const cell = at < 0 ? "" : cells[at]!.trim();
    const value = cell === "" && isOptional ? null : read(cell);
    if (value === undefined)
      return { line, problem: `${header[at]}: expected ${expected}, found ${found(cell)}` };
    values.push(value);
  }
  return { line, values };
}

/** An indicator has one value for a country and a date, or nobody could say which one counts. */
function once(row: ReadRow, seen: Set<string>): ReadRow {
  if (row.problem !== undefined) return row;
  const key = `${row.values[0]} ${row.values[1]}`;
  if (seen.has(key))
    return {
      line: row.line,
      problem: `expected one row for a country and a date, found ${key} twice`,
    };
  seen.add(key);
  return row;
}

interface Checked {
  readonly good: number;
  readonly bad: number;
  /** The first bad rows. */
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

/** Read all of a file and keep nothing but the counts and the first problems. @throws CsvError */
export async function checkRows(
  bytes: AsyncIterable<Uint8Array>,
  dataset: Pick<Dataset, "kind" | "mapping">,
  shown = 50,
): Promise<Checked> {
  let [good, bad] = [0, 0];
  const problems: { line: number; problem: string }[] = [];
  for await (const rows of readRows(bytes, dataset))
    for (const row of rows)
      if (row.problem === undefined) good++;
      else if (++bad <= shown) problems.push({ line: row.line, problem: row.problem });
  return { good, bad, problems };
}
