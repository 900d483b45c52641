/** What does not belong together at the start: each is told in one line with what to do, and nothing is written. Rules ST1 to ST4. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import { Client } from "pg";
import { openLocked, type Settings } from "../src/commands/context.ts";
import { run as bringIn } from "../src/commands/import.ts";
import { run as serve } from "../src/commands/serve.ts";
import { cnd, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

const folder = temporary();
const at = (...names: string[]) => join(folder.dir, ...names);
const databases: Record<string, TestDatabase> = {};
before(async () => {
  for (const name of ["pg", "behind", "empty", "another"])
    databases[name] = await DATABASES.PostgreSQL();
  succeed(["init", at("mine"), "--yes"]);
  await newCampaign(at("S", "data"));
  cpSync(at("S"), at("S-before"), { recursive: true });
  succeed(["key", "change"], { CND_DATA: at("S", "data") });
  succeed(["import", at("mine")], { CND_DATA: at("O", "data") });
  const env = { CND_DATA: at("P", "data"), CND_DATABASE: address("pg") };
  succeed(["import", at("mine")], env);
  await copyDatabase("pg", "behind");
  succeed(["key", "recovery"], env);
  await ask("another", "create table post (title text)");
});
after(async () => {
  for (const each of Object.values(databases)) await each[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const address = (name: string) => databases[name]!.address;

interface Case {
  /** Which instance is copied, its folder and what lies beside it; none for a folder that is not there. */
  readonly of?: "S" | "P" | "O";
  readonly database?: string;
  readonly args?: readonly string[];
  /** No campaign folder is named. */
  readonly bare?: true;
  /** What goes wrong with the copy. @param data its data folder */
  readonly wrong?: (data: string) => void;
  readonly says: RegExp;
}

const drop = (data: string, ...names: string[]) =>
  names.forEach((name) => rmSync(join(data, name), { recursive: true }));
const take = (data: string, from: string, ...names: string[]) =>
  names.forEach((name) => cpSync(at(from, "data", name), join(data, name)));
const unkept = (data: string) => rmSync(`${data}.checkpoint`);
const kept = (data: string, from: string) =>
  cpSync(at(from, "data.checkpoint"), `${data}.checkpoint`);
/** The checkpoint beside it is of a log of this name. */
const renamed = (data: string, origin: string) =>
  writeFileSync(
    `${data}.checkpoint`,
    readFileSync(`${data}.checkpoint`, "utf8").replace(/^.*/, origin),
  );

const LOST =
  /^Expected in \S+ the \d+ records of \S+ that \S+ swears to, found none\.[^\n]* bin\/cnd\.js restore FILE\.[^\n]* --new-log$/;
const BEHIND =
  /^Expected in \S+ the \d+ records of \S+ that \S+ swears to, found \d+ of [^\n]*CND_DATABASE[^\n]*--new-log/;
const ELSEWHERE =
  /^The data folder \S+ belongs to [^\n]*; \S+ (is empty|holds the log [^\n]*)\. [^\n]*(Set CND_DATABASE to it|Leave CND_DATABASE away), or restore/;
const ANOTHERS =
  /^The database \S+ belongs to the data folder \S+, not to \S+\. Name that folder by CND_DATA, [^\n]*--adopt$/;
const SIGNED = /^The log \S+ in \S+ is signed by another key than \S+\. Bring the keys back/;
const KEYS = /^Expected in \S+ the key (log|owner)\.pem, [^\n]*, found none\. Bring the keys back/;

const CASES: Record<string, Case> = {
  "the SQLite file is gone": { of: "S", wrong: (d) => drop(d, "log.sqlite"), says: LOST },
  "the data folder is gone, what lies beside it is not": {
    of: "S",
    wrong: (d) => rmSync(d, { recursive: true }),
    says: LOST,
  },
  "an empty SQLite file": {
    of: "S",
    wrong: (d) => writeFileSync(join(d, "log.sqlite"), ""),
    says: LOST,
  },
  "an older SQLite file": {
    of: "S",
    wrong: (d) => take(d, "S-before", "log.sqlite"),
    says: BEHIND,
  },
  "an older SQLite file, and no checkpoint: the owner's key is newer": {
    of: "S",
    wrong: (d) => (unkept(d), take(d, "S-before", "log.sqlite")),
    says: /^The key \S+owner\.pem is newer than the log [^\n]*restore the newest backup/,
  },
  "the SQLite file of another campaign of that name": {
    of: "S",
    wrong: (d) => take(d, "O", "log.sqlite"),
    says: ELSEWHERE,
  },
  "that file, in a folder that knows no database": {
    of: "S",
    wrong: (d) => (take(d, "O", "log.sqlite"), drop(d, "database.json")),
    says: ANOTHERS,
  },
  "that file, adopted": {
    of: "S",
    wrong: (d) => take(d, "O", "log.sqlite"),
    args: ["--adopt"],
    says: SIGNED,
  },
  "the id of the database cannot be read": {
    of: "S",
    wrong: (d) => writeFileSync(join(d, "database.json"), "{"),
    says: /^Expected in \S+database\.json the id [^\n]*--adopt$/,
  },
  "the log's key is gone": { of: "S", wrong: (d) => drop(d, "keys/log.pem"), says: KEYS },
  "the owner's key is gone": {
    of: "S",
    wrong: (d) => drop(d, "keys/owner.pem"),
    says: /^Expected in \S+ the key owner\.pem, [^\n]*bin\/cnd\.js key recover$/,
  },
  "all keys are gone": { of: "S", wrong: (d) => drop(d, "keys"), says: KEYS },
  "the keys of another campaign": {
    of: "S",
    wrong: (d) => take(d, "O", "keys/log.pem", "keys/owner.pem"),
    says: SIGNED,
  },
  "the checkpoint of another history under that name": {
    of: "S",
    wrong: (d) => kept(d, "O"),
    says: /^The first \d+ records of \S+ in \S+ are not those that \S+ swears to: a second history/,
  },
  "the checkpoint of another log": {
    of: "S",
    wrong: (d) => renamed(d, "far.example/log"),
    says: /^Expected in \S+ the log far\.example\/log that \S+ swears to, found our-campaign\. Name its database/,
  },
  "the checkpoint of the log that goes on from this one": {
    of: "S",
    wrong: (d) => renamed(d, "our-campaign/2"),
    says: BEHIND,
  },
  "a checkpoint that cannot be read": {
    of: "S",
    wrong: (d) => writeFileSync(`${d}.checkpoint`, "words"),
    says: /^Expected in \S+ the newest checkpoint of the log, found something else\./,
  },
  "a new log, where none is lost": {
    of: "S",
    args: ["--new-log"],
    says: /^Expected with --new-log a log that is lost, [^\n]*Leave --new-log away\.$/,
  },
  "a folder of PostgreSQL, without CND_DATABASE": { of: "P", says: LOST },
  "that folder, and no checkpoint": { of: "P", wrong: unkept, says: ELSEWHERE },
  "that folder, with an empty database": { of: "P", database: "empty", says: LOST },
  "that folder, with an empty database and no checkpoint": {
    of: "P",
    database: "empty",
    wrong: unkept,
    says: ELSEWHERE,
  },
  "that folder, with a copy of the database that is behind": {
    of: "P",
    database: "behind",
    says: BEHIND,
  },
  "that folder, with the database of another program": {
    of: "P",
    database: "another",
    says: /^CND_DATABASE: expected [^\n]*tables of another program \(post\)/,
  },
  "a folder of SQLite from before there were ids, with an empty database and no checkpoint": {
    of: "S",
    database: "empty",
    wrong: (d) => (unkept(d), unknown(d)),
    says: /^The data folder \S+ holds the log our-campaign in its own log\.sqlite; \S+ is empty\. Leave CND_DATABASE away/,
  },
  "a folder of SQLite, with another's database": { of: "S", database: "pg", says: ELSEWHERE },
  "that folder, adopting it": {
    of: "S",
    database: "pg",
    args: ["--adopt"],
    says: SIGNED,
  },
  "a new folder, with another's database": { database: "pg", says: ANOTHERS },
  "an empty folder that would wait for a backup, with another's database": {
    database: "pg",
    bare: true,
    wrong: (d) => mkdirSync(d),
    says: ANOTHERS,
  },
  "a new folder, adopting it": { database: "pg", args: ["--adopt"], says: KEYS },
  "a new folder, with the database of another program": {
    database: "another",
    says: /^CND_DATABASE: expected [^\n]*tables of another program \(post\)/,
  },
};

test("ST1 ST2 ST3 ST4 bug: folder, database, checkpoint and key that do not belong together became a second history: none writes anything, each says what to do", async (t) => {
  assert.ok(Object.keys(CASES).length >= 20);
  for (const [name, { of, database, args = [], bare, wrong, says }] of Object.entries(CASES)) {
    using place = temporary();
    const data = join(place.dir, "data");
    if (of) cpSync(at(of), place.dir, { recursive: true });
    wrong?.(data);
    const found = await written(place.dir, database);
    const told = await refused(data, database && address(database), [
      ...(bare ? [] : [at("mine")]),
      ...args,
    ]);
    assert.match(told, says, name);
    assert.doesNotMatch(told, /\n/, name);
    assert.deepEqual(await written(place.dir, database), found, name);
  }
  t.diagnostic(`${Object.keys(CASES).length} combinations`);
});

test("ST1 a second program with a copy of the folder writes nothing into either while the first one lives", async () => {
  using place = temporary();
  cpSync(at("P"), place.dir, { recursive: true });
  await using first = await openLocked(
    settings(at("P", "data"), address("pg")),
    at("P", "data"),
    "",
  );
  assert.ok(first);
  for (const name of ["erasures", "access", "trail"])
    rmSync(join(place.dir, `data.${name}`), { force: true });
  const found = await written(place.dir, "pg");
  const told = await refused(join(place.dir, "data"), address("pg"), [at("mine")]);
  assert.match(told, /^Another program writes into this database\. Each instance needs/);
  assert.deepEqual(await written(place.dir, "pg"), found);
});

test("ST1 ST3 a CND_DATABASE that is none is one clear line, without its password", () => {
  const data = at("none", "data");
  for (const [database, says] of Object.entries({
    foo: /^CND_DATABASE: expected an address such as postgres:\S+, got foo\./,
    "mysql://cnd:secret@localhost/cnd": /^CND_DATABASE: [^\n]*got one that begins with mysql:/,
    [folder.dir]: /^CND_DATABASE: expected an address [^\n]*SQLite in the data folder\.\n$/,
    "postgres://cnd:secret@127.0.0.1:1/cnd": /^The database cannot be reached \(ECONNREFUSED\)/,
    [address("pg").replace(/[^/]+$/, "nowhere")]: /^CND_DATABASE: [^\n]*"nowhere" does not exist/,
  })) {
    const { code, err } = cnd(["verify"], { CND_DATA: data, CND_DATABASE: database });
    assert.equal(code, 1, database);
    assert.match(err, says);
    assert.match(err, /^[^\n]*\n$/);
    assert.doesNotMatch(err, /secret/);
    assert.ok(!existsSync(at("none")), "nothing is made");
  }
});

test("ST1 a folder that was moved, and a database at another address, know each other; one that knew none is asked nothing", async () => {
  using place = temporary();
  cpSync(at("S"), place.dir, { recursive: true });
  const data = join(place.dir, "data");
  assert.ok(await opens(data));
  unknown(data);
  assert.ok(await opens(data));
  const { id, database } = JSON.parse(readFileSync(join(data, "database.json"), "utf8"));
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.equal(database, "its own log.sqlite");
  assert.ok(await opens(data));
  rmSync(join(data, "database.json")); // the power failed when the database had it and the folder had not
  assert.ok(await opens(data));
});

test("ST4 --adopt makes folder and database know each other, and whoever knew the database before does no more", async () => {
  using place = temporary();
  cpSync(at("S"), place.dir, { recursive: true });
  const data = join(place.dir, "data");
  rmSync(join(data, "database.json"));
  await assert.rejects(opens(data), { message: ANOTHERS });
  assert.ok(await opens(data, { adopt: true }));
  assert.ok(await opens(data));
  take(data, "S", "database.json");
  await assert.rejects(opens(data), { message: ELSEWHERE });
});

test("ST4 --new-log begins anew where the log is lost, under another name, and says first what was before", async () => {
  using place = temporary();
  cpSync(at("S"), place.dir, { recursive: true });
  const data = join(place.dir, "data");
  const last = readFileSync(`${data}.checkpoint`, "utf8");
  rmSync(join(data, "log.sqlite"));
  await bringIn(settings(data), [at("mine"), "--new-log"], () => undefined);
  const [origin] = readFileSync(`${data}.checkpoint`, "utf8").split("\n");
  assert.equal(origin, "our-campaign/2");
  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  const first = db.prepare("select kind, document from record where idx = 0").get()!;
  assert.equal(first["kind"], "log.continued/1");
  const { say } = JSON.parse(Buffer.from(first["document"] as Uint8Array).toString());
  assert.equal(say.checkpoint, last);
  assert.ok(await opens(data));
});

const settings = (data: string, database?: string): Settings => ({
  port: 0,
  host: "127.0.0.1",
  data,
  url: undefined,
  database,
  mail: undefined,
  trailDays: 400,
  dev: false,
});

/** Opened for writing, and closed again. */
async function opens(data: string, how: { readonly adopt?: boolean } = {}): Promise<boolean> {
  await using instance = await openLocked(settings(data), data, "", how);
  return instance !== undefined;
}

/** What `cnd serve` says as it refuses; one that serves is stopped, and has failed the test. */
async function refused(data: string, database: string | undefined, args: readonly string[]) {
  const stop = setInterval(() => process.emit("SIGTERM", "SIGTERM"), 20_000);
  try {
    return await serve(settings(data, database), args).then(
      () => "It served.",
      (error: Error) => error.message,
    );
  } finally {
    clearInterval(stop);
  }
}

/** Every file below, and every row of this database. */
async function written(dir: string, database?: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
    const path = join(dir, name);
    all[name] = statSync(path).isDirectory() ? "" : hashOf(readFileSync(path));
  }
  if (database !== undefined) all["every row"] = await dump(database);
  return all;
}

const hashOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

async function dump(name: string): Promise<string> {
  const tables = await ask<{ name: string }>(
    name,
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const rows = await ask<object>(
    name,
    tables
      .map((t) => `select '${t.name}' as t, to_jsonb(x)::text as x from "${t.name}" x`)
      .join(" union all ") || "select 1",
  );
  return hashOf(
    rows
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join("\n"),
  );
}

async function ask<Row>(name: string, query: string): Promise<Row[]> {
  const client = new Client({ connectionString: address(name) });
  await client.connect();
  try {
    return (await client.query(query)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** As a standby has it that a failover puts in its place. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const client = new Client({ connectionString: address("empty") });
  await client.connect();
  const name = (of: string) => new URL(address(of)).pathname.slice(1);
  await client.query(`drop database ${name(to)}`);
  await client.query(`create database ${name(to)} template ${name(from)}`);
  await client.end();
}

/** As a program left them before there were ids. */
function unknown(data: string): void {
  rmSync(join(data, "database.json"));
  byHand(data, "delete from state where key in ('bond', 'folder')");
}

function byHand(data: string, statement: string): void {
  using db = new DatabaseSync(join(data, "log.sqlite"));
  db.exec(statement);
}
