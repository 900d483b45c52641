/** `cnd rebuild`: fill all tables anew from the records, while the old ones serve. */
import { progressBar } from "../platform/process/progress.ts";
import { dataDir, openExisting, withLog, type Settings } from "./context.ts";

export const help = `cnd rebuild
Refill every table from the records and swap. A running instance keeps serving.`;

export async function run(settings: Settings): Promise<void> {
  const existing = await openExisting(settings, dataDir(settings)); // says so where there is nothing to rebuild
  await existing[Symbol.asyncDispose]();
  const bar = progressBar("Rebuilding");
  const { subjects, records } = await withLog(settings, (log) => log.rebuild(bar.report));
  bar.end();
  console.log(`Rebuilt ${subjects} subjects from ${records} records.`);
}
