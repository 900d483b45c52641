/** What can be chosen for the front page by its name (features/campaign/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { chosen, unlike } from "./choices.ts";
import { frontWordsIn } from "./front-words.ts";

test("C31 of two whose names differ by a letter's case or a space the one that was meant is chosen", () => {
  const stories = unlike([
    { slug: "new", name: "The mast", beside: "2026-11-02" },
    { slug: "old", name: "THE MAST", beside: "2026-11-01" },
    { slug: "older", name: "The  mast", beside: "2026-10-01" },
  ]);
  const none = new Map<string, string>();
  const choices = { stories, pledges: none, programmes: none };
  for (const [slug, lead] of stories) {
    const said = chosen({ lead }, choices, {}, frontWordsIn("en"));
    assert.deepEqual([said.typed["lead"], said.problems], [slug, {}]);
  }
});
