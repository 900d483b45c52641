/** What tests with peers of the fediverse share. */
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE = 60_000; // ms; a peer may look into its queue every other second

/** Wait until it holds. @param what is waited for, in words */
export async function arrives(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    if (await holds()) return;
    await sleep(400);
  }
  assert.fail(`Expected ${what} within ${PATIENCE / 1000} s.`);
}
