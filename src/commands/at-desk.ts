/** What a command does as the desk: through the running instance where there is one, otherwise with the data folder itself. */
import { besideData } from "../platform/process/data-folder.ts";
import { keepWithdrawn } from "../platform/process/kept.ts";
import type { Desk } from "../platform/sent/desk.ts";
import { dataDir, openExisting, withLog, type Settings } from "./context.ts";

export async function atDesk(
  settings: Settings,
  work: (desk: Desk, base: string) => Promise<void>,
): Promise<void> {
  const dir = dataDir(settings);
  await using reader = await openExisting(settings, dir);
  const { withdrawn } = besideData(dir);
  await withLog(settings, async (log, base) => {
    const desk: Desk = {
      speaker: {
        key: reader.folder.keys.owner,
        snapshot: reader.snapshot,
        append: (records) => log.append(records),
      },
      private: log.private,
      keepWithdrawn: (hash) => keepWithdrawn(withdrawn, hash),
    };
    await work(desk, await base());
  });
}
