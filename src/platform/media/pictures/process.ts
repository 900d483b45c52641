/** The process for pictures: one job after the other, until it is told to end, or whoever started it has ended. */
import { getPriority, platform, setPriority } from "node:os";
import type { Answer, Job } from "./job.ts";
import { carryOut, prepare } from "./work.ts";

const NICE = 3; // pages come first; whoever sent the picture waits for it, too

if (!process.send) throw new Error("Expected to be started by the instance, with a line to it.");
if (platform() !== "win32" && getPriority() < NICE) setPriority(NICE); // nobody but root may go up again
prepare();
const say = (answer: Answer) => process.send!(answer);
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};
/** It is drawn or decoded in other threads, so that this one can look. */
const LOOKS = 10; // ms
function endAfter(most: number): NodeJS.Timeout {
  const until = 1000 * cpu() + most;
  const look = () => 1000 * cpu() > until && process.kill(process.pid, "SIGKILL");
  return setInterval(look, LOOKS);
}
process.on("message", (job: Job) => {
  const watch = job.most === undefined ? undefined : endAfter(job.most);
  const done = carryOut(job).finally(() => clearInterval(watch));
  done.then(
    (value) => say({ cpu: cpu(), value }),
    (error: unknown) => say({ cpu: cpu(), failed: (error as Error).message }),
  );
});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL")); // at once, in mid-work too
say({ ready: true });
