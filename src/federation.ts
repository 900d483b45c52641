/** The federation's thread: what our features say to the fediverse and hear from it (platform/federation/thread.ts). */
import { getPriority, platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { campaignFrame } from "./features/campaign/frame.ts";
import { openFederating, type FederationData } from "./platform/federation/federating.ts";
import { serveFederation } from "./platform/federation/thread.ts";
import { passStraysOn } from "./platform/process/strays.ts";
import { openReader } from "./platform/db/reader.ts";
import { clearWhenQuiet } from "./platform/process/quiet.ts";
import { speaks } from "./speaks.ts";

passStraysOn();
clearWhenQuiet();
const data = workerData as FederationData;
if (!parentPort) throw new Error("Expected to run as a thread, got a process of its own.");
// Of this thread alone: pages go first, also where there is one processor. Nobody but root may go up again.
if (platform() === "linux" && getPriority() < 10) setPriority(10);
serveFederation(parentPort, async (process) =>
  openFederating(process, data, {
    reader: openReader(data.database),
    frame: (db) => campaignFrame(db, data.base),
    speaks,
  }),
);
