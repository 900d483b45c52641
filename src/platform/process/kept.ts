/**
 * What is kept beside the data folder and outlives it: every erasure, every end of a consent, every hold of a person, what was said about the owner's
 * keys, what senders withdrew, who may come in, the trail, and the newest checkpoint.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { isFull } from "../db/away.ts";
import type { Db } from "../db/store.ts";
import type { Incoming } from "../log/incoming.ts";
import { CONSENT_ENDED, ERASURE_MADE, HELD, RELEASED } from "../log/kinds.ts";
import { ABOUT_KEYS } from "../log/ownership.ts";
import { headOf, isNewer } from "../log/lineage.ts";
import { logHead } from "../log/reading.ts";
import type { LogTables } from "../log/tables.ts";
import { Access, readAccess } from "../private/access.ts";
import { readEntry, sha256 } from "../records/record.ts";
import { addLines, linesOf } from "./list.ts";

const WITHDRAWN = "%.withdrawn/%"; // kinds by which a thing is taken back

/**
 * Add to the list every erasure, every end of a consent and every change of the owner's keys that it does not hold yet, and that what was erased was
 * withdrawn, by whom and when, so that a restored page says it again; durable when it returns.
 */
export async function keepErasures(db: Db, path: string): Promise<void> {
  const rows = await erasuresToKeep(db);
  if (rows.length === 0) return;
  const known = new Set(readErasureList(path).map((r) => sha256(r.entry)));
  const missing = rows.filter((r) => !known.has(sha256(r.entry)));
  if (missing.length === 0) return;
  const lines = missing.map(
    ({ entry, document }) =>
      `${JSON.stringify({ entry: utf8(entry), document: utf8(document) })}\n`,
  );
  addLines(path, lines.join(""));
}

/** Of what the log has forgotten since, the list keeps no words either. */
export async function dropErased(db: Db, path: string): Promise<void> {
  const listed = readErasureList(path);
  const ids = new Map(listed.map((one) => [sha256(one.entry), readEntry(one.entry).id]));
  const gone = new Set<string>();
  for (let i = 0; i < listed.length; i += AT_ONCE) {
    const rows = db.withTables<LogTables>().selectFrom("record").select("id");
    const some = listed.slice(i, i + AT_ONCE).map(({ entry }) => ids.get(sha256(entry))!);
    for (const { id } of await rows.where("id", "in", some).where("document", "is", null).execute())
      gone.add(id);
  }
  if (gone.size === 0) return;
  const lines = listed
    .filter(({ entry }) => !gone.has(ids.get(sha256(entry))!))
    .map(
      ({ entry, document }) =>
        `${JSON.stringify({ entry: utf8(entry), document: utf8(document!) })}\n`,
    );
  writeFileSync(`${path}.new`, lines.join(""), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
const AT_ONCE = 400; // ids in one statement

/** What the list must hold, as the log has it. */
export async function erasuresToKeep(
  db: Db,
): Promise<readonly { readonly entry: Uint8Array; readonly document: Uint8Array }[]> {
  const log = db.withTables<LogTables>();
  const erased = log.selectFrom("record").select("subject").where("kind", "=", ERASURE_MADE);
  const rows = await log
    .selectFrom("record")
    .select(["entry", "document"])
    .where((eb) =>
      eb.or([
        eb("kind", "in", [ERASURE_MADE, ...ABOUT_KEYS]),
        ...[CONSENT_ENDED, HELD, RELEASED].map((one) => eb("kind", "like", `${one}%`)),
        eb.and([eb("kind", "like", WITHDRAWN), eb("subject", "in", erased)]),
      ]),
    )
    .orderBy("idx")
    .execute();
  return rows.flatMap(({ entry, document }) => (document ? [{ entry, document }] : []));
}

/** Note that a sender withdrew what has this secret's hash; durable when it returns. */
export function keepWithdrawn(path: string, hash: string): void {
  addLines(path, `${hash}\n`);
}

/** The hashes in the list; a last line cut off by a crash is left out. */
export function readWithdrawnList(path: string): string[] {
  if (!existsSync(path)) return [];
  return linesOf(path).filter((line) => /^[0-9a-f]{64}$/.test(line));
}

/** The erasures and withdrawals in the list, ready to be appended again; a last line cut off by a crash is left out. */
export function readErasureList(path: string): Incoming[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        const { entry, document } = JSON.parse(line) as { entry: string; document: string };
        return [{ entry: Buffer.from(entry), document: Buffer.from(document) }];
      } catch {
        return [];
      }
    });
}

/**
 * Note the newest checkpoint, so that a later start and a restore know what is older. One that is newer stays. Where the disk has no
 * room for it nothing is refused for its sake: what it swears to is in the log already, and the next append, stop or start notes it.
 */
export async function keepCheckpoint(db: Db, path: string): Promise<void> {
  const head = await logHead(db);
  const known = readKeptCheckpoint(path);
  if (!head || known === head.checkpoint) return;
  if (known !== undefined && isNewer(headOf(known), head)) return;
  try {
    writeFileSync(`${path}.new`, head.checkpoint, { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
}

/** Note who may come in, as it stands; durable when it returns. */
export async function keepAccess(db: Db, path: string): Promise<void> {
  const access = JSON.stringify(await readAccess(db));
  if (existsSync(path) && readFileSync(path, "utf8") === access) return;
  writeFileSync(`${path}.new`, access, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** Undefined where none is kept. @throws Error when the file holds something else */
export function readKeptAccess(path: string): Access | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return v.parse(Access, JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new Error(
      `Expected in ${path} who may come in, as the program keeps it; found something else. Bring back the file, or move it away to restore without it.`,
      { cause: error },
    );
  }
}

export function readKeptCheckpoint(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
