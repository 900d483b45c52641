import assert from "node:assert/strict";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import test from "node:test";
import { privateParts } from "../../models.ts";
import { DATABASES, type TestDatabase } from "../../../tests/databases.ts";
import { noisyPhoto } from "../../../tests/noisy-photo.ts";
import { temporary } from "../../../tools/program.ts";
import { openShares } from "../../platform/budget/shares.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import { openUploads } from "./store.ts";
import { uploadPath } from "./upload-files.ts";

/** Private tables alone. */
async function privately({ db, store }: TestDatabase) {
  await migrateLog(db, store);
  return openPrivate(db, privateParts);
}

const HOUR = 3_600_000; // ms
const WEEK = 7 * 24 * HOUR;
const bytes = (n: number) => Readable.from([Buffer.alloc(n)]);

test("T4 a program that ends between a look and its note: what came is whole still, and is looked at anew", async () => {
  using folder = temporary();
  await using database = await DATABASES.SQLite();
  const ask = await privately(database);
  const photo = await noisyPhoto(300);
  const file = { id: newSecret(), owner: newSecret(), what: "photo", size: photo.length } as const;
  const ending: typeof ask = async (operation, argument) => {
    if (operation === "uploads.settle") throw new Error("killed");
    return ask(operation, argument);
  };
  const before = openUploads(folder.dir, ending, () => 1);
  const begun = await before.begin(file);
  assert.ok(typeof begun === "object");
  const from = { bytes: Readable.from([photo]), by: "x" };
  assert.equal(await before.append(begun, from, new AbortController().signal), photo.length);
  await assert.rejects(before.finish(begun), /killed/);
  const after = openUploads(folder.dir, ask, () => 1);
  const found = (await after.get(file.id))!;
  assert.equal(await after.offset(found), photo.length, "its sender has nothing to send again");
  const { state, kept } = await after.finish(found);
  assert.deepEqual([state, kept], ["here", statSync(after.path(file.id)).size]);
  assert.deepEqual(readdirSync(join(folder.dir, "uploads")), [file.id], "nothing of what came");
});

test("T17 T15 what was typed so far is one file, in place of what was before, takes of the room of its network, and goes after a week with the files", async () => {
  using folder = temporary();
  await using database = await DATABASES.SQLite();
  const ask = await privately(database);
  let at = HOUR;
  const room = openShares({ each: 100, total: 1000 });
  const store = openUploads(folder.dir, ask, () => at, { room });
  const owner = newSecret();
  assert.equal(await store.wordsOf(owner), undefined);
  assert.equal(await store.keepWords(owner, "x".repeat(60), "a"), true);
  assert.equal(await store.keepWords(newSecret(), "x".repeat(60), "a"), false, "no room");
  assert.equal(await store.keepWords(newSecret(), "x".repeat(60), "b"), true, "another network");
  at += HOUR;
  assert.equal(await store.keepWords(owner, "shorter", "a"), true);
  const { words, began } = (await store.wordsOf(owner))!;
  assert.deepEqual([words, began], ["shorter", HOUR], "since the first of them");
  assert.equal(
    await store.keepWords(newSecret(), "x".repeat(60), "a"),
    true,
    "the room is given back",
  );
  await store.sweep(at - WEEK);
  assert.equal(readdirSync(join(folder.dir, "uploads")).length, 3);
  at += WEEK;
  await store.sweep(at - WEEK);
  assert.equal(await store.wordsOf(owner), undefined);
  assert.equal(readdirSync(join(folder.dir, "uploads")).length, 1, "the last began an hour later");
});

test("T17 words and files are kept for a week from the first of them, whichever that was, and go together", async () => {
  using folder = temporary();
  await using database = await DATABASES.SQLite();
  let at = HOUR;
  const store = openUploads(folder.dir, await privately(database), () => at);
  const { signal } = new AbortController();
  for (const wordsCome of ["first", "last"]) {
    const [owner, first] = [newSecret(), at];
    const photo = async () => {
      const begun = await store.begin({ id: newSecret(), owner, what: "photo", size: 9 });
      assert.ok(typeof begun === "object");
      await store.append(begun, { bytes: bytes(5), by: "x" }, signal);
    };
    const words = () => store.keepWords(owner, "{}", "a");
    await (wordsCome === "first" ? words() : photo());
    at += 6 * 24 * HOUR;
    await (wordsCome === "first" ? photo() : words());
    assert.equal((await store.wordsOf(owner))?.began, first, wordsCome);
    at = first + WEEK + 1;
    await store.sweep(at - WEEK);
    assert.equal(await store.wordsOf(owner), undefined, wordsCome);
    assert.deepEqual(readdirSync(join(folder.dir, "uploads")), [], wordsCome);
  }
});

test("T17 the words of a story are none of the files that it may have", async () => {
  using folder = temporary();
  await using database = await DATABASES.SQLite();
  const store = openUploads(folder.dir, await privately(database), () => 1);
  const owner = newSecret();
  const photo = () => store.begin({ id: newSecret(), owner, what: "photo", size: 9 });
  await store.keepWords(owner, "{}", "a");
  for (let i = 0; i < 16; i++) assert.equal(typeof (await photo()), "object");
  assert.equal(await photo(), "too many");
  assert.equal(await store.keepWords(owner, "{ }", "a"), true);
});

test("T15 who fills the places in which files are looked at is told to come again, and another network is looked at", async () => {
  using folder = temporary();
  await using database = await DATABASES.SQLite();
  const looks = openShares({ each: 1, total: 100 });
  const store = openUploads(folder.dir, await privately(database), () => 1, { looks });
  const { signal: leaving } = new AbortController();
  const whole = async () => {
    const [id, owner] = [newSecret(), newSecret()];
    await store.receive(id, { bytes: bytes(9), by: "x" });
    const opened = await store.begin({ id, owner, what: "photo", size: 9 }, true);
    assert.ok(typeof opened === "object");
    return opened;
  };
  const [a, b, c] = [await whole(), await whole(), await whole()];
  const first = store.finish(a, { by: "x", leaving });
  await assert.rejects(store.finish(b, { by: "x", leaving }), { code: "busy" });
  assert.equal((await store.finish(c, { by: "y", leaving })).state, "refused", "it is no photo");
  assert.equal((await first).state, "refused");
  assert.equal(looks.taken, 0);
  assert.equal(
    (await store.finish(b, { by: "x", leaving })).state,
    "refused",
    "and now there is a place",
  );
});

for (const [name, open] of Object.entries(DATABASES)) {
  test(`T15 only bytes that are here take room, of their network and of all, and what is deleted gives it back, on ${name}`, async () => {
    using folder = temporary();
    await using database = await open();
    const room = openShares({ each: 1000, total: 100_000 });
    const ask = await privately(database);
    const store = openUploads(folder.dir, ask, () => 1, { room });
    const [a, b, c, owner] = [newSecret(), newSecret(), newSecret(), newSecret()];
    const { signal } = new AbortController();
    const announced = await store.begin({ id: a, owner, what: "film", size: 5000 });
    assert.ok(typeof announced === "object");
    assert.equal(room.taken, 0, "an announcement takes none");
    assert.equal(await store.append(announced, { bytes: bytes(900), by: "x" }, signal), 900);
    assert.equal(await store.append(announced, { bytes: bytes(200), by: "x" }, signal), "full");
    assert.equal(
      await store.append(announced, { bytes: bytes(100), by: "y" }, signal),
      1000,
      "whose file it is counts",
    );
    assert.equal(await store.receive(b, { bytes: bytes(100), by: "x" }), "full");
    await store.discard(b);
    assert.equal(await store.receive(c, { bytes: bytes(1000), by: "y" }), 1000);
    assert.equal(room.taken, 2000);
    await store.drop([a]);
    assert.equal(room.taken, 1000);
    await store.discard(c);
    assert.equal(room.taken, 0);
    assert.equal(await store.receive(b, { bytes: bytes(600), by: "x" }), 600);
    const again = openUploads(folder.dir, ask, () => 1, { room });
    assert.equal(room.taken, 1200, "what lay here before the start counts");
    rmSync(`${uploadPath(folder.dir, b)}.coming`);
    await again.sweep(0);
    await store.sweep(0);
    assert.equal(room.taken, 0, "what was deleted elsewhere gives its room back");
  });

  test(`T15 an announcement without a byte goes after an hour and can be said again; one with bytes is kept for a week, on ${name}`, async () => {
    using folder = temporary();
    await using database = await open();
    const ask = await privately(database);
    let now = WEEK;
    const store = openUploads(folder.dir, ask, () => now);
    const [empty, begun, owner] = [newSecret(), newSecret(), newSecret()];
    const announce = (id: string) => store.begin({ id, owner, what: "film", size: 5000 });
    await announce(empty);
    const coming = await announce(begun);
    assert.ok(typeof coming === "object");
    await store.append(coming, { bytes: bytes(1), by: "x" }, new AbortController().signal);
    now += HOUR - 1000;
    await store.sweep(now - WEEK);
    assert.ok(await store.get(empty), "not yet");
    now += 2000;
    await store.sweep(now - WEEK);
    assert.deepEqual(
      [await store.get(empty), (await store.get(begun))?.state],
      [undefined, "coming"],
    );
    assert.equal(typeof (await announce(empty)), "object");
    now += WEEK;
    await store.sweep(now - WEEK);
    assert.deepEqual([await store.get(empty), await store.get(begun)], [undefined, undefined]);
  });
}
