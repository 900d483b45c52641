/**
 * Who may sign in at the desk: accounts, their open sign-ins, passkeys, and links that work once. The library that keeps
 * them (platform/accounts) asks for rows by model and condition; these operations are all that it can do.
 */
import type { CreateTableBuilder, ExpressionBuilder, Expression, SqlBool } from "kysely";
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";
import { applyAccess } from "./access.ts";
import { ACCOUNTS_KEPT } from "./accounts-kept.ts";
import { asking, type PrivatePart } from "./part.ts";

type Value = string | number | null;
export type AccountRow = Readonly<Record<string, Value>>;

/** One condition of the library's; all of them must hold. */
export interface Condition {
  readonly field: string;
  readonly operator: "eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "in" | "not_in";
  readonly value: Value | readonly Value[];
}
interface Where {
  readonly table: string;
  readonly where: readonly Condition[];
}

const NETWORKS_EACH = 20; // of one account: home, work, a phone's, and where it was lately

export const accountsPart = {
  name: "accounts",
  tables: ACCOUNTS_KEPT,
  migrations: [
    async (db) => {
      await made(db, "auth_user")
        .$call(needed("updatedAt", "name"))
        .addColumn("email", "text", (c) => c.notNull().unique())
        .addColumn("emailVerified", "integer", (c) => c.notNull())
        .addColumn("image", "text")
        .$call(needed("role"))
        .addColumn("closed", "integer", (c) => c.notNull())
        .addColumn("pin", "text")
        .addColumn("pinFailures", "integer", (c) => c.notNull())
        .addColumn("pinAfter", "text")
        .execute();
      await made(db, "auth_account")
        .$call(needed("updatedAt", "accountId", "providerId", "userId"))
        .$call(optional("accessToken", "refreshToken", "idToken"))
        .$call(optional("accessTokenExpiresAt", "refreshTokenExpiresAt", "scope", "password"))
        .execute();
      await made(db, "auth_session")
        .$call(needed("updatedAt", "expiresAt"))
        .addColumn("token", "text", (c) => c.notNull().unique())
        .$call(optional("ipAddress", "userAgent"))
        .$call(needed("userId"))
        .execute();
      await made(db, "auth_verification")
        .$call(needed("updatedAt", "identifier", "value", "expiresAt"))
        .execute();
      await made(db, "auth_passkey")
        .$call(needed("userId"))
        .addColumn("credential", "text", (c) => c.notNull().unique())
        .$call(needed("publicKey"))
        .addColumn("counter", "bigint", (c) => c.notNull())
        .$call(needed("transports"))
        .execute();
      for (const name of ["auth_account", "auth_session", "auth_passkey"])
        await indexed(db, name, "userId");
      await indexed(db, "auth_verification", "identifier");
    },
    async (db) => {
      await db.schema.alterTable("auth_user").addColumn("lang", "text").execute();
    },
    async (db) => {
      await made(db, "auth_network").$call(needed("userId", "seenAt")).execute();
      await indexed(db, "auth_network", "userId");
    },
    async (db) => {
      await db.schema.alterTable("auth_session").addColumn("seenAt", "text").execute();
    },
    async (db) => {
      await db.schema.alterTable("auth_session").addColumn("strong", "integer").execute();
      await made(db, "auth_setting").execute();
    },
    async (db) => {
      await made(db, "auth_second")
        .$call(needed("secret"))
        .addColumn("step", "bigint", (c) => c.notNull())
        .addColumn("failures", "integer", (c) => c.notNull())
        .addColumn("failuresUntil", "text")
        .execute();
      await made(db, "auth_backup").$call(needed("userId")).execute();
      await indexed(db, "auth_backup", "userId");
    },
  ],
  questions: { find, count },
  operations: { create, update, change, add, remove, consume, once, saw, restored: applyAccess },
  bringing: ["create"],
  whose: { auth_user: ["name", "email"] },
} satisfies PrivatePart;

export const askAccounts = asking(accountsPart);

const made = (db: Db, name: string) =>
  db.schema
    .createTable(name)
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("createdAt", "text", (c) => c.notNull());

type Columns = CreateTableBuilder<string, string>;
/** Columns of text. */
const needed =
  (...names: readonly string[]) =>
  (to: Columns): Columns =>
    names.reduce((at, name) => at.addColumn(name, "text", (c) => c.notNull()), to);
const optional =
  (...names: readonly string[]) =>
  (to: Columns): Columns =>
    names.reduce((at, name) => at.addColumn(name, "text"), to);

const indexed = (db: Db, of: string, column: "userId" | "identifier") =>
  db.schema
    .createIndex(`${of}_${column === "userId" ? "user" : column}`)
    .on(of)
    .column(column)
    .execute();

async function create(tx: Db, { table, row }: { table: string; row: AccountRow }) {
  await mine(tx).insertInto(known(table)).values(row).execute();
  return row;
}

interface Find extends Where {
  readonly limit?: number;
  readonly offset?: number;
  readonly sortBy?: { readonly field: string; readonly direction: "asc" | "desc" };
}
function find(tx: Db, { table, where, limit, offset, sortBy }: Find): Promise<AccountRow[]> {
  let query = mine(tx)
    .selectFrom(known(table))
    .selectAll()
    .where((eb) => all(eb, where));
  if (sortBy) query = query.orderBy(sortBy.field, sortBy.direction);
  if (limit !== undefined) query = query.limit(limit);
  if (offset) query = query.offset(offset);
  return query.execute();
}

function count(tx: Db, { table, where }: Where): Promise<number> {
  return countRows(
    mine(tx)
      .selectFrom(known(table))
      .where((eb) => all(eb, where)),
  );
}

/** @returns the rows as they are afterwards */
async function update(tx: Db, asked: Where & { readonly set: AccountRow }): Promise<AccountRow[]> {
  const before = await find(tx, asked);
  const ids = before.map((row) => row["id"] as string);
  if (ids.length === 0) return [];
  await mine(tx).updateTable(known(asked.table)).set(asked.set).where("id", "in", ids).execute();
  return find(tx, { table: asked.table, where: byId(ids) });
}

/**
 * Change an account, unless nobody would be left who may open accounts: the last open owner stays one.
 * @returns whether it was changed
 */
async function change(
  tx: Db,
  { id, set }: { readonly id: string; readonly set: AccountRow },
): Promise<boolean> {
  const user = "auth_user";
  const owners = { field: "role", operator: "eq", value: "owner" } as const;
  // Two owners who lower each other at once wait for one another here.
  await mine(tx).updateTable(user).set({ role: "owner" }).where("role", "=", "owner").execute();
  const open = { field: "closed", operator: "eq", value: 0 } as const;
  const others = { field: "id", operator: "ne", value: id } as const;
  const [before] = await find(tx, { table: user, where: byId([id]) });
  if (!before) return false;
  const after = { ...before, ...set };
  const isOwner = (row: AccountRow) => row["role"] === "owner" && row["closed"] === 0;
  const isLeft = (await count(tx, { table: user, where: [owners, open, others] })) > 0;
  if (isOwner(before) && !isOwner(after) && !isLeft) return false;
  await update(tx, { table: user, where: byId([id]), set });
  return true;
}

/**
 * Add to whole numbers of one row, in one statement, so that of many who count at once each is counted.
 * @returns the row afterwards, where one fits the conditions
 */
async function add(
  tx: Db,
  { by, set = {}, ...asked }: Where & { readonly by: AccountRow; readonly set?: AccountRow },
): Promise<AccountRow | undefined> {
  const [row] = await find(tx, { ...asked, limit: 1 });
  if (!row) return undefined;
  const where = byId([row["id"] as string]);
  const { numUpdatedRows } = await mine(tx)
    .updateTable(known(asked.table))
    .set((eb) => ({
      ...set,
      ...Object.fromEntries(
        Object.entries(by).map(([name, n]) => [name, eb(name, "+", Number(n))]),
      ),
    }))
    .where((eb) => all(eb, [...asked.where, ...where]))
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) return undefined;
  return (await find(tx, { table: asked.table, where }))[0];
}

async function remove(tx: Db, { table, where }: Where): Promise<number> {
  const rows = mine(tx).deleteFrom(known(table));
  const { numDeletedRows } = await rows.where((eb) => all(eb, where)).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Take one row away and give it: of two who ask at once only one gets it. */
async function consume(tx: Db, asked: Where): Promise<AccountRow | undefined> {
  const [row] = await find(tx, { ...asked, limit: 1 });
  if (!row) return undefined;
  const taken = await remove(tx, { table: asked.table, where: byId([row["id"] as string]) });
  return taken === 1 ? row : undefined;
}

/** @returns whether this row is the first with its id */
async function once(tx: Db, { table, row }: { table: string; row: AccountRow }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await mine(tx)
    .insertInto(known(table))
    .values(row)
    .onConflict((c) => c.column("id").doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** An account was signed in from a network: the last twenty of each are remembered. */
async function saw(
  tx: Db,
  { userId, network, at }: Readonly<Record<"userId" | "network" | "at", string>>,
): Promise<void> {
  const table = "auth_network";
  const row = { id: `${userId} ${network}`, userId, createdAt: at, seenAt: at };
  await mine(tx)
    .insertInto(table)
    .values(row)
    .onConflict((c) => c.column("id").doUpdateSet({ seenAt: at }))
    .execute();
  const where = [{ field: "userId", operator: "eq", value: userId } as const];
  const sortBy = { field: "seenAt", direction: "desc" } as const;
  const past = (await find(tx, { table, where, sortBy })).slice(NETWORKS_EACH);
  if (past.length > 0)
    await remove(tx, { table, where: byId(past.map((one) => String(one["id"]))) });
}

const byId = (ids: readonly string[]): Condition[] => [
  { field: "id", operator: "in", value: [...ids] },
];

const OPERATORS = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

function all(
  eb: ExpressionBuilder<Record<string, AccountRow>, string>,
  where: readonly Condition[],
): Expression<SqlBool> {
  return eb.and(
    where.map(({ field, operator, value }) => {
      if (operator === "in" || operator === "not_in") {
        const values = [value].flat();
        if (values.length === 0) return eb.lit(operator === "not_in");
        return eb(field, operator === "in" ? "in" : "not in", values);
      }
      if (value === null) return eb(field, operator === "ne" ? "is not" : "is", null);
      return eb(field, OPERATORS[operator], value);
    }),
  );
}

function known(table: string): string {
  if (!Object.hasOwn(accountsPart.tables, table))
    throw new Error(`Expected a table of accounts, got ${table}.`);
  return table;
}

const mine = (db: Db) => db.withTables<Record<string, AccountRow>>();
