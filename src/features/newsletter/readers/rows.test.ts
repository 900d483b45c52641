/** Subscribers of another list and of our own table, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../../tests/databases.ts";
import { migrateLog } from "../../../platform/log/tables.ts";
import { openPrivate } from "../../../platform/private/private.ts";
import { newKey } from "../../../platform/records/keys.ts";
import { askImported, importedPart } from "../private/imported.ts";
import { subscribersPart } from "../private/subscribers.ts";
import { COLUMNS, columnsOf, isProof, ownRow, rowFrom, rowOf, type Own } from "./rows.ts";

const HOUR = 3_600_000;
const ana: Own = {
  address: "+ana@example.org",
  lang: "en",
  what: "all",
  often: "each",
  since: "2026-11-24",
  state: "active",
  id: "a1",
};

test("U21 a row of our own table is known by its signature, whatever cell of it was changed", () => {
  const key = newKey();
  const cells = rowOf(key, ana);
  const columns = columnsOf(COLUMNS);
  assert.deepEqual(ownRow(key, rowFrom(columns, cells)), ana);
  assert.deepEqual(ownRow(key, rowFrom(columns, [`'${cells[0]}`, ...cells.slice(1)])), ana);
  for (const i of COLUMNS.keys()) {
    const other = cells.with(i, COLUMNS[i] === "often" ? "daily" : `${cells[i]}x`);
    assert.equal(ownRow(key, rowFrom(columns, other)), undefined, String(COLUMNS[i]));
  }
  assert.equal(ownRow(newKey(), rowFrom(columns, cells)), undefined, "of another instance");
});

test("U20 a proof of consent says when and how; a column of yes is none", () => {
  for (const proof of ["2025-03-01, form", "01/03/2025 10:00", "at the fair in 2019"])
    assert.ok(isProof(proof), proof);
  for (const none of ["", "yes", "TRUE", "1", "12025", `2025 ${"x".repeat(300)}`])
    assert.ok(!isProof(none), none);
});

for (const [name, open] of Object.entries(DATABASES))
  test(`U20 U21 at most 120 an hour are asked, nothing is kept of who was asked long ago, and who comes back is here once: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, [subscribersPart, importedPart]);
    const imported = askImported(own);
    const people = Array.from({ length: 5100 }, (_, i) => ({
      address: `n${i}@example.org`,
      lang: "en",
      what: "all",
      often: "each" as const,
      consent: "2025",
    }));
    assert.deepEqual(await imported.bring(people), { taken: 5000, known: 0, full: 100 });
    assert.deepEqual(await imported.bring(people.slice(0, 2)), { taken: 0, known: 2, full: 0 });
    let made = 0;
    const next = (now: number) =>
      imported.next({ now, hashes: Array.from({ length: 10 }, () => `h${made++}`) });
    const now = Date.UTC(2026, 10, 24);
    let asked = 0;
    for (let some = await next(now); some.length > 0; some = await next(now)) asked += some.length;
    assert.equal(asked, 120);
    const [first] = await next(now + HOUR + 1);
    await imported.back(first!);
    assert.equal(await imported.waiting(), 5000 - 129);
    const later = now + 2 * HOUR;
    const put = (await next(later))[0]!;
    await imported.putOff({ ...put, now: later });
    assert.ok(
      (await next(later)).every(({ address }) => address !== put.address),
      "others first",
    );
    await imported.drop(null);
    await imported.bring(people.slice(4000, 4001));
    const [away] = await next(later);
    await imported.putOff({ ...away!, now: later });
    assert.deepEqual([await next(later + HOUR - 1), await imported.waiting()], [[], 1]);
    assert.deepEqual(
      (await next(later + HOUR)).map(({ address, wasPutOff }) => [address, wasPutOff]),
      [[away!.address, true]],
    );
    await imported.sweep(now + 72 * HOUR + 1);
    await imported.drop(null);
    assert.deepEqual(await imported.bring(people.slice(0, 1)), { taken: 0, known: 1, full: 0 });
    await own("end", now + 80 * HOUR);
    assert.equal(await imported.waiting(), 0);
    const back = { ...ana, stop_hash: "s" };
    assert.deepEqual([await imported.bringBack([back]), await imported.bringBack([back])], [1, 0]);
    assert.deepEqual(
      (await imported.all()).map((one) => ({ ...one })),
      [ana],
    );
  });
