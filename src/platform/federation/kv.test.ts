import assert from "node:assert/strict";
import test from "node:test";
import type { KvKey } from "@fedify/fedify";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import { openKv } from "./kv.ts";

for (const [name, open] of Object.entries(DATABASES))
  test(`SN11 what is remembered ends in time, and of two who change it one is told: ${name}`, async () => {
    await using database = await open();
    const { db, store } = database;
    await migrateLog(db, store);
    let time = 1_790_000_000_000;
    const kv = openKv({ db, private: await openPrivate(db, platformParts), now: () => time });
    const ttl = Temporal.Duration.from({ seconds: 10 });
    await kv.set(["a", "b"], { x: [1, null] });
    await kv.set(["a", "c"], "for ten seconds", { ttl });
    await kv.set(["a"], 0);
    await kv.set(["ab"], true);
    assert.deepEqual(await kv.get(["a", "b"]), { x: [1, null] });
    assert.equal(await kv.get(["a", "c"]), "for ten seconds");
    assert.equal(await kv.get(["b"]), undefined);
    const keys = async (prefix?: KvKey) => {
      const all: string[] = [];
      for await (const { key } of kv.list(prefix)) all.push(key.join("/"));
      return all.toSorted().join(" ");
    };
    assert.equal(await keys(["a"]), "a a/b a/c");
    assert.equal(await keys(), "a a/b a/c ab");
    time += 10_000;
    assert.equal(await kv.get(["a", "c"]), undefined);
    assert.equal(await keys(["a"]), "a a/b");
    assert.deepEqual(
      await Promise.all([kv.cas!(["n"], undefined, 1), kv.cas!(["n"], undefined, 2)]),
      [true, false],
    );
    assert.equal(await kv.cas!(["n"], 1, 3), true);
    assert.equal(await kv.get(["n"]), 3);
    await kv.delete(["n"]);
    assert.equal(await kv.get(["n"]), undefined);
  });
