/**
 * A table as somebody's program wrote it: its encoding and its separator are recognised, its size is bounded while it comes,
 * and what a spreadsheet would run is refused. What is kept is CSV in UTF-8 with commas. Rule KO10.
 */
import { randomUUID } from "node:crypto";
import { open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { MAX_ROW } from "../../../engines/csv/csv.ts";

export const MOST_ROWS = 100_000; // a row for each country and month of 40 years
const MOST_BYTES = 15_000_000;
const AT_ONCE = 250_000; // characters that are read before others in this process have their turn
const MOST_COLUMNS = 500; // each is a choice of every field of the form

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";
export class TableRefused extends Error {
  override name = "TableRefused";
  readonly why: "rows" | "bytes" | "empty" | "formula" | "none";
  /** The line at fault. */
  readonly line: number;
  constructor(why: TableRefused["why"], line = 0) {
    super(why);
    this.why = why;
    this.line = line;
  }
}

interface TakenTable extends AsyncDisposable {
  readonly path: string;
}

/** @param work a folder for it @throws TableRefused before more than the bound is held, in memory or on the disk */
export async function takeTable(
  from: AsyncIterable<Uint8Array>,
  work: string,
): Promise<TakenTable> {
  const raw = join(work, `table-${randomUUID()}`);
  try {
    await receive(from, raw);
    const text = decoded(await readFile(raw));
    const path = `${raw}.csv`;
    await writeFile(path, await asCsv(text), { mode: 0o600 });
    return { path, [Symbol.asyncDispose]: () => rm(path, { force: true }) };
  } finally {
    await rm(raw, { force: true });
  }
}

async function receive(from: AsyncIterable<Uint8Array>, to: string): Promise<void> {
  const file = await open(to, "wx", 0o600);
  let [bytes, lines] = [0, 0];
  try {
    for await (const chunk of from) {
      bytes += chunk.length;
      for (const byte of chunk) if (byte === 10) lines++;
      if (lines > MOST_ROWS + 1) throw new TableRefused("rows");
      if (bytes > MOST_BYTES) throw new TableRefused("bytes");
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  if (bytes === 0) throw new TableRefused("empty");
}

function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new TableRefused("none"); // a workbook, or another file that is no text
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes); // what spreadsheets write that know no UTF-8
  }
}

const SEPARATORS = [",", ";", "\t"] as const;

/** The text with commas between its cells. */
async function asCsv(text: string): Promise<string> {
  const end = text.search(/[\r\n]|$/);
  if (end > MAX_ROW) throw new TableRefused("none", 1);
  const first = text.slice(0, end).replaceAll(/"[^"]*"/g, "");
  const count = (one: string) => first.split(one).length;
  const separator = SEPARATORS.toSorted((x, y) => count(y) - count(x))[0]!;
  if (count(separator) < 2) throw new TableRefused("none");
  const rows: string[] = [];
  let turn = AT_ONCE;
  for (const { line, cells, at } of rowsIn(text, separator)) {
    if (at > turn) {
      await setImmediate();
      turn = at + AT_ONCE;
    }
    if (rows.length > MOST_ROWS) throw new TableRefused("rows");
    if (cells.every((cell) => cell === "")) continue;
    if (cells.length > MOST_COLUMNS) throw new TableRefused("none", line);
    if (cells.some(isFormula)) throw new TableRefused("formula", line);
    const row = cells.map((cell) => written(cell, separator)).join(",");
    if (Buffer.byteLength(row) > MAX_ROW) throw new TableRefused("none", line); // nothing reads it again
    rows.push(row);
  }
  if (rows.length < 2) throw new TableRefused("empty");
  return `${rows.join("\n")}\n`;
}

const isFormula = (cell: string): boolean =>
  /^[=@+-]/.test(cell) && !/^[+-]?[\d.,\s]+(?:e[+-]?\d+)?%?$/i.test(cell);

/** Where a semicolon stands between cells, a comma is the sign before decimals. */
function written(cell: string, separator: string): string {
  const plain = separator === ";" && /^-?\d+,\d+$/.test(cell) ? cell.replace(",", ".") : cell;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where it ends. */
  readonly at: number;
}

/** No more of a row is made into cells than may stand in one: a text of a million cells costs as much as one of none. */
function* rowsIn(text: string, separator: string): Generator<Row> {
  let [line, began, at, start] = [1, 1, 0, 0];
  let cells: string[] = [];
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        const quote = text.indexOf('"', end);
        if (quote < 0 || quote - start > MAX_ROW) throw new TableRefused("none", began);
        if (text[quote + 1] !== '"') {
          cell = text.slice(at + 1, quote).replaceAll('""', '"');
          line += cell.split("\n").length - 1;
          at = quote + 1;
          break;
        }
        end = quote + 2;
      }
    }
    const rest = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r")
      at++;
    if (at - start > MAX_ROW) throw new TableRefused("none", began);
    cells.push((cell + text.slice(rest, at)).trim());
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      cells.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    yield { line: began, cells, at };
    began = ++line;
    start = at;
    cells = [];
  }
}
