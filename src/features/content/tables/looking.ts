/** A table that was chosen: its columns, its first rows, and what is wrong with the others. */
import { CsvError, readCsv } from "../../../engines/csv/csv.ts";
import type { Media } from "../../../platform/media/media.ts";
import { checkRows, ROW_KINDS, type Dataset } from "../../datasets/api.ts";
import type { Typed } from "../form/typed.ts";

const FIRST = 10; // rows

export interface Looked {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many fit, how many do not, and what is wrong with the first of them; undefined before columns are chosen. */
  readonly checked?: Awaited<ReturnType<typeof checkRows>>;
  /** Why it cannot be read with these columns. */
  readonly trouble?: string;
}

const isKind = (text: string): text is Dataset["kind"] => Object.hasOwn(ROW_KINDS, text);

/** The fields of a kind of table, and whether a column may be missing. */
export const columnsOf = (kind: string) => (isKind(kind) ? ROW_KINDS[kind] : []);

/** @param media the stored file */
export async function lookAt(
  store: Pick<Media, "read">,
  media: string,
  typed: Typed,
): Promise<Looked | undefined> {
  const bytes = await store.read(media);
  if (!bytes) return undefined;
  const [columns = [], ...rows] = await firstRows(bytes);
  const kind = typed["kind"] ?? "";
  if (!isKind(kind)) return { columns, rows };
  const again = (await store.read(media))!;
  try {
    const checked = await checkRows(again, { kind, mapping: mappingIn(typed) });
    return { columns, rows, checked };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { columns, rows, trouble: error.message };
  }
}

async function firstRows(bytes: AsyncIterable<Uint8Array>): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const some of readCsv(bytes)) {
    rows.push(...some.map(({ cells }) => cells));
    if (rows.length > FIRST) break;
  }
  return rows.slice(0, FIRST + 1).map((cells) => cells.map((cell) => cell.trim()));
}

const mappingIn = (typed: Typed): Dataset["mapping"] =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, column]) =>
      name.startsWith("mapping.") && column !== "" ? [[name.slice("mapping.".length), column]] : [],
    ),
  );

/** What the columns of a table mostly hold, by what they are called. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  country: /^(?:country|iso|code|iso_?a?[23]|country.?code|entity.?code)$/i,
  date: /^(?:date|year|month|day|period|time)$/i,
  value: /^(?:value|obs_value|percent|share|count|number|total)$/i,
  name: /^(?:name|school|school.?name)$/i,
  lat: /^(?:lat|latitude|y)$/i,
  lon: /^(?:lon|lng|long|longitude|x)$/i,
};

/** With a column for each field that has none yet and one that is called like it. */
export function withColumns(typed: Typed, columns: readonly string[]): Typed {
  const found = columnsOf(typed["kind"] ?? "").flatMap(({ name }) => {
    if (typed[`mapping.${name}`]) return [];
    const exact = columns.find((column) => column.toLowerCase() === name);
    const column = exact ?? columns.find((one) => KNOWN[name]?.test(one));
    return column === undefined ? [] : [[`mapping.${name}`, column] as const];
  });
  return { ...typed, ...Object.fromEntries(found) };
}
