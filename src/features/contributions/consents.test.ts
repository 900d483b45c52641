/** Who is in a draft and what they agreed to, as the desk reads it. */
import assert from "node:assert/strict";
import test from "node:test";
import { html } from "hono/html";
import type { ConsentRow } from "./private/consents.ts";
import type { Asked } from "./form.ts";
import { ConsentsPage } from "./pages/consents.tsx";
import { wordsIn } from "./words.ts";

const draft = { id: "0123456789ab" };
const row = { id: "r", owner: "o", n: 0, subject: null, given: "2026-11-24" } as ConsentRow;
const as = { slug: "told-a-0", name: "Neema", draft: draft.id };

/** What the page says of one person who agreed to this. */
async function said(asked: Pick<Asked, "purposes" | "files">): Promise<string> {
  const page = ConsentsPage({
    about: {
      id: draft.id,
      people: draft.id,
      path: `/desk/stories/${draft.id}`,
      part: "/desk/stories",
      agreed: [
        {
          row,
          as,
          asked: {
            ...asked,
            n: 0,
            name: "Neema",
            channels: ["web"],
            languages: ["en"],
            until: "2099-01-01",
            asked: "Amina",
            how: "text",
          },
        },
      ],
      files: ["media/a.webp", "media/b.jpg", "media/voice-c.mp4"],
      named: [],
      name: async () => undefined,
    },
    typed: {},
    words: wordsIn("en"),
  });
  return /<p class="small">([^<]*)<\/p>/.exec(String(await html`${page}`))![1]!;
}

test("T11 a consent with photos is read as one, whether or not its files are known", async () => {
  const none = await said({ purposes: ["story", "photo"], files: [] });
  assert.match(none, /the text, photos; on this site;/);
  assert.doesNotMatch(none, /in the text alone/);
  assert.match(await said({ purposes: ["story"], files: [] }), /in the text alone/);
  const some = await said({
    purposes: ["photo", "voice"],
    files: ["media/b.jpg", "media/voice-c.mp4"],
  });
  assert.match(some, /photo 2 \(media\/b\.jpg\); voice \(media\/voice-c\.mp4\);/);
});
