/** What every command is given: the settings from the environment, and how to speak to the person. */
import { existsSync, globSync, mkdirSync } from "node:fs";
import { isIPv6 } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { privateParts as parts, registry } from "../models.ts";
import { ownerOf } from "../platform/log/ownership.ts";
import { readOwnership } from "../platform/log/standing.ts";
import { belonging, type Asked } from "../platform/process/belonging.ts";
import {
  openDataFolder,
  dataPaths,
  hasData,
  requireWritable,
  type DataFolder,
} from "../platform/process/data-folder.ts";
import { openInstance, type Instance } from "../platform/process/instance.ts";
import { ownedBy } from "../platform/process/own-key.ts";
import { openReader, type Reader } from "../platform/db/reader.ts";
import { takeLock } from "../platform/process/lock.ts";
import { openControl, type Control, type Running } from "../platform/process/control.ts";
import { isLoopback } from "../platform/web/forwarded.ts";
import type { Proxies } from "../platform/web/proxies.ts";
import { goOnFromRecords, goOnFromSeen } from "./going-on.ts";

/** Settings of the process, read from the environment by main.ts alone. */
export interface Settings {
  readonly port: number;
  /** The address that it listens at: one of the loopback, of a network, or `0.0.0.0` and `::` for all. */
  readonly host: string;
  readonly data: string | undefined;
  readonly url: string | undefined;
  readonly database: string | undefined;
  /** Proxies on other machines whose word counts for whom they ask. */
  readonly proxies?: Proxies;
  /** `smtp://…`, where there is a mail server. */
  readonly mail: string | undefined;
  /** Days for which a row of the trail is kept. */
  readonly trailDays: number;
  /** The files of features of one's own, as CND_FEATURES names them. */
  readonly features?: readonly string[];
  readonly dev: boolean;
  /** Fetch from private networks too: tests, and a site that stands beside this machine. */
  readonly allowPrivate?: boolean;
}

/** What the trail says of a command beside its name: the id of an account or a thing, and a word. Never what was typed. */
export interface Noted {
  readonly about?: string;
  readonly detail?: string;
}

/** A mistake of the person at the keyboard or of their files: one clear line, exit code 1. */
export class CommandError extends Error {
  override name = "CommandError";
}

/**
 * What was typed after a command that has switches.
 * @param texts those that are followed by a text
 * @throws CommandError that names a switch which the command does not know
 */
export function switches<const Name extends string, const Text extends string = never>(
  command: string,
  args: readonly string[],
  names: readonly Name[],
  texts: readonly Text[] = [],
): {
  readonly on: ReadonlySet<Name>;
  readonly of: Readonly<Partial<Record<Text, string>>>;
  readonly rest: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries([
        ...names.map((name) => [name, { type: "boolean" as const }]),
        ...texts.map((name) => [name, { type: "string" as const }]),
      ]),
      allowPositionals: true,
    });
    const typed: Readonly<Record<string, unknown>> = values;
    const given = texts.filter((name) => typed[name] !== undefined);
    return {
      on: new Set(names.filter((name) => typed[name] === true)),
      of: Object.fromEntries(given.map((name) => [name, typed[name]])) as Record<Text, string>,
      rest: positionals,
    };
  } catch (error) {
    const [sentence] = (error as Error).message.split(". ");
    throw new CommandError(`${sentence}. See cnd ${command} --help`, { cause: error });
  }
}

/**
 * The data folder of a command: CND_DATA; else that of the campaign folder it names, which is `.data` inside; else the
 * one that lies here, `data` or that of a campaign folder.
 * @throws CommandError when several lie here
 */
export function dataDir(settings: Settings, campaign?: string): string {
  if (settings.data) return resolve(settings.data);
  if (campaign !== undefined)
    return resolve(campaign) === resolve("campaign")
      ? resolve("data")
      : join(resolve(campaign), ".data");
  const here = ["data", ...globSync("*/.data")].filter(hasData);
  if (here.length > 1)
    throw new CommandError(
      `Expected one campaign in this folder, found ${here.length}. Name one: ${here.map((dir) => `CND_DATA=${dir}`).join(" or ")} before the command.`,
    );
  return resolve(here[0] ?? "data");
}

/** @throws CommandError where that is no campaign folder, before anything is made for it */
export function requireCampaign(dir: string): void {
  if (!existsSync(dir))
    throw new CommandError(
      `Expected a campaign folder at ${dir}, found nothing. Make one: bin/cnd.js init ${dir}`,
    );
  if (!existsSync(join(dir, "campaign.yaml")))
    throw new CommandError(
      `Expected a campaign folder at ${dir}, found no campaign.yaml in it. Make one: bin/cnd.js init DIR`,
    );
}

/** The public address of an instance that this process serves, or would serve. */
export const baseOf = ({ url, ...at }: Settings): string => url ?? heardAt(at);

/** Where a browser on this machine finds what listens there. */
export function heardAt({ host, port }: Pick<Settings, "host" | "port">): string {
  const isHere = ["127.0.0.1", "::1", ...EVERYWHERE].includes(host);
  return `http://${isHere ? "localhost" : isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** Who reaches what listens there, in words. */
export function reachOf(host: string): string {
  if (EVERYWHERE.includes(host)) return "for everyone who can reach this machine";
  if (isLoopback(host)) return "for this machine only";
  return "for everyone who can reach this address";
}

const EVERYWHERE: readonly string[] = ["0.0.0.0", "::"];

/** The log's name if it has none yet: the public address, or the campaign's id. Never a port. */
export function originFor(settings: Settings, campaignId: string): string {
  if (!settings.url) return campaignId;
  const { hostname, pathname } = new URL(settings.url);
  // bounded: the operator’s own setting
  return `${hostname}${pathname.replace(/\/+$/, "")}/log`;
}

/** A module that runs as a thread, from the sources or built. */
export const entryOf = (name: "writer" | "federation" | "checker"): URL =>
  new URL(`../${name}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
const writer = entryOf("writer");

/** Open the instance for writing; holds its lock until disposed. Says so clearly when another process runs it. */
export async function openLocked(
  settings: Settings,
  dir: string,
  origin: string,
  how: Pick<Asked, "to" | "adopt" | "newLog"> & { readonly setBack?: boolean } = {},
): Promise<Instance | undefined> {
  requireWritable(dir);
  if (!how.setBack) goOnFromSeen(dir);
  if (how.to !== "restore") requireWhole(dir);
  const path = dataPaths(dir).lock;
  let lock = existsSync(path) ? takeLock(path) : undefined;
  if (existsSync(path) && !lock) return undefined;
  try {
    const { projections } = registry;
    const { database } = settings;
    const belongs = await belonging({ ...how, dir, database });
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    lock ??= takeLock(path); // not before: in the wrong folder no file is made
    if (!lock) return undefined;
    const held = lock;
    const instance = await openInstance({
      dir,
      database,
      origin,
      projections,
      parts,
      writer,
      belongs,
      ...(settings.features && { features: settings.features }),
    });
    if (!how.setBack) await goOnFromRecords(dir, instance.db);
    return {
      ...instance,
      async [Symbol.asyncDispose]() {
        await instance[Symbol.asyncDispose]();
        held[Symbol.dispose]();
      },
    };
  } catch (error) {
    lock?.[Symbol.dispose]();
    throw error;
  }
}

/** @throws CommandError where a restore was cut off: what was erased since the backup may be there still */
function requireWhole(dir: string): void {
  if (existsSync(dataPaths(dir).restoring))
    throw new CommandError(
      `Expected a whole campaign in ${dir}, found an unfinished restore. Wait for it to end; if it was cut off, move the folder away and restore again.`,
    );
}

/** The running process of this instance, through the socket in its data folder. */
export async function openRunning(dir: string): Promise<Running & Disposable> {
  try {
    return await openControl(dataPaths(dir).socket);
  } catch (error) {
    throw new CommandError(
      `Another process is using ${dir} and does not answer (${(error as Error).message}). Wait for it to end.`,
      { cause: error },
    );
  }
}

/** Do it with the log: that of the running process, or of this one where none runs. */
export async function withLog<T>(
  settings: Settings,
  work: (log: Control, base: () => Promise<string>) => Promise<T>,
): Promise<T> {
  const dir = dataDir(settings);
  await using instance = await openLocked(settings, dir, "");
  if (instance) return await work(instance.log, async () => baseOf(settings));
  using running = await openRunning(dir);
  return await work(running, () => running.base());
}

/** A reader of an instance that holds a campaign. @throws CommandError when there is none */
export async function openExisting(
  settings: Settings,
  dir: string,
  to: "read" | "rekey" = "read",
): Promise<Reader & { readonly folder: DataFolder } & AsyncDisposable> {
  requireWhole(dir);
  goOnFromSeen(dir);
  const database = settings.database ?? dataPaths(dir).database;
  if ((await belonging({ dir, database: settings.database, to })).isEmpty)
    throw new CommandError(
      `Expected a campaign in ${dir}, found none. Serve one first: bin/cnd.js serve DIR. Or name its data folder: CND_DATA=DIR/.data bin/cnd.js …`,
    );
  const reader = openReader(database);
  const owner = ownerOf(await readOwnership(reader.db));
  const folder = ownedBy(openDataFolder(dir), owner);
  return { ...reader, folder, [Symbol.asyncDispose]: () => reader.db.destroy() };
}

/** Whether SQLite says that the file's bytes are not what it wrote. */
export const isDamaged = (error: unknown): boolean =>
  [11, 26].includes(Number((error as { errcode?: number }).errcode) & 0xff);
