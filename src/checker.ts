/** Checks an instance as `cnd verify` does, or looks at it as `cnd doctor` does, in a thread beside the process that serves it (commands/serve-house.ts). */
import { platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { Settings } from "./commands/context.ts";
import { verifyData } from "./commands/verify.ts";
import type { Finding } from "./platform/doctor/finding.ts";
import type { Verification } from "./platform/log/verify/verify.ts";

/** What it says: how far it has come, then what it found. */
export type CheckerSays =
  | { readonly what: string; readonly done: number; readonly total: number }
  | { readonly found: Verification }
  | { readonly findings: readonly Finding[] };
/** What it is given. */
export type CheckerData = Settings & { readonly does: "verify" | "examine" };

const EVERY = 500; // ms between two words of how far it has come

if (platform() === "linux") setPriority(10); // of this thread alone: pages go first
let last = -Infinity;
const say = (said: CheckerSays) => parentPort!.postMessage(said);
const { does, ...settings } = workerData as CheckerData;
if (settings.features) await (await import("./own/models.ts")).loadOwn(settings.features);
if (does === "examine") {
  const { examined } = await import("./commands/doctor.ts");
  say({ findings: await examined(settings) });
} else {
  const found = await verifyData(settings, (what, done, total) => {
    if (performance.now() - last < EVERY) return;
    last = performance.now();
    say({ what, done, total });
  });
  say({ found });
}
