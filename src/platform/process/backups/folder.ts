/** Backups that lie in the data folder: what they are called, how long they stay, and how one is made without taking more room than was set. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Db } from "../../db/store.ts";
import type { PrivatePart } from "../../private/part.ts";
import { UNFINISHED, writeBackup } from "../backup.ts";
import { dataPaths } from "../data-folder.ts";
import { readRecipients } from "../encrypt.ts";
import { clearUnfinished } from "../unfinished.ts";
import type { Manifest } from "../unpack-backup.ts";
import { nextToGo, outlived, type Backup, type Keeping } from "./keeping.ts";

const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const Rule = v.object({
  /** Whether one is made each day by itself. */
  isOn: v.boolean(),
  days: upTo(60),
  weeks: upTo(60),
  months: upTo(120),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1_000_000), v.maxValue(4e12)),
});
export type KeepingRule = v.InferOutput<typeof Rule> & Keeping;

/** Until somebody sets another: a week, a month and half a year, in a gigabyte, and none by itself. */
export const FIRST_RULE: KeepingRule = { isOn: false, days: 7, weeks: 4, months: 6, bytes: 1e9 };
/** Of what a rule may ask. */
export const isRule = (rule: unknown): rule is KeepingRule => v.is(Rule, rule);

const FILE = /^(\d{4}-\d{2}-\d{2}T)(\d{2})(\d{2})(\d{2})Z\.tar\.gz(?:\.age)?$/;
/** Whether a file may be called so, and be asked for by this name. */
export const isBackupFile = (name: string): boolean => FILE.test(name);
export const isEncrypted = (name: string): boolean => name.endsWith(".age");
const MAX_NAME = 100; // characters that somebody calls one by
const FREE = 100e6; // bytes that stay free on the disk, so that the instance goes on

/** No backup was written: where others have to go first, or there is no room. For the person who asked. */
export class NoRoom extends Error {
  override name = "NoRoom";
  readonly needs: number;
  constructor(needs: number, message: string) {
    super(message);
    this.needs = needs;
  }
}

/** Those that are whole, the newest first. */
export function listBackups(dir: string): readonly Backup[] {
  const { backups } = dataPaths(dir);
  if (!existsSync(backups)) return [];
  const names = new Set(readdirSync(backups));
  return [...names]
    .filter(isBackupFile)
    .map((file) => {
      const note = `${file}.name`;
      const name = names.has(note) ? readFileSync(join(backups, note), "utf8") : undefined;
      const { size } = statSync(join(backups, file));
      return { file, made: madeAt(file), bytes: size, ...(name !== undefined && { name }) };
    })
    .toSorted((a, b) => b.made - a.made);
}

function madeAt(file: string): number {
  const [, day, hour, minute, second] = FILE.exec(file)!;
  return Date.parse(`${day}${hour}:${minute}:${second}Z`);
}

export const backupPath = (dir: string, file: string): string => join(dataPaths(dir).backups, file);

/** Call it something, so that it stays; an empty name lets it grow old like the others. */
export function nameBackup(dir: string, file: string, name: string): void {
  const note = `${backupPath(dir, file)}.name`;
  if (name === "") return rmSync(note, { force: true });
  writeFileSync(note, name.slice(0, MAX_NAME), { mode: 0o600, flush: true });
}

export function deleteBackup(dir: string, file: string): void {
  rmSync(backupPath(dir, file), { force: true });
  rmSync(`${backupPath(dir, file)}.name`, { force: true });
}

export function readRule(dir: string): KeepingRule {
  const { keeping } = dataPaths(dir);
  if (!existsSync(keeping)) return FIRST_RULE;
  try {
    return v.parse(Rule, JSON.parse(readFileSync(keeping, "utf8")));
  } catch {
    return FIRST_RULE; // damaged: nothing is deleted by it, as none is made
  }
}

export function writeRule(dir: string, rule: KeepingRule): void {
  const { keeping } = dataPaths(dir);
  writeFileSync(`${keeping}.new`, `${JSON.stringify(rule)}\n`, { mode: 0o600, flush: true });
  renameSync(`${keeping}.new`, keeping);
}

/** What a backup that was killed left behind goes. Called while none is made. */
export function tidyBackups(dir: string): void {
  const { backups } = dataPaths(dir);
  clearUnfinished(dataPaths(dir).dir, UNFINISHED, true);
  if (!existsSync(backups)) return;
  for (const name of readdirSync(backups))
    if (!isBackupFile(name) && !isBackupFile(name.replace(/\.name$/, "")))
      rmSync(join(backups, name), { recursive: true, force: true });
}

/** Let go of what is too old, or too much. */
export function trimBackups(dir: string, rule: KeepingRule): void {
  for (const one of outlived(listBackups(dir), rule)) deleteBackup(dir, one.file);
  openRoom(dir, rule.bytes, true);
}

interface Making {
  readonly parts: readonly PrivatePart[];
  readonly dir: string;
  readonly rule: KeepingRule;
  /** UTC milliseconds. */
  readonly now: number;
  readonly progress: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Make one more of what `db` (one reading snapshot) holds, encrypted where a public key was set. The oldest make room for it
 * as it grows; the newest one that is whole stays until this one is.
 * @throws NoRoom; then the newest is there still, and nothing half of this one
 */
export async function keepBackup(
  db: Db,
  { parts, dir, rule, now, progress, signal }: Making,
): Promise<Manifest> {
  const { backups, recipients } = dataPaths(dir);
  tidyBackups(dir);
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const to = readRecipients(recipients);
  const moment = new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "");
  const file = `${moment}.tar.gz${to.length > 0 ? ".age" : ""}`;
  const manifest = await writeBackup(db, {
    parts,
    dir,
    file: join(backups, file),
    recipients: to,
    staging: dataPaths(dir).dir,
    room: openRoom(dir, rule.bytes),
    now,
    progress,
    ...(signal && { signal }),
  });
  trimBackups(dir, rule);
  return manifest;
}

const LOOK = 8e6; // bytes after which the disk is looked at again

/**
 * Room for what is being written, also for a moment: the oldest go first.
 * @param isOver nothing more is written: what is there is brought within its size, as far as names allow
 */
function openRoom(dir: string, most: number, isOver = false): (bytes: number) => void {
  let standing = [...listBackups(dir)];
  let taken = standing.reduce((sum, { bytes }) => sum + bytes, 0);
  let written = 0;
  let looked = -Infinity;
  const make = (bytes: number): void => {
    taken += bytes;
    written += bytes;
    while (taken > most) {
      const gone = nextToGo(standing);
      if (!gone && isOver) return;
      if (!gone)
        throw new NoRoom(
          taken,
          `A backup of ${written} bytes and more does not fit beside the ${standing.length} that stay within ${most} bytes.`,
        );
      deleteBackup(dir, gone.file);
      standing = standing.filter((one) => one !== gone);
      taken -= gone.bytes;
    }
    if (written - looked < LOOK || isOver) return;
    looked = written;
    const { bavail, bsize } = statfsSync(dir);
    if (bavail * bsize < FREE)
      throw new NoRoom(written, `The disk has less than ${FREE} bytes left: no backup was made.`);
  };
  make(0);
  return make;
}
