/** What an instance that serves can do of what commands do, for who runs it at the desk. */
import { Worker } from "node:worker_threads";
import type { CheckerData, CheckerSays } from "../checker.ts";
import { agentOf } from "../platform/federation/asking.ts";
import type { House } from "../platform/process/house.ts";
import type { Instance } from "../platform/process/instance.ts";
import { entryOf, type Settings } from "./context.ts";
import { arrivalsOf } from "./serve-arrivals.ts";
import { version } from "./version.ts";

const MOST_READ = 1_000_000; // bytes
const PATIENCE = 20_000; // ms

/** @param base the public address of the instance */
export function houseOf(settings: Settings, instance: Instance, base: string): House {
  const release = version();
  const agent = agentOf(release, base);
  const own = { ...settings, data: instance.folder.dir };
  return {
    version: release,
    async verify({ progress, signal }) {
      const said = await beside({ ...own, does: "verify" }, signal, (step) => {
        if ("what" in step) progress(step.what, step.done, step.total);
      });
      if (!("found" in said)) throw new Error("Expected what a check found, got something else.");
      return said.found;
    },
    async examine(signal) {
      const said = await beside({ ...own, does: "examine" }, signal);
      if (!("findings" in said)) throw new Error("Expected findings, got something else.");
      return said.findings;
    },
    arrivals: arrivalsOf(instance, { agent, allowPrivate: settings.allowPrivate === true }),
    async read(address, signal) {
      const { guardedFetch } = await import("../platform/federation/guard.ts"); // few instances ask anybody
      const ask = guardedFetch({
        agent: agentOf(release), // whose list it is learns no address
        allowPrivate: settings.allowPrivate === true,
        bytes: MOST_READ,
        patience: PATIENCE,
      });
      const answer = await ask(address, { signal, headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(`Expected an answer, got ${answer.status}.`);
      return answer.text();
    },
  };
}

/** The last word of a thread. One that ends without a word was ended by what it met. */
function beside(
  workerData: CheckerData,
  signal: AbortSignal,
  step: (said: CheckerSays) => void = () => undefined,
): Promise<CheckerSays> {
  signal.throwIfAborted();
  const thread = new Worker(entryOf("checker"), { workerData });
  const end = () => void thread.terminate();
  signal.addEventListener("abort", end, { once: true });
  return new Promise<CheckerSays>((resolve, reject) => {
    thread.on("message", (said: CheckerSays) => {
      if ("what" in said) step(said);
      else resolve(said);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The check stopped before it was finished.")));
  }).finally(() => {
    signal.removeEventListener("abort", end);
    end();
  });
}
