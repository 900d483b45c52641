/** Another photo in the place of one, while somebody saves what shows it. Rule PH8. */
import assert from "node:assert/strict";
import test from "node:test";
import * as v from "valibot";
import { DATABASES } from "../../../tests/databases.ts";
import { addressKinds, addresses } from "../../platform/addresses/addresses.ts";
import { openReader } from "../../platform/db/reader.ts";
import { logKinds } from "../../platform/log/kinds.ts";
import { openLog } from "../../platform/log/log.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import { newKey } from "../../platform/records/keys.ts";
import { say, sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import { replaceSaid } from "./commands.ts";
import { usesOf } from "./uses.ts";

const body = v.looseObject({ title: v.string() });
const kinds = {
  ...logKinds,
  ...addressKinds,
  "campaign.opened/1": { opens: true, body: v.strictObject({}) },
  "note.made/1": { opens: true, body },
  "note.edited/1": { opens: false, body },
};
const [old, anew] = [`${"a".repeat(64)}.jpg`, `${"b".repeat(64)}.jpg`];
const size = { bytes: 10, width: 2, height: 1 };
const shows = (title: string) => ({
  title,
  photo: { file: { media: old, name: "media/a.jpg", ...size }, alt: "A mast" },
});

test("PH8 what somebody saves while one thing after the other is said anew stays", async () => {
  await using database = await Object.values(DATABASES)[0]!();
  const { db, store } = database;
  const log = await openLog({
    db,
    store,
    registry: { kinds, projections: [addresses], rootKind: "campaign.opened/1" },
    signer: { origin: "example.org/log", privateKey: newKey().privateKey },
    now: Date.now,
  });
  const { snapshot } = openReader(database.address);
  const key = newKey();
  const plain: Speaker = { append: (records) => log.append(records), key, snapshot };
  await say(plain, [{ kind: "campaign.opened/1", body: {} }]);
  const [, second] = [
    await say(plain, [{ kind: "note.made/1", body: shows("First") }]),
    await say(plain, [{ kind: "note.made/1", body: shows("Second") }]),
  ].map(([one]) => one!.id);
  let isFirst = true;
  const slow: Speaker = {
    ...plain,
    async append(records) {
      const done = await plain.append(records);
      if (isFirst)
        await sayAbout(plain, second!, { kind: "note.edited/1", body: shows("Second, saved") });
      isFirst = false;
      return done;
    },
  };
  const many = await snapshot((view) => usesOf(view, old, 1));
  assert.deepEqual([many.uses.length, many.hasMore], [1, true]);
  assert.equal(await replaceSaid(slow, old, { media: anew, ...size }), 2);
  assert.deepEqual(await snapshot((view) => usesOf(view, old, 1)), { uses: [], hasMore: false });
  const last = (await snapshot((view) => standingAbout(view, second!))).at(-1)!;
  assert.match(JSON.stringify(last.body), /b{64}.*Second, saved/);
});
