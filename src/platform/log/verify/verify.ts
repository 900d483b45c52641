/**
 * Verify: read everything as a distrustful stranger would, and say what does not hold: the database's own files, each
 * record, what repeats it in columns and tiles, and every table against the same table folded anew beside it.
 */
import type { KeyObject } from "node:crypto";
import { Kysely } from "kysely";
import { parseCheckpoint } from "../../../engines/tlog/checkpoint.ts";
import { sameHash } from "../../../engines/tlog/merkle.ts";
import { openNote } from "../../../engines/tlog/note.ts";
import { formatVkey } from "../../../engines/tlog/vkey.ts";
import { databaseProblems } from "../../db/all-rows.ts";
import { openScratch } from "../../db/open-sqlite.ts";
import { SUM, sumOfVersions } from "../../db/row-hash.ts";
import type { Db } from "../../db/store.ts";
import type { Registry } from "../projection.ts";
import type { ReadMedia } from "../projection.ts";
import { logHead, type LogHead } from "../reading.ts";
import { distinctSubjects } from "../rebuild.ts";
import { refold } from "../refold.ts";
import { readStanding } from "../standing.ts";
import { sumOfState } from "../state.ts";
import { logSchema, migrateLog, type LogTables } from "../tables.ts";
import { compareTable } from "./compare.ts";
import { openProblems, type Problems } from "./problems.ts";
import { readHeld, readRecords, type ReadRecords } from "./records.ts";

const CHUNK = 200; // subjects folded at once, as a rebuild does

export interface Verification {
  readonly records: number;
  readonly bodies: number;
  readonly erased: number;
  readonly tiles: number;
  readonly media: number;
  /** Rows that were compared with what the records say. */
  readonly rows: number;
  /** One line for each thing that does not hold, with what to do; empty when all is well. */
  readonly problems: readonly string[];
  /** How many problems there are, where they are too many for a line each. */
  readonly count: number;
}

interface VerifyOptions {
  /** One reading snapshot. */
  readonly db: Db;
  readonly registry: Registry;
  /** The public key that signs this log's checkpoints. */
  readonly logKey: KeyObject;
  /** Says whether a media file is there and hashes to its name. */
  readonly mediaHolds: (media: string) => Promise<boolean>;
  readonly readMedia: ReadMedia;
  /** Media that something beside the log names. */
  readonly alsoNamed?: (db: Db) => Promise<readonly string[]>;
  /** A checkpoint of this log that was kept elsewhere. */
  readonly keptCheckpoint?: string | undefined;
  /** What else must hold. */
  readonly besides?: (db: Db, problems: Problems) => Promise<void>;
  readonly progress?: (what: string, done: number, total: number) => void;
}

export async function verifyLog(options: VerifyOptions): Promise<Verification> {
  const { db, registry, progress = () => undefined } = options;
  const problems = openProblems();
  const store = openScratch();
  const scratch: Db = new Kysely({ dialect: store.dialect });
  const found = { records: 0, bodies: 0, erased: 0, tiles: 0, media: 0, rows: 0 };
  try {
    await migrateLog(scratch, store);
    progress("Database", 0, 1);
    await problems.attempt("database", "backup", async () => {
      for (const line of await databaseProblems(db)) problems.add(`database: ${line}`, "copy");
    });
    await problems.attempt("records", "backup", async () => {
      const head = await logHead(db);
      const kept = checkpointIn(options.keptCheckpoint);
      const read = await readRecords({
        db,
        scratch,
        rootsAt: kept ? [kept.size] : [],
        problems,
        progress: (done) => progress("Records", done, head?.size ?? 0),
      });
      const { tree: _tree, roots: _roots, ownership: _ownership, ...counts } = read;
      Object.assign(found, counts);
      checkHead(head, read, options.logKey, problems);
      checkKept(options, head, read, problems);
      await checkState(db, registry, read, problems);
    });
    await problems.attempt("waiting records", "backup", () => readHeld(db, problems));
    for (const table of ["tile", "erased", "media_ref"])
      await problems.attempt(`table ${table}`, "copy", async () => {
        found.rows += await compareTable(db, scratch, table, "copy", problems);
      });
    await problems.attempt("tables", "tables", async () => {
      found.rows += await checkTables(options, scratch, problems, progress);
    });
    await problems.attempt("private tables", "backup", async () => options.besides?.(db, problems));
    await problems.attempt("media", "backup", async () => {
      found.media = await checkMedia(options, problems, progress);
    });
  } finally {
    await scratch.destroy();
  }
  return { ...found, problems: problems.lines, count: problems.count };
}

/** Fold every table anew in the scratch database, and compare. @returns how many rows */
async function checkTables(
  { db, registry, readMedia }: VerifyOptions,
  scratch: Db,
  problems: Problems,
  progress: NonNullable<VerifyOptions["progress"]>,
): Promise<number> {
  const { projections } = registry;
  const standing = await readStanding(db);
  for (const projection of projections) await projection.create(scratch);
  const subjects = await distinctSubjects(db);
  for (let i = 0; i < subjects.length; i += CHUNK) {
    const some = subjects.slice(i, i + CHUNK);
    await scratch
      .transaction()
      .execute((tx) => refold(tx, projections, some, standing, readMedia, undefined, db));
    progress("Tables", i, subjects.length);
  }
  const tables = projections.flatMap((p) => p.tables);
  let rows = 0;
  for (const [i, table] of tables.entries()) {
    await problems.attempt(`table ${table}`, "tables", async () => {
      rows += await compareTable(db, scratch, table, "tables", problems);
    });
    progress("Rows", i, tables.length);
  }
  return rows;
}

function checkHead(
  head: LogHead | undefined,
  { tree }: ReadRecords,
  logKey: KeyObject,
  problems: Problems,
): void {
  if (!head) {
    if (tree.size > 0) problems.add("checkpoint: expected one, found none", "copy");
    return;
  }
  try {
    const vkey = formatVkey(head.origin, logKey);
    const checkpoint = parseCheckpoint(openNote(Buffer.from(head.checkpoint), [vkey]).text);
    if (checkpoint.origin !== head.origin)
      problems.add(
        `checkpoint: expected the origin ${head.origin}, found ${checkpoint.origin}`,
        "copy",
      );
    if (checkpoint.size !== tree.size)
      problems.add(`checkpoint: expected ${tree.size} records, found ${checkpoint.size}`, "backup");
    else if (!sameHash(checkpoint.root, tree.root()))
      problems.add("checkpoint: its root differs from the root over the records", "backup");
  } catch (error) {
    problems.add(`checkpoint: ${(error as Error).message.replace(/\.$/, "")}`, "copy");
  }
}

/** A checkpoint that was kept is a promise: what it covered stands in the log as it stood. */
function checkKept(
  { keptCheckpoint, logKey }: VerifyOptions,
  head: LogHead | undefined,
  { tree, roots }: ReadRecords,
  problems: Problems,
): void {
  if (keptCheckpoint === undefined || !head) return;
  const kept = checkpointIn(keptCheckpoint);
  try {
    openNote(Buffer.from(keptCheckpoint), [formatVkey(head.origin, logKey)]);
  } catch {
    problems.add("kept checkpoint: it was altered, or is of another log", "start");
    return;
  }
  if (!kept || kept.size === 0) return;
  const root = roots.get(kept.size);
  if (kept.size > tree.size)
    problems.add(
      `kept checkpoint: it covers ${kept.size} records, the log has ${tree.size}`,
      "backup",
    );
  else if (!root || !sameHash(root, kept.root))
    problems.add(
      `kept checkpoint: the first ${kept.size} records are not those that it covers`,
      "backup",
    );
}

function checkpointIn(note: string | undefined): ReturnType<typeof parseCheckpoint> | undefined {
  try {
    return note === undefined ? undefined : parseCheckpoint(`${note.split("\n\n")[0]!}\n`);
  } catch {
    return undefined;
  }
}

/** Single values that follow from the records or from the program. */
async function checkState(
  db: Db,
  { projections }: Registry,
  { records }: ReadRecords,
  problems: Problems,
): Promise<void> {
  const mine = db.withTables<LogTables>();
  const rows = await mine.selectFrom("state").selectAll().execute();
  const state = new Map(rows.map(({ key, value }) => [key, value]));
  if (state.get(SUM) !== String(sumOfState(rows)))
    problems.add("table state: something else than this program changed it", "copy");
  const expect = (key: string, value: string, help: "copy" | "tables"): void => {
    const is = state.get(key);
    if (is !== value) problems.add(`state ${key}: expected ${value}, found ${is ?? "none"}`, help);
  };
  expect("schema", String(logSchema()), "copy");
  expect("size", String(records), "copy");
  for (const { name, version } of projections)
    expect(`projection:${name}`, String(version), "tables");
  const all = await mine.selectFrom("version").selectAll().execute();
  const versions = all.filter(({ name }) => name !== SUM);
  if (all.find(({ name }) => name === SUM)?.n !== sumOfVersions(versions))
    problems.add(
      "table version: something else than this program changed it, so that pages may be shown as they were",
      "tables",
    );
  const commit = Number(state.get("commit"));
  if (!Number.isSafeInteger(commit) || versions.some(({ n }) => n > commit))
    problems.add(
      `state commit: expected a number that no version exceeds, found ${state.get("commit") ?? "none"}`,
      "copy",
    );
}

async function checkMedia(
  { db, mediaHolds, alsoNamed }: VerifyOptions,
  problems: Problems,
  progress: NonNullable<VerifyOptions["progress"]>,
): Promise<number> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .select("media")
    .distinct()
    .execute();
  const named = new Set([...rows.map(({ media }) => media), ...((await alsoNamed?.(db)) ?? [])]);
  let done = 0;
  for (const media of named) {
    if (!(await mediaHolds(media)))
      problems.add(`media ${media}: it is named, and it is missing or altered`, "backup");
    progress("Media", ++done, named.size);
  }
  return named.size;
}
