/** What a restore refuses: archives that hold more than a backup does, or less. Nothing is left of them. Rules BK1, BK2. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { unpackBackup } from "../src/platform/process/unpack-backup.ts";
import { sha256 } from "../src/platform/records/record.ts";
import { cnd, serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";

const ready = temporary();
after(() => ready[Symbol.dispose]());
let restored = ""; // what the command says of a restore that went well
before(async () => {
  const env = { CND_DATA: join(ready.dir, "data") };
  await newCampaign(env.CND_DATA);
  const [file, parts] = [join(ready.dir, "whole.tar.gz"), join(ready.dir, "parts")];
  succeed(["backup", file], env);
  mkdirSync(join(parts, "media"), { recursive: true });
  execFileSync("tar", ["-xzf", file, "-C", parts]);
  restored = succeed(["restore", file], { CND_DATA: join(ready.dir, "again") });
});

const MEDIA = `media/${"a".repeat(64)}.csv`;
const MOST = 60_000; // bytes that one byte of gzip must not become

/** What stands in a backup that none of ours has made, by how it is put there, and how it is named. */
const HOSTILE: Record<string, readonly [put: (parts: string) => readonly string[], said: RegExp]> =
  {
    "a symbolic link to the key": [
      (parts) => [link(parts, "../keys/owner.pem", MEDIA)],
      /a symbolic link/,
    ],
    "a symbolic link to a folder": [
      (parts) => (
        rmSync(join(parts, "media"), { recursive: true }),
        [link(parts, "keys", "media")]
      ),
      /a symbolic link/,
    ],
    "a hard link to the key": [
      (parts) => (linkSync(join(parts, "keys/owner.pem"), join(parts, MEDIA)), ["keys", MEDIA]),
      /a hard link/,
    ],
    "a pipe": [(parts) => (execFileSync("mkfifo", [join(parts, MEDIA)]), [MEDIA]), /a pipe/],
    "an absolute path": [
      (parts) => (words(parts, "x"), ["-P", `--transform=s,^x$,${parts}/away,`, "x"]),
      /an absolute path/,
    ],
    "a path that leads out": [
      (parts) => (words(parts, "x"), ["-P", "--transform=s,^x$,../../away,", "x"]),
      /a path that leads out of it/,
    ],
    "a path that leads out of a folder": [
      (parts) => (words(parts, "x"), ["-P", "--transform=s,^x$,media/../keys/more.pem,", "x"]),
      /a path that leads out of it/,
    ],
    "another file": [(parts) => [words(parts, "keys/authorized_keys")], /another file/],
    "a file in a folder of its own": [
      (parts) => (mkdirSync(join(parts, "media/b")), [words(parts, "media/b/c.csv")]),
      /another file|another folder/,
    ],
    "a name of a kilometre": [
      (parts) => (words(parts, "x"), [`--transform=s,^x$,media/${"a".repeat(9000)},`, "x"]),
      /another file, "media\/a{70,80}…"/,
    ],
    "the same file twice": [
      (parts) => (
        announce(parts, { files: 99 }),
        words(parts, "x"),
        ["--hard-dereference", "--transform=s,^x$,keys/owner.pem,", "keys/owner.pem", "x"]
      ),
      /"keys\/owner\.pem" twice/,
    ],
    "more files than announced": [(parts) => [words(parts, MEDIA)], /more than \d+ files/],
  };

test("BK1 BK2 a restore takes plain files of a backup's names alone, says in one line what it found instead, and leaves nothing", async () => {
  for (const [what, [put, said]] of Object.entries(HOSTILE)) {
    using made = copyOfParts();
    const more = put(made.parts);
    const file = made.pack([...PARTS.filter((part) => !more.includes(part)), ...more]);
    const err = await unpackBackup(file, made.data).then(
      () => "",
      (error: Error) => error.message,
    );
    assert.match(err, /^Expected a backup made by cnd backup at [^\n]*$/, what);
    assert.match(err, said, what);
    assert.deepEqual(readdirSync(made.dir).toSorted(), made.before, what);
  }
});

test("BK2 what a restore left that was killed goes with the next restore, or the next start; one that is at work stays", async () => {
  using made = copyOfParts();
  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const left = (dir: string, name: string) => {
    mkdirSync(join(dir, name, "keys"), { recursive: true });
    return name;
  };
  const stays = [
    left(made.dir, `.cnd-restore-data-${process.ppid}-abcdef`),
    left(made.dir, `.cnd-restore-other-${dead}-abcdef`),
  ];
  left(made.dir, `.cnd-restore-data-${dead}-abcdef`);
  const file = made.pack(PARTS.filter((part) => part !== "records.jsonl"));
  await assert.rejects(unpackBackup(file, made.data));
  const now = readdirSync(made.dir).filter((name) => name.startsWith(".cnd-restore-"));
  assert.deepEqual(now.toSorted(), stays.toSorted());
  const again = left(ready.dir, `.cnd-restore-again-${dead}-abcdef`);
  await using _ = await serve({ CND_DATA: join(ready.dir, "again") });
  assert.ok(!readdirSync(ready.dir).includes(again));
});

test("BK1 a backup that unpacks to more than it announces is refused before it fills the disk", () => {
  using made = copyOfParts();
  announce(made.parts, { bytes: MOST });
  writeFileSync(join(made.parts, "held.jsonl"), Buffer.alloc(50_000_000));
  const { code, err } = made.restore(made.pack(PARTS));
  assert.deepEqual([code, /more than 60000 bytes/.test(err)], [1, true], err);
  assert.deepEqual(readdirSync(made.dir).toSorted(), made.before);
});

test("BK1 a backup of before there were announcements is restored, whatever stands first in it", () => {
  using made = copyOfParts();
  announce(made.parts, { files: undefined, bytes: undefined });
  const file = made.pack(["./records.jsonl", ...PARTS.filter((part) => part !== "records.jsonl")]);
  assert.deepEqual(made.restore(file), { code: 0, out: restored, err: "" });
});

test("BK2 a record that does not verify leaves nothing behind either, also of what was known of the log", () => {
  using made = copyOfParts();
  const records = join(made.parts, "records.jsonl");
  const { checkpoint } = JSON.parse(readFileSync(join(made.parts, "manifest.json"), "utf8"));
  const known = String(checkpoint).replace(/\n\d+\n/, "\n1\n");
  writeFileSync(`${made.data}.checkpoint`, known);
  writeFileSync(
    records,
    readFileSync(records, "utf8").replace(/Our first story/g, "Our worst story"),
  );
  const beside = readdirSync(made.dir).toSorted();
  const { code, err } = made.restore(made.pack(PARTS));
  assert.equal(code, 1);
  assert.match(err, /^Expected a body with the hash [^\n]+\n$/);
  assert.deepEqual(readdirSync(made.dir).toSorted(), beside);
  assert.equal(readFileSync(`${made.data}.checkpoint`, "utf8"), known);
});

test("M4 a link among the media leads nowhere, wherever it came from", async () => {
  using made = copyOfParts();
  succeed(["restore", made.pack(PARTS)], { CND_DATA: made.data });
  const name = `${sha256("link")}.csv`;
  symlinkSync("../keys/owner.pem", join(made.data, "media", name));
  await using server = await serve({ CND_DATA: made.data });
  const answer = await fetch(`${server.base}/media/${name}`);
  assert.equal(answer.status, 410);
  assert.doesNotMatch(await answer.text(), /PRIVATE KEY/);
});

const PARTS = ["manifest.json", "records.jsonl", "held.jsonl", "private.jsonl", "keys", "media"];

/** The parts of a backup in a folder `parts`, and how they are packed and restored beside it. */
function copyOfParts() {
  const folder = temporary();
  const { dir } = folder;
  const parts = join(dir, "parts");
  cpSync(join(ready.dir, "parts"), parts, { recursive: true });
  const [file, data] = [join(dir, "made.tar.gz"), join(dir, "data")];
  writeFileSync(file, "");
  return {
    dir,
    parts,
    data,
    before: readdirSync(dir).toSorted(),
    pack(names: readonly string[]): string {
      execFileSync("tar", ["-czf", file, "-C", parts, "--sort=none", ...names]);
      return file;
    },
    restore: (from: string) => cnd(["restore", from], { CND_DATA: data }),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

function announce(parts: string, said: object): void {
  const path = join(parts, "manifest.json");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...said }));
}

function words(parts: string, name: string): string {
  writeFileSync(join(parts, name), "words");
  return name;
}

function link(parts: string, to: string, name: string): string {
  symlinkSync(to, join(parts, name));
  return name;
}
