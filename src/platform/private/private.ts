/** Private tables: who they belong to, how they come to their present form, and the one door through which they are written. */
import {
  DeleteQueryNode,
  UpdateQueryNode,
  ValueNode,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type RootOperationNode,
} from "kysely";
import { openTurn } from "../db/in-turn.ts";
import { xor } from "../db/row-hash.ts";
import { beginKeeping, keepSums, keptSums, sumOf, watchRows } from "../db/row-sums.ts";
import { once, type Db, type Store } from "../db/store.ts";
import { readState, writeState } from "../log/state.ts";
import type { PrivatePart, Privately } from "./part.ts";
import { accounts } from "./accounts.ts";
import { consents } from "./consents.ts";
import { drafts } from "./drafts.ts";
import { conversation } from "./conversation/conversation.ts";
import { counts } from "./counts.ts";
import { blocks } from "./blocks.ts";
import { reactors } from "./reactors.ts";
import { federation } from "./federation.ts";
import { followers } from "./followers.ts";
import { reactions } from "./reactions.ts";
import { remarks } from "./remarks/remarks.ts";
import { imported } from "./imported.ts";
import { captions } from "./captions.ts";
import { jobs } from "./jobs.ts";
import { ladders } from "./ladders.ts";
import { measurements } from "./measurements.ts";
import { outbox } from "./outbox.ts";
import { signatures } from "./signatures.ts";
import { submissions } from "./submissions.ts";
import { subscribers } from "./subscribers.ts";
import { trail } from "./trail.ts";
import { uploads } from "./uploads.ts";
import { vouchers } from "./vouchers.ts";
import { waiting } from "./waiting.ts";

const privateParts: readonly PrivatePart[] = [
  submissions,
  measurements,
  accounts,
  jobs,
  drafts,
  ladders,
  followers,
  subscribers,
  outbox,
  uploads,
  consents,
  captions,
  counts,
  imported,
  remarks,
  reactions,
  blocks,
  reactors,
  conversation,
  federation,
  signatures,
  vouchers,
  waiting,
  trail,
];

/**
 * Bring the tables to the form that this program knows. @param store is told of each operation that deletes
 * @throws Error when a newer program made them
 */
export async function openPrivate(
  db: Db,
  store: Pick<Store, "write" | "forgot"> = {
    write: (own, work) => once(own, work),
    forgot: () => undefined,
  },
): Promise<Privately> {
  const kept = (await keptSums(db)) ?? new Map<string, number>();
  for (const part of privateParts) await migrate(db, part, kept);
  await watchRows(db, TABLES);
  const operations = new Map<string, (tx: Db, argument: never) => Promise<unknown>>([
    ["restore", restore],
  ]);
  for (const { name, operations: own } of privateParts)
    for (const [verb, work] of Object.entries(own)) operations.set(`${name}.${verb}`, work);
  const inTurn = openTurn();
  return async (operation, argument) => {
    const work = operations.get(operation);
    if (!work) throw new Error(`Expected a private operation, got ${operation}.`);
    const deletions = new Deletions();
    const answer = await inTurn(() =>
      store.write(db, async (tx) => {
        await beginKeeping(tx);
        return work(tx.withPlugin(deletions), argument as never);
      }),
    );
    if (deletions.were) store.forgot();
    return answer;
  };
}

/** Notes whether a row is deleted or a field emptied: somebody's words may have stood there, whatever the operation is called. */
class Deletions implements KyselyPlugin {
  were = false;
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    this.were ||= DeleteQueryNode.is(node) || (UpdateQueryNode.is(node) && empties(node));
    return node;
  }
  transformResult({ result }: PluginTransformResultArgs) {
    return Promise.resolve(result);
  }
}

function empties({ updates = [] }: UpdateQueryNode): boolean {
  return updates.some(({ value }) => {
    const left = ValueNode.is(value) ? value.value : undefined;
    return left === null || left === "";
  });
}

/** Have all tables the form that this program knows? Asked before one reads of them without having opened them. */
export async function privateIsOpen(db: Db): Promise<boolean> {
  for (const { name, migrations } of privateParts)
    if (Number((await readState(db, `private:${name}`)) ?? 0) !== migrations.length) return false;
  return true;
}

async function migrate(
  db: Db,
  { name, migrations, tables }: PrivatePart,
  kept: ReadonlyMap<string, number>,
): Promise<void> {
  const key = `private:${name}`;
  const from = Number((await readState(db, key)) ?? 0);
  if (from > migrations.length)
    throw new Error(
      `This data was written by a newer program (${name} ${from}, this one knows ${migrations.length}). Update the program.`,
    );
  if (from === migrations.length && tables.every((table) => kept.has(table))) return;
  await db.transaction().execute(async (tx) => {
    const off = new Map<string, number>(); // a table that does not hold is not made to hold by a migration
    for (const table of tables)
      if (kept.has(table)) off.set(table, xor(kept.get(table)!, await sumOf(tx, table)));
    for (const work of migrations.slice(from)) await work(tx);
    await keepSums(tx, tables, off);
    await writeState(tx, { [key]: String(migrations.length) });
  });
}

const TABLES = privateParts.flatMap((part) => part.tables);

/** The private tables whose rows differ from what this program wrote; undefined where no checksums are kept yet. */
export async function alteredPrivately(db: Db): Promise<string[] | undefined> {
  const kept = await keptSums(db);
  if (!kept) return undefined;
  const altered: string[] = [];
  for (const table of TABLES) if (kept.get(table) !== (await sumOf(db, table))) altered.push(table);
  return altered;
}

const PASSING = new Set(privateParts.flatMap((part) => part.passing ?? []));

export interface PrivateRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** Every private row, for a backup; a part whose tables were never made has none. */
export async function* privateRows(db: Db): AsyncGenerator<PrivateRow> {
  for (const { name, tables } of privateParts) {
    if ((await readState(db, `private:${name}`)) === undefined) continue;
    for (const table of tables.filter((t) => !PASSING.has(t)))
      for (const row of await any(db).selectFrom(table).selectAll().execute()) yield { table, row };
  }
}

async function restore(tx: Db, rows: readonly PrivateRow[]): Promise<void> {
  const known = new Set(TABLES);
  for (const { table, row } of rows) {
    if (!known.has(table))
      throw new Error(
        `The backup holds a private table, ${table}, that this program does not know.`,
      );
    if (PASSING.has(table)) continue; // an older backup holds them
    await any(tx).insertInto(table).values(row).execute();
  }
}

const any = (db: Db) => db.withTables<Record<string, PrivateRow["row"]>>();
