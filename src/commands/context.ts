/** What every command is given: the settings from the environment, and how to speak to the person. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Kysely } from "kysely";
import { registry } from "../app.ts";
import { isPostgres, openStore } from "../platform/db/open-store.ts";
import { readState } from "../platform/log/state.ts";
import {
  openDataFolder,
  dataPaths,
  requireWritable,
  type DataFolder,
} from "../platform/process/data-folder.ts";
import {
  openInstance,
  openReader,
  type Instance,
  type Reader,
} from "../platform/process/instance.ts";
import { takeLock } from "../platform/process/lock.ts";
import { openControl, type Control } from "../platform/process/control.ts";

/** Settings of the process, read from the environment by main.ts alone. */
export interface Settings {
  readonly port: number;
  readonly data: string | undefined;
  readonly url: string | undefined;
  readonly database: string | undefined;
  /** `smtp://…`, where there is a mail server. */
  readonly mail: string | undefined;
  readonly dev: boolean;
}

/** A mistake of the person at the keyboard or of their files: one clear line, exit code 1. */
export class CommandError extends Error {
  override name = "CommandError";
}

/** The data folder of a command: CND_DATA; else `.data` inside the campaign folder it names; else `data`. */
export function dataDir(settings: Settings, campaign?: string): string {
  if (settings.data) return resolve(settings.data);
  if (campaign === undefined || resolve(campaign) === resolve("campaign")) return resolve("data");
  return join(resolve(campaign), ".data");
}

/** The log's name if it has none yet: the public address, or the campaign's id. Never a port. */
export function originFor(settings: Settings, campaignId: string): string {
  if (!settings.url) return campaignId;
  const { hostname, pathname } = new URL(settings.url);
  return `${hostname}${pathname.replace(/\/+$/, "")}/log`;
}

const writer = new URL(
  `../writer${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
  import.meta.url,
);

/** Open the instance for writing; holds its lock until disposed. Says so clearly when another process runs it. */
export async function openLocked(
  settings: Settings,
  dir: string,
  origin: string,
): Promise<Instance | undefined> {
  requireWritable(dir);
  openDataFolder(dir);
  const lock = takeLock(dataPaths(dir).lock);
  if (!lock) return undefined;
  try {
    const { projections } = registry;
    const { database } = settings;
    const instance = await openInstance({ dir, database, origin, projections, writer });
    return {
      ...instance,
      async [Symbol.asyncDispose]() {
        await instance[Symbol.asyncDispose]();
        lock[Symbol.dispose]();
      },
    };
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

/** The running process of this instance, through the socket in its data folder. */
export async function openRunning(dir: string): Promise<Control & Disposable> {
  try {
    return await openControl(dataPaths(dir).socket);
  } catch (error) {
    throw new CommandError(
      `Another process holds ${dir} and does not answer (${(error as Error).message}). Wait for it to end.`,
      { cause: error },
    );
  }
}

/** A reader of an instance that holds a campaign. @throws CommandError when there is none */
export async function openExisting(
  settings: Settings,
  dir: string,
): Promise<Reader & { readonly folder: DataFolder } & AsyncDisposable> {
  const database = settings.database ?? dataPaths(dir).database;
  if ((await knownOrigin(settings, dir)) === undefined)
    throw new CommandError(
      `Expected a campaign in ${dir}, found none. Import one: cnd import DIR, or set CND_DATA.`,
    );
  const reader = openReader(database);
  const folder = openDataFolder(dir);
  return { ...reader, folder, [Symbol.asyncDispose]: () => reader.db.destroy() };
}

/** The name of the log that this database holds already, if any. */
export async function knownOrigin(settings: Settings, dir: string): Promise<string | undefined> {
  const database = settings.database ?? dataPaths(dir).database;
  if (!isPostgres(database) && !existsSync(database)) return undefined;
  const db = new Kysely<object>({ dialect: openStore(database, { readOnly: true }).dialect });
  try {
    return await readState(db, "origin");
  } catch {
    return undefined; // a database without the log's tables
  } finally {
    await db.destroy();
  }
}
