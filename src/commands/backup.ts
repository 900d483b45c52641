/** `cnd backup FILE`: one file that a restore needs nothing beside, but its key where it is encrypted. */
import { privateIsOpen } from "../platform/private/private.ts";
import { writeBackup } from "../platform/process/backup.ts";
import { readRecipients, requireRecipient } from "../platform/process/encrypt.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, openExisting, switches, type Settings } from "./context.ts";

export const help = `cnd backup FILE [--to KEY]
Write records, bodies, media, what waits, the private tables, and the keys into FILE (tar.gz, mode 0600). It holds the keys: keep it
as you would keep them. A running instance goes on serving meanwhile.
  --to KEY   encrypt it to this public key (age1…, made by cnd key backup FILE or by age-keygen); without it to those in
             backup-recipients.txt of the data folder, one a line, where there is such a file`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { of, rest } = switches("backup", args, [], ["to"]);
  const [file, ...others] = rest;
  if (!file || others.length > 0)
    throw new CommandError("Expected the one file to write: cnd backup FILE");
  const dir = dataDir(settings);
  await using instance = await openExisting(settings, dir);
  const recipients =
    of.to === undefined ? readRecipients(instance.folder.recipients) : [requireRecipient(of.to)];
  const bar = progressBar("Backing up");
  const manifest = await instance.snapshot(async (db) => {
    if (!(await privateIsOpen(db)))
      throw new CommandError(
        `The data in ${dir} is of another version of this program. Make the backup with that one, or serve it once with this one, which brings it up to date.`,
      );
    return writeBackup(db, { dir, file, recipients, now: Date.now(), progress: bar.report });
  });
  bar.end();
  console.log(
    `Wrote ${manifest.size} records of ${manifest.origin} to ${file}` +
      `${recipients.length > 0 ? `, encrypted to ${recipients.join(", ")}` : ""}.`,
  );
}
