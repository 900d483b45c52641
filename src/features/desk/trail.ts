/** The trail, for owners: who came in and what was done. */
import type { Serving } from "../../platform/feature.ts";

const A_DAY = 86_400_000; // ms

/** What is past its time goes; called every hour in which the clock is believed. */
export async function forgetTrail({ instance, trailDays, clock }: Serving): Promise<void> {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const [first, today] = [dayOf(clock.now() - trailDays * A_DAY), dayOf(clock.now())];
  await instance.log.private("trail.expire", { first, today });
}
