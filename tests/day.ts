/** For tests that work out the day themselves and then ask a program that has a clock of its own. */
import { setTimeout as sleep } from "node:timers/promises";

const A_DAY = 86_400_000; // ms
const SOON = 90_000; // ms: as long as such a test takes on a slow machine

/** Waits until the UTC day will not turn within the next minute and a half. @returns that day, such as `2026-11-24` */
export async function dayThatHolds(): Promise<string> {
  const left = A_DAY - (Date.now() % A_DAY);
  if (left < SOON) await sleep(left + 100);
  return new Date().toISOString().slice(0, 10);
}
