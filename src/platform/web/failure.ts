/** What an error is answered with, and what the operator reads about it: one line, without a word that a reader typed. */

import { isAway, isFull } from "../db/away.ts";

/** How a fault of ours is answered. */
export interface Fault {
  readonly status: 500 | 503 | 507;
  readonly about: "failed" | "away" | "full";
  /** Seconds after which it is worth to try again. */
  readonly again?: number;
}

/** A database that is away comes back; a disk that is full took nothing of what came. */
export function faultOf(error: unknown): Fault {
  if (isAway(error)) return { status: 503, about: "away", again: 10 };
  if (isFull(error)) return { status: 507, about: "full" };
  return { status: 500, about: "failed" };
}

/**
 * The kind of error and where it came from. Its message may quote a reader or a database address, so only its code is kept,
 * and what SQLite calls it, which is one of a few dozen phrases of its own such as "disk I/O error".
 */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, errstr } = error as { code?: unknown; errstr?: unknown };
  const cause = [code, errstr].filter((one) => typeof one === "string").join(": ");
  const places = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 2);
  const where = places.map((line) => withoutFolders(line.trim())).join(" ");
  return [error.name, cause === "" ? "" : `(${cause})`, where].filter(Boolean).join(" ");
}

/** `at open (file:///srv/cnd/src/app.ts:7:1)` as `at open app.ts:7:1)`. An error's own text can stand among the lines. */
function withoutFolders(line: string): string {
  const last = line.lastIndexOf("/");
  const word = line.lastIndexOf(" ", last) + 1;
  const first = word + line.slice(word).search(/\(?(?:file:\/\/)?\//);
  return line.indexOf("/", first) < last ? line.slice(0, first) + line.slice(last + 1) : line;
}
