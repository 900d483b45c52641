/**
 * What the fediverse needs kept: what its library remembers, the keys of our actors, who follows whom (`fediverse-people.ts`),
 * what was said to which inboxes and what waits to be sent (`deliveries.ts`). Its rules are those of
 * platform/federation.
 */
import type { Db } from "../db/store.ts";
import { deliveryOperations } from "./deliveries.ts";
import type { DeliveryTables } from "./delivery-tables.ts";
import { peopleOperations, type PeopleTables } from "./fediverse-people.ts";
import { asking, type PrivatePart } from "./part.ts";
import { stoppingOperations } from "./stopped-messages.ts";

export interface KvRow {
  /** JSON of the library's key. */
  readonly key: string;
  /** JSON. */
  readonly value: string;
  /** When it is forgotten, UTC milliseconds; null: never by itself. */
  readonly ends: number | null;
}
/** Both halves as JWK, in JSON. */
export interface ActorKey {
  readonly actor: string;
  readonly algorithm: "rsa" | "ed25519";
  readonly private_key: string;
  readonly public_key: string;
}
type FederationTables = PeopleTables &
  DeliveryTables & { fed_kv: KvRow; fed_key: ActorKey & { made: number } };

export const federationPart = {
  name: "federation",
  tables: {
    fed_kv: {
      returns: "What a library remembers, for a while.",
      keeps: { what: "work", until: "campaign", ends: [{ days: 0, after: "over", ms: "ends" }] },
    },
    fed_key: {
      returns: "No operation deletes a key.",
      keeps: { what: "settings", until: "campaign" },
    },
    fed_follower: {
      key: ["actor", "uri"],
      keeps: { what: "fediverse", until: "unfollowed" },
    },
    fed_following: {
      key: ["actor", "uri"],
      keeps: { what: "fediverse", until: "unfollowed" },
    },
    fed_said: {
      returns: "After a restore each post is said as the log has it (`restored`).",
      keeps: { what: "fediverse", until: "public" },
    },
    fed_had: {
      returns: "Who was sent a post is told when it is taken back.",
      keeps: { what: "fediverse", until: "public" },
    },
    fed_mark: {
      returns: "Which records were said already.",
      keeps: { what: "work", ends: [{ days: 90, after: "came", ms: "at" }] },
    },
    fed_host: {
      returns: "How a server answered last: it is tried again.",
      keeps: { what: "fediverse", until: "unfollowed" },
    },
    fed_document: {
      returns: "Goes with its messages.",
      keeps: { what: "fediverse", until: "sent" },
    },
    fed_message: {
      returns: "After a restore nothing is sent by itself (`restored`).",
      keeps: { what: "fediverse", until: "sent" },
    },
  },
  migrations: [
    async (db) => {
      await table(db, "fed_kv", { value: "text" }, { ends: "bigint" }, ["key"]);
      const keys = { private_key: "text", public_key: "text", made: "bigint" } as const;
      await table(db, "fed_key", keys, {}, ["actor", "algorithm"]);
      const whom = { inbox: "text", since: "bigint" } as const;
      const follower = { ...whom, host: "text", handle: "text" } as const;
      await table(db, "fed_follower", follower, { shared: "text" }, ["actor", "uri"]);
      const following = { ...whom, activity: "text", state: "text" } as const;
      await table(db, "fed_following", following, {}, ["actor", "uri"]);
      const said = { actor: "text", also: "text", hash: "text", state: "text" } as const;
      await table(db, "fed_said", { ...said, version: "integer", at: "bigint" }, {}, ["post"]);
      const had = { host: "text", shared: "integer" } as const;
      await table(db, "fed_had", had, {}, ["post", "inbox"]);
      await table(db, "fed_mark", { at: "bigint" }, {}, ["record"]);
      const host = { state: "text", failures: "integer" } as const;
      const more = { since: "bigint", next: "bigint", problem: "text", speaks: "text" } as const;
      await table(db, "fed_host", host, more, ["host"]);
      await table(db, "fed_document", { json: "text", signer: "text" }, {}, ["id"]);
      const message = {
        activity: "text",
        inbox: "text",
        host: "text",
        shared: "integer",
        due: "bigint",
        n: "bigint",
        tries: "integer",
        made: "bigint",
      } as const;
      const rest = { ord: "text", document: "text", more: "text", problem: "text" } as const;
      await table(db, "fed_message", message, rest, ["id"]);
      const index = (on: string, columns: readonly string[]) =>
        db.schema
          .createIndex(`${on}_${columns[0]}`)
          .on(on)
          .columns([...columns])
          .execute();
      await index("fed_kv", ["ends"]);
      await index("fed_follower", ["host"]);
      await index("fed_follower", ["uri"]);
      await index("fed_had", ["host"]);
      await index("fed_message", ["host", "due", "n"]);
      await index("fed_message", ["ord", "n"]);
      await index("fed_message", ["document"]);
    },
  ],
  operations: {
    keep,
    set,
    compareAndSet,
    unset,
    ...peopleOperations,
    ...deliveryOperations,
    ...stoppingOperations,
  },
} satisfies PrivatePart;

export const askFederation = asking(federationPart);

type Kind = "text" | "integer" | "bigint";
function table(
  db: Db,
  name: string,
  needed: Readonly<Record<string, Kind>>,
  free: Readonly<Record<string, Kind>>,
  key: readonly string[],
): Promise<void> {
  let made = db.schema.createTable(name);
  for (const column of key) made = made.addColumn(column, "text", (c) => c.notNull());
  for (const [column, kind] of Object.entries(needed))
    made = made.addColumn(column, kind, (c) => c.notNull());
  for (const [column, kind] of Object.entries(free)) made = made.addColumn(column, kind);
  return made.addPrimaryKeyConstraint(`${name}_pk`, [...key] as never[]).execute();
}

/** Keys of an actor, made on first use. Of two who make them at once the first ones stand. @returns those that stand */
async function keep(
  tx: Db,
  { keys, made }: { readonly keys: readonly ActorKey[]; readonly made: number },
): Promise<ActorKey[]> {
  await mine(tx)
    .insertInto("fed_key")
    .values(keys.map((key) => ({ ...key, made })))
    .onConflict((c) => c.columns(["actor", "algorithm"]).doNothing())
    .execute();
  return actorKeys(tx, keys[0]!.actor);
}

/** None before their first use. */
export function actorKeys(db: Db, actor: string): Promise<ActorKey[]> {
  return mine(db)
    .selectFrom("fed_key")
    .select(["actor", "algorithm", "private_key", "public_key"])
    .where("actor", "=", actor)
    .orderBy("algorithm", "desc") // rsa first: what every server knows
    .execute();
}

async function set(tx: Db, rows: readonly KvRow[]): Promise<void> {
  await mine(tx)
    .insertInto("fed_kv")
    .values([...rows])
    .onConflict((c) =>
      c.column("key").doUpdateSet((eb) => ({
        value: eb.ref("excluded.value"),
        ends: eb.ref("excluded.ends"),
      })),
    )
    .execute();
}

/** @param expected undefined: that there is none. @returns whether it was as expected, and now is otherwise */
async function compareAndSet(
  tx: Db,
  { row, expected, now }: { row: KvRow; expected: string | undefined; now: number },
): Promise<boolean> {
  const found = await remembered(tx, row.key, now);
  if (found !== expected) return false;
  await set(tx, [row]);
  return true;
}

async function unset(tx: Db, key: string): Promise<void> {
  await mine(tx).deleteFrom("fed_kv").where("key", "=", key).execute();
}

/** The JSON that stands under a key. */
export async function remembered(db: Db, key: string, now: number): Promise<string | undefined> {
  const row = await mine(db)
    .selectFrom("fed_kv")
    .select(["value", "ends"])
    .where("key", "=", key)
    .executeTakeFirst();
  return row && (row.ends === null || row.ends > now) ? row.value : undefined;
}

/** Everything whose key begins so, in the order of the keys. */
export async function rememberedBelow(db: Db, prefix: string, now: number): Promise<KvRow[]> {
  return mine(db)
    .selectFrom("fed_kv")
    .selectAll()
    .where("key", ">=", prefix)
    .where("key", "<", `${prefix}\u{10ffff}`)
    .where((eb) => eb.or([eb("ends", "is", null), eb("ends", ">", now)]))
    .orderBy("key")
    .execute();
}

const mine = (db: Db) => db.withTables<FederationTables>();
