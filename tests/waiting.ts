/** What waits at the desk of an instance that serves: what `cnd desk list` reads, without a process for each look. */
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import type { Submission } from "../src/platform/private/submissions.ts";

/** @param data its data folder @returns the oldest first */
export async function waitingAt(data: string): Promise<readonly Submission[]> {
  using running = await openControl(dataPaths(data).socket);
  return (await running.private("submissions.list", null)) as readonly Submission[];
}
