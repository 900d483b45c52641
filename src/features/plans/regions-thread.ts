/** A thread that looks at the files of a region, or makes its plan: pages go first. */
import { getPriority, platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { PlanningError } from "./planning/region.ts";
import { makePlan } from "./planning/run.ts";
import { lookAt } from "./regions-look.ts";
import type { Asking, Answer } from "./regions-work.ts";
import { writtenRegion } from "./regions-written.ts";

const NICE = 15;
// Of this thread and those that it starts; nobody but root may go up again.
if (platform() === "linux" && getPriority() < NICE) setPriority(NICE);

const say = (answer: Answer) => parentPort?.postMessage(answer);

async function work(asking: Asking): Promise<void> {
  if ("look" in asking) return say({ layers: await lookAt(asking.look, asking.files) });
  const tell = (what: string, share: number) => say({ what, share });
  try {
    const order = await writtenRegion(asking.dir, asking.make, asking.today);
    const { plan, seconds } = await makePlan(order, { tell });
    say({ plan, seconds });
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    say({ refused: error.message });
  }
}

await work(workerData as Asking);
