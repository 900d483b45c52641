/** The trail's rows: added, counted on, bounded, and gone when their time is over. Rules V61 to V63, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate, platformParts } from "./private.ts";
import { NOBODY, SIGN_IN, trailPart, trailPage, type Deed, type TrailRow } from "./trail.ts";

const deed = (more: Partial<Deed> = {}): Deed => ({
  moment: "2026-11-28T09:00:00.000Z",
  times: 1,
  who: "li",
  what: "/desk/settings",
  about: "",
  detail: "",
  network: "",
  outcome: "done",
  ...more,
});

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V61 what is done again is counted, and what one account does fills no more than its rows of a day: ${name}`, async () => {
    await using house = await opened(open);
    const { ask, rows } = house;
    await ask("trail.add", deed());
    await ask("trail.add", deed({ moment: "2026-11-28T09:05:00.000Z" }));
    await ask("trail.add", deed({ detail: "other" }));
    await ask("trail.add", deed({ who: "rosa" }));
    await ask("trail.add", deed());
    assert.deepEqual(
      (await rows()).map(({ n, times, last, who, detail }) => [
        n,
        times,
        last.slice(11, 16),
        who,
        detail,
      ]),
      [
        [4, 1, "09:00", "li", ""],
        [3, 1, "09:00", "rosa", ""],
        [2, 1, "09:00", "li", "other"],
        [1, 2, "09:05", "li", ""],
      ],
      "their order stays",
    );
    const tried = (i: number) =>
      deed({
        who: NOBODY,
        what: SIGN_IN,
        detail: "PIN",
        network: `203.0.${i}.0/24`,
        outcome: "refused",
      });
    const before = [
      ...Array.from({ length: 49 }, (_, i) => tried(i)),
      ...Array.from({ length: 496 }, (_, i) => deed({ what: "/desk/stories", about: `${i}` })),
    ];
    const asRow = (one: Deed, i: number) => ({
      ...one,
      n: 5 + i,
      day: "2026-11-28",
      last: one.moment,
    });
    await ask(
      "restore",
      before.map((one, i) => ({ table: "trail", row: asRow(one, i) })),
    );
    for (let i = 100; i < 104; i++) await ask("trail.add", tried(i));
    for (let i = 600; i < 604; i++)
      await ask("trail.add", deed({ what: "/desk/stories", about: `${i}` }));
    const next = { moment: "2026-11-29T09:00:00.000Z", what: "/desk/stories", about: "1" };
    await ask("trail.add", deed(next));
    const all = await rows();
    const refused = all.filter((row) => row.outcome === "refused");
    assert.equal(refused.length, 51);
    assert.deepEqual([refused[0]!.network, refused[0]!.times], ["", 3], "the rest is one row");
    const done = all.filter((row) => row.who === "li" && row.day === "2026-11-28");
    assert.equal(done.length, 501);
    assert.deepEqual([done[0]!.about, done[0]!.times], ["", 3]);
    assert.equal(all[0]!.about, "1", "the next day has its own");
    const sum = all.reduce((n, row) => n + row.times, 0);
    assert.equal(sum, 5 + 49 + 496 + 9, "each deed is counted");
  });

  test(`V62 what is past its time goes, the oldest first; a clock that jumps deletes nothing newer: ${name}`, async () => {
    await using house = await opened(open);
    const { ask, rows } = house;
    const days = [
      "2025-01-01",
      "2025-06-01",
      "2026-11-01",
      "1970-01-01",
      "2031-01-01",
      "2026-11-28",
    ];
    for (const day of days) await ask("trail.add", deed({ moment: `${day}T09:00:00.000Z` }));
    const expire = (first: string, today: string) => ask("trail.expire", { first, today });
    assert.equal(await expire("2025-10-24", "2026-11-28"), 2);
    assert.deepEqual(
      (await rows()).map((row) => row.day),
      ["2026-11-28", "2031-01-01", "1970-01-01", "2026-11-01"],
      "what was written in 1970 was written after November 2026",
    );
    assert.equal(await expire("2025-10-24", "2026-11-28"), 0);
    assert.equal(await expire("2026-11-15", "2027-12-20"), 2, "and goes with it");
  });

  test(`V63 what was written or counted since a backup is brought back once: ${name}`, async () => {
    await using house = await opened(open);
    const { ask, rows } = house;
    await ask("trail.add", deed());
    await ask("trail.add", deed({ what: "cnd backup" }));
    const backup = await rows();
    await ask("trail.add", deed({ what: "cnd backup" }));
    await ask("trail.add", deed({ who: "rosa" }));
    const since = await rows();
    await using later = await opened(open);
    await later.ask(
      "restore",
      backup.map((row) => ({ table: "trail", row })),
    );
    for (let again = 0; again < 2; again++) await later.ask("trail.restored", since);
    assert.deepEqual(await later.rows(), since);
    const next = (await later.ask("trail.add", deed({ what: "cnd restore" }))) as TrailRow;
    assert.equal(next.n, since[0]!.n + 1);
  });
}

test("V61 nothing that the program can do to the trail changes or takes a row but its time", () => {
  assert.deepEqual(Object.keys(trailPart.operations).toSorted(), ["add", "expire", "restored"]);
});

async function opened(open: (typeof DATABASES)["SQLite"]) {
  const database = await open();
  await migrateLog(database.db, database.store);
  const ask = await openPrivate(database.db, platformParts, database.store);
  return {
    ask,
    rows: () => trailPage(database.db, { most: 10_000 }),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
