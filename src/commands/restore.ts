/** `cnd restore FILE`: the instance as it was, and every erasure made since, before anything is served. */
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, switches, type Settings } from "./context.ts";
import { keyProblem } from "./key-change.ts";
import { restoreInto } from "./restore-into.ts";

export const help = `cnd restore FILE [--key KEYFILE] [--new-log]
Bring an instance back from a backup into an empty data folder. Erasures and withdrawals made since the backup are
carried out before anything is served. If a newer checkpoint of this log is known, the log cannot simply go back:
  --new-log      open a log with a new name, whose first record names the newer checkpoint
  --key KEYFILE  the key for an encrypted backup, made by cnd key backup or age-keygen`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, of, rest } = switches("restore", args, ["new-log"], ["key"]);
  const [file, ...others] = rest;
  if (!file || others.length > 0)
    throw new CommandError("Expected one file to read: cnd restore FILE");
  const bar = progressBar("Restoring");
  const done = await restoreInto(settings, dataDir(settings), {
    file,
    keyFile: of.key,
    newLog: on.has("new-log"),
    progress: bar.report,
  });
  bar.end();
  for (const line of done.lines) console.log(line);
  const problem = await keyProblem(settings);
  if (problem !== undefined) console.log(problem);
}
