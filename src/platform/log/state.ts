/** The log's single values and the version numbers by which pages know whether they are still fresh. */
import { numberOf, SUM, sumOfVersions, xor } from "../db/row-hash.ts";
import type { Db, Tx } from "../db/store.ts";

export type StateTables = {
  /** Raised in each append's own transaction; pages compare it to know whether they are still fresh. */
  version: { name: string; n: number };
  /** Single values: origin, size, checkpoint, generation, versions of projections and private parts; and their sum. */
  state: { key: string; value: string };
};

/** Raised when a change can touch subjects that no new record names: grants, closed imports, erasures. */
export const EPOCH = "*";

export async function readState(db: Db, key: string): Promise<string | undefined> {
  const row = await db
    .withTables<StateTables>()
    .selectFrom("state")
    .select("value")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.value;
}

/** Set these values, and with them the sum over all of them, by which it is found when something else changed one. */
export async function writeState(tx: Tx, values: Readonly<Record<string, string>>): Promise<void> {
  const mine = tx.withTables<StateTables>();
  const written = Object.entries(values).map(([key, value]) => ({ key, value }));
  const known = await mine
    .selectFrom("state")
    .selectAll()
    .where("key", "in", [SUM, ...Object.keys(values)])
    .execute();
  const before = Number(known.find(({ key }) => key === SUM)?.value ?? 0);
  const sum = xor(before, sumOfState([...known, ...written])); // what was taken away, what came
  await mine
    .insertInto("state")
    .values([...written, { key: SUM, value: String(sum) }])
    .onConflict((c) => c.column("key").doUpdateSet((eb) => ({ value: eb.ref("excluded.value") })))
    .execute();
}

/** The sum over these single values but for the one that is the sum itself. */
export const sumOfState = (rows: readonly StateTables["state"][]): number =>
  rows
    .filter(({ key }) => key !== SUM)
    .reduce((sum, { key, value }) => xor(sum, numberOf([key, value])), 0);

/** Does any projection's table differ from what this program would make? */
export async function outdated(
  db: Db,
  projections: readonly { readonly name: string; readonly version: number }[],
): Promise<boolean> {
  for (const { name, version } of projections)
    if ((await readState(db, `projection:${name}`)) !== String(version)) return true;
  return false;
}

/** Count this commit. @returns its number */
export async function nextCommit(tx: Tx): Promise<number> {
  const commit = Number((await readState(tx, "commit")) ?? 0) + 1;
  await writeState(tx, { commit: String(commit) });
  return commit;
}

/** Raise the versions of these names to this commit. */
export async function raiseVersions(
  tx: Tx,
  names: Iterable<string>,
  commit: number,
): Promise<void> {
  const raised = [...names].map((name) => ({ name, n: commit }));
  if (raised.length === 0) return;
  const mine = tx.withTables<StateTables>();
  const known = await mine
    .selectFrom("version")
    .selectAll()
    .where("name", "in", [SUM, ...raised.map(({ name }) => name)])
    .execute();
  const before = known.find(({ name }) => name === SUM)?.n ?? 0;
  const others = known.filter(({ name }) => name !== SUM);
  const n = xor(before, sumOfVersions([...others, ...raised])); // what was taken away, what came
  await mine
    .insertInto("version")
    .values([...raised, { name: SUM, n }])
    .onConflict((c) => c.column("name").doUpdateSet((eb) => ({ n: eb.ref("excluded.n") })))
    .execute();
}

/** After a rebuild all that was shown before is shown anew: what was altered in the versions goes with them. */
export async function renewVersions(tx: Tx, commit: number): Promise<void> {
  await tx.withTables<StateTables>().deleteFrom("version").execute();
  await raiseVersions(tx, [EPOCH], commit);
}

/**
 * A text that changes exactly when a record touched one of these subjects, or any subject of one of these
 * projections, or when a change of authority or an erasure may have touched anything.
 */
export async function freshness(
  db: Db,
  uses: { readonly subjects?: readonly string[]; readonly projections?: readonly string[] },
): Promise<string> {
  const mine = db.withTables<StateTables & { record: { idx: number; subject: string } }>();
  const versions = await mine
    .selectFrom("version")
    .selectAll()
    .where("name", "in", [EPOCH, ...(uses.projections ?? [])])
    .orderBy("name")
    .execute();
  const subjects = [...new Set(uses.subjects ?? [])];
  const last =
    subjects.length === 0
      ? undefined
      : await mine
          .selectFrom("record")
          .select((eb) => eb.fn.max("idx").as("idx"))
          .where("subject", "in", subjects)
          .executeTakeFirst();
  return [...versions.map(({ name, n }) => `${name}=${n}`), `#${last?.idx ?? ""}`].join(" ");
}
