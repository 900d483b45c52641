/** A file of subscribers is read, row by row, within its bounds: what may come in, and why the rest may not. Rules U20 and U21. */
import { CsvError, readCsv } from "../../../engines/csv/csv.ts";
import type { Key } from "../../../platform/records/keys.ts";
import { isAddress } from "../choice.ts";
import type { Imported } from "../private/imported.ts";
import { EVERYTHING } from "../private/subscribers.ts";
import { columnsOf, isProof, ownRow, rowFrom, type Own, type Row } from "./rows.ts";

export const MAX_FILE = 1_000_000; // bytes
export const MAX_ROWS = 5000;

export type Why = "address" | "consent" | "twice" | "stopped";
interface Read {
  /** Rows of our own export, as they were written. */
  readonly own: readonly Own[];
  /** Those who are asked. */
  readonly asked: readonly Imported[];
  readonly wrong: readonly { readonly line: number; readonly why: Why }[];
  /** Where each of them stands. */
  readonly lines: ReadonlyMap<Own | Imported, number>;
}
/** Nothing of the file comes in. @param detail the line where reading ended, and why */
export type Unread = { readonly is: "empty" | "header" | "rows" | "csv"; readonly detail?: string };

/** What somebody of elsewhere gets where the file says nothing else, and what may be chosen. */
interface Given {
  readonly key: Key;
  readonly languages: readonly string[];
  readonly language: string;
  readonly whats: ReadonlySet<string>;
}

export async function readSubscribers(bytes: Uint8Array, given: Given): Promise<Read | Unread> {
  const own: Own[] = [];
  const asked: Imported[] = [];
  const wrong: { line: number; why: Why }[] = [];
  const lines = new Map<Own | Imported, number>();
  const seen = new Set<string>();
  let columns: ReturnType<typeof columnsOf> | undefined;
  let rows = 0;
  try {
    for await (const some of readCsv(chunksOf(bytes)))
      for (const { line, cells } of some) {
        if (!columns) {
          columns = columnsOf(cells);
          if (!columns.includes("address")) return { is: "header" };
          continue;
        }
        if (++rows > MAX_ROWS) return { is: "rows" };
        const row = rowFrom(columns, cells);
        const ours = ownRow(given.key, row);
        const one = ours ?? importedFrom(row, given);
        const why = typeof one === "string" ? one : twice(seen, one);
        if (typeof one !== "string") lines.set(one, line);
        if (why !== undefined) wrong.push({ line, why });
        else if (ours) own.push(ours);
        else asked.push(one as Imported);
      }
  } catch (error) {
    if (error instanceof CsvError) return { is: "csv", detail: `${error.line}: ${error.message}` };
    throw error;
  }
  return rows === 0 ? { is: "empty" } : { own, asked, wrong, lines };
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function twice(
  seen: Set<string>,
  { address, what }: Pick<Imported, "address" | "what">,
): "twice" | undefined {
  const key = JSON.stringify([address, what.startsWith("thread:") ? what : ""]);
  if (seen.has(key)) return "twice";
  seen.add(key);
  return undefined;
}

function importedFrom(row: Row, { languages, language, whats }: Given): Imported | Why {
  const { address: typed = "", consent = "", lang = "", what = "", often } = row;
  const [local = "", host = ""] = typed.split("@");
  const address = `${local}@${host.toLowerCase()}`;
  if (!isAddress(typed)) return "address";
  if (!isProof(consent)) return "consent";
  return {
    address,
    consent,
    lang: languages.find((one) => one === lang) ?? language,
    what: whats.has(what) ? what : EVERYTHING,
    often: often === "daily" ? "daily" : "each",
  };
}
