/** `cnd backup FILE`: one file that a restore needs nothing beside. */
import { writeBackup } from "../platform/process/backup.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, openExisting, type Settings } from "./context.ts";

export const help = `cnd backup FILE
Write records, bodies, media, what waits, the private tables, and the keys into FILE (tar.gz, mode 0600). It holds the keys: keep it
as you would keep them. A running instance goes on serving meanwhile.`;

export async function run(settings: Settings, [file]: readonly string[]): Promise<void> {
  if (!file) throw new CommandError("Expected the file to write: cnd backup FILE");
  const dir = dataDir(settings);
  await using instance = await openExisting(settings, dir);
  const bar = progressBar("Backing up");
  const manifest = await instance.snapshot((db) =>
    writeBackup(db, dir, file, Date.now(), bar.report),
  );
  bar.end();
  console.log(`Wrote ${manifest.size} records of ${manifest.origin} to ${file}.`);
}
