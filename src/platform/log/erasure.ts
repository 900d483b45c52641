/** Erasure: bodies are forgotten, envelopes stay, and a body that arrives later is forgotten on arrival. */
import * as v from "valibot";
import type { Tx } from "../db/store.ts";
import type { Verified } from "./incoming.ts";
import { ERASURE_MADE, ErasureMade, LASTING } from "./kinds.ts";
import type { LogTables } from "./tables.ts";

const ROWS = 500;

/** Which of these records' bodies an earlier erasure covers. */
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
  const subjects = new Map(records.map((r) => [r.envelope.body, r]));
  const covered = rows.filter(({ hash, by }) => {
    const record = subjects.get(hash);
    return record?.subject === by && !LASTING.has(record.envelope.kind);
  });
  return new Set(covered.map((r) => r.hash));
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

async function dropReferences(tx: Tx, bodies: readonly string[]): Promise<string[]> {
  const mine = tx.withTables<LogTables>();
  const dropped = await mine
    .deleteFrom("media_ref")
    .where("body_hash", "in", [...bodies])
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
