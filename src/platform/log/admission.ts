/** What becomes of a record that is new to the log: who owns it once this stands in it, and whether it has to wait. */
import type { Kinds } from "../records/kind.ts";
import { RecordError } from "../records/record.ts";
import { maySay, type Authority } from "./authority.ts";
import { dueTime, type HeldReason, type Verified } from "./incoming.ts";
import { LOG_CONTINUED } from "./kinds.ts";
import { ABOUT_KEYS, keysAfter, opened, ownerAt, retiredAt, type Ownership } from "./ownership.ts";

/**
 * Records of a backup were accepted before: none waits, and the erasure that covers a body may come after it. What
 * waited before goes on waiting, however full it is.
 */
export type Source = "outside" | "waiting" | "backup";

/**
 * Who owns the log once this record stands in it: an opening record's author, a key that follows, or whoever did before.
 * What a backup holds was in the log.
 * @returns why it may never be said
 */
export function ownedAfter(
  ownership: Ownership,
  { envelope, subject, body, id }: Verified,
  index: number,
  from: Source,
  rootKind: string,
): Ownership | RecordError {
  const { kind, author } = envelope;
  if (ownership.campaign === undefined) {
    const isBegun = ownership.owners.length > 0;
    const opens = kind === rootKind || kind === LOG_CONTINUED;
    const may = isBegun ? from === "backup" || author === ownerAt(ownership, index) : opens;
    return may
      ? opened(ownership, { id, author, index, isCampaign: kind !== LOG_CONTINUED })
      : ownership;
  }
  const retired = retiredAt(ownership, author);
  if (from !== "backup" && retired !== undefined)
    return new RecordError(
      "retired-key",
      `Expected a key that may say record ${id}, got ${author}, which owns this log no more since entry ${retired}. ` +
        "Say it with the key that owns it now.",
    );
  if (!ABOUT_KEYS.has(kind)) return ownership;
  const after = keysAfter(ownership, { ...envelope, subject, body, index });
  if (typeof after !== "string") return after;
  return from === "backup" ? ownership : new RecordError("bad-change", `${kind}: ${after}`);
}

/** Why a record waits, and until when; undefined where it is accepted at `index`. What is said about keys waits for no time. */
export function reasonToWait(
  authority: Authority,
  { envelope: { author, kind, at }, document }: Verified,
  index: number,
  kinds: Kinds,
  now: number,
): { reason: HeldReason; due: number } | undefined {
  if (!maySay(authority, author, kind, index)) return { reason: "ungranted", due: 0 };
  if (!kinds[kind]) return { reason: "unknown-kind", due: 0 };
  const due = ABOUT_KEYS.has(kind) ? undefined : dueTime(at, now);
  return due !== undefined && document !== null ? { reason: "early", due } : undefined;
}
