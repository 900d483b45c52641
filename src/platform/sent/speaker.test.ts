/** What is said of a subject comes after all that was said of it; what is erased is forgotten, once. */
import assert from "node:assert/strict";
import test from "node:test";
import * as v from "valibot";
import { DATABASES } from "../../../tests/databases.ts";
import { openReader } from "../db/reader.ts";
import { ERASURE_MADE, logKinds } from "../log/kinds.ts";
import { openLog } from "../log/log.ts";
import { areForgotten, recordsAbout } from "../log/reading.ts";
import { newKey } from "../records/keys.ts";
import { endAndErase, erasuresOf } from "./erasing.ts";
import { appendSigned, batchOf, say, sayAbout, type Speaker } from "./speaker.ts";

const [OPENED, MADE, EDITED, ENDED] = [
  "campaign.opened/1",
  "note.made/1",
  "note.edited/1",
  "note.ended/1",
];
const text = v.strictObject({ text: v.string() });
const kinds = {
  ...logKinds,
  [OPENED]: { opens: true, body: v.strictObject({}) },
  [MADE]: { opens: true, body: text },
  [EDITED]: { opens: false, body: text },
  [ENDED]: { opens: false, body: v.strictObject({}) },
};

for (const [name, open] of Object.entries(DATABASES))
  test(`what is said of a subject is later than all before it, and its words are erased once, on ${name}`, async () => {
    await using database = await open();
    const { db, store } = database;
    const log = await openLog({
      db,
      store,
      registry: { kinds, projections: [], rootKind: OPENED },
      signer: { origin: "example.org/log", privateKey: newKey().privateKey },
      now: Date.now,
    });
    const reader = openReader(database.address);
    const { snapshot } = reader;
    const speaker: Speaker = { append: (records) => log.append(records), key: newKey(), snapshot };
    await say(speaker, [{ kind: OPENED, body: {} }]);
    const ahead = batchOf(speaker, () => Date.now() + 60_000);
    const { id } = ahead.add({ kind: MADE, body: { text: "First." } });
    await appendSigned(speaker, ahead.records);
    await sayAbout(speaker, id, { kind: EDITED, body: { text: "Second." } });
    const said = await snapshot((view) => recordsAbout(view, id));
    assert.deepEqual(
      said.map(({ kind }) => kind),
      [MADE, EDITED],
    );
    const end = { kind: ENDED, body: {} };
    const ending = { end, texts: [MADE, EDITED], reason: "No longer." };
    const bodies = said.map(({ body }) => body);
    assert.deepEqual(await endAndErase(speaker, id, ending), bodies);
    assert.ok(await snapshot((view) => areForgotten(view, bodies)));
    assert.deepEqual(await endAndErase(speaker, id, ending), [], "asked again");
    const all = await snapshot((view) => recordsAbout(view, id));
    assert.deepEqual(
      all.map(({ kind }) => kind),
      [MADE, EDITED, ENDED, ERASURE_MADE],
    );
    const stranger = { ...speaker, key: newKey() };
    await assert.rejects(sayAbout(stranger, id, end), /it was ungranted/);
    await reader.db.destroy();
  });

test("an erasure names each body once, and no more than it may", () => {
  const bodies = Array.from({ length: 5001 }, (_, i) => String(i));
  const sizes = erasuresOf([...bodies, "0"]).map(
    ({ body }) => (body as { readonly bodies: readonly string[] }).bodies.length,
  );
  assert.deepEqual(sizes, [5000, 1]);
  assert.deepEqual(erasuresOf([]), []);
});
