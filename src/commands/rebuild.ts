/** `cnd rebuild`: fill all tables anew from the records, while the old ones serve. */
import { progressBar } from "../platform/process/progress.ts";
import { dataDir, openExisting, openLocked, openRunning, type Settings } from "./context.ts";

export const help = `cnd rebuild
Fill every table anew from the records and swap. A running instance goes on serving meanwhile.`;

export async function run(settings: Settings): Promise<void> {
  const dir = dataDir(settings);
  const existing = await openExisting(settings, dir); // says so where there is nothing to rebuild
  await existing[Symbol.asyncDispose]();
  const bar = progressBar("Rebuilding");
  await using instance = await openLocked(settings, dir, "");
  if (instance) report(await instance.log.rebuild(bar.report));
  else {
    using running = await openRunning(dir);
    report(await running.rebuild(bar.report));
  }
  function report({ subjects, records }: { subjects: number; records: number }): void {
    bar.end();
    console.log(`Rebuilt ${subjects} subjects from ${records} records.`);
  }
}
