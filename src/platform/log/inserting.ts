/** Accepted records into the log's table, and the media that they name. */
import type { Tx } from "../db/store.ts";
import { mediaIn } from "../records/jcs.ts";
import type { Verified } from "./incoming.ts";
import type { LogTables } from "./tables.ts";

/** Which of these the log holds already. */
export async function knownIds(tx: Tx, records: readonly Verified[]): Promise<Set<string>> {
  if (records.length === 0) return new Set();
  const ids = records.map((r) => r.id);
  const rows = await tx
    .withTables<LogTables>()
    .selectFrom("record")
    .select("id")
    .where("id", "in", ids)
    .execute();
  return new Set(rows.map((r) => r.id));
}

/** From index `size` on; without the bodies of the records, by id, that an erasure covers. */
export async function insertRecords(
  tx: Tx,
  records: readonly Verified[],
  size: number,
  erased: ReadonlySet<string>,
): Promise<void> {
  if (records.length === 0) return;
  const mine = tx.withTables<LogTables>();
  const rows = records.map((record, i) => ({
    idx: size + i,
    id: record.id,
    kind: record.envelope.kind,
    subject: record.subject,
    at: record.envelope.at,
    author: record.envelope.author,
    audience: record.envelope.audience,
    import: record.envelope.import ?? null,
    body_hash: record.envelope.body,
    entry: record.entry,
    document: erased.has(record.id) ? null : record.document,
  }));
  const ROWS = 500; // 11 columns each: well below the 32,766 parameters of a statement
  for (let i = 0; i < rows.length; i += ROWS)
    await mine
      .insertInto("record")
      .values(rows.slice(i, i + ROWS))
      .execute();
  const refs = records.flatMap(({ id, envelope, body }) =>
    erased.has(id)
      ? []
      : [...new Set(mediaIn(body))].map((media) => ({ media, body_hash: envelope.body })),
  );
  for (let i = 0; i < refs.length; i += ROWS)
    await mine
      .insertInto("media_ref")
      .values(refs.slice(i, i + ROWS))
      .onConflict((c) => c.doNothing())
      .execute();
}
