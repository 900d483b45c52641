/** The trail beside the data folder: a restore of an older backup takes no row from it, and what it did is a row itself. */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import { TrailRow, trailRows } from "../private/trail.ts";
import { addLines } from "./list.ts";

const MOST = 40 * 1024 * 1024; // bytes; all rows that there may be are some 25 MB, the rest is what they were before

/** Note a row as it stands now; durable when it returns. */
export const keepTrailRow = (path: string, row: TrailRow): void => addLines(path, lineOf(row));

/** Whether it holds so much that was counted on since that it is to be written anew. */
export const isLong = (path: string): boolean => existsSync(path) && statSync(path).size > MOST;

/** Keep the rows that are there and no others: those whose time was over are gone from here too. */
export async function keepTrail(db: Db, path: string): Promise<void> {
  writeFileSync(`${path}.new`, "", { mode: 0o600 });
  for await (const rows of trailRows(db)) addLines(`${path}.new`, rows.map(lineOf).join(""));
  renameSync(`${path}.new`, path);
}

/** The rows that are kept, each as it stood last; a last line cut off by a crash is left out. */
export function readKeptTrail(path: string): TrailRow[] {
  if (!existsSync(path)) return [];
  const rows = new Map<number, TrailRow>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const read = v.safeParse(Line, line);
    if (read.success) rows.set(read.output.n, read.output);
  }
  return [...rows.values()];
}

const Line = v.pipe(v.string(), v.parseJson(), TrailRow);
const lineOf = (row: TrailRow): string => `${JSON.stringify(row)}\n`;
