/**
 * A line to PostgreSQL on which nothing comes any more: the machine hangs, or something between forgets the line and says
 * nothing. A statement may well take long; so the server is asked on another line whether it works on it still.
 */
import type { Client, PoolClient } from "pg";
import { pg } from "./dialect.ts";

const SILENCE = 3000; // ms of a statement, after which it is asked; again after as long
const ANSWERS = 2000; // ms; no server that can be worked with takes longer to say what it does
const TOO_MANY = "53300"; // it answers that it has no line left: it is there

// What it holds there, such as the lock of the log, is given up with it.
const LOOK = `select state = 'active' as is, state <> 'active' and pg_terminate_backend(pid) as over
  from pg_stat_activity where pid = $1`;

/** From now on a statement of this connection fails as if the line were cut, where the server does not work on it. */
export function listenTo(client: PoolClient, url: string): void {
  const ask = client.query.bind(client) as (...query: unknown[]) => Promise<unknown>;
  const heard = async (...query: unknown[]) => {
    const looking = setInterval(() => {
      isWorking(url, client).then(
        (is) => (is ? undefined : ended(client)),
        () => undefined,
      );
    }, SILENCE);
    try {
      return await ask(...query);
    } finally {
      clearInterval(looking);
    }
  };
  client.query = heard as typeof client.query;
}

/** Ends it at once, as a statement is under way: whoever waits for that is told "Connection terminated". */
const ended = (client: PoolClient): Promise<void> =>
  (client as unknown as Client).end().catch(() => undefined);

async function isWorking(url: string, asked: PoolClient): Promise<boolean> {
  const client = new (pg().Client)({
    connectionString: url,
    connectionTimeoutMillis: ANSWERS,
    query_timeout: ANSWERS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const of = [(asked as PoolClient & { readonly processID: number }).processID];
    const { rows } = await client.query<{ is: boolean }>(LOOK, of);
    return rows[0]?.is === true;
  } catch (error) {
    return (error as { code?: unknown }).code === TOO_MANY;
  } finally {
    client.end().catch(() => undefined);
  }
}
