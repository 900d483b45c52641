/** What an instance that serves can do of what commands do, for who runs it at the desk. */
import { Worker } from "node:worker_threads";
import type { CheckerSays } from "../checker.ts";
import type { Verification } from "../platform/log/verify/verify.ts";
import type { Checking, House } from "../platform/process/house.ts";
import type { Instance } from "../platform/process/instance.ts";
import { entryOf, type Settings } from "./context.ts";
import { arrivalsOf } from "./serve-arrivals.ts";

export function houseOf(settings: Settings, instance: Instance, version: string): House {
  return {
    version,
    verify: (how) => checked({ ...settings, data: instance.folder.dir }, how),
    arrivals: arrivalsOf(instance, settings.allowPrivate === true),
  };
}

/** A thread that ends without a word was ended by what it met. */
function checked(settings: Settings, { progress, signal }: Checking): Promise<Verification> {
  signal.throwIfAborted();
  const thread = new Worker(entryOf("checker"), { workerData: settings });
  const end = () => void thread.terminate();
  signal.addEventListener("abort", end, { once: true });
  return new Promise<Verification>((resolve, reject) => {
    thread.on("message", (said: CheckerSays) => {
      if ("found" in said) resolve(said.found);
      else progress(said.what, said.done, said.total);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The check was ended before it was done.")));
  }).finally(() => {
    signal.removeEventListener("abort", end);
    end();
  });
}
