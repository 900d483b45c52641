/**
 * A program that was told to stop while its PostgreSQL is away or says nothing. What waits for the database could wait for minutes;
 * what was acknowledged is there already, so that whoever stops need not wait with it. SQLite is never away. Rule DB9.
 */
import type { Client } from "pg";
import { isAway } from "./away.ts";
import { pg } from "./dialect.ts";

const LOOKS = 250; // ms between two looks at it
const MOST = 14; // looks without an answer in between: 3.5 seconds, and longer where this process itself gets no turn
const ANSWERS = 2000; // ms of one question
const TOO_MANY = "53300"; // it answers that it has no line left

/**
 * From the signal on the database is asked, until this is disposed, whether it is there.
 * @param url `postgres://user@host/database`; nothing is done for SQLite
 * @param leave called once, when it did not answer for 3.5 seconds
 */
export function whenUnanswered(
  url: string | undefined,
  signal: AbortSignal,
  leave: () => void,
): Disposable {
  let looking: NodeJS.Timeout | undefined;
  const begin = () => {
    let [silent, isAsking] = [0, false];
    const look = async () => {
      if (++silent > MOST) {
        clearInterval(looking);
        return leave();
      }
      if (isAsking) return;
      isAsking = true;
      if (await answers(url!)) silent = 0;
      isAsking = false;
    };
    looking = setInterval(() => void look(), LOOKS);
    void look();
  };
  if (url !== undefined) signal.addEventListener("abort", begin, { once: true });
  return {
    [Symbol.dispose]() {
      signal.removeEventListener("abort", begin);
      clearInterval(looking);
    },
  };
}

/** Whether it says anything on a new line; a refusal of its own is an answer too. Never rejects. */
async function answers(url: string): Promise<boolean> {
  const client = new (pg().Client)({
    connectionString: url,
    connectionTimeoutMillis: ANSWERS,
    query_timeout: ANSWERS,
  });
  client.on("error", () => undefined);
  (client as Client & { unref(): void }).unref(); // one on which nothing comes keeps no process
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (error) {
    const { code, severity } = error as { code?: unknown; severity?: unknown };
    return severity !== undefined && (code === TOO_MANY || !isAway(error));
  } finally {
    client.end().catch(() => undefined);
  }
}
