/** `cnd serve` where nothing is yet: a backup is brought in by a browser, with a code that the console shows. */
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { openCode } from "../platform/process/setup/code.ts";
import { waitForBackup, type BringBack } from "../platform/process/setup/server.ts";
import { baseOf, heardAt, type Settings } from "./context.ts";
import { NotThisBackup, restoreInto } from "./restore-into.ts";

/**
 * Whether a backup may be waited for there: nobody has put anything into the folder, and its database lies in it. One that is
 * not there at all was named on purpose.
 */
export function isEmptyFolder({ database, data }: Settings, dir: string): boolean {
  if (database !== undefined) return false;
  return existsSync(dir)
    ? readdirSync(dir).length === 0
    : data !== undefined && existsSync(dirname(dir));
}

/** @returns whether a campaign is there now */
export async function setUp(settings: Settings, dir: string): Promise<boolean> {
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  const code = openCode();
  const { port, host } = settings;
  try {
    return await waitForBackup({
      port,
      host,
      base: baseOf(settings),
      dir,
      code,
      bringBack: bringInto(settings, dir),
      signal: stop.signal,
      ready() {
        console.error(
          `Nothing is in ${dir} yet. Bring a backup in at ${heardAt({ host, port })}/setup with this code, which works once: ${code.shown}`,
        );
      },
    });
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, end);
  }
}

const bringInto =
  (settings: Settings, dir: string): BringBack =>
  async (backup) => {
    try {
      const how = { ...backup, isBound: true, progress: () => undefined };
      const { lines } = await restoreInto(settings, dir, how);
      for (const line of lines) console.error(line);
      return undefined;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (error instanceof NotThisBackup) return { why: error.why, detail: error.message };
      if ((error as NodeJS.ErrnoException).code === "ENOSPC") return { why: "large" };
      const { cause } = error;
      return { why: "damaged", detail: cause instanceof Error ? cause.message : error.message };
    }
  };
