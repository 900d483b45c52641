/**
 * What is kept beside the data folder and outlives it: every erasure, every end of a consent, what was said about the owner's
 * keys, what senders withdrew, who may come in, the trail, and the newest checkpoint.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import type { Incoming } from "../log/incoming.ts";
import { CONSENT_ENDED, ERASURE_MADE } from "../log/kinds.ts";
import { ABOUT_KEYS } from "../log/ownership.ts";
import { headOf, isNewer } from "../log/lineage.ts";
import { logHead } from "../log/reading.ts";
import type { LogTables } from "../log/tables.ts";
import { Access, readAccess } from "../private/access.ts";
import type { Entry } from "../private/taken-back.ts";
import { sha256 } from "../records/record.ts";
import { syncFolder } from "./data-folder.ts";

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
        eb("kind", "like", `${CONSENT_ENDED}%`),
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

const ENTRY = /^([0-9a-f]{64}|lost-\S{1,40}) (\d{1,15}) (gone|here|[=#].*|\S{1,40} \S{1,40})$/;
const lineOf = ({ address, n, value }: Entry): string => `${address} ${n} ${value}`;

/** Whether a line of the list is one that this program wrote. */
export const isTakenBack = (line: string): boolean =>
  /^[0-9a-f]{64}$/.test(line) || ENTRY.test(line);

/** What was taken back in private tables, in the order of the list; a last line cut off by a crash is left out. */
export function readTakenBack(path: string): Entry[] {
  if (!existsSync(path)) return [];
  return linesOf(path).flatMap((line) => {
    const [, address, n, value] = ENTRY.exec(line) ?? [];
    return address === undefined ? [] : [{ address, n: Number(n), value: value! }];
  });
}

/** Adds to the list, durable when it returns; makes it where it is not there, and the first time adds nothing that is in it. */
export function openTakenBackList(path: string): (entries: readonly Entry[]) => void {
  let isComplete = false;
  return (entries) => {
    const known = new Set(isComplete || !existsSync(path) ? [] : linesOf(path));
    const missing = entries.map(lineOf).filter((line) => !known.has(line));
    const isNew = !existsSync(path);
    if (isNew || missing.length > 0) addLines(path, missing.map((line) => `${line}\n`).join(""));
    if (isNew) syncFolder(dirname(path));
    isComplete = true;
  };
}

const linesOf = (path: string): string[] => readFileSync(path, "utf8").split("\n").slice(0, -1);

/** Add whole lines to a file, readable by its owner alone; durable when it returns. */
export function addLines(path: string, lines: string): void {
  const file = openSync(path, "a+", 0o600);
  try {
    // On a line of its own, also where a full disk or a crash cut the last one off.
    writeFileSync(file, `${endsCut(file) ? "\n" : ""}${lines}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function endsCut(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
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

/** Note the newest checkpoint, so that a later start and a restore know what is older. One that is newer stays. */
export async function keepCheckpoint(db: Db, path: string): Promise<void> {
  const head = await logHead(db);
  const known = readKeptCheckpoint(path);
  if (!head || known === head.checkpoint) return;
  if (known !== undefined && isNewer(headOf(known), head)) return;
  writeFileSync(`${path}.new`, head.checkpoint, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
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
