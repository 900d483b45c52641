/** The list beside the data folder of what was taken back in private tables: how it is written, by the log's thread too, and read. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Entry } from "../private/taken-back-rows.ts";

const ENTRY = /^([0-9a-f]{64}|lost-\S{1,40}) (\d{1,15}) (gone|here|[=#].*|\S{1,40} \S{1,40})$/;
const lineOf = ({ address, n, value }: Entry): string => `${address} ${n} ${value}`;

/** Whether a line of the list is one that this program wrote. */
export const isTakenBack = (line: string): boolean =>
  /^[0-9a-f]{64}$/.test(line) || ENTRY.test(line);

/** What was taken back in private tables, in the order of the list; a last line cut off by a crash is left out. */
export function readTakenBack(path: string): Entry[] {
  if (!existsSync(path)) return [];
  return linesOf(path).flatMap((line) => {
    const [, address, n, value] = ENTRY.exec(line) ?? [];
    return address === undefined ? [] : [{ address, n: Number(n), value: value! }];
  });
}

/** Adds to the list, durable when it returns; makes it where it is not there, and the first time adds nothing that is in it. */
export function openTakenBackList(path: string): (entries: readonly Entry[]) => void {
  let isComplete = false;
  return (entries) => {
    const known = new Set(isComplete || !existsSync(path) ? [] : linesOf(path));
    const missing = entries.map(lineOf).filter((line) => !known.has(line));
    const isNew = !existsSync(path);
    if (isNew || missing.length > 0) addLines(path, missing.map((line) => `${line}\n`).join(""));
    if (isNew) syncName(path);
    isComplete = true;
  };
}

export const linesOf = (path: string): string[] =>
  readFileSync(path, "utf8").split("\n").slice(0, -1);

/** Add whole lines to a file, readable by its owner alone; durable when it returns. */
export function addLines(path: string, lines: string): void {
  const file = openSync(path, "a+", 0o600);
  try {
    // On a line of its own, also where a full disk or a crash cut the last one off.
    writeFileSync(file, `${endsCut(file) ? "\n" : ""}${lines}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function endsCut(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
}

/** A new file is still there when the power fails. */
function syncName(path: string): void {
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
