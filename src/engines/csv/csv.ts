/**
 * Comma-separated values (RFC 4180), read as they arrive. Rows are told apart in bytes, so what is held is one
 * row, however large the file or a cell of it; a row is UTF-8 or the reading ends with its line.
 */

export interface CsvRow {
  /** The line of the file on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The file cannot be read on: `line` is where, `message` says "expected …, found …". */
export class CsvError extends Error {
  override name = "CsvError";
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Bytes of one row: far beyond any row of data, and small enough to hold. */
export const MAX_ROW = 100_000;

const [QUOTE, NEWLINE] = [34, 10];

/**
 * The rows of a file, in batches as its bytes come; blank lines are none.
 * @param either whether semicolons or tabs may part cells instead, as the first row then does: where commas are decimal
 * @throws CsvError
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  either = false,
): AsyncGenerator<readonly CsvRow[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let held = new Uint8Array(0); // the row that has begun
  let line = 1; // on which it began
  let breaks = 0; // in it so far
  let isQuoted = false;
  let separator = either ? undefined : ",";

  const rowOf = (bytes: Uint8Array): CsvRow[] => {
    if (bytes.length > MAX_ROW) throw tooLong(line);
    let text: string;
    try {
      text = decoder.decode(bytes); // drops a byte order mark
    } catch {
      throw new CsvError(line, "expected text in UTF-8, found other bytes");
    }
    if (text.endsWith("\r")) text = text.slice(0, -1);
    if (text === "") return [];
    separator ??= mostOf(text);
    return [{ line, cells: cellsOf(text, line, separator) }];
  };

  for await (const chunk of chunks) {
    const rows: CsvRow[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === NEWLINE) {
        breaks++;
        if (isQuoted) continue;
        rows.push(...rowOf(joined(held, chunk.subarray(from, at))));
        held = new Uint8Array(0);
        line += breaks;
        breaks = 0;
        from = at + 1;
      }
    }
    if (held.length + chunk.length - from > MAX_ROW) throw tooLong(line);
    held = joined(held, chunk.slice(from)); // a copy: whoever gave the chunk may use it again
    if (rows.length > 0) yield rows;
  }
  if (isQuoted) throw new CsvError(line, "expected a closing quote, found the end of the file");
  const last = rowOf(held);
  if (last.length > 0) yield last;
}

/** What stands most often in the first row; a comma where that is as often. */
const mostOf = (text: string): string =>
  [";", "\t"].reduce(
    (most, one) => (text.split(one).length > text.split(most).length ? one : most),
    ",",
  );
const NAMES: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };

const tooLong = (line: number) =>
  new CsvError(
    line,
    `expected a row of at most ${MAX_ROW} bytes, found a longer one (is a quote left open?)`,
  );

function cellsOf(text: string, line: number, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    let end: number;
    if (text[at] === '"') {
      end = at + 1;
      while (text[end] !== '"' || text[end + 1] === '"') end += text[end] === '"' ? 2 : 1;
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      end++;
      if (end < text.length && text[end] !== separator)
        throw new CsvError(
          line,
          `expected a ${NAMES[separator]} after a quoted cell, found ${text[end]}`,
        );
    } else {
      end = text.indexOf(separator, at);
      if (end < 0) end = text.length;
      const cell = text.slice(at, end);
      if (cell.includes('"'))
        throw new CsvError(line, "expected quotes around a cell that holds quotes, found none");
      cells.push(cell);
    }
    if (end >= text.length) return cells;
    at = end;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
