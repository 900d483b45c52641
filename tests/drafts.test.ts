/** Drafts as private tables (src/platform/private/README.md), on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { privateParts } from "../src/models.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import type { DraftSave, DraftSaved } from "../src/features/stories/private/drafts.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { openPrivate, privateRows } from "../src/platform/private/private.ts";
import {
  readWaiting,
  type Waiting,
  draftMedia,
  type DraftFile,
  type Draft,
  type DraftVersion,
} from "../src/features/stories/private/draft-rows.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

async function opened({ db, store }: TestDatabase): Promise<Privately> {
  await migrateLog(db, store);
  return openPrivate(db, privateParts);
}
const begin = (privately: Privately, slug = "a-mast") =>
  privately("drafts.create", {
    kind: "story",
    slug,
    lang: "en",
    text: "one",
    by: "Amina",
  }) as Promise<string>;
const save = (privately: Privately, what: DraftSave) =>
  privately("drafts.save", what) as Promise<DraftSaved>;
const versions = (privately: Privately, id: string) =>
  privately("drafts.versions", id) as Promise<DraftVersion[]>;
const read = (privately: Privately, id: string) => privately("drafts.get", id) as Promise<Draft>;

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V7 the second of two texts over one version is kept beside the first: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const id = await begin(privately);
    assert.deepEqual(await save(privately, { id, base: 1, text: "hers", by: "Amina" }), {
      version: 2,
    });
    const second = await save(privately, { id, base: 1, text: "his", by: "Joseph" });
    assert.ok("conflict" in second);
    assert.equal(second.conflict.text, "hers");
    assert.equal((await read(privately, id)).text, "hers");
    const kept = await privately("drafts.version", { id, version: second.kept });
    assert.deepEqual(
      [(kept as DraftVersion).text, (kept as DraftVersion).aside, (kept as DraftVersion).base],
      ["his", 1, 1],
    );
    const done = await save(privately, { id, base: 2, text: "both", by: "Joseph" });
    assert.deepEqual(done, { version: 4 });
    const twice = await save(privately, { id, base: 2, text: "both", by: "Joseph" });
    assert.deepEqual(twice, { version: 4 }, "the same text twice is no other text");
    assert.equal((await versions(privately, id)).length, 4);
  });

  test(`V51 what waits is frozen; once signed it is not stopped, and goes with its draft: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const id = await begin(privately);
    const files = [{ name: "media/a.png", media: "a", bytes: 1, width: null, height: null }];
    const what = { id, version: 1, day: "2099-01-01", text: "one", files };
    assert.equal(await privately("waiting.put", what), true);
    await save(privately, { id, base: 1, text: "two", by: "Amina" });
    const [row] = await readWaiting(database.db, "a-mast");
    assert.deepEqual([row!.text, row!.day, row!.files], ["one", "2099-01-01", files]);
    assert.deepEqual(await draftMedia(database.db), ["a"]);
    assert.equal(await privately("waiting.cancel", { ids: [], said: {} }), true);
    assert.equal(await privately("waiting.cancel", { ids: [id], said: { [id]: null } }), true);
    assert.equal((await read(privately, id)).said, null);
    await privately("waiting.put", what);
    const [{ token }] = (await readWaiting(database.db)) as [Waiting];
    const of = [{ draft: id, token }];
    const sign = (signed: string, at = of) => privately("waiting.sign", { of: at, signed });
    assert.equal(await sign("no", [{ draft: id, token: row!.token }]), undefined, "another waits");
    assert.deepEqual([await sign("first"), await sign("second")], ["first", "first"]);
    assert.equal(await privately("waiting.put", what), false);
    assert.equal(await privately("waiting.cancel", { ids: [id] }), false);
    assert.equal(await privately("waiting.said", of), false, "its draft is there");
    assert.deepEqual(await readWaiting(database.db), []);
    await privately("waiting.put", what);
    assert.equal(await privately("drafts.forget", { id }), undefined, "it waits");
    assert.deepEqual(await privately("drafts.forget", { slug: "a-mast" }), ["a"]);
    assert.deepEqual(await readWaiting(database.db), []);
    assert.equal(await privately("waiting.said", of), true, "taken back");
  });

  test(`V7 law: no text that was ever saved by hand is lost: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ base: fc.nat(6), text: fc.string({ maxLength: 5 }) }), {
          maxLength: 8,
        }),
        async (saves) => {
          const id = await begin(privately, "law");
          for (const [i, { base, text }] of saves.entries())
            await save(privately, { id, base: base + 1, text: `${i}${text}`, by: `${i % 2}` });
          const all = (await versions(privately, id)).map(({ text }) => text);
          for (const [i, { text }] of saves.entries()) assert.ok(all.includes(`${i}${text}`));
        },
      ),
      { numRuns: 20 },
    );
  });

  test(`V8 saved by itself is one version a sitting, and no base of somebody else fits it: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const id = await begin(privately);
    const auto = (base: number, text: string, at: number) =>
      save(privately, { id, base, text, by: "Amina", auto: true, at });
    assert.deepEqual(await auto(1, "a", 1000), { version: 2 });
    assert.deepEqual(await auto(2, "ab", 4000), { version: 3 });
    assert.deepEqual(
      (await versions(privately, id)).map(({ version, text }) => [version, text]),
      [
        [3, "ab"],
        [1, "one"],
      ],
    );
    assert.ok("conflict" in (await save(privately, { id, base: 2, text: "x", by: "Joseph" })));
    const again = await begin(privately, "by-hand");
    const typed = { id: again, by: "Amina", text: "typed", at: 1000 };
    assert.deepEqual(await save(privately, { ...typed, base: 1, auto: true }), { version: 2 });
    assert.deepEqual(await save(privately, { ...typed, base: 2 }), { version: 2 });
    assert.deepEqual(await save(privately, { ...typed, base: 2, text: "typed on", auto: true }), {
      version: 3,
    });
    assert.equal((await versions(privately, again)).length, 3, "what was saved by hand stays");
    assert.deepEqual(await auto(3, "abc", 1000 + 10 * 60_000), { version: 5 });
    assert.equal((await versions(privately, id)).length, 4);
  });

  test(`V10 a draft that was sent in keeps its address, another may change it: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const sent = {
      kind: "story",
      slug: "sent",
      lang: "",
      text: "one",
      by: "sent in",
      from: "ab12",
    };
    const id = await privately("drafts.create", sent);
    assert.equal(await privately("drafts.rename", { id, slug: "other" }), false);
    const own = await begin(privately);
    assert.equal(await privately("drafts.rename", { id: own, slug: "sent" }), false);
    assert.equal(await privately("drafts.rename", { id: own, slug: "other" }), true);
    assert.equal((await read(privately, own)).slug, "other");
    await privately("drafts.forget", { slug: "sent" });
    assert.equal(await privately("drafts.get", id), undefined);
  });

  test(`W18 of a draft that a person takes back its id and the day are left, of others nothing: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const taken = await begin(privately);
    await privately("drafts.forget", { slug: "a-mast", by: "person" });
    const erased = await begin(privately);
    await privately("drafts.forget", { slug: "a-mast", by: "desk" });
    assert.equal(await privately("drafts.gone", erased), undefined);
    const day = (await privately("drafts.gone", taken)) as string;
    assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
    const [gone, ...more] = (await privately("drafts.goneSince", day)) as object[];
    assert.deepEqual([{ ...gone }, more], [{ id: taken, day }, []]);
    for await (const { table, row } of privateRows(database.db, privateParts))
      if (table !== "taken_back") assert.deepEqual({ ...row }, { id: taken, day });
  });

  test(`V9 files of a draft are named until it is forgotten, and then nothing is left: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const id = await begin(privately);
    const file = {
      name: "media/a.webp",
      media: `${"0".repeat(64)}.webp`,
      bytes: 9,
      width: 3,
      height: 2,
    };
    await privately("drafts.addFile", { id, ...file });
    assert.deepEqual(await draftMedia(database.db), [file.media]);
    const files = (await privately("drafts.files", id)) as DraftFile[];
    assert.deepEqual({ ...files[0] }, file);
    assert.deepEqual(await privately("drafts.forget", { slug: "a-mast" }), [file.media]);
    for await (const row of privateRows(database.db, privateParts))
      assert.equal(row.table, "taken_back", JSON.stringify(row)); // hashes alone
  });
}
