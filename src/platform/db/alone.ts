/**
 * One program writes into a database: it holds a lock there by a connection of its own. When PostgreSQL restarts, the lock is
 * gone with the connection; it is taken again, and whoever finds that another took it meanwhile is told so.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { DatabaseAway, isAway } from "./away.ts";
import { pg } from "./dialect.ts";
import type { Alone } from "./store.ts";

const ALONE = 4712; // any other number than the log's
const AGAIN = 200; // ms between two tries
// A machine that lost its power says no good-bye: its locks are given up after a minute (s, s, times).
export const KEEPALIVE =
  "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

/** Two programs on one database would each grow the log as if the other were not there. */
class AnotherWriter extends Error {
  override name = "AnotherWriter";
  constructor() {
    super(
      "Another program writes into this database. Each instance needs a database of its own: stop the other one, or name another by CND_DATABASE.",
    );
  }
}

export interface Held extends Alone {
  /** Resolves when the lock is held. @throws DatabaseAway where it is not within so many ms */
  within(ms: number): Promise<void>;
}

/** @throws AnotherWriter or DatabaseAway where it is not alone within `patience` ms */
export async function beAlone(url: string, patience: number): Promise<Held> {
  const name = `cnd writer ${randomBytes(8).toString("hex")}`;
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => undefined); // whoever writes hears of it
  const closing = new AbortController();
  let client: Client | undefined;
  let taking: Promise<void> | undefined;

  /**
   * Until it is held. @param forAnother ms that another may still hold it, as one that was just killed does
   * @param forIt ms that the database may be away
   */
  async function take(forAnother: number, forIt: number): Promise<void> {
    const began = performance.now();
    for (; !closing.signal.aborted; await sleep(AGAIN)) {
      const waited = performance.now() - began;
      try {
        const found = await taken(url, name, gone);
        if (typeof found === "object") return void (client = found);
        if (found === "another's" && waited >= forAnother) throw new AnotherWriter();
      } catch (error) {
        if (!isAway(error)) throw error;
        if (waited >= forIt) throw new DatabaseAway(error);
      }
    }
  }
  function gone(): void {
    client = undefined;
    if (closing.signal.aborted) return;
    taking = take(0, Infinity);
    taking.catch(reject);
  }

  await take(patience, patience);
  return {
    lost,
    async within(ms) {
      if (client) return;
      const late = sleep(Math.max(0, ms), "late", { ref: false });
      const is = await Promise.race([taking, lost, late]);
      if (is === "late")
        throw new DatabaseAway(new Error("it is away for longer than a write waits"));
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await client?.end().catch(() => undefined);
    },
  };
}

/** A connection that holds the lock, or who holds it. @param gone called when it breaks later */
async function taken(
  url: string,
  name: string,
  gone: () => void,
): Promise<Client | "another's" | "our own"> {
  const client = new (pg().Client)({
    connectionString: url,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  });
  let isHeld = false;
  const ended = () => {
    if (isHeld) gone();
    isHeld = false;
  };
  client.on("error", ended);
  client.on("end", ended);
  try {
    await client.connect();
    await client.query(KEEPALIVE);
    const { rows } = await client.query<{ is: boolean }>(
      `select pg_try_advisory_lock(${ALONE}) as is`,
    );
    isHeld = rows[0]!.is;
    if (isHeld) return client;
    // A line that was cut may have left our own last connection there, which holds it still.
    const { rowCount } = await client.query(
      `select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and l.objid = ${ALONE} and a.application_name = $1
       and a.datname = current_database()`,
      [name],
    );
    return (rowCount ?? 0) > 0 ? "our own" : "another's";
  } finally {
    if (!isHeld) await client.end().catch(() => undefined);
  }
}
