/** What the campaign is kept in: a database that answers and is of this program's version, and a backup of it. */
import { openReader, type Reader } from "../db/reader.ts";
import type { Db } from "../db/store.ts";
import { isAway } from "../db/away.ts";
import type { Projection } from "../log/projection.ts";
import { outdated, readState } from "../log/state.ts";
import type { LogTables } from "../log/tables.ts";
import type { PrivatePart } from "../private/part.ts";
import { newestBackup } from "../process/backups/newest.ts";
import { belonging } from "../process/belonging.ts";
import { dataPaths } from "../process/data-folder.ts";
import { named } from "../process/found.ts";
import { timeMs } from "../records/clock.ts";
import { look, well, wrong, type Finding } from "./finding.ts";

interface Stores {
  readonly dir: string;
  /** `postgres://…`; absent for SQLite in the data folder. */
  readonly database: string | undefined;
  /** What this program makes of the log, and keeps beside it. */
  readonly projections: readonly Projection[];
  readonly parts: readonly PrivatePart[];
}

/** What a database that answers says of the campaign. */
export interface Kept {
  /** When a record last came, UTC ms. */
  readonly last: number | undefined;
  /** When a backup was last made by the command or at the desk, UTC ms. */
  readonly backup: number | undefined;
  /** When the campaign began, UTC ms. */
  readonly began: number | undefined;
}

/** @returns what was found, and what the other checks ask of a database that can be read */
export async function databaseCheck(
  stores: Stores,
): Promise<{ readonly finding: Finding; readonly kept?: Kept }> {
  const { dir } = stores;
  const database = stores.database ?? dataPaths(dir).database;
  const name = named(database);
  try {
    if ((await belonging({ dir, database: stores.database, to: "read" })).isEmpty)
      return {
        finding: wrong(
          "database",
          `${name} holds no campaign yet.`,
          "Serve one: cnd serve DIR. Or name the database or the folder that holds it: CND_DATABASE, CND_DATA",
        ),
      };
    const reader = openReader(database);
    try {
      const state = await reader.snapshot((db) => versionsOf(db, stores));
      const kept = state === "newer" || state === "older" ? undefined : await readKept(reader, dir);
      return { finding: versionFinding(name, state), ...(kept && { kept }) };
    } finally {
      await reader.db.destroy();
    }
  } catch (error) {
    return { finding: troubleOf(error, name, stores) };
  }
}

type Version = "right" | "tables" | "older" | "newer";

async function versionsOf(db: Db, { projections, parts }: Stores): Promise<Version> {
  let isOlder = false;
  for (const { name, migrations } of parts) {
    const at = Number((await readState(db, `private:${name}`)) ?? 0);
    if (at > migrations.length) return "newer";
    if (at < migrations.length) isOlder = true;
  }
  if (isOlder) return "older";
  return (await outdated(db, projections)) ? "tables" : "right";
}

function versionFinding(name: string, version: Version): Finding {
  if (version === "newer")
    return wrong(
      "database",
      `${name} was written by a newer program than this one.`,
      "Install the newer version again; an older program does not know what that one keeps.",
    );
  if (version === "older")
    return look(
      "database",
      `${name} was written by an older program.`,
      "Make a backup with the older program, then serve with this one, which brings it up to date: cnd serve",
    );
  if (version === "tables")
    return look(
      "database",
      `The tables in ${name} are of another version, and are filled anew at the next start.`,
      "Serve it, or fill them now: cnd rebuild",
    );
  return well("database", `${name} answers, and is of this program's version.`);
}

function troubleOf(error: unknown, name: string, { database }: Stores): Finding {
  const { message } = error as Error;
  if (database !== undefined && isAway(error))
    return wrong(
      "database",
      `The database ${name} cannot be reached (${causeOf(error)}).`,
      "Start PostgreSQL (systemctl start postgresql), and see that CND_DATABASE has its right address, user and password.",
    );
  if (isDamage(error))
    return wrong(
      "database",
      `${name} is damaged: it is not what was written.`,
      "Stop the program, move the data folder away, and restore the newest backup: cnd restore FILE. Then look at the disk: smartctl -a, dmesg",
    );
  // The check of belonging says in its own sentence what to do.
  const [says = message, ...todo] = message.split(/(?<=\.) /);
  return wrong("database", says, todo.join(" ") || "See docs/operating.md, Restore.");
}

const causeOf = (error: unknown): string => {
  const { cause, message } = error as Error;
  const { code } = (cause ?? error) as { code?: unknown };
  return typeof code === "string" ? code : message;
};
const isDamage = (error: unknown): boolean =>
  [11, 26].includes(Number((error as { errcode?: number }).errcode) & 0xff);

const DAY = 24 * 3_600_000; // ms
const OLD = 14 * DAY;

/** Whether somebody can bring it back tomorrow. */
export function backupCheck({ began, backup }: Kept, now: number): Finding {
  const todo =
    "Let the desk make one each day (/desk/run), or make one now on another disk: cnd backup /safe/campaign.tar.gz. Try once that a restore works.";
  if (backup === undefined && (began === undefined || now - began < DAY))
    return look("backup", "There is no backup yet; the campaign is of today.", todo);
  if (backup === undefined)
    return wrong("backup", "No backup was ever made, by the desk or by the command.", todo);
  const days = Math.floor((now - backup) / DAY);
  const says = `The newest backup is ${days === 0 ? "of today" : days === 1 ? "a day old" : `${days} days old`}.`;
  return now - backup > OLD ? wrong("backup", says, todo) : well("backup", says);
}

/** By a reader of a database that is of this program's version. */
async function readKept({ snapshot }: Reader, dir: string): Promise<Kept> {
  return snapshot(async (db) => {
    return { ...(await timesOf(db)), backup: await newestBackup(db, dir) };
  });
}

/** When the first and the newest record were said. */
async function timesOf(db: Db): Promise<Pick<Kept, "began" | "last">> {
  const all = db.withTables<LogTables>().selectFrom("record").select("at").limit(1);
  const first = await all.orderBy("idx").executeTakeFirst();
  const last = await all.orderBy("idx", "desc").executeTakeFirst();
  return { began: first && timeMs(first.at), last: last && timeMs(last.at) };
}
