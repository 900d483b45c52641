/** `cnd backup FILE`: one file that a restore needs nothing beside, but its key where it is encrypted. */
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { privateParts as parts } from "../models.ts";
import { privateIsOpen } from "../platform/private/private.ts";
import { writeBackup } from "../platform/process/backup.ts";
import { readRecipients, requireRecipient } from "../platform/process/encrypt.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, openExisting, switches, type Settings } from "./context.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd backup FILE [--to KEY] [--force]
Write records, bodies, media, waiting items, the private tables and the keys into FILE (tar.gz, mode 0600). Guard it as you
would guard the keys. A running instance keeps serving.
  --to KEY   encrypt it to this public key (age1…, made by cnd key backup FILE or by age-keygen); by default, to those in
             backup-recipients.txt in the data folder, one per line, if that file exists
  --force    overwrite FILE if it exists`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, of, rest } = switches("backup", args, ["force"], ["to"]);
  const [file, ...others] = rest;
  if (!file || others.length > 0)
    throw new CommandError("Expected one file to write: cnd backup FILE");
  requireRoom(file, on.has("force"));
  const dir = dataDir(settings);
  await using instance = await openExisting(settings, dir);
  const recipients =
    of.to === undefined ? readRecipients(instance.folder.recipients) : [requireRecipient(of.to)];
  const bar = progressBar("Backing up");
  const manifest = await instance.snapshot(async (db) => {
    if (!(await privateIsOpen(db, parts)))
      throw new CommandError(
        `The data in ${dir} was written by another version of this program. Make the backup with that version, or update the data by serving it once with this version.`,
      );
    return writeBackup(db, { parts, dir, file, recipients, now: timeNow(), progress: bar.report });
  });
  bar.end();
  console.log(
    `Wrote ${manifest.size} records of ${manifest.origin} to ${file}` +
      `${recipients.length > 0 ? `, encrypted to ${recipients.join(", ")}` : ""}.`,
  );
}

/** @throws CommandError where there is no folder for it, or something lies there that is not to be lost */
function requireRoom(file: string, force: boolean): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder))
    throw new CommandError(
      `Expected a folder ${folder} for the backup, found none. Create it first.`,
    );
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory())
    throw new CommandError(
      `Expected a file to write, got the folder ${file}. Name a file in it: cnd backup ${join(file, "campaign.tar.gz")}`,
    );
  if (!force)
    throw new CommandError(
      `${file} already exists. Choose another name, or overwrite it: cnd backup ${file} --force`,
    );
}
