/**
 * Rebuild: fill tables under new names from the records while the old ones serve, catch up with what was
 * appended meanwhile, and swap in one transaction. Readers never see a half-built table.
 */
import { sql } from "kysely";
import type { Db, Tx } from "../db/store.ts";
import { renameTables } from "../db/rename.ts";
import type { Projection, ReadMedia } from "./projection.ts";
import { refold, type Standing } from "./refold.ts";
import { nextCommit, readState, renewVersions, writeState } from "./state.ts";
import type { LogTables } from "./tables.ts";

const CHUNK = 200; // subjects a transaction, so that appends get their turn in between

export interface Rebuilt {
  readonly subjects: number;
  readonly records: number;
}

interface Options {
  readonly db: Db;
  readonly projections: readonly Projection[];
  /** Runs a writing transaction in its turn between appends. */
  readonly inTurn: <T extends { commit: number }>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly standing: () => Standing;
  readonly readMedia: ReadMedia;
  readonly progress: (done: number, total: number) => void;
}

export async function rebuildProjections(options: Options): Promise<Rebuilt> {
  const { db, projections, inTurn, standing, readMedia } = options;
  const generation = Number((await readState(db, "generation")) ?? 0) + 1;
  const suffix = `__${generation}`;
  const tables = projections.flatMap((p) => [...p.tables]);
  const beside = renameTables(tables, suffix);

  let mark = 0;
  await inTurn(async (tx) => {
    await writeState(tx, { generation: String(generation) }); // a rebuild that crashes leaves its names unused
    for (const table of tables) await dropLeftovers(tx, table, generation);
    for (const projection of projections) await projection.create(tx.withPlugin(beside));
    mark = await logSize(tx);
    return { commit: await currentCommit(tx) };
  });

  const total = mark;
  const subjects = await distinctSubjects(db);
  for (let i = 0; i < subjects.length; i += CHUNK) {
    await inTurn(async (tx) => {
      const renamed = tx.withPlugin(beside);
      await refold(renamed, projections, subjects.slice(i, i + CHUNK), standing(), readMedia);
      return { commit: await currentCommit(tx) };
    });
    options.progress(Math.min(i + CHUNK, subjects.length), subjects.length);
  }

  await inTurn(async (tx) => {
    const later = await subjectsSince(tx, mark);
    await refold(tx.withPlugin(beside), projections, later, standing(), readMedia);
    for (const table of tables) {
      await tx.schema.dropTable(table).ifExists().execute();
      await tx.schema.alterTable(`${table}${suffix}`).renameTo(table).execute();
    }
    const versions = projections.map((p) => [`projection:${p.name}`, String(p.version)]);
    await writeState(tx, Object.fromEntries(versions));
    const commit = await nextCommit(tx);
    await renewVersions(tx, commit);
    return { commit };
  });
  return { subjects: subjects.length, records: total };
}

const logSize = async (tx: Tx): Promise<number> => Number((await readState(tx, "size")) ?? 0);
const currentCommit = async (tx: Tx): Promise<number> =>
  Number((await readState(tx, "commit")) ?? 0);

export async function distinctSubjects(db: Db): Promise<string[]> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("subject")
    .distinct()
    .orderBy("subject")
    .execute();
  return rows.map((r) => r.subject);
}

/** Subjects of records that arrived since the rebuild began; all of them when a grant or an import changed what stands. */
async function subjectsSince(tx: Tx, mark: number): Promise<string[]> {
  const mine = tx.withTables<LogTables>();
  const decided = await mine
    .selectFrom("record")
    .select("idx")
    .where("idx", ">=", mark)
    .where("kind", "in", ["grant.given/1", "grant.revoked/1", "import.closed/1"])
    .limit(1)
    .execute();
  let query = mine.selectFrom("record").select("subject").distinct();
  if (decided.length === 0) query = query.where("idx", ">=", mark);
  return (await query.execute()).map((r) => r.subject);
}

/** A rebuild that was cut off leaves tables of its generation behind. */
async function dropLeftovers(tx: Tx, table: string, generation: number): Promise<void> {
  if (generation > 1)
    await sql`drop table if exists ${sql.table(`${table}__${generation - 1}`)}`.execute(tx);
}
