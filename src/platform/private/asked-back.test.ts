/** What the desk asks back, and what came twice, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { A_DAY } from "../../engines/calendar/day.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate, platformParts } from "./private.ts";
import { MAX_TURNS, newSecret, talkOf, type Kept, type Submission } from "./submissions.ts";

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V64 several at once under one secret: the same is one, another is told to take another secret, and what is kept once is kept once: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, platformParts);
    const keep = (secret: string, about: string, once = true) =>
      own("submissions.keep", { secret, about, received: "2026-11-24", once }) as Promise<
        string | Kept | undefined
      >;
    const secret = newSecret();
    const [one, again, other] = await Promise.all([
      keep(secret, '{"a":1}'),
      keep(secret, '{"a":1}'),
      keep(secret, '{"a":2}'),
    ]);
    assert.equal(again, one);
    assert.deepEqual(other, { is: "other" });
    const alike = await Promise.all([1, 2, 3].map(() => keep(newSecret(), '{"a":3}')));
    assert.equal(alike.filter((kept) => typeof kept === "string").length, 1);
    for (const kept of alike)
      if (typeof kept === "object") assert.ok(kept.is === "same" && kept.first.id === alike[0]);
    const free = await Promise.all([1, 2].map(() => keep(newSecret(), '{"a":4}', false)));
    assert.equal(new Set(free).size, 2);
    assert.equal(((await own("submissions.list", null)) as unknown[]).length, 4);
  });

  test(`V64 the desk asks and its sender answers, in turn, until it is settled; what was said goes with it: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, platformParts);
    const sent = { received: "2026-11-24", about: '{"a":1}', contact: "by the shop" };
    const on = "2026-11-25";
    const [secret, other] = [newSecret(), newSecret()];
    const id = (await own("submissions.add", { secret, ...sent })) as string;
    const turns = async () => talkOf((await own("submissions.byId", id)) as Submission).length;
    const ask = () => own("submissions.ask", { id, words: "Which clinic?", on });
    const answer = (from = secret) =>
      own("submissions.answer", { secret: from, words: "At the river.", on });
    assert.equal(await answer(), false, "nobody asked");
    assert.deepEqual([await ask(), await ask()], [true, false], "one question at a time");
    assert.equal(await answer(newSecret()), false, "of somebody else");
    assert.deepEqual([await answer(), await answer()], [true, false]);
    for (let n = 2; n < MAX_TURNS; n += 2)
      assert.deepEqual([await ask(), await answer()], [true, true]);
    assert.deepEqual([await ask(), await turns()], [false, MAX_TURNS]);

    const same = () => own("submissions.same", sent.about) as Promise<Submission | undefined>;
    assert.equal((await same())?.id, id);
    await own("submissions.settle", { id, state: "refused", reason: "No." });
    assert.deepEqual([await ask(), await turns(), await same()], [false, 0, undefined]);

    const later = (await own("submissions.add", { secret: other, ...sent })) as string;
    await own("submissions.ask", { id: later, words: "Which?", on });
    await own("submissions.withdraw", other);
    const { talk } = (await own("submissions.byId", later)) as Submission;
    assert.deepEqual([talk, await same()], [null, undefined]);
  });

  test(`V78 a year after the desk decided, who sent what was accepted cannot be reached any more, and what was refused is gone: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, platformParts);
    const send = async (state?: "accepted" | "refused") => {
      const secret = newSecret();
      const sent = { secret, received: "2026-01-01", about: secret, contact: "by the shop" };
      const id = (await own("submissions.add", sent)) as string;
      await own("submissions.ask", { id, words: "Which roof?", on: "2026-01-02" });
      if (state) await own("submissions.settle", { id, state });
      return () => own("submissions.byId", id) as Promise<Submission | undefined>;
    };
    const [waits, accepted, refused] = [
      await send(),
      await send("accepted"),
      await send("refused"),
    ];
    const { settled } = (await accepted())!;
    const decided = Date.parse(settled!);
    assert.ok(Math.abs(Date.now() - decided) < 2 * A_DAY, settled!);
    await own("end", decided + 365 * A_DAY);
    assert.equal((await accepted())!.contact, "by the shop");
    assert.ok(await refused());
    await own("end", decided + 366 * A_DAY);
    const { contact, talk, about } = (await accepted())!;
    assert.deepEqual({ contact, talk }, { contact: null, talk: null });
    assert.ok(about.length > 2, "what it became stays theirs to take back");
    assert.equal(await refused(), undefined);
    assert.equal((await waits())!.contact, "by the shop", "nobody has decided");
  });
}
