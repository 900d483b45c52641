/** The commands by which a campaign gets another key: killed at any moment, over a restore, by paper. Rules KY1 to KY5. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { OWNER_REKEYED } from "../src/platform/log/kinds.ts";
import { openDataFolder } from "../src/platform/process/data-folder.ts";
import { keyFromPem, type Key } from "../src/platform/records/keys.ts";
import { around, cnd, program, serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { changeKilledAt } from "./key-killed.ts";
import { succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";
import { ownerOf, placeBody, post, sign } from "./saying.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const at = (name: string) => join(folder.dir, name);
let papers = "";
before(async () => {
  await newCampaign(at("ready"));
  papers = paperIn(succeed(["key", "recovery"], { CND_DATA: at("ready") }));
});

const PAPER = /^ {4}((?:[0-9A-Z]{4}-){8}[0-9A-Z]{4})$/m;
function paperIn(out: string): string {
  const found = PAPER.exec(out)?.[1];
  assert.ok(found, out);
  return found;
}

/** A copy of the campaign with its recovery key `papers`. */
function copy(name: string): { readonly CND_DATA: string } {
  const data = at(name);
  cpSync(at("ready"), data, { recursive: true });
  for (const list of ["erasures", "withdrawn", "access", "checkpoint"])
    if (existsSync(`${at("ready")}.${list}`)) cpSync(`${at("ready")}.${list}`, `${data}.${list}`);
  return { CND_DATA: data };
}

const key = (env: { readonly CND_DATA: string }, name: string): Key =>
  keyFromPem(readFileSync(join(env.CND_DATA, "keys", `${name}.pem`), "utf8"));

/** The instance can say something as the campaign, and everything in it holds. */
function speaks(env: { readonly CND_DATA: string }): void {
  succeed(["key", "recovery"], env);
  succeed(["verify"], env);
}

test("KY1 killed at any moment of a change, the campaign speaks with the key that the log names", () => {
  const first = key({ CND_DATA: at("ready") }, "owner").name;
  const named = [];
  // Before the key is durable, before and after the log has it, before it is put in its place; tests/long has the others.
  for (const n of [2, 4, 6]) {
    const env = copy(`killed-${n}`);
    assert.notEqual(changeKilledAt(n, env).status, 0);
    succeed(["key", "recovery"], env); // it says something
    const next = rekeyedTo(env.CND_DATA);
    named.push(next.length);
    assert.equal(key(env, "owner").name, next[0] ?? first);
    if (next.length > 0) assert.equal(key(env, "owner-1").name, first, "the old one stays");
  }
  assert.deepEqual([named[0], named.at(-1)], [0, 1], "before the log has it, and after");
});

test("KY2 after a change the old key says nothing more, everybody signs in anew, and it may be changed again", async () => {
  const env = copy("changed");
  const [old, log] = [ownerOf(env.CND_DATA), key(env, "log").name];
  const signIns = () => {
    using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
    return (db.prepare("select count(*) as n from auth_session").get() as { n: number }).n;
  };
  {
    await using server = await serve(env);
    const { code, err } = cnd(["key", "change"], env);
    assert.equal(code, 1);
    assert.match(
      err,
      /^Another process is using [^\n]*\. Stop it, change the key, and start it again\.\n$/,
    );
    assert.equal((await post(server.base, place(old, "Before"))).status, 200);
    const link = await invitation(env.CND_DATA, { role: "editor", name: "Amina" });
    await fetch(server.base + link, { method: "POST", redirect: "manual" });
    assert.equal(signIns(), 1);
  }
  const out = succeed(["key", "change"], env);
  const [, next] = /^(\S{43}) owns the campaign now\. Everyone must sign in again\./.exec(out)!;
  assert.equal(ownerOf(env.CND_DATA).name, next);
  assert.equal(statSync(join(env.CND_DATA, "keys/owner.pem")).mode & 0o777, 0o600);
  assert.equal(key(env, "log").name, log, "checkpoints are signed as before");
  assert.equal(signIns(), 0);
  succeed(["key", "change"], env);
  assert.equal(key(env, "owner-1").name, old.name);
  assert.equal(key(env, "owner-2").name, next);
  const { owner, secrets } = openDataFolder(env.CND_DATA).keys;
  assert.deepEqual([secrets.name, owner.name !== next], [old.name, true], "links in mails hold");
  await using server = await serve(env);
  const refused = await post(server.base, place(old, "After"));
  assert.equal(refused.status, 422);
  assert.equal(((await refused.json()) as { error: string }).error, "retired-key");
  assert.equal((await post(server.base, place(ownerOf(env.CND_DATA), "New"))).status, 200);
  assert.match(succeed(["verify"], env), /^The log is valid: /);
});

test("KY3 a recovery key changes the owner's where that one was lost or stolen, and gives way to a new one", async () => {
  const env = copy("stolen");
  const thief = { CND_DATA: at("theirs") };
  cpSync(env.CND_DATA, thief.CND_DATA, { recursive: true });
  succeed(["key", "recovery"], thief); // a paper of their own
  succeed(["key", "change"], thief);
  {
    await using server = await serve(env);
    assert.equal(
      (await post(server.base, ...aboutKeys(thief.CND_DATA))).status,
      200,
      "the thief's key owns it",
    );
    assert.match(cnd(["key", "recovery"], env).err, /which owns this log no more since entry \d+/);
  }
  assert.match(cnd(["key", "change"], env).err, /^This campaign is owned by /);
  for (const wrong of [papers.replace(/.$/, (last) => (last === "7" ? "8" : "7"))])
    assert.match(
      cnd(["key", "recover"], env, wrong).err,
      /^Expected a recovery key on standard input/,
    );
  assert.notEqual(cnd(["key", "recover", papers], env).code, 0, "never as an argument");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program(), "key", "recover"], {
    env: { ...around(), ...env },
    input: papers.toLowerCase().replaceAll("-", " "),
    encoding: "utf8",
  });
  assert.deepEqual([status, stderr], [0, ""]);
  const fresh = paperIn(stdout);
  const used = cnd(["key", "recover"], env, papers);
  assert.match(used.err, /^Expected a valid recovery key for this campaign, got another key\.\n$/);
  assert.equal(cnd(["key", "recover"], env, fresh).code, 0);
  {
    await using server = await serve(env);
    const late = place(ownerOf(thief.CND_DATA), "Theirs");
    assert.equal((await post(server.base, late)).status, 422);
  }
  rmSync(join(env.CND_DATA, "keys/owner.pem"));
  assert.match(cnd(["key", "change"], env).err, /^This campaign is owned by /, "one that was lost");
});

test("KY4 a change outlives a restore of a backup from before it", async () => {
  const env = copy("restored");
  const file = at("before.tar.gz");
  succeed(["backup", file], env);
  succeed(["key", "change"], env);
  const later = at("after.tar.gz");
  succeed(["backup", later], env);
  const owner = ownerOf(env.CND_DATA).name;
  const kept = join(at("keep"), "keys");
  cpSync(join(env.CND_DATA, "keys"), kept, { recursive: true });
  rmSync(env.CND_DATA, { recursive: true });
  const said = succeed(["restore", file, "--new-log"], env);
  const another = /This campaign is owned by \S+\. The key in the data folder is another one/;
  assert.match(said, another);
  {
    await using server = await serve(env);
    for (let i = 0; i < 500 && !another.test(server.complaints()); i++) await sleep(20);
    assert.match(server.complaints(), another, "it serves, and says so");
  }
  assert.match(cnd(["key", "recovery"], env).err, /which owns this log no more/);
  const by = copyOf(env.CND_DATA, at("by-paper"));
  assert.equal(cnd(["key", "recover"], by, papers).code, 0);
  cpSync(join(kept, "owner.pem"), join(env.CND_DATA, "keys/owner-next.pem"));
  speaks(env);
  assert.equal(ownerOf(env.CND_DATA).name, owner);
  assert.equal(key(env, "owner-1").name, key({ CND_DATA: at("ready") }, "owner").name);
  const elsewhere = { CND_DATA: at("elsewhere") };
  succeed(["restore", later], elsewhere);
  assert.equal(ownerOf(elsewhere.CND_DATA).name, owner);
});

test("KY5 init prints a recovery key once, and keeps its public half alone", () => {
  const dir = at("mine");
  const out = succeed(["init", dir, "--yes"]);
  const made = paperIn(out);
  const env = { CND_DATA: join(dir, ".data") };
  const lying = readFileSync(join(env.CND_DATA, "recovery-key.txt"), "utf8");
  assert.match(lying, /^\S{43}\n$/);
  assert.ok(!lying.includes(made));
  succeed(["import", dir]);
  assert.ok(!existsSync(join(env.CND_DATA, "recovery-key.txt")));
  const lost = ownerOf(env.CND_DATA).name;
  rmSync(join(env.CND_DATA, "keys/owner.pem"));
  assert.equal(cnd(["key", "recover"], env, made).code, 0);
  assert.notEqual(ownerOf(env.CND_DATA).name, lost);
  const more = succeed(["key", "recovery"], env);
  assert.match(more, /It is valid now\. 1 named before it is still valid/);
  const { code, out: fresh } = cnd(["key", "recovery", "--replace"], env, paperIn(more));
  assert.equal(code, 0);
  assert.match(
    cnd(["key", "recover"], env, paperIn(more)).err,
    /a valid recovery key [^\n]* got another/,
  );
  assert.equal(cnd(["key", "recover"], env, paperIn(fresh)).code, 0);
});

type Texts = { readonly entry: string; readonly document: string };
/** What was said about keys there, as anybody reads it in the log. */
function aboutKeys(data: string): Texts[] {
  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  const rows = db
    .prepare("select entry, document from record where kind like 'owner.%' order by idx")
    .all() as unknown as readonly { entry: Uint8Array; document: Uint8Array }[];
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  return rows.map(({ entry, document }) => ({ entry: text(entry), document: text(document) }));
}

/** The keys that own it, as its log says. */
const rekeyedTo = (data: string): string[] =>
  aboutKeys(data)
    .map(({ entry, document }) => [entry, document].map((text) => JSON.parse(text)))
    .flatMap(([{ envelope }, { say }]) => (envelope.kind === OWNER_REKEYED ? [say.key] : []));

const place = (by: Key, name: string) => sign(by, { kind: "place.named/1", body: placeBody(name) });

function copyOf(data: string, to: string): { readonly CND_DATA: string } {
  cpSync(data, to, { recursive: true });
  return { CND_DATA: to };
}
