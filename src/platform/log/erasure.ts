/** Erasure: bodies are forgotten, envelopes stay, and a body that arrives later is forgotten on arrival. */
import * as v from "valibot";
import type { Tx } from "../db/store.ts";
import { RecordError } from "../records/record.ts";
import type { Verified } from "./incoming.ts";
import { ERASURE_MADE, ErasureMade, LASTING } from "./kinds.ts";
import type { LogTables } from "./tables.ts";

const ROWS = 500;

/** Those of these records, by id, whose bodies an erasure carried out before covers. */
export async function readErased(tx: Tx, records: readonly Verified[]): Promise<Set<string>> {
  if (records.length === 0) return new Set();
  const rows = await tx
    .withTables<LogTables>()
    .selectFrom("erased")
    .select(["hash", "by"])
    .where(
      "hash",
      "in",
      records.map((r) => r.envelope.body),
    )
    .execute();
  const erased = new Set(rows.map(({ hash, by }) => `${hash} ${by}`));
  const covered = records.filter(
    ({ envelope, subject }) =>
      erased.has(`${envelope.body} ${subject}`) && !LASTING.has(envelope.kind),
  );
  return new Set(covered.map((r) => r.id));
}

/** @throws RecordError where one of these came without its body and no erasure covers it */
export async function expectBodies(tx: Tx, records: readonly Verified[]): Promise<void> {
  const without = records.filter((r) => r.document === null);
  const erased = await readErased(tx, without);
  const missing = without.find((r) => !erased.has(r.id));
  if (missing)
    throw new RecordError(
      "no-body",
      `Expected the body of record ${missing.id}, or an erasure that covers it, got neither. ` +
        "Send it with its body, or send the erasure before it or with it.",
    );
}

/**
 * Carry out the erasures among these records, which are in the log already. An erasure covers bodies of its
 * own subject only. Returns the media that no remaining body names.
 */
export async function applyErasures(
  tx: Tx,
  fresh: readonly Verified[],
): Promise<{ erased: boolean; media: string[] }> {
  const mine = tx.withTables<LogTables>();
  const media: string[] = [];
  let erased = false;
  for (const { envelope, subject, body } of fresh) {
    if (envelope.kind !== ERASURE_MADE) continue;
    const said = v.safeParse(ErasureMade, body);
    if (!said.success) continue;
    erased = true;
    for (let i = 0; i < said.output.bodies.length; i += ROWS) {
      const hashes = said.output.bodies.slice(i, i + ROWS);
      await mine
        .insertInto("erased")
        .values(hashes.map((hash) => ({ hash, by: subject })))
        .onConflict((c) => c.doNothing())
        .execute();
      const covered = (
        await mine
          .updateTable("record")
          .set({ document: null })
          .where("body_hash", "in", hashes)
          .where("subject", "=", subject)
          .where("kind", "not in", [...LASTING])
          .returning("body_hash")
          .execute()
      ).map((r) => r.body_hash);
      if (covered.length > 0) media.push(...(await dropReferences(tx, covered)));
    }
  }
  return { erased, media };
}

/** The same bytes may stand under another subject, too: what they name is named still. */
async function dropReferences(tx: Tx, bodies: readonly string[]): Promise<string[]> {
  const mine = tx.withTables<LogTables>();
  const standing = await mine
    .selectFrom("record")
    .select("body_hash")
    .where("body_hash", "in", [...bodies])
    .where("document", "is not", null)
    .execute();
  const stands = new Set(standing.map((r) => r.body_hash));
  const gone = bodies.filter((hash) => !stands.has(hash));
  if (gone.length === 0) return [];
  const dropped = await mine
    .deleteFrom("media_ref")
    .where("body_hash", "in", gone)
    .returning("media")
    .execute();
  const named = [...new Set(dropped.map((r) => r.media))];
  if (named.length === 0) return [];
  const still = await mine
    .selectFrom("media_ref")
    .select("media")
    .where("media", "in", named)
    .execute();
  const kept = new Set(still.map((r) => r.media));
  return named.filter((m) => !kept.has(m));
}
