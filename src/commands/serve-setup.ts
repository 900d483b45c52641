/** `cnd serve` where nothing is yet: a backup is brought in by a browser, with a code that the console shows. */
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { belonging } from "../platform/process/belonging.ts";
import { openCode } from "../platform/process/setup/code.ts";
import { waitForBackup, type BringBack } from "../platform/process/setup/server.ts";
import { besideData } from "../platform/process/data-folder.ts";
import { baseOf, CommandError, heardAt, type Settings } from "./context.ts";
import { NotThisBackup, restoreInto } from "./restore-into.ts";

/**
 * Whether a backup is waited for there: its database would lie in the folder, nobody has put anything into it, and nothing beside
 * it remembers a campaign. A disk that is not mounted looks empty, too, and its readers are not to be led to such a page.
 * @param isAsked the operator said that there is nothing, by `--setup`; then the folder may be absent as well
 * @throws CommandError where a campaign was there before, or where what was asked for cannot be done
 */
export function waitsForBackup(
  { database, data }: Settings,
  dir: string,
  isAsked: boolean,
): boolean {
  const isThere = existsSync(dir);
  const isEmpty = isThere ? readdirSync(dir).length === 0 : isAsked && existsSync(dirname(dir));
  if (isAsked && (database !== undefined || !isEmpty))
    throw new CommandError(
      database === undefined
        ? `Expected an empty ${dir} to wait for a backup; found files in it, or no folder around it. Serve what is there: cnd serve`
        : "Expected SQLite, to wait for a backup; found CND_DATABASE. Restore the backup with: cnd restore FILE",
    );
  if (isAsked) return true;
  const beside = Object.values(besideData(dir)).find((path) => existsSync(path));
  if (database !== undefined || beside === undefined) return isThere && isEmpty;
  if (isEmpty || (!isThere && data !== undefined))
    throw new CommandError(
      `Expected the campaign in ${dir} that ${beside} remembers, found nothing. Is its disk mounted? If not, mount it. If the campaign is lost, restore a backup with a browser: cnd serve --setup`,
    );
  return false;
}

/**
 * @returns whether a campaign is there now
 * @throws NotOurs where the database that is named holds a log already: its folder is elsewhere, or its disk is not mounted
 */
export async function setUp(settings: Settings, dir: string): Promise<boolean> {
  const { database } = settings;
  if (database !== undefined) await belonging({ dir, database });
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  const code = openCode();
  const { port, host, proxies } = settings;
  try {
    return await waitForBackup({
      port,
      host,
      ...(proxies && { proxies }),
      base: baseOf(settings),
      dir,
      code,
      bringBack: bringInto(settings, dir),
      signal: stop.signal,
      ready() {
        console.error(
          `There is nothing in ${dir} yet. Restore a backup at ${heardAt({ host, port })}/setup with this code, which works once: ${code.shown}`,
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
