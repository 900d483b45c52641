/** Counts of pages: the door. */
import { once } from "node:events";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Feature, Serving } from "../../platform/feature.ts";
import { askCounts } from "./private.ts";
import { deskAddresses } from "./desk.ts";

import { wordsIn } from "./words.ts";

export const pageViews: Feature = {
  name: "page-views",
  routes: [],
  desk: [{ path: "/desk/counts", group: "reach", permission: "publish", about: wordsIn }],
  machine: deskAddresses,
  async hourly(serving) {
    const { instance, tally } = serving;
    tally.on = await askCounts(instance.log.private).isOn();
    await flush(serving);
  },
  /** What memory holds when the instance is stopped is not lost. */
  async beside(serving, signal) {
    if (!signal.aborted) await once(signal, "abort");
    await flush(serving);
  },
};

async function flush({ instance, now, tally }: Serving): Promise<void> {
  const counted = tally.take(dayAt(now()));
  if (tally.on && counted.length > 0) await askCounts(instance.log.private).add(counted);
}
