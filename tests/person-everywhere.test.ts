/** One person in every place that the program has: found in all of them, and after an erasure in none (src/features/holdings). */
import assert from "node:assert/strict";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Kysely } from "kysely";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Db } from "../src/platform/db/store.ts";
import { allRows } from "../src/platform/db/all-rows.ts";
import { privateParts } from "../src/models.ts";
import { FROZEN, mayFreeze } from "../src/platform/private/freezing.ts";
import { besideData, dataPaths } from "../src/platform/process/data-folder.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { pagesLeft } from "../src/platform/web/page-store.ts";
import { serve } from "../tools/program.ts";
import { firstCampaignOn } from "./campaigns.ts";
import { cnd } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import {
  CONTACT,
  fillTables,
  LETTERS,
  NAME,
  recordsOfAll,
  SLUG,
  storeFiles,
} from "./person-places.ts";
import { ownerOf, post, say, sign } from "./saying.ts";

const PERSON = {
  name: NAME,
  role: {
    text: "Minister",
    source: { title: "A gazette", url: "https://example.org/", date: "2026-01-01" },
  },
};

/** Where letters of the person stand in these bytes. */
const isIn = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes).toString("latin1").toLowerCase();
  return LETTERS.some((word) => text.includes(word));
};

/** The files of a folder that hold letters of the person, those that are packed unpacked. */
function filesWith(dir: string): string[] {
  const files = globSync("**/*", { cwd: dir }).filter((path) => statSync(join(dir, path)).isFile());
  assert.ok(files.length > 0, dir);
  return files.filter((path) => {
    const bytes = readFileSync(join(dir, path));
    return isIn(path.endsWith(".gz") ? gunzipSync(bytes) : bytes) || isIn(Buffer.from(path));
  });
}

const pagesWith = (data: string): string[] =>
  [...pagesLeft(dataPaths(data).cache)].flatMap(({ about, bytes }) => {
    const {
      about: { key, coding },
    } = about as { about: { key: string; coding: string } };
    return isIn(coding === "br" ? brotliDecompressSync(bytes) : bytes) ? [key] : [];
  });

/** Tables in which a row holds letters of the person, those of the log too. */
async function tablesWith(db: Db): Promise<string[]> {
  const found: string[] = [];
  const tables = await db.introspection.getTables();
  assert.ok(tables.length > 50);
  await db.transaction().execute(async (tx) => {
    for (const { name } of tables)
      for await (const row of allRows(tx, `select * from ${name}`)) {
        const values = Object.values(row).map((value) =>
          value instanceof Uint8Array ? value : Buffer.from(String(value)),
        );
        if (values.some(isIn)) found.push(name);
      }
  });
  return [...new Set(found)];
}

for (const sort of ["SQLite", "PostgreSQL"] as const)
  test(`HD1 HD4 HD5 HD6 HD7 HD8 law: somebody who was put into every place there is is found in each of them, and after the erasure in none; the log holds; on ${sort}`, async (t) => {
    const dir = mkdtempSync(join(tmpdir(), "cnd-person-"));
    t.after(() => rmSync(dir, { recursive: true, force: true }));
    const data = join(dir, "data");
    await using campaign = await firstCampaignOn(sort, data);
    const { env } = campaign;
    const address = env["CND_DATABASE"] ?? dataPaths(data).database;
    const opened = () => {
      const store = openStore(address);
      const db: Db = new Kysely({ dialect: store.dialect });
      return { store, db, [Symbol.asyncDispose]: () => db.destroy() };
    };
    const key = ownerOf(data);

    // Into the log, a page that is kept, and what waits.
    const media = storeFiles(data);
    const { records, mute } = recordsOfAll(key, media);
    const person = sign(key, { kind: "person.named/1", body: PERSON });
    const bound = sign(key, {
      kind: "slug.bound/1",
      subject: person.id,
      body: { space: "people", slug: SLUG },
    });
    const story = sign(key, { kind: "story.told/1", body: storyOf(person.id) });
    const told = sign(key, {
      kind: "slug.bound/1",
      subject: story.id,
      body: { space: "stories", slug: `with-${SLUG}` },
    });
    const stranger = sign(newKey(), { kind: "person.named/1", body: PERSON });
    {
      await using served = await serve(env);
      for (let i = 0; i < records.length; i += 50)
        await say(served.base, ...records.slice(i, i + 50));
      await say(served.base, person, bound, story, told);
      await post(served.base, stranger);
      for (const path of [
        `/authors/${SLUG}`,
        `/stories/with-${SLUG}`,
        "/stories",
        "/people",
        `/stories/with-${SLUG}.epub`,
        "/search?q=vorundeep",
      ])
        await (await fetch(served.base + path)).arrayBuffer();
      assert.equal((await fetch(`${served.base}/stories/with-${SLUG}`)).status, 200);
    }
    t.diagnostic(
      `${new Set(records.map(({ envelope }) => envelope.kind)).size} kinds; without words: ${mute.join(" ")}`,
    );
    assert.ok(records.length > 30 && pagesWith(data).length > 0);
    const tables = await (async () => {
      await using own = opened();
      return await fillTables(own.db, own.store, data, media[1]!); // of a file that no record shows: of one shown the desk has a row
    })();
    assert.ok(tables.length > 45, `${tables.length}`);

    const named = records
      .filter(({ envelope }) => envelope.kind === "person.named/1")
      .map(({ id }) => id);
    const who = [NAME, CONTACT, person.id, ...named, "--same"]; // of one name the log has several: all of them are meant
    assert.match(cnd(["person", "find", NAME, "--same"], env).err, /possible matches/);
    const found = JSON.parse(succeed(["person", "find", ...who, "--json"], env)) as {
      records: { id: string; isWaiting: boolean }[];
      rows: { table: string; isTheirs: boolean; row: object }[];
      made: { table: string }[];
      files: { sort: string; path: string }[];
    };
    const ids = new Set(found.records.map(({ id }) => id));
    const put = [...records, person, bound, story, told, stranger];
    assert.deepEqual(
      put.filter(({ id }) => !ids.has(id)).map(({ envelope }) => envelope.kind),
      [],
    );
    const inRows = new Set(found.rows.map(({ table }) => table));
    assert.deepEqual(
      tables.filter((table) => !inRows.has(table)),
      [],
    );
    assert.ok(
      found.made.some(({ table }) => table === "search_text"),
      "the index of words",
    );
    for (const file of ["upload", "page"])
      assert.ok(
        found.files.some((one) => one.sort === file),
        file,
      );

    succeed(["person", "export", ...who, "--to", join(dir, "taken")], env);
    const taken = readFileSync(join(dir, "taken/index.html"), "utf8");
    for (const place of [...tables, ...records.map(({ envelope }) => envelope.kind)])
      assert.ok(taken.includes(place), place);
    assert.equal(readFileSync(join(dir, "taken/files/file-1"), "utf8"), `A letter by ${NAME}`);

    const before = await privateRows(opened);
    succeed(["person", "restrict", ...who], env);
    const frozen = await privateRows(opened);
    const theirs = found.rows.filter((row) => row.isTheirs && mayFreeze(privateParts, row.table));
    assert.ok(theirs.length > 20, `${theirs.length}`);
    assert.ok(frozen[FROZEN]!.length >= theirs.length, "their rows are set aside");
    for (const { table, row } of theirs)
      assert.ok(!frozen[table]!.includes(JSON.stringify(row)), `${table} holds it still`);
    const still = JSON.parse(succeed(["person", "find", ...who, "--json"], env)) as typeof found;
    assert.deepEqual(
      still.rows.filter(({ table }) => table === FROZEN).length,
      frozen[FROZEN]!.length,
      "all of it is found",
    );
    succeed(["person", "restrict", ...who, "--lift"], env);
    const after = await privateRows(opened);
    const melted = before[FROZEN]!.map((row) => JSON.parse(row) as { tab: string; said: string });
    for (const { tab, said } of melted) before[tab] = [...before[tab]!, said].toSorted();
    assert.deepEqual(after, { ...before, [FROZEN]: [] }, "everything stands as before");
    succeed(["person", "restrict", ...who], env);

    const receipt = join(dir, "receipt.json");
    const printed = succeed(["person", "erase", ...who, "--yes", "--receipt", receipt], env);
    assert.ok(
      !isIn(Buffer.from(printed)) && !isIn(readFileSync(receipt)),
      "the receipt holds no name",
    );
    const { went } = JSON.parse(readFileSync(receipt, "utf8")) as { went: Record<string, number> };
    for (const table of tables.filter((one) => one !== FROZEN))
      assert.ok(went[`private ${table}`], `the receipt names ${table}`);

    assert.deepEqual(filesWith(data), [], "the data folder");
    assert.deepEqual(pagesWith(data), [], "pages");
    for (const file of Object.values(besideData(data)))
      if (existsSync(file)) assert.ok(!isIn(readFileSync(file)), file);
    {
      await using own = opened();
      assert.deepEqual(await tablesWith(own.db), [], "tables");
    }
    succeed(["verify"], env);
    succeed(["backup", join(dir, "after.tar.gz")], env);
    assert.ok(!isIn(gunzipSync(readFileSync(join(dir, "after.tar.gz")))), "a new backup");
    succeed(["export", join(dir, "exported")], env);
    assert.deepEqual(filesWith(join(dir, "exported")), [], "an export");
    {
      await using served = await serve(env);
      for (const { envelope } of put) {
        const body = await fetch(`${served.base}/log/body/${envelope.body}`);
        assert.ok(!isIn(new Uint8Array(await body.arrayBuffer())), envelope.kind);
      }
      assert.equal((await fetch(`${served.base}/authors/${SLUG}`)).status, 404);
    }
    assert.match(cnd(["person", "find", NAME], env).err, /We found nothing here about this person/);
  });

/** The rows of every private table that may be frozen, and those that are. */
async function privateRows(
  opened: () => AsyncDisposable & { readonly db: Db },
): Promise<Record<string, readonly string[]>> {
  await using own = opened();
  const rows: Record<string, string[]> = {};
  const tables = privateParts
    .flatMap((part) => Object.keys(part.tables))
    .filter((table) => table === FROZEN || mayFreeze(privateParts, table));
  await own.db.transaction().execute(async (tx) => {
    for (const table of tables) {
      rows[table] = [];
      for await (const row of allRows(tx, `select * from ${table}`))
        rows[table].push(JSON.stringify(row));
      rows[table].sort();
    }
  });
  return rows;
}

const storyOf = (person: string) => ({
  title: "The mast above the valley",
  summary: "Somebody climbs.",
  language: "en",
  category: "Water",
  published: "2026-01-01",
  authors: [person],
  people: [person],
  markdown: `${NAME} climbs the mast.`,
});
