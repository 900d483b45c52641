/** Proof files: one record with all that shows that it is in the log, made from the tiles when asked for. */
import { inclusionProof } from "../../engines/tlog/proofs.ts";
import { formatVkey } from "../../engines/tlog/vkey.ts";
import type { Db } from "../db/store.ts";
import { canonicalBytes } from "../records/jcs.ts";
import { publicKeyOf } from "../records/keys.ts";
import type { Proof } from "./browser/check-proof.ts";
import { ERASURE_MADE } from "./kinds.ts";
import { logHead } from "./reading.ts";
import type { LogTables } from "./tables.ts";
import { readTilesFor } from "./tree.ts";

/** The proof of a record against the latest checkpoint; undefined where the log has no such record. */
export async function recordProof(
  db: Db,
  id: string,
  logKeyName: string,
): Promise<Proof | undefined> {
  const row = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["idx", "subject", "body_hash", "entry", "document"])
    .where("id", "=", id)
    .where("audience", "=", "public")
    .executeTakeFirst();
  const head = await logHead(db);
  if (!row || !head) return undefined;
  const { envelope, signature } = parse(row.entry) as Pick<Proof, "envelope" | "signature">;
  const erased = row.document ? undefined : (await erasuresOf(db, row.subject)).get(row.body_hash);
  const path = await readTilesFor(db, (read) => inclusionProof(row.idx, head.size, read));
  return {
    v: 1,
    envelope,
    signature,
    document: row.document && (parse(row.document) as Proof["document"]),
    ...(erased && { erased }),
    index: row.idx,
    path: path.map((hash) => Buffer.from(hash).toString("base64")),
    checkpoint: head.checkpoint,
    vkey: formatVkey(head.origin, publicKeyOf(logKeyName)),
  };
}

/** Canonical, so that the bytes that were signed and hashed stand in the file as they are. */
export const proofFile = (proof: Proof): Uint8Array => canonicalBytes(proof);

/** Which bodies of a subject were erased, by their hash: the record that did it first, and its time. */
export async function erasuresOf(
  db: Db,
  subject: string,
): Promise<Map<string, NonNullable<Proof["erased"]>>> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["id", "at", "document"])
    .where("subject", "=", subject)
    .where("kind", "=", ERASURE_MADE)
    .orderBy("idx", "desc")
    .execute();
  return new Map(
    rows.flatMap(({ id: by, at, document }) => {
      const said = document && (parse(document) as { say: { bodies: string[] } }).say;
      return (said?.bodies ?? []).map((hash) => [hash, { by, at }] as const);
    }),
  );
}

const parse = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString("utf8"));
