/** Folders for work that was not finished: each is named by its process, so that the next one knows which nobody needs. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * What a process that was killed left behind can be read by whoever reads the folder. What another one works on stays.
 * @param prefix with which it begins, before the number of its process
 * @param isIdle this process works on none: what has its number is of an earlier one, as in a container
 */
export function clearUnfinished(folder: string, prefix: string, isIdle = false): void {
  for (const name of readdirSync(folder)) {
    const maker = name.startsWith(prefix) ? parseInt(name.slice(prefix.length), 10) : NaN;
    if (maker > 0 && ((isIdle && maker === process.pid) || !isAlive(maker)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH"; // it may be another user's
  }
}
