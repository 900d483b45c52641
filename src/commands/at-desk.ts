/** What a command does as the desk: through the running instance where there is one, otherwise with the data folder itself. */
import type { Control } from "../platform/process/control.ts";
import { besideData } from "../platform/process/data-folder.ts";
import { keepWithdrawn } from "../platform/process/kept.ts";
import type { Desk } from "../platform/sent/desk.ts";
import {
  baseOf,
  dataDir,
  openExisting,
  openLocked,
  openRunning,
  type Settings,
} from "./context.ts";

export async function atDesk(
  settings: Settings,
  work: (desk: Desk, base: string) => Promise<void>,
): Promise<void> {
  const dir = dataDir(settings);
  await using reader = await openExisting(settings, dir);
  const own = { key: reader.folder.keys.owner, snapshot: reader.snapshot };
  const list = besideData(dir).withdrawn;
  const keeping = (hash: string) => keepWithdrawn(list, hash);
  await using instance = await openLocked(settings, dir, "");
  if (instance) return await work(deskOf(instance.log, own, keeping), baseOf(settings));
  using running = await openRunning(dir);
  return await work(deskOf(running, own, keeping), await running.base());
}

function deskOf(
  log: Pick<Control, "append" | "private">,
  own: Pick<Desk["speaker"], "key" | "snapshot">,
  keeping: (hash: string) => void,
): Desk {
  return {
    speaker: { ...own, append: (records) => log.append(records) },
    private: log.private,
    keepWithdrawn: keeping,
  };
}
