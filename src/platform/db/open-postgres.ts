/** PostgreSQL through `pg`, for a campaign that has outgrown one file. Create the database with collation C. */
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresDialect, sql } from "kysely";
import { beAlone, KEEPALIVE, type Held } from "./alone.ts";
import { DatabaseAway, isAway, PATIENCE } from "./away.ts";
import { pg } from "./dialect.ts";
import { listenTo } from "./silent.ts";
import { once, type Db, type Store, type Tx } from "./store.ts";

const LOG_LOCK = 4711; // any number, as long as nothing else in this database takes it
const IDLE = 60_000; // ms; a line that is asked something each half minute is not opened each time
const CONNECTIONS = 4; // one writer and a few readers of one process
const [SHORTEST, LONGEST] = [50, 500]; // ms between two tries

/** @param url `postgres://user@host/database` */
export function openPostgres(url: string): Store {
  const { Pool, types } = pg();
  types.setTypeParser(types.builtins.INT8, Number); // pg hands int8 over as text, and 5 === '5' is false
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    idleTimeoutMillis: IDLE,
    keepAlive: true,
  });
  pool.on("error", () => undefined); // an idle connection that breaks is replaced by the next query
  // One that is in use tells whoever uses it, by the statement that fails; unheard, this would end the program.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    listenTo(client, url);
    client.query(KEEPALIVE).catch(() => undefined);
  });
  let alone: Held | undefined;
  return {
    kind: "postgres",
    bytes: "bytea",
    dialect: new PostgresDialect({ pool }),
    forgot: () => undefined,
    async write<T>(db: Db, work: (tx: Tx) => Promise<T>, how?: { readonly inTurn: boolean }) {
      const until = performance.now() + PATIENCE;
      for (let pause = SHORTEST; ; pause = Math.min(2 * pause, LONGEST)) {
        let id = "";
        const committing: T[] = []; // what the work came to, once it is being committed
        try {
          await alone?.within(until - performance.now());
          return await once(
            db,
            async (tx) => {
              id = await begun(tx, how?.inTurn === true);
              return work(tx);
            },
            (done) => void committing.push(done),
          );
        } catch (error) {
          if (!isAway(error)) throw error;
          for (const done of committing) if (await isThere(db, id, until)) return done;
          if (performance.now() + pause > until) throw new DatabaseAway(error);
        }
        await sleep(pause);
      }
    },
    async beAlone() {
      alone = await beAlone(url, PATIENCE);
      return alone;
    },
  };
}

/** In turn where that is asked; the number of this transaction, by which its fate can be asked for. */
async function begun(tx: Db, inTurn: boolean): Promise<string> {
  const number = sql<{ id: string }>`pg_current_xact_id()::text as id`;
  const { rows } = await (
    inTurn
      ? sql<{ id: string }>`select ${number} from pg_advisory_xact_lock(${LOG_LOCK})`
      : sql<{ id: string }>`select ${number}`
  ).execute(tx);
  return rows[0]!.id;
}

/**
 * The line was cut while it committed: is it there?
 * @throws DatabaseAway where that could not be asked in time
 */
export async function isThere(db: Db, id: string, until: number): Promise<boolean> {
  for (;;) {
    let why: unknown = new Error(`transaction ${id} is under way still`);
    try {
      const asked = sql<{ is: string | null }>`select pg_xact_status(${id}::xid8) as is`;
      const is = (await asked.execute(db)).rows[0]!.is;
      if (is === "committed" || is === "aborted") return is === "committed";
    } catch (error) {
      if ((error as { code?: unknown }).code === IN_THE_FUTURE) return false;
      if (!isAway(error)) throw error;
      why = error;
    }
    if (performance.now() + LONGEST > until) throw new DatabaseAway(why);
    await sleep(SHORTEST);
  }
}

// Of a number that was lost in a crash, with all that it stood for, and has not been given out anew.
const IN_THE_FUTURE = "22023";
