/** Tables as RFC 4180. Rule P17: a cell that a spreadsheet would run as a formula is prefixed with an apostrophe. */

export type Cell = string | number | boolean | undefined;

/** `header` names the columns; every row has as many cells. Lines end in CR LF. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
