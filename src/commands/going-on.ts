/** From where the clock of a command goes on, on a machine whose own has lost its date. */
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "../platform/db/store.ts";
import { lastTime } from "../platform/log/reading.ts";
import { ownClock, readLastSeen, type SteadyClock } from "../platform/process/steady-clock.ts";
import { dataPaths } from "../platform/process/data-folder.ts";
import { timeMs } from "../platform/records/clock.ts";

const A_DAY = 24 * 3_600_000; // ms
const AHEAD = 10 * 60_000; // ms; a record that is further ahead waits

/** It goes on from when the program was last seen to run here. */
export function goOnFromSeen(dir: string): void {
  const seen = readLastSeen(dataPaths(dir).seen);
  if (seen !== undefined) ownClock().ranLast(seen);
}

/**
 * It is later than the newest record, but for one that is more than a day later than what was seen last: that was said by a
 * clock that went ahead, and was set back since. Others may say records that are a few minutes ahead.
 */
export async function goOnFromRecords(dir: string, db: Db): Promise<void> {
  const newest = await newestRecord(db);
  const seen = readLastSeen(dataPaths(dir).seen);
  if (newest !== undefined && (seen === undefined || newest < seen + A_DAY))
    ownClock().isOver(newest - AHEAD);
}

/** While the machine's clock is behind, what is said here is over too: no time before it is believed any more. */
export async function keepUp(clock: SteadyClock, db: Db): Promise<void> {
  const newest = await newestRecord(db);
  if (newest !== undefined && newest <= clock.now()) clock.isOver(newest);
}

async function newestRecord(db: Db): Promise<number | undefined> {
  const time = await lastTime(db);
  return time === undefined ? undefined : timeMs(time);
}

/** At the first start of a campaign nothing else is known than when its files were written. Asked only where the machine's clock is behind. */
export function goOnFromFolder(dir: string): void {
  const clock = ownClock();
  if (clock.behindBy() === 0) return;
  const files = globSync("**/*.{yaml,md}", { cwd: dir });
  const written = files.map((file) => statSync(join(dir, file)).mtimeMs);
  if (written.length > 0) clock.isOver(Math.max(...written));
}
