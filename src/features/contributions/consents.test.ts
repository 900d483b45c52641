/** Who is in a draft and what they agreed to, as the desk reads it. */
import assert from "node:assert/strict";
import test from "node:test";
import { html } from "hono/html";
import { A_DAY } from "../../engines/calendar/day.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { privateParts } from "../../models.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { askSubmissions, hashOf, newSecret } from "../../platform/private/submissions.ts";
import { askConsents } from "./private/consents.ts";
import { askUploads } from "./private/uploads.ts";
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
  assert.doesNotMatch(none, /in the text only/);
  assert.match(await said({ purposes: ["story"], files: [] }), /in the text only/);
  const some = await said({
    purposes: ["photo", "voice"],
    files: ["media/b.jpg", "media/voice-c.mp4"],
  });
  assert.match(some, /photo 2 \(media\/b\.jpg\); voice \(media\/voice-c\.mp4\);/);
});

for (const [name, open] of Object.entries(DATABASES))
  test(`T28 a consent goes with what was refused, and three years after its last day, with its proof: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, privateParts);
    const [consents, uploads, submissions] = [
      askConsents(own),
      askUploads(own),
      askSubmissions(own),
    ];
    const now = Date.parse("2029-12-01T12:00:00Z");
    const [ended, holds, refused] = ["2026-12-01", "2026-12-02", "2099-01-01"].map((until, n) => {
      const secret = newSecret();
      const about = JSON.stringify({ until, proof: `proof-${n}` });
      const consent = { id: `c${n}`, owner: hashOf(secret), n: 0, about, salt: "", code: `${n}` };
      return { secret, sent: { ...consent, given: "2026-11-24" } };
    }) as [Sent, Sent, Sent];
    for (const [n, { secret, sent }] of [ended, holds, refused].entries()) {
      const id = await submissions.add({ secret, received: "2026-11-24", about: String(n) });
      await consents.add([sent]);
      const file = { id: `proof-${n}`, owner: sent.owner, what: "proof", size: 1, began: 1 };
      await uploads.open({ ...file, most: { files: 3 } });
      await uploads.send({ owner: sent.owner, ids: [file.id] });
      if (sent === refused.sent) await submissions.settle({ id: id!, state: "refused" });
      else await consents.said({ id: sent.id, about: sent.about, subject: "person" });
    }
    await consents.over(now - A_DAY);
    const left = async () => (await consents.inPublic()).map(({ id }) => id);
    assert.deepEqual(await consents.of(refused.sent.owner), []);
    assert.deepEqual(await left(), ["c0", "c1"]);
    await consents.over(now);
    assert.deepEqual(await left(), ["c1"]);
    assert.deepEqual((await uploads.ids()).toSorted(), ["proof-1", "proof-2"]);
  });
interface Sent {
  readonly secret: string;
  readonly sent: Omit<ConsentRow, "subject">;
}
