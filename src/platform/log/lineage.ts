/**
 * Logs that go on from one another: `example.org/log`, then `example.org/log/2`, whose first record names the checkpoint of
 * the one before. Whoever kept a checkpoint must never see the log of its name go back.
 */
import { parseCheckpoint, type Checkpoint } from "../../engines/tlog/checkpoint.ts";
import { Clock } from "../records/clock.ts";
import type { Key } from "../records/keys.ts";
import { signRecord, type SignedRecord } from "../records/record.ts";
import { LOG_CONTINUED } from "./kinds.ts";
import { timeNow } from "../process/steady-clock.ts";

type Head = Pick<Checkpoint, "origin" | "size">;

/** What a signed checkpoint says; its signature is not looked at. @throws TlogError where it is none */
export const headOf = (note: string): Checkpoint =>
  parseCheckpoint(note.slice(0, note.indexOf("\n\n") + 1));

/** Whether whoever kept the known checkpoint would see the log go back to the one that was found. */
export function isNewer(known: Head, found: Head): boolean {
  if (known.origin === found.origin) return known.size > found.size;
  const [base, n] = lineOf(known.origin);
  const [ofFound, m] = lineOf(found.origin);
  return base === ofFound && n > m;
}

/** Whether these are one log, or logs that go on from one another. */
export const isOneLine = (one: Head, other: Head): boolean =>
  lineOf(one.origin)[0] === lineOf(other.origin)[0];

/** After `example.org/log` comes `example.org/log/2`, then `/3`: a name that was opened once is never used again. */
export function nextOrigin(last: Head, known: Head | undefined): string {
  const [base, m] = lineOf(last.origin);
  const [ofKnown, n] = lineOf(known?.origin ?? last.origin);
  return `${base}/${(ofKnown === base ? Math.max(m, n) : m) + 1}`;
}

/** The name that a log began under, and which of the logs under it this one is. */
function lineOf(origin: string): [base: string, n: number] {
  const [, base, n] = /^(.*?)(?:\/(\d+))?$/.exec(origin)!;
  return [base!, Number(n ?? 1)];
}

/** The first record of a log that goes on from another. */
export function continued(checkpoint: string, key: Key): SignedRecord {
  const at = new Clock(timeNow).tick();
  return signRecord({ kind: LOG_CONTINUED, at, body: { checkpoint } }, key);
}
