/** Every record whose body names somebody, what waits too. Rule HD1. */
import { allRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { readEntry, storedSay } from "../../platform/records/record.ts";
import type { FoundRecord } from "./found.ts";
import type { Matching } from "./matching.ts";

/** @param persons the subjects that are the person */
export async function recordsNaming(
  db: Db,
  matching: Matching,
  persons: ReadonlySet<string>,
): Promise<FoundRecord[]> {
  const found: FoundRecord[] = [];
  const take = (
    document: unknown,
    isWaiting: boolean,
    envelope: Omit<FoundRecord, "hits" | "body" | "isWaiting" | "isOwn">,
  ) => {
    const body = storedSay(document as Uint8Array);
    const isOwn = persons.has(envelope.subject);
    const hits = matching.hits(body);
    if (hits.length > 0 || isOwn) found.push({ ...envelope, body, hits, isWaiting, isOwn });
  };
  const RECORDS =
    "select id, kind, subject, at, author, body_hash, document from record where document is not null";
  for await (const row of allRows(db, RECORDS)) {
    const { id, kind, subject, at, author, body_hash: bodyHash } = row as Record<string, string>;
    take(row["document"], false, {
      id: id!,
      kind: kind!,
      subject: subject!,
      at: at!,
      author: author!,
      bodyHash: bodyHash!,
    });
  }
  for await (const { entry, document } of allRows(db, "select entry, document from held")) {
    const { id, envelope } = readEntry(entry as Uint8Array);
    const { kind, subject = id, at, author, body } = envelope;
    take(document, true, { id, kind, subject, at, author, bodyHash: body });
  }
  return found.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
