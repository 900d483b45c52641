/** The long work of running an instance: a backup, a check. One at a time, and again after a crash. Rules RN2 and RN5. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { RefusedJob, type Work } from "../../platform/jobs/jobs.ts";
import { askJobs } from "../../platform/private/jobs.ts";
import {
  keepBackup,
  listBackups,
  NoRoom,
  readRule,
} from "../../platform/process/backups/folder.ts";

import { arrivingWorks } from "./arriving.ts";
import { RELEASES, releasesWork } from "./releases-work.ts";
import { seldom } from "./seldom.ts";

export const BACKUP = "run.backup";
export const VERIFY = "run.verify";
export const EXAMINE = "run.examine";
const A_DAY = 24 * 3_600_000; // ms

export function runWorks(serving: Serving): Readonly<Record<string, Work>> {
  const { instance, clock, house } = serving;
  const { dir } = instance.folder;

  const backup: Work = async (_argument, { progress, signal }) => {
    const rule = readRule(dir);
    const how = { parts: instance.parts, dir, rule, now: clock.aged(), signal };
    try {
      await instance.snapshot((db) => keepBackup(db, { ...how, progress: seldom(progress) }));
    } catch (error) {
      if (error instanceof NoRoom)
        throw new RefusedJob(error.needs > rule.bytes ? `${NEEDS}${error.needs}` : error.message);
      throw error;
    }
  };

  const verify: Work = async (_argument, { progress, signal }) => {
    const step = seldom(progress);
    const found = await house.verify({
      progress: (_what, done, total) => step(done, total),
      signal,
    });
    const said = JSON.stringify({ ...found, problems: found.problems.slice(0, SHOWN) });
    await askJobs(instance.log.private).report({ kind: VERIFY, made: clock.aged(), said });
  };

  const examine: Work = async (_argument, { signal }) => {
    const said = JSON.stringify(await house.examine(signal));
    await askJobs(instance.log.private).report({ kind: EXAMINE, made: clock.aged(), said });
  };

  return {
    [BACKUP]: backup,
    [VERIFY]: verify,
    [EXAMINE]: examine,
    [RELEASES]: releasesWork(serving),
    ...arrivingWorks(serving),
  };
}

const SHOWN = 100; // lines of what does not hold
/** Begins the reason of a backup that found no room, before the bytes that it needs. */
export const NEEDS = "No room: ";

/** One is made a day, where the owner wants it so. One that failed is not tried again for a day. */
export async function backupDue({ instance, clock, jobs }: Serving): Promise<void> {
  const { dir } = instance.folder;
  if (!readRule(dir).isOn) return;
  const now = clock.aged();
  if (listBackups(dir).some(({ made }) => dayAt(made) === dayAt(now))) return;
  const [last] = await jobs.about(BACKUP);
  if (last?.state === "failed" && now - last.due < A_DAY) return;
  await jobs.add(BACKUP, BACKUP, null);
}
