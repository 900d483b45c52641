/** Private tables (src/platform/private/README.md), on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { privateParts } from "../src/models.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import { writeState } from "../src/platform/log/state.ts";
import { openPrivate, privateRows, type PrivateRow } from "../src/platform/private/private.ts";
import type { Count } from "../src/platform/web/tally.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { newSecret, type Submission } from "../src/platform/private/submissions.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

async function opened({ db, store }: TestDatabase): Promise<Privately> {
  await migrateLog(db, store);
  return openPrivate(db, privateParts);
}

const sent = (secret: string) => ({
  secret,
  received: "2026-11-24",
  about: JSON.stringify({ words: "A roof" }),
  contact: "by the shop",
});
const read = (privately: Privately, secret: string) =>
  privately("submissions.bySecret", secret) as Promise<Submission>;

async function rowsOf({ db }: TestDatabase): Promise<PrivateRow[]> {
  const rows: PrivateRow[] = [];
  for await (const row of privateRows(db, privateParts)) rows.push(row);
  return rows;
}

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V1 migrations run once, and data of a newer program is refused: ${name}`, async () => {
    await using database = await open();
    const secret = newSecret();
    const privately = await opened(database);
    await privately("submissions.add", sent(secret));
    assert.equal(
      (await read(await openPrivate(database.db, privateParts), secret)).state,
      "received",
    );
    await database.db
      .transaction()
      .execute((tx) => writeState(tx, { "private:submissions": "99" }));
    await assert.rejects(openPrivate(database.db, privateParts), /newer program \(submissions 99/);
  });

  test(`names that a stranger makes up end no count of those that are known: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const count = (names: readonly string[]) =>
      privately(
        "counts.add",
        names.map((one) => ({ day: "2026-11-24", kind: "from", name: one, n: 1 })),
      );
    await count(["known.example"]);
    await count(Array.from({ length: 5000 }, (_, i) => `made-up-${i}.example`));
    await count(["known.example", "late.example"]);
    const rows = (await privately("counts.since", "2026-11-24")) as readonly Count[];
    assert.equal(rows.length, 5000);
    assert.deepEqual([rows[0]?.name, rows[0]?.n], ["known.example", 2]);
  });

  test(`V3 of a secret only the hash is kept, and it opens nothing else: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const secret = newSecret();
    await privately("submissions.add", sent(secret));
    const rows = await rowsOf(database);
    assert.equal(rows.length, 1);
    assert.ok(!JSON.stringify(rows).includes(secret));
    assert.match(String(rows[0]!.row["secret_hash"]), /^[0-9a-f]{64}$/);
    assert.equal((await read(privately, secret)).contact, "by the shop");
    for (const other of [
      newSecret(),
      String(rows[0]!.row["secret_hash"]),
      String(rows[0]!.row["id"]),
    ])
      assert.equal(await read(privately, other), undefined);
  });

  test(`D12 what came on one day waits in the order in which it came: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const ids: unknown[] = [];
    for (let i = 0; i < 12; i++) ids.push(await privately("submissions.add", sent(newSecret())));
    const earlier = { ...sent(newSecret()), received: "2026-11-23" };
    ids.unshift(await privately("submissions.add", earlier));
    const waiting = (await privately("submissions.list", null)) as Submission[];
    assert.deepEqual(
      waiting.map(({ id }) => id),
      ids,
    );
  });

  test(`V4 withdrawing forgets what was sent, refusing forgets how to reach the sender: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const [one, two] = [newSecret(), newSecret()];
    await privately("submissions.add", sent(one));
    const id = await privately("submissions.add", sent(two));
    await privately("submissions.withdraw", one);
    await privately("submissions.settle", { id, state: "refused", reason: "Too far." });
    const [withdrawn, refused] = [await read(privately, one), await read(privately, two)];
    assert.deepEqual(
      [withdrawn.state, withdrawn.about, withdrawn.contact],
      ["withdrawn", "{}", null],
    );
    assert.deepEqual(
      [refused.state, refused.reason, refused.contact],
      ["refused", "Too far.", null],
    );
    assert.ok(!JSON.stringify(await rowsOf(database)).includes("by the shop"));
    assert.equal(await privately("submissions.withdraw", one), undefined, "once is enough");
  });

  test(`V5 what is settled is not settled otherwise, and can still be withdrawn: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const secret = newSecret();
    const id = await privately("submissions.add", sent(secret));
    const settle = (state: string) => privately("submissions.settle", { id, state });
    assert.deepEqual(await privately("submissions.list", null), [await read(privately, secret)]);
    assert.deepEqual([await settle("accepted"), await settle("refused")], [true, false]);
    assert.equal((await read(privately, secret)).state, "accepted");
    assert.deepEqual(await privately("submissions.list", null), []);
    await privately("submissions.withdraw", secret);
    assert.equal(await settle("accepted"), false);
  });

  test(`V6 beyond 5,000 that wait nothing is kept: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const first = newSecret();
    const id = await privately("submissions.add", sent(first));
    await sql`insert into submission (id, secret_hash, received, about, state)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 4999)
      select 'n' || i, 'h' || i, '2026-11-24', '{}', 'received' from n`.execute(database.db);
    assert.equal(await privately("submissions.add", sent(newSecret())), undefined);
    await privately("submissions.settle", { id, state: "refused" });
    assert.ok(await privately("submissions.add", sent(newSecret())));
  });
}
