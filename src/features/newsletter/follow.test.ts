/** What becomes of stories that wait to be mailed (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Serving } from "../../platform/feature.ts";
import type { WaitingStory } from "./private/outbox.ts";
import { announceDue } from "./follow.ts";

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;

test("U3 what may not go out is looked at again while it is news, and then waits no more", async () => {
  const story = (subject: string, days: number): WaitingStory => ({
    subject,
    noted: NOW - days * DAY,
    due: NOW,
    state: "waiting",
  });
  const waiting = [story("new", 1), story("taken back", 20), story("old", 20), story("ahead", 20)];
  const published = new Map([
    ["old", "2026-11-06"],
    ["ahead", "2026-12-24"],
  ]);
  const marked: Record<string, unknown> = {};
  const ask = async (operation: string, argument: { readonly subject: string }) => {
    if (operation === "outbox.stories") return waiting;
    assert.equal(operation, "outbox.mark");
    const { subject, ...set } = argument;
    marked[subject] = set;
    return undefined;
  };
  const snapshot = async () => ({ stories: [], published });
  const instance = { snapshot, log: { private: ask } };
  await announceDue({ instance, now: () => NOW } as unknown as Serving);
  const again = { due: NOW + 60_000 };
  const dropped = { state: "dropped" };
  assert.deepEqual(marked, { new: again, "taken back": dropped, old: dropped, ahead: again });
});
