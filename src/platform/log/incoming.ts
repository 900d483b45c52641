/** Incoming records: verified before a transaction begins, so that bad input changes nothing. */
import * as v from "valibot";
import { timeMs } from "../records/clock.ts";
import type { JsonObject } from "../records/jcs.ts";
import type { Kinds } from "../records/kind.ts";
import { beginEntry, readDocument, RecordError, type Envelope } from "../records/record.ts";

const MAX_AHEAD = 10 * 60 * 1000; // ms; a record further ahead of a trusted clock waits

/** A record as it arrives: canonical bytes; the body may be missing where an erasure covers it. */
export interface Incoming {
  readonly entry: Uint8Array;
  readonly document?: Uint8Array | undefined;
}

export interface Verified {
  readonly id: string;
  readonly envelope: Envelope;
  readonly subject: string;
  readonly entry: Uint8Array;
  readonly document: Uint8Array | null;
  readonly body: JsonObject | null;
}

export type HeldReason = "early" | "ungranted" | "unknown-kind";

/**
 * Check form, signature, body hash and, for a kind that is known here, the body's schema.
 * @throws RecordError that names what was expected and what came
 */
export async function verifyIncoming(
  records: readonly Incoming[],
  kinds: Kinds,
): Promise<Verified[]> {
  const begun: Promise<void>[] = [];
  try {
    const checked = records.map((record) => {
      const { signed, ...read } = beginEntry(record.entry);
      begun.push(signed);
      return checkBody(record, read, kinds); // while the other cores check signatures
    });
    await Promise.all(begun);
    return checked;
  } finally {
    await Promise.allSettled(begun);
  }
}

function checkBody(
  { entry, document }: Incoming,
  { id, envelope }: { id: string; envelope: Envelope },
  kinds: Kinds,
): Verified {
  if (envelope.audience !== "public")
    throw new RecordError(
      "bad-form",
      `Expected a public record in this log, got ${envelope.audience}.`,
    );
  const body = document === undefined ? null : readDocument(document, envelope.body);
  const kind = kinds[envelope.kind];
  if (kind && kind.opens !== (envelope.subject === undefined))
    throw new RecordError(
      "bad-subject",
      `Expected ${envelope.kind} ${kind.opens ? "without" : "with"} a subject, got the opposite (record ${id}).`,
    );
  if (kind && body !== null) {
    const parsed = v.safeParse(kind.body, body);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      const field = v.getDotPath(issue) ?? "body";
      throw new RecordError(
        "bad-body",
        `${envelope.kind} ${field}: ${issue.message} (record ${id}).`,
      );
    }
  }
  return { id, envelope, subject: envelope.subject ?? id, entry, document: document ?? null, body };
}

/** When a record that is ahead of this clock may be accepted; undefined when it need not wait. */
export function dueTime(at: string, now: number): number | undefined {
  const due = timeMs(at) - MAX_AHEAD;
  return due > now ? due : undefined;
}
