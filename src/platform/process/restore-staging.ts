/** Where a backup is unpacked before it is placed: a folder beside the data, gone when the restore ends, however it does. Rule BK2. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Named for its data folder, beside which others may lie, and for the process that fills it. */
const prefixOf = (dir: string): string => `.cnd-restore-${basename(dir)}-`;

/** @param dir the data folder @returns a new empty folder on the same disk */
export const newStaging = (dir: string): string =>
  mkdtempSync(join(dirname(dir), `${prefixOf(dir)}${process.pid}-`));

/** Those that a killed process left, with all that the backup holds, go. Called when this one unpacks nothing. */
export function tidyStaging(dir: string): void {
  const prefix = prefixOf(dir);
  for (const name of namesIn(dirname(dir))) {
    if (!name.startsWith(prefix)) continue;
    const [, pid] = /^(\d+)-\w{6}$/.exec(name.slice(prefix.length)) ?? [];
    if (pid === undefined || isAtWork(Number(pid))) continue;
    rmSync(join(dirname(dir), name), { recursive: true, force: true });
  }
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return []; // not readable for this account, or not there: nothing of ours lies there
  }
}

/** Of a number that was given anew since the folder stays until the next time. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
