/** Encrypted backups: to a public key, by a stream, as the age tool reads and writes them. Rules BK3, BK4. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { cnd, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const { dir } = folder;
const at = (name: string) => join(dir, name);
const env = { CND_DATA: at("data") };
let recipient = "";
before(async () => {
  await newCampaign(env.CND_DATA);
  recipient = succeed(["key", "backup", at("key")]).trim();
  succeed(["backup", at("plain"), "--to", recipient], env);
  succeed(["backup", at("open")], env);
});

test("BK3 a backup is encrypted to a public key: the age tool reads it, and a restore with the key file brings it back", () => {
  assert.match(recipient, /^age1[a-z0-9]+$/);
  assert.equal(statSync(at("key")).mode & 0o777, 0o600);
  const bytes = readFileSync(at("plain"));
  assert.ok(bytes.toString("latin1").startsWith("age-encryption.org/v1\n"));
  const decrypted = execFileSync("age", ["-d", "-i", at("key"), at("plain")]);
  const names = execFileSync("tar", ["-tzf", "-"], { input: decrypted, encoding: "utf8" });
  assert.match(names, /^manifest\.json\n[^]*records\.jsonl\n[^]*keys\/owner\.pem/);
  const to = { CND_DATA: at("again") };
  succeed(["restore", at("plain"), "--key", at("key")], to);
  assert.match(succeed(["verify"], to), /The log is valid: /);
});

test("BK3 what the age tool encrypts is restored with a key that age-keygen made", () => {
  execFileSync("age-keygen", ["-o", at("theirs")], { stdio: "ignore" });
  const [theirs] = /age1\S+/.exec(readFileSync(at("theirs"), "utf8"))!;
  execFileSync("age", ["-r", theirs, "-r", recipient, "-o", at("by-age"), at("open")]);
  succeed(["restore", at("by-age"), "--key", at("theirs")], { CND_DATA: at("from-age") });
});

test("BK3 the keys in backup-recipients.txt of the data folder are those of every backup, also after a restore", () => {
  const list = join(env.CND_DATA, "backup-recipients.txt");
  writeFileSync(list, `# the safe\n${recipient}\n`);
  assert.match(succeed(["backup", at("listed")], env), /encrypted to age1/);
  const to = { CND_DATA: at("listed-again") };
  succeed(["restore", at("listed"), "--key", at("key")], to);
  assert.match(succeed(["backup", at("later")], to), /encrypted to age1/);
  writeFileSync(list, "age1nobody\n");
  const { code, err } = cnd(["backup", at("none")], env);
  assert.equal(code, 1);
  assert.match(err, /^Expected a public key such as age1… in [^\n]*age1nobody[^\n]*\n$/);
});

test("BK4 another key, none, one for what is not encrypted, and damage are refused in one line, and nothing is left", () => {
  succeed(["key", "backup", at("other")]);
  const damaged = (name: string, damage: (bytes: Buffer) => Buffer) =>
    writeFileSync(at(name), damage(readFileSync(at("plain"))));
  const turned = (where: (bytes: Buffer) => number) => (bytes: Buffer) => {
    bytes[where(bytes)]! ^= 1;
    return bytes;
  };
  damaged(
    "head",
    turned(() => 60),
  );
  damaged(
    "middle",
    turned((bytes) => bytes.length >> 1),
  );
  damaged("short", (bytes) => bytes);
  truncateSync(at("short"), statSync(at("plain")).size - 20);
  damaged("stub", (bytes) => bytes.subarray(0, 40));
  const KEY = ["--key", at("key")];
  const beside = readdirSync(dir).toSorted();
  const refused: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [[at("plain"), "--key", at("other")], /it is encrypted to another key than that in /],
    [[at("plain")], /^Expected the key of this encrypted backup, got none: /],
    [[at("open"), ...KEY], /^Expected an encrypted backup at /],
    [[at("plain"), "--key", at("open")], /^Expected lines such as AGE-SECRET-KEY-1… in /],
    [[at("head"), ...KEY], /another key than that in [^\n]*, or its beginning is damaged/],
    [[at("middle"), ...KEY], /it is damaged or cut short/],
    [[at("short"), ...KEY], /it is damaged or cut short/],
    [[at("stub"), ...KEY], /its beginning is damaged or cut short/],
  ];
  for (const [args, said] of refused) {
    const { code, err } = cnd(["restore", ...args], { CND_DATA: at("nothing") });
    assert.equal(code, 1, args[0]!);
    assert.match(err, /^[^\n]*\n$/);
    assert.match(err, said);
    assert.deepEqual(readdirSync(dir).toSorted(), beside);
  }
});
