/**
 * Sees which rows of some tables an operation adds, changes and deletes, whatever it is called: each of its statements is
 * asked to say the rows that it touched. The operation gets the same answers as before.
 */
import {
  ColumnNode,
  DeleteQueryNode,
  DeleteResult,
  InsertQueryNode,
  InsertResult,
  RawNode,
  ReturningNode,
  SelectionNode,
  TableNode,
  UpdateQueryNode,
  UpdateResult,
  type ColumnUpdateNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type RootOperationNode,
} from "kysely";
import type { Ending, Stored } from "./part.ts";

/** What one statement did. */
export interface Seen {
  readonly verb: "insert" | "update" | "delete";
  readonly table: string;
  /** With the columns of the key, those by which people know it, and those that are watched. */
  readonly rows: readonly Stored[];
  /** The columns that a change sets. */
  readonly set: readonly string[];
}
type Asked = Omit<Seen, "rows"> & { readonly isAnswered: boolean };

/** @param seen what was seen is added to it */
export function watching(endings: ReadonlyMap<string, Ending>, seen: Seen[]): KyselyPlugin {
  const asked = new WeakMap<QueryId, Asked>();
  return {
    transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
      if (
        RawNode.is(node) &&
        /^\s*(insert|update|delete|replace)\b/i.test(node.sqlFragments[0] ?? "")
      )
        throw new Error("Expected a private operation to write by the query builder, got SQL.");
      const what = whatOf(node);
      const ending = what && endings.get(what.table);
      if (!what || !ending) return node;
      const wanted = columnsFor(what, ending);
      if (wanted.length === 0) return node;
      const { returning } = node as DeleteQueryNode;
      asked.set(queryId, { ...what, isAnswered: returning !== undefined });
      const selections = wanted.map((name) =>
        SelectionNode.create(ColumnNode.create(name) as never),
      );
      return {
        ...node,
        returning: returning
          ? ReturningNode.cloneWithSelections(returning, selections)
          : ReturningNode.create(selections),
      } as RootOperationNode;
    },
    async transformResult({ result, queryId }: PluginTransformResultArgs) {
      const what = asked.get(queryId);
      if (!what) return result;
      const { isAnswered, ...did } = what;
      const rows = result.rows as readonly Stored[];
      seen.push({ ...did, rows });
      return isAnswered
        ? result
        : { ...result, rows: [countOf(did.verb, BigInt(rows.length))] as never[] };
    },
  };
}

const countOf = (verb: Seen["verb"], n: bigint): object =>
  verb === "insert"
    ? new InsertResult(undefined, n)
    : verb === "update"
      ? new UpdateResult(n, undefined)
      : new DeleteResult(n);

function columnsFor(
  { verb, set }: Omit<Seen, "rows">,
  { key = [], stands, spent, known }: Ending,
): readonly string[] {
  const watched = Object.keys({ ...stands, ...spent }).filter((column) => set.includes(column));
  if (verb === "update") return watched.length === 0 ? [] : [...key, ...watched];
  return [...new Set([...key, ...(known?.by ?? []), ...watched])];
}

function whatOf(node: RootOperationNode): Omit<Seen, "rows"> | undefined {
  if (DeleteQueryNode.is(node)) return of("delete", node.from.froms[0], []);
  if (UpdateQueryNode.is(node)) return of("update", node.table, node.updates ?? []);
  if (InsertQueryNode.is(node)) return of("insert", node.into, node.onConflict?.updates ?? []);
  return undefined;
}

function of(
  verb: Seen["verb"],
  table: OperationNode | undefined,
  updates: readonly ColumnUpdateNode[],
): Omit<Seen, "rows"> {
  if (!table || !TableNode.is(table))
    throw new Error(
      `Expected a private operation to name the table that it writes, got ${table?.kind}.`,
    );
  return {
    verb,
    table: table.table.identifier.name,
    set: updates.map(({ column }) => nameOf(column)),
  };
}

function nameOf(node: OperationNode): string {
  const { column } = node as { column?: OperationNode | { name: string } };
  if (column && "name" in column) return column.name;
  if (column) return nameOf(column);
  throw new Error(`Expected a column that is set by its name, got ${node.kind}.`);
}
