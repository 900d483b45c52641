/** A database that is away: it was stopped, restarts, or the line to it is cut. It comes back; what failed for it is tried again. */
import { setTimeout as sleep } from "node:timers/promises";

const CODE = "EDBAWAY";

/** What whoever asked is told; its code crosses threads. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway";
  readonly code = CODE;
  constructor(cause: unknown) {
    const { code, message } = cause as { code?: unknown; message?: string };
    super(
      `The database cannot be reached (${typeof code === "string" ? code : message}). Is PostgreSQL running, and is CND_DATABASE its address?`,
      { cause },
    );
  }
}

const OF_THE_LINE =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(?:HOST|NET)UNREACH|EHOSTDOWN|ENOTFOUND|EAI_AGAIN)$/;
// Shut down by its operator, after a crash, not ready yet; too many connections; all about the connection itself.
const OF_POSTGRES = /^(?:57P0[1-3]|53300|08[0-9A-Z]{3})$/;
const IN_WORDS =
  /^Connection terminated|^Client (?:was closed|has encountered)|^timeout exceeded when trying to connect/;

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall, message } = error as Error & { code?: unknown; syscall?: unknown };
  if (code === CODE || IN_WORDS.test(message)) return true;
  if (typeof code !== "string") return false;
  const isSocketGone = code === "ENOENT" && syscall === "connect";
  return OF_THE_LINE.test(code) || OF_POSTGRES.test(code) || isSocketGone;
}

/** Carry out `work`, and again while the database is away; it may be begun many times. @param patience ms */
export async function whenThere<T>(work: () => Promise<T>, patience = Infinity): Promise<T> {
  const until = performance.now() + patience;
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || performance.now() > until) throw error;
      await sleep(AGAIN);
    }
}
export const PATIENCE = 10_000; // ms that a write, and what follows it, waits for a database that is away
const AGAIN = 200; // ms

/** No room for what is to be kept: on our disk, in our share of it, or on the database's. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  return code === "ENOSPC" || code === "EDQUOT" || code === "53100" || errcode === SQLITE_FULL;
}

const SQLITE_FULL = 13;
