/** `cnd verify` (L17 to L20 of src/platform/log/README.md, V50): what was altered by accident or by a clumsy hand is found. */
import assert from "node:assert/strict";
import { createHash, randomInt } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { Kysely } from "kysely";
import { Client } from "pg";
import { privateParts } from "../src/models.ts";
import { verifyData } from "../src/commands/verify.ts";
import { formatCheckpoint, parseCheckpoint } from "../src/engines/tlog/checkpoint.ts";
import { signNote } from "../src/engines/tlog/note.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { keyFromPem } from "../src/platform/records/keys.ts";
import { cnd, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";

const BYTES = 25; // altered one at a time
const FILE = "log.sqlite";
let ready: ReturnType<typeof temporary> | undefined;
after(() => ready?.[Symbol.dispose]());

test("L17 an altered byte of the file is found, or changes nothing that can be read", async () => {
  using made = await campaign();
  const file = join(made.data, FILE);
  const whole = readFileSync(file);
  const before = contentOf(file)!;
  assert.ok(before.length > 40, "tables were read");
  const seed = randomInt(2 ** 31);
  const held = [...whole.keys()].filter((at) => whole[at] !== 0); // most of a young file is empty
  let found = 0;
  for (let i = 0; i < BYTES; i++) {
    const at = held[digest(`${seed} ${i}`).readUInt32LE() % held.length]!;
    const altered = Buffer.from(whole);
    altered[at]! ^= 1 + (digest(`${seed} ${i} bit`)[0]! % 255);
    writeFileSync(file, altered);
    const { problems } = await verify(made.data);
    if (problems.length > 0) found++;
    else assert.deepEqual(contentOf(file), before, `seed ${seed}, byte ${at}: not found`);
  }
  assert.ok(found > BYTES / 3, `seed ${seed}: ${found} of ${BYTES} bytes found`);
  writeFileSync(file, whole);
  assert.deepEqual((await verify(made.data)).problems, []);
});

test("L17 an altered byte of each copy of a text is found, also of one in an index, by which a row is looked up", async () => {
  using made = await campaign();
  const file = join(made.data, FILE);
  const whole = readFileSync(file);
  const [slug, before] = [Buffer.from(slugOf(made.data)), contentOf(file)];
  let [copies, inIndexes] = [0, 0];
  for (let at = whole.indexOf(slug); at >= 0; at = whole.indexOf(slug, at + 1)) {
    copies++;
    const altered = Buffer.from(whole);
    altered[at]! ^= 1;
    writeFileSync(file, altered);
    if (isDeepStrictEqual(contentOf(file), before)) inIndexes++;
    assert.notDeepEqual((await verify(made.data)).problems, [], `byte ${at}: not found`);
  }
  assert.ok(inIndexes > 0 && copies > inIndexes, `${copies} copies, ${inIndexes} in indexes`);
});

test("L17 a word of the index that stands in no column any more is found, though all else of the index is whole", async () => {
  using made = await campaign();
  const file = join(made.data, FILE);
  const whole = readFileSync(file);
  const before = indexed(file)!;
  const block = wordBlock(file);
  const begins = whole.indexOf(block);
  const isLost = (now: readonly string[] | undefined) =>
    now?.length === before.length &&
    now.some((word, i) => word !== before[i]) &&
    now.every((word, i) => word === before[i] || word === before[i]!.replace(/ body$/, " null"));
  let lost = false;
  for (let at = begins + 20; !lost && at < begins + block.length; at++) {
    const altered = Buffer.from(whole);
    altered[at]! ^= 4; // from the column of the text to one that is not there
    writeFileSync(file, altered);
    lost = isLost(indexed(file));
  }
  assert.ok(lost, "a byte was found that takes a word out of the text, and changes nothing else");
  const { problems } = await verify(made.data);
  assert.equal(problems.filter((line) => WORDS.test(line)).length, 1, problems.join("\n"));
});

for (const [database, start] of Object.entries({ SQLite: onSqlite, PostgreSQL: onPostgres })) {
  test(`L18 L19 V50 what was changed by hand is found, named, and what to do about it: ${database}`, async () => {
    await using made = await start();
    await made.write(async (ask) => {
      await ask("accounts.create", { table: "auth_user", row: account });
      await ask("drafts.create", {
        kind: "story",
        slug: "a-draft",
        lang: "en",
        text: "Mine",
        by: "n",
      });
      await ask("consents.add", [consent]);
    });
    assert.deepEqual((await made.verify()).problems, []);
    for (const [change, back, expected] of [...CHANGES, ...made.changes]) {
      await made.change(change);
      const { problems } = await made.verify();
      assert.equal(
        problems.filter((line) => expected.test(line)).length,
        1,
        `${change}: ${problems.join("\n")}`,
      );
      for (const line of problems) assert.match(line, DO, change);
      await made.change(back);
    }
    assert.deepEqual((await made.verify()).problems, []);
    await made.change("delete from search_text where rowid = (select min(id) from search_doc)");
    const { problems } = await made.verify();
    assert.match(problems.join("\n"), WORDS);
  });
}

test("L19 law: a row that this program never wrote is found in every table of the database", async () => {
  using made = await campaign();
  const file = join(made.data, FILE);
  await writing(file, async () => undefined);
  const whole = readFileSync(file);
  const tables = tablesIn(file);
  assert.ok(tables.length > 80, String(tables.length));
  for (let i = 0; i < tables.length; i += AT_ONCE) {
    writeFileSync(file, whole);
    const some = tables.slice(i, i + AT_ONCE);
    {
      using db = new DatabaseSync(file);
      db.enableDefensive(false); // SQLite guards the tables of its index from whoever asks it to
      for (const { name, values } of some) db.exec(`insert into ${name} values (${values})`);
    }
    const found = (await verify(made.data)).problems.join("\n");
    for (const { name } of some)
      assert.match(found, ELSEWHERE[name] ?? new RegExp(`table ${name}: `));
  }
});
const AT_ONCE = 40; // as many as have a line each

/** Those that are looked at, with the values of a row. */
function tablesIn(file: string): { readonly name: string; readonly values: string }[] {
  using db = new DatabaseSync(file, { readOnly: true });
  const all = db.prepare("select name, type from pragma_table_list where schema = 'main'").all();
  return (all as { name: string; type: string }[])
    .filter(({ name, type }) => !(name in NOT_LOOKED_AT) && type !== "virtual")
    .map(({ name }) => {
      const columns = db.prepare("select type from pragma_table_info(?)").all(name);
      const valueOf = (type: string) =>
        /int|double|real/i.test(type) ? "4503599627370000" : /blob/i.test(type) ? "x'78'" : "'x'";
      return { name, values: columns.map(({ type }) => valueOf(String(type))).join(", ") };
    });
}

/** Of these a row too many means nothing: why. */
const NOT_LOOKED_AT: Readonly<Record<string, string>> = {
  sqlite_schema: "the list of the tables, which SQLite checks itself",
  record: "each of its columns is altered in the test of L18",
  row_sum:
    "the sums of private tables: each is compared with its table, and one of none means nothing",
  search_text_data: "the words of the index as SQLite lays them out: they are read as words",
  search_text_idx: "where these words lie",
};
/** What is said of a row that stands there, where that is not of the table. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  held: /^waiting record/m,
};

test("L17 a file that is no database any more is one clear line", async () => {
  using made = await campaign();
  const file = join(made.data, FILE);
  writeFileSync(file, readFileSync(file).fill(7, 0, 100));
  const { code, err } = cnd(["verify"], { CND_DATA: made.data });
  assert.equal(code, 1);
  assert.match(
    err,
    /^The database cannot be read \([^\n]*\)\. Restore the newest backup [^\n]*\n$/,
  );
});

test("L20 the lists beside the data are checked: the kept checkpoint, the erasures, the withdrawals", async () => {
  using made = await campaign();
  const erased = { CND_DATA: made.data };
  succeed(["erase", "/stories/" + slugOf(made.data)], erased);
  assert.deepEqual((await verify(made.data)).problems, []);
  const [list, checkpoint] = [`${made.data}.erasures`, `${made.data}.checkpoint`];
  const [listed, kept] = [readFileSync(list, "utf8"), readFileSync(checkpoint, "utf8")];
  const problemsOf = async (path: string, text: string, back: string) => {
    writeFileSync(path, text);
    const { problems } = await verify(made.data);
    writeFileSync(path, back);
    return problems.join("\n");
  };
  assert.match(
    await problemsOf(list, listed.replace(/"signature/, '"signatura'), listed),
    /erasures: line 1 of/,
  );
  assert.match(
    await problemsOf(list, "", listed),
    /list of erasures: \d+ of the log are not in it/,
  );
  assert.match(
    await problemsOf(checkpoint, kept.replace(/\n[1-9]/, "\n7"), kept),
    /kept checkpoint: it was altered/,
  );
  const { origin, size, root } = parseCheckpoint(`${kept.split("\n\n")[0]!}\n`);
  const { privateKey } = keyFromPem(readFileSync(join(made.data, "keys/log.pem"), "utf8"));
  const signed = (of: { size: number; root: Uint8Array }) =>
    problemsOf(checkpoint, signNote(formatCheckpoint({ origin, ...of }), origin, privateKey), kept);
  assert.match(
    await signed({ size, root: digest("another log") }),
    new RegExp(`^kept checkpoint: the first ${size} records are not those that it covers`),
  );
  assert.match(
    await signed({ size: size + 1, root }),
    new RegExp(`^kept checkpoint: it covers ${size + 1} records, the log has ${size}`),
  );
  assert.equal(await signed({ size, root }), "");
  writeFileSync(`${made.data}.withdrawn`, `${"0".repeat(64)}\nx\n`);
  writeFileSync(`${made.data}.access`, "{");
  const lines = (await verify(made.data)).problems.join("\n");
  assert.match(lines, /withdrawals: line 2 of/);
  assert.match(lines, /list of who may come in: /);
});

const DO =
  / (?:Run bin\/cnd\.js rebuild\.|Run bin\/cnd\.js backup FILE, .*|Restore the newest backup .*)$/;
const WORDS =
  /^(?:table search_text_docsize: [^\n]*\n)?table search_text: its words differ [^\n]*Run bin\/cnd\.js rebuild\.$/;
type Change = readonly [change: string, back: string, expected: RegExp];
/** PostgreSQL's words that stand in no column: of a weight that is nobody's, and without any place. */
const NOWHERE: readonly Change[] = [
  [
    "update search_text set words = replace(words::text, ':3', ':3C')::tsvector",
    "update search_text set words = replace(words::text, ':3C', ':3')::tsvector",
    WORDS,
  ],
  [
    "update search_text set words = replace(words::text, ':3', '')::tsvector",
    "update search_text set words = regexp_replace(words::text, '(''[^'': ]+'')(?!:)', '\\1:3', 'g')::tsvector",
    WORDS,
  ],
];
/** A change, what takes it back, and the line it must bring about. */
const CHANGES: readonly Change[] = [
  ...["author", "subject", "kind", "at", "audience", "body_hash", "id"].map(
    (column) =>
      [
        `update record set ${column} = ${column} || 'x' where idx = 4`,
        `update record set ${column} = substr(${column}, 1, length(${column}) - 1) where idx = 4`,
        new RegExp(
          `^record 4: its column ${column} differs from its signed bytes\\. Run bin\\/cnd\\.js backup`,
        ),
      ] as const,
  ),
  [
    "update tile set n = n + 9",
    "update tile set n = n - 9",
    /^table tile: the row level=0 n=9 follows from no record\./,
  ],
  [
    "insert into erased values ('x', 'y')",
    "delete from erased",
    /^table erased: the row hash=x by=y follows from no record\./,
  ],
  [
    "insert into media_ref values ('x', 'y')",
    "delete from media_ref where media = 'x'",
    /^table media_ref: the row media=x body_hash=y follows from no record\./,
  ],
  [
    "insert into held select id, 'early', 0, entry, document from record where idx = 3",
    "delete from held",
    /^waiting record [0-9a-f]{64}: its columns differ from its signed bytes\./,
  ],
  [
    "update state set value = value || '0' where key = 'size'",
    "update state set value = substr(value, 1, length(value) - 1) where key = 'size'",
    /^state size: expected \d+, found \d+0\./,
  ],
  ...["folder", "generation", "private:drafts", "projection:stories"].flatMap((key) =>
    ["key", "value"].map(
      (column) =>
        [
          `update state set ${column} = ${column} || 'x' where key = '${key}'`,
          `update state set ${column} = substr(${column}, 1, length(${column}) - 1) where key in ('${key}', '${key}x')`,
          /^table state: something else than this program changed it\. Run bin\/cnd\.js backup/,
        ] as const,
    ),
  ),
  [
    "update version set n = n - 1 where name = 'stories'",
    "update version set n = n + 1 where name = 'stories'",
    /^table version: something else than this program changed it, [^\n]*\. Run bin\/cnd\.js rebuild\.$/,
  ],
  [
    "update story set title = title || ' (forged)'",
    "update story set title = replace(title, ' (forged)', '')",
    /^table story: the row subject=[0-9a-f]{64} differs from what the records say\. Run bin\/cnd\.js rebuild\.$/,
  ],
  [
    "insert into address select space, slug || '-x', subject, at, id from address where space = 'stories'",
    "delete from address where slug like '%-x'",
    /^table address: the row space=stories slug=[a-z0-9-]+-x follows from no record\./,
  ],
  [
    "update auth_user set role = 'owner'",
    "update auth_user set role = 'editor'",
    /^private table auth_user: something else than this program changed it\. Restore/,
  ],
  [
    "update draft_version set text = 'Yours'",
    "update draft_version set text = 'Mine'",
    /^private table draft_version: /,
  ],
  [
    "update consent set given = '2027-01-01'",
    "update consent set given = '2026-11-24'",
    /^private table consent: /,
  ],
];

const account = {
  id: "n",
  createdAt: "2026-11-24",
  updatedAt: "2026-11-24",
  name: "N.",
  email: "n@example.org",
  emailVerified: 1,
  role: "editor",
  closed: 0,
  pinFailures: 0,
};
const consent = {
  id: "c",
  owner: "o",
  n: 0,
  about: "{}",
  salt: "s",
  code: "k",
  given: "2026-11-24",
};

interface Made extends AsyncDisposable {
  verify(): Promise<{ readonly problems: readonly string[] }>;
  /** As this program writes. */
  write(work: (ask: Privately) => Promise<void>): Promise<void>;
  /** What can be changed in this database alone. */
  readonly changes: readonly Change[];
  /** As another program does. */
  change(statement: string): Promise<void>;
}

async function onSqlite(): Promise<Made> {
  const made = await campaign();
  const file = join(made.data, FILE);
  return {
    changes: [
      [
        "update search_text_docsize set sz = cast(sz || x'01' as blob) where id = (select min(id) from search_doc)",
        "update search_text_docsize set sz = substr(sz, 1, length(sz) - 1) where id = (select min(id) from search_doc)",
        /^table search_text_docsize: the row id=\d+ differs from what the records say\. Run bin\/cnd\.js rebuild\.$/,
      ],
    ],
    verify: () => verify(made.data),
    write: (work) => writing(file, work),
    async change(statement) {
      using other = new DatabaseSync(file);
      other.enableDefensive(false);
      other.exec(statement);
    },
    async [Symbol.asyncDispose]() {
      made[Symbol.dispose]();
    },
  };
}

async function onPostgres(): Promise<Made> {
  const { address, ...database } = await DATABASES.PostgreSQL();
  const folder = temporary();
  const data = join(folder.dir, "data");
  succeed(["init", join(folder.dir, "campaign"), "--yes"]);
  succeed(["import", join(folder.dir, "campaign")], { CND_DATA: data, CND_DATABASE: address });
  return {
    changes: NOWHERE,
    verify: () => verify(data, address),
    write: (work) => writing(address, work),
    async change(statement) {
      const client = new Client({ connectionString: address });
      await client.connect();
      await client.query(statement);
      await client.end();
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

async function writing(address: string, work: (ask: Privately) => Promise<void>): Promise<void> {
  await using db = new Kysely<object>({ dialect: openStore(address).dialect });
  await work(await openPrivate(db, privateParts));
}

function slugOf(data: string): string {
  using db = new DatabaseSync(join(data, FILE), { readOnly: true });
  return String(db.prepare("select slug from address where space = 'stories'").get()!["slug"]);
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

async function campaign(): Promise<{ readonly data: string } & Disposable> {
  if (!ready) {
    ready = temporary();
    await newCampaign(join(ready.dir, "data"));
    using db = new DatabaseSync(join(ready.dir, "data", FILE));
    db.exec("pragma wal_checkpoint(truncate)"); // all of it in the one file
  }
  const own = temporary();
  const data = join(own.dir, "data");
  cpSync(join(ready.dir, "data"), data, { recursive: true });
  cpSync(join(ready.dir, "data.checkpoint"), `${data}.checkpoint`);
  return { data, [Symbol.dispose]: () => own[Symbol.dispose]() };
}

const verify = async (data: string, database?: string) =>
  verifyData({
    port: 0,
    host: "127.0.0.1",
    data,
    url: undefined,
    database,
    mail: undefined,
    trailDays: 400,
    dev: false,
  }).catch((error: unknown) => ({ problems: [(error as Error).message] }));

/** The largest piece of the index of words. */
function wordBlock(file: string): Buffer {
  using db = new DatabaseSync(file, { readOnly: true });
  const row = db.prepare("select block from search_text_data order by length(block) desc").get();
  return Buffer.from(row!["block"] as Uint8Array).subarray(0, 1000); // what goes on in another page stands apart
}

/** Each word of the index with its document and its column; undefined where it is so damaged that it cannot be read. */
function indexed(file: string): string[] | undefined {
  using db = new DatabaseSync(file, { readOnly: true });
  db.exec("create virtual table temp.words using fts5vocab('main', 'search_text', 'instance')");
  try {
    const words = db.prepare("select term, doc, col from temp.words").all();
    return words.map(({ term, doc, col }) => `${String(term)} ${String(doc)} ${String(col)}`);
  } catch {
    return undefined;
  }
}

/** Every row of every table, in order; the words of the index too. */
function contentOf(file: string): string[] | undefined {
  using db = new DatabaseSync(file, { readOnly: true });
  db.exec("create virtual table temp.words using fts5vocab('main', 'search_text', 'instance')");
  // As SQLite itself read them: an altered byte of its list may make a name there a number, or a small letter of one a capital,
  // which is the same name to SQL, and changes no table by that.
  const tables = db
    .prepare(
      "select lower(name) as name from pragma_table_list where schema = 'main' and type = 'table' order by 1",
    )
    .all() as unknown as readonly { name: string }[];
  return [
    ...tables.map(({ name }) => name).filter((name) => !/^search_text_|^sqlite_/.test(name)),
    "temp.words",
  ].map((name) => {
    const all = db.prepare(`select * from ${name}`).all();
    return `${name} ${createHash("sha256")
      .update(JSON.stringify(all.map((row) => JSON.stringify(named(row))).toSorted()))
      .digest("hex")}`;
  });
}

const named = (row: object) =>
  Object.entries(row).map(([column, value]) => [column.toLowerCase(), value]);
