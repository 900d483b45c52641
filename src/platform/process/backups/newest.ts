/** When somebody last made a backup, at the desk or by the command, wherever its file lies. */
import type { Db } from "../../db/store.ts";
import { trailPage } from "../../private/trail.ts";
import { listBackups } from "./folder.ts";

/** @param dir the data folder @returns UTC milliseconds; undefined where none was ever made, as far as the trail goes back */
export async function newestBackup(db: Db, dir: string): Promise<number | undefined> {
  const byCommand = await trailPage(db, { what: "cnd backup", most: 1 });
  const made = [
    ...byCommand.map(({ last }) => Date.parse(last)),
    ...listBackups(dir).map((one) => one.made),
  ];
  return made.length > 0 ? Math.max(...made) : undefined;
}
