/** How a server and a message stand after an attempt: pure; time and chance come in. Rules in README.md. */
import type { HostRow, WaitingMessage } from "../private/delivery-tables.ts";

/** How a server took one message. */
export type Outcome =
  | { readonly is: "delivered"; readonly speaks: string }
  /** The inbox is gone for ever. */
  | { readonly is: "gone"; readonly problem: string }
  /** The server answers, and does not want this message; `final` where asking again is no use. */
  | { readonly is: "refused"; readonly problem: string; readonly final: boolean }
  /** The server asks to be left in peace for so long. */
  | { readonly is: "later"; readonly problem: string; readonly after: number }
  /** No answer, or one that says that the server is broken. */
  | { readonly is: "failed"; readonly problem: string };

export interface Moment {
  /** UTC milliseconds. */
  readonly now: number;
  /** At least 0, below 1. */
  readonly chance: number;
  /** When any server took a message last; undefined: not since the start. */
  readonly heard: number | undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST_PAUSE = MINUTE; // doubled with each failure, with some chance so that servers do not come back together
const LONGEST_PAUSE = 12 * HOUR;
/** While nobody at all answers it is our own line that is cut: then one looks more often. */
const LONGEST_ALONE = 10 * MINUTE;
const ALONE_AFTER = 5 * MINUTE;
export const DEAD_AFTER = 7 * 24 * HOUR;
const MAX_REFUSED = 6; // tries; in about an hour
const MAX_TRIES = 40; // of one message that its server always breaks on, while it takes others

export const unknownHost = (host: string): HostRow => ({
  host,
  state: "open",
  failures: 0,
  since: null,
  next: null,
  problem: null,
  speaks: null,
});

export function hostAfter(before: HostRow, outcome: Outcome, at: Moment): HostRow {
  const answers = { state: "open", failures: 0, since: null, next: null, problem: null } as const;
  if (outcome.is === "delivered") return { ...before, ...answers, speaks: outcome.speaks };
  const { problem } = outcome;
  if (outcome.is === "gone") return { ...before, ...answers };
  if (outcome.is === "refused") return { ...before, ...answers, problem, speaks: null };
  if (outcome.is === "later") {
    const next = at.now + asked(outcome.after);
    return { ...before, state: "resting", next, problem };
  }
  const since = before.since ?? at.now;
  const failures = before.failures + 1;
  // Dead is who was silent for days in which others answered: a line of ours that is cut makes nobody dead.
  const dead = at.now - since >= DEAD_AFTER && at.heard !== undefined && at.heard > since;
  if (dead) return { ...before, state: "dead", failures, since, next: null, problem };
  const alone = at.heard === undefined || at.now - at.heard > ALONE_AFTER;
  const next = at.now + pause(failures, at.chance, alone ? LONGEST_ALONE : LONGEST_PAUSE);
  return { ...before, state: "resting", failures, since, next, problem };
}

/** @returns `done` where it waits no longer */
export function messageAfter(
  { tries, id, made }: WaitingMessage,
  outcome: Outcome,
  { now, chance }: Moment,
): "done" | Pick<WaitingMessage, "id" | "due" | "tries" | "problem"> {
  if (outcome.is === "delivered" || outcome.is === "gone") return "done";
  const { problem } = outcome;
  if (outcome.is === "later" && now - made >= DEAD_AFTER) return "done"; // put off again and again
  if (outcome.is === "later") return { id, due: now + asked(outcome.after), tries, problem };
  if (outcome.is === "refused" && (outcome.final || tries + 1 >= MAX_REFUSED)) return "done";
  if (tries + 1 >= MAX_TRIES) return "done";
  // A server that does not answer is waited for as a server; a message that is refused waits for itself.
  const due = outcome.is === "failed" && tries < 3 ? now : now + pause(tries + 1, chance, HOUR);
  return { id, due, tries: tries + 1, problem };
}

/**
 * A server answers that had failed, and since it did nobody had answered: it was our own line. Those that fell silent with
 * it are tried at once, and their silence counts for nothing.
 */
export function afterSilence(
  answers: HostRow,
  hosts: Iterable<HostRow>,
  heard: number | undefined,
): HostRow[] {
  const { since } = answers;
  if (since === null || (heard !== undefined && heard > since)) return [];
  return [...hosts]
    .filter((host) => host.state === "resting" && host.since !== null && host.since >= since)
    .map((host) => ({ ...unknownHost(host.host), speaks: host.speaks }));
}

/** Whole milliseconds, as both are: a table takes no others. */
const pause = (failures: number, chance: number, longest: number): number =>
  Math.round(Math.min(FIRST_PAUSE * 2 ** (failures - 1), longest) * (0.75 + chance / 2));
/** A server may ask for years, or for more than a table holds. */
const asked = (after: number): number => Math.round(Math.min(after, LONGEST_PAUSE));
