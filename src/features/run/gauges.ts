/** What a program that watches the instance reads of its running, so that it wakes somebody in time. Rule RN11. */
import { statfs } from "node:fs/promises";
import type { Serving } from "../../platform/feature.ts";
import { newestBackup } from "../../platform/process/backups/newest.ts";
import { askOutbox } from "../newsletter/api.ts";

/** Seconds, bytes and counts. Where no backup was ever made its age is left out, so that an alert asks for it by its absence. */
export async function runGauges({
  instance,
  jobs,
  mail,
  clock,
}: Serving): Promise<Readonly<Record<string, number>>> {
  const { dir } = instance.folder;
  const made = await instance.snapshot((db) => newestBackup(db, dir));
  const { bavail, bsize } = await statfs(dir);
  const { waiting, failed } = await jobs.overview(0);
  const queue = mail && (await askOutbox(instance.log.private).queue());
  return {
    ...(made !== undefined && { cnd_backup_age_seconds: Math.round((clock.now() - made) / 1000) }),
    cnd_disk_free_bytes: bavail * bsize,
    cnd_jobs_waiting: waiting,
    cnd_jobs_failed: failed,
    ...(mail && { cnd_mail_failed: mail.failures() }),
    ...(queue && { cnd_mail_waiting: queue.waiting, cnd_mail_put_off: queue.putOff }),
  };
}
