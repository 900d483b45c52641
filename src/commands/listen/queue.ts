/**
 * What a listener has heard and could not say yet: a line for each message, numbers alone, in a file that a crash and a power cut
 * leave whole. It is bounded by number and by age; what is oldest goes first.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { CommandError } from "../context.ts";
import { whyNot } from "./walk.ts";

/** A message with the id that makes it single. */
export interface Queued {
  readonly id: string;
  /** When it was made, ms. */
  readonly at: number;
  /** As it is sent. */
  readonly body: string;
}

export interface Queue {
  readonly first: () => Queued | undefined;
  readonly length: () => number;
  /** On the disk when it returns, or `tell` heard why not. */
  readonly add: (one: Queued) => void;
  /** It was said, or will never be taken. */
  readonly remove: (id: string) => void;
}

export const MOST = 5000; // messages: some 2 MB
export const OLDEST = 7 * 86_400_000; // ms; nobody goes after an alarm that is older, and none is taken any more
const COMPACT = 500; // lines that say that something was sent
const ABOUT =
  '{"about":"What cnd listen has heard and could not say yet: numbers alone, no sound."}';

/**
 * @param tell hears in words what did not go well @param most messages that wait
 * @throws CommandError where the file is another's, or cannot be written
 */
export function openQueue(
  path: string,
  now: () => number,
  tell: (words: string) => void,
  most = MOST,
): Queue {
  const waiting = new Map(read(path).map((one) => [one.id, one]));
  let gone = 0; // lines of the file that stand for nothing any more
  const rewrite = () => {
    const lines = [ABOUT, ...[...waiting.values()].map(lineOf), ""].join("\n");
    writeFileSync(`${path}.new`, lines, { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
    gone = 0;
  };
  try {
    rewrite();
  } catch (error) {
    throw new CommandError(
      `${path}: what could not be sent is kept there, and ${whyNot(error)}. Name another file with --queue FILE.`,
      { cause: error },
    );
  }
  let isBroken = false;
  const onDisk = (work: () => void) => {
    try {
      work();
      isBroken = false;
    } catch (error) {
      if (!isBroken) tell(`${path}: ${whyNot(error)}. What is heard waits in memory alone.`);
      isBroken = true;
    }
  };
  const forget = (ids: readonly string[]) => {
    for (const id of ids) waiting.delete(id);
    gone += ids.length;
    // Not synced: what is said twice is heard once.
    onDisk(() => {
      if (waiting.size === 0 || gone > COMPACT) rewrite();
      else append(path, ids.map((id) => JSON.stringify({ sent: id })).join("\n"), false);
    });
  };
  const drop = (ids: readonly string[], why: string) => {
    if (ids.length === 0) return;
    tell(`${ids.length} messages that could not be sent are given up: ${why}.`);
    forget(ids);
  };
  return {
    first() {
      const old = [...waiting.values()].filter(({ at }) => at < now() - OLDEST);
      drop(
        old.map(({ id }) => id),
        "they are older than seven days",
      );
      return waiting.values().next().value;
    },
    length: () => waiting.size,
    add(one) {
      waiting.set(one.id, one);
      onDisk(() => append(path, lineOf(one), true));
      const over = [...waiting.keys()].slice(0, Math.max(0, waiting.size - most));
      drop(over, `more than ${most} wait`);
    },
    remove: (id) => (waiting.has(id) ? forget([id]) : undefined),
  };
}

const lineOf = (one: Queued): string => JSON.stringify(one);

function append(path: string, line: string, isSynced: boolean): void {
  const file = openSync(path, "a", 0o600);
  try {
    writeSync(file, `${line}\n`);
    if (isSynced) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const LARGEST = 20_000_000; // bytes: ten times what it may hold

function read(path: string): readonly Queued[] {
  if (!existsSync(path)) return [];
  const known = statSync(path);
  const text = known.isFile() && known.size <= LARGEST ? readFileSync(path, "utf8") : "-";
  if (text !== "" && !text.startsWith(ABOUT.slice(0, 30)))
    throw new CommandError(
      `${path}: expected what cnd listen could not send yet, found something else. Nothing was written to it; name another file with --queue FILE.`,
    );
  const waiting = new Map<string, Queued>();
  for (const line of text.split("\n").slice(1)) {
    const one = parsed(line);
    if (typeof one?.["sent"] === "string") waiting.delete(one["sent"]);
    const { id, at, body } = one ?? {};
    if (typeof id === "string" && typeof at === "number" && typeof body === "string")
      waiting.set(id, { id, at, body });
  }
  return [...waiting.values()];
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return value instanceof Object ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // cut off by a crash
  }
}
