/** Whom the desk shuts out, and who liked what (README.md), on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { isOn, shutOut, type BlockRow } from "./blocks.ts";
import { followersOf } from "./fediverse-people.ts";
import { openPrivate, privateRows } from "./private.ts";
import type { ReactionCount } from "../../features/fediverse/private.ts";

for (const [name, open] of Object.entries(DATABASES)) {
  async function opened() {
    const database = await open();
    await migrateLog(database.db, database.store);
    return { database, ask: await openPrivate(database.db, privateParts) };
  }
  const row = (who: string, is: BlockRow["is"]): BlockRow => ({
    who,
    is,
    sort: who.startsWith("https:") ? "account" : "domain",
    by: "a",
    day: "2026-11-26",
    note: "",
  });

  test(`V30 what is shut out is so below its name, and the strictest counts: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    const amina = "https://a.social.example/users/amina";
    const of = (uri: string) => shutOut(database.db, uri);
    assert.equal(await of(amina), undefined);
    await ask("blocks.shut", row("social.example", "muted"));
    assert.equal(await of(amina), "muted");
    assert.equal(await of("https://social.example:8443/amina"), "muted");
    assert.equal(await of("https://asocial.example/amina"), undefined);
    await ask("blocks.shut", row(amina, "blocked"));
    assert.equal(await of(amina), "blocked");
    assert.equal(await of(`${amina}2`), "muted");
    await ask("blocks.open", amina);
    assert.equal(await of(amina), "muted");
    await ask("blocks.shut", row("social.example", "blocked"));
    assert.equal(await of(amina), "blocked");
  });

  test(`V31 whether this instance speaks with the fediverse is kept: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    assert.equal(await isOn(database.db), true);
    await ask("blocks.turn", false);
    assert.equal(await isOn(database.db), false);
    await ask("blocks.turn", true);
    assert.equal(await isOn(database.db), true);
  });

  test(`V32 each account counts once, and it alone takes it back; who it was is not kept: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    const [amina, baraka] = ["https://a.example/amina", "https://b.example/baraka"];
    const about = "a".repeat(64);
    const like = (by: string, n: number) => ({
      activity: `${by}#like-${n}`,
      by,
      kind: "like",
      about,
    });
    assert.equal(await ask("reactors.add", like(amina, 1)), true);
    assert.equal(await ask("reactors.add", like(amina, 1)), false);
    assert.equal(await ask("reactors.add", like(amina, 2)), false);
    assert.equal(await ask("reactors.add", like(baraka, 1)), true);
    assert.equal(await ask("reactors.add", { ...like(amina, 3), kind: "boost" }), true);
    const changed = async () => {
      const all = (await ask("reactors.changed", null)) as ReactionCount[];
      return all.map(({ likes, boosts }) => [likes, boosts]);
    };
    assert.deepEqual(await changed(), [[2, 1]]);
    const other = { activity: `${baraka}#like-1`, by: amina };
    assert.equal(await ask("reactors.undo", other), false);
    assert.equal(await ask("reactors.undo", { ...other, by: baraka }), true);
    assert.deepEqual(await changed(), [[1, 1]]);
    await ask("reactors.leave", amina);
    assert.deepEqual(await changed(), []);
    for await (const kept of privateRows(database.db, privateParts))
      assert.doesNotMatch(JSON.stringify(kept), /example/);
  });

  test(`V33 counts are told until they are said, and again where more came meanwhile: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    const about = "b".repeat(32);
    const like = (n: number) => ({
      activity: `https://a.example/${n}/like`,
      by: `https://a.example/${n}`,
      kind: "like",
      about,
    });
    const changed = async () => (await ask("reactors.changed", null)) as ReactionCount[];
    await ask("reactors.add", like(1));
    const [first] = await changed();
    assert.equal(first?.likes, 1);
    assert.equal((await changed()).length, 1);
    await ask("reactors.add", like(2));
    await ask("reactors.said", [first]);
    const [second] = await changed();
    assert.equal(second?.likes, 2);
    await ask("reactors.said", [second]);
    assert.deepEqual(await changed(), []);
    await ask("reactors.forget", [about]);
    await ask("reactors.add", like(1));
    assert.equal((await changed())[0]?.likes, 1);
  });

  test(`FF11 whose profile changes follows on, and is written to where it says now: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    const uri = "https://a.example/amina";
    const amina = { uri, handle: "@amina@a.example", host: "a.example", shared: null };
    const follower = { actor: "campaign", since: 1, ...amina, inbox: `${uri}/inbox` };
    const known = async () =>
      (await followersOf(database.db, { actor: "campaign", limit: 9 })).map((one) => ({ ...one }));
    await ask("federation.follow", follower);
    await ask("federation.moved", { from: uri, to: { ...amina, inbox: `${uri}/in` } });
    assert.deepEqual(await known(), [{ ...follower, inbox: `${uri}/in` }]);
    const to = { ...amina, uri: "https://b.example/amina", inbox: "https://b.example/in" };
    await ask("federation.moved", { from: uri, to });
    assert.deepEqual(await known(), [{ ...follower, ...to }]);
  });
}
