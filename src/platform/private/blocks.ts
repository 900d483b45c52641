/**
 * Whom the desk shuts out of the conversation from elsewhere: an account by its address, or a server by its name, and all
 * that stand below that. Muted, nothing of theirs is shown; blocked, nothing of theirs is taken, and they are sent nothing
 * but that what they have is taken back. Rules V30 and V31.
 */
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";
import { columns, table, text } from "../db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";

const SHUT = ["muted", "blocked"] as const;
export type Shut = (typeof SHUT)[number];
export interface BlockRow {
  /** The address of an account, `https:`, or the name of a server. */
  readonly who: string;
  readonly sort: "account" | "domain";
  readonly is: Shut;
  /** The account of the desk, and the UTC day. */
  readonly by: string;
  readonly day: string;
  /** For the desk alone. */
  readonly note: string;
}
type Tables = { fed_block: BlockRow; fed_setting: { name: string; value: string } };

const OFF = "off";
const MOST = 20_000; // rows: longer lists come from elsewhere, and nobody has read them

export const blocksPart = {
  name: "blocks",
  tables: {
    fed_block: { key: ["who"], keeps: { what: "moderation", until: "desk" } },
    fed_setting: {
      returns: "Whether we speak with the fediverse: an operator sees it at the desk.",
      keeps: { what: "settings", until: "campaign" },
    },
  },
  migrations: [
    creating({
      fed_block: table(columns(text, "who", "sort", "is", "by", "day", "note")),
      fed_setting: table(columns(text, "name", "value")),
    }),
  ],
  questions: { isOn },
  operations: { shut, open, turn },
} satisfies PrivatePart;

export const askBlocks = asking(blocksPart);
const blocks = rowsOf<BlockRow>("fed_block");

/** Once more, it is as said last. @returns false where the list is full */
async function shut(tx: Db, row: BlockRow): Promise<boolean> {
  const others = mine(tx).selectFrom("fed_block").where("who", "!=", row.who);
  if ((await countRows(others)) >= MOST) return false;
  const { who: _, ...fresh } = row;
  await mine(tx)
    .insertInto("fed_block")
    .values(row)
    .onConflict((c) => c.column("who").doUpdateSet(fresh))
    .execute();
  return true;
}

/** @returns what was shut */
async function open(tx: Db, who: string): Promise<BlockRow | undefined> {
  const row = await blocks.one(tx, { who });
  await blocks.drop(tx, { who });
  return row;
}

export function allBlocks(db: Db): Promise<BlockRow[]> {
  return mine(db).selectFrom("fed_block").selectAll().orderBy("sort").orderBy("who").execute();
}

/** How an account stands, by its address: of it, its server and the names above that the strictest counts. */
export async function shutOut(db: Db, uri: string): Promise<Shut | undefined> {
  const { hostname } = new URL(uri);
  const rows = await mine(db)
    .selectFrom("fed_block")
    .select("is")
    .where("who", "in", [uri, ...namesOf(hostname)])
    .execute();
  if (rows.some((row) => row.is === "blocked")) return "blocked";
  return rows.length > 0 ? "muted" : undefined;
}

/** Of these servers, each with its port where it has one, those that are blocked. */
export async function blockedHosts(db: Db, hosts: readonly string[]): Promise<Set<string>> {
  const rows = await blocks.of(db, { sort: "domain", is: "blocked" }).execute();
  const blocked = new Set(rows.map(({ who }) => who));
  if (blocked.size === 0) return blocked; // there may be thousands of servers to look at
  const isBlocked = (host: string) =>
    namesOf(new URL(`https://${host}`).hostname).some((name) => blocked.has(name));
  return new Set(hosts.filter(isBlocked));
}

/** Of a server: its own name and those above. */
export function namesOf(hostname: string): string[] {
  const labels = hostname.split(".");
  return labels.map((_, i) => labels.slice(i).join("."));
}

/** Whether this instance speaks with the fediverse at all. */
export async function isOn(db: Db): Promise<boolean> {
  const row = await mine(db)
    .selectFrom("fed_setting")
    .select("value")
    .where("name", "=", OFF)
    .executeTakeFirst();
  return row?.value !== "1";
}

async function turn(tx: Db, on: boolean): Promise<void> {
  const value = on ? "0" : "1";
  await mine(tx)
    .insertInto("fed_setting")
    .values({ name: OFF, value })
    .onConflict((c) => c.column("name").doUpdateSet({ value }))
    .execute();
}

const mine = (db: Db) => db.withTables<Tables>();
