/** A campaign whose backups are kept by themselves for many days, with an eye on what they take at every moment. */
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { privateParts } from "../src/models.ts";
import { openReader } from "../src/platform/db/reader.ts";
import {
  keepBackup,
  listBackups,
  nameBackup,
  type KeepingRule,
} from "../src/platform/process/backups/folder.ts";
import type { Backup } from "../src/platform/process/backups/keeping.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";

const A_DAY = 86_400_000; // ms

/**
 * One backup a day. @param data a campaign that nobody serves @param named the days whose backup gets a name
 * @returns what is left, and the most bytes that were seen in the folder and in what was being put together
 */
export async function keptFor(
  data: string,
  how: { readonly days: number; readonly rule: KeepingRule; readonly named?: readonly number[] },
): Promise<{ readonly left: readonly Backup[]; readonly most: number; readonly looks: number }> {
  const { days, rule, named = [] } = how;
  const reader = openReader(dataPaths(data).database);
  let [most, looks] = [0, 0];
  const look = () => {
    most = Math.max(most, bytesIn(data));
    looks += 1;
  };
  const timer = setInterval(look, 1);
  try {
    for (let day = 0; day < days; day++) {
      const now = Date.parse("2026-01-01T03:00:00Z") + day * A_DAY;
      const making = { parts: privateParts, dir: data, rule, now, progress: look };
      await reader.snapshot((db) => keepBackup(db, making));
      look();
      if (named.includes(day)) nameBackup(data, listBackups(data)[0]!.file, "before the move");
    }
    return { left: listBackups(data), most, looks };
  } finally {
    clearInterval(timer);
    await reader.db.destroy();
  }
}

/** Links among the parts of one that is being put together are not followed: they lead to what is there anyway. */
function bytesIn(data: string): number {
  const files = globSync(["backups/**", ".cnd-backup-*/*.jsonl"], { cwd: data });
  return files
    .map((file) => join(data, file))
    .filter((path) => existsSync(path))
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .reduce((sum, found) => sum + (found?.isFile() ? found.size : 0), 0);
}
