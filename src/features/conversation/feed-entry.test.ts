/** A comment in a feed. */
import assert from "node:assert/strict";
import test from "node:test";
import { commentEntry } from "./feed-entry.tsx";
import { wordsIn } from "./words.ts";

test("CO13 a feed holds what the page shows of a comment: its words, its recording, its card and where it was said", async () => {
  const file = { media: `${"a".repeat(64)}.opus`, name: "media/voice.opus", bytes: 24_000 };
  const latest = {
    subject: "s",
    about: "room",
    said: Date.parse("2026-11-26T10:00:00Z"),
    edited: Date.parse("2026-11-26T11:00:00Z"),
    comment: {
      id: "0".repeat(32),
      about: "room",
      text: "Look & listen.",
      name: "Amina",
      said: "2026-11-26",
      recording: { kind: "voice", file },
      origin: { url: "https://far.example/notes/1", host: "far.example" },
      card: { url: "https://page.example/a", title: "A page", host: "page.example" },
    },
  } as const;
  const url = (path: string) => `https://campaign.example${path}`;
  const entry = await commentEntry(latest, wordsIn("en"), "/conversation", url);
  for (const part of [
    "<p>Look &amp; listen.</p>",
    `href="https://campaign.example/media/${file.media}"`,
    'href="https://page.example/a"',
    'href="https://far.example/notes/1"',
  ])
    assert.ok(entry.html!.includes(part), `${part} in ${entry.html}`);
  assert.equal(entry.published, "2026-11-26T10:00:00.000Z");
  assert.equal(entry.updated, "2026-11-26T11:00:00.000Z");
});
