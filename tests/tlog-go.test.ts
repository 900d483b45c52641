/**
 * A client in another language reads our log: Go's golang.org/x/mod/sumdb checks what src/engines/tlog writes, from a
 * folder and over HTTP, and refuses it when anything was changed. Rule ids: src/engines/tlog/README.md.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { entryBundle } from "../src/engines/tlog/bundle.ts";
import { formatCheckpoint } from "../src/engines/tlog/checkpoint.ts";
import { leafHash } from "../src/engines/tlog/merkle.ts";
import { signNote } from "../src/engines/tlog/note.ts";
import { TILE_WIDTH, tilePath } from "../src/engines/tlog/tiles.ts";
import { GrowingTree } from "../src/engines/tlog/tree.ts";
import { formatVkey } from "../src/engines/tlog/vkey.ts";

const ORIGIN = "campaign.example/log";
const SIZE = 700;
const OLD_SIZE = 300;
const GOPATH = "/usr/share/gocode"; // where Debian's golang-*-dev packages put their sources
const run = promisify(execFile);

const { privateKey } = generateKeyPairSync("ed25519");
const entries = Array.from({ length: SIZE }, (_, i) =>
  Buffer.from(`{"record":${i},"text":"${"å".repeat(i % 90)}"}`),
);
let work = "";

before(async () => {
  work = await mkdtemp(path.join(tmpdir(), "tlog-go-"));
  await buildCheck();
  await writeLog(path.join(work, "log"), OLD_SIZE, SIZE);
});
after(async () => rm(work, { recursive: true, force: true }));

test("TL10 Go checks the signature, every tile and entry, inclusion and growth", async () => {
  assert.equal(await check(path.join(work, "log")), `ok ${SIZE} records`);
});

test("TL10 Go checks the same log over HTTP, the older checkpoint from a file", async () => {
  const server = createServer((request, response) => {
    readFile(path.join(work, request.url ?? "")).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const old = path.join(work, "log/checkpoint.old");
    assert.equal(await check(`http://127.0.0.1:${port}/log`, old), `ok ${SIZE} records`);
    assert.match(
      await check(`http://127.0.0.1:${port}/nothing`, old),
      /^refused: vkey: expected 200, got 404/,
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("TL10 Go checks logs at the tiles' edges: empty, one entry, one full tile, one more", async () => {
  for (const [oldSize, size] of [
    [0, 0],
    [0, 1],
    [1, 256],
    [256, 257],
    [257, 512],
    [512, 512],
  ] as const) {
    const folder = path.join(work, `log-${oldSize}-${size}`);
    await writeLog(folder, oldSize, size);
    assert.equal(await check(folder), `ok ${size} records`, `${oldSize} → ${size}`);
  }
});

test("TL10 Go refuses the log when one byte of any file was changed", async () => {
  const partial = SIZE % TILE_WIDTH;
  for (const [file, reason] of [
    [tilePath(0, 0), /tile\/0\/000: does not fit its entries/],
    [tilePath(0, 2, partial), /inconsistent tile/],
    [tilePath(1, 0, 2), /inconsistent tile/],
    [tilePath("entries", 1), /entries: expected the root|cut short/],
    [tilePath("entries", 2, partial), /entries: expected the root|cut short/],
    ["checkpoint", /checkpoint: /],
    ["checkpoint.old", /older checkpoint: /],
    ["vkey", /vkey: /],
  ] as const) {
    const line = await checkAltered(async (folder) => {
      const bytes = await readFile(path.join(folder, file));
      const at = file === "checkpoint" || file === "checkpoint.old" ? 30 : bytes.length >> 1;
      bytes[at] = bytes[at]! ^ 1;
      await writeFile(path.join(folder, file), bytes);
    });
    assert.match(line, /^refused: /, file);
    assert.match(line, reason, file);
  }
});

test("TL10 Go refuses an entry that was exchanged together with its hash", async () => {
  const line = await checkAltered(async (folder) => {
    const at = 100;
    const changed = entries.slice(0, TILE_WIDTH).with(at, Buffer.from('{"record":"another"}'));
    await writeFile(path.join(folder, tilePath("entries", 0)), entryBundle(changed));
    const tile = await readFile(path.join(folder, tilePath(0, 0)));
    tile.set(leafHash(changed[at]!), at * 32);
    await writeFile(path.join(folder, tilePath(0, 0)), tile);
  });
  assert.match(line, /^refused: entries: expected the root/);
});

test("TL10 Go refuses a bundle with an entry too many", async () => {
  const line = await checkAltered(async (folder) => {
    const last = path.join(folder, tilePath("entries", 2, SIZE % TILE_WIDTH));
    const more = entryBundle([Buffer.from("slipped in")]);
    await writeFile(last, Buffer.concat([await readFile(last), more]));
  });
  assert.match(line, /^refused: tile\/entries\/002\.p\/188: 12 bytes too many/);
});

test("TL10 Go refuses an older checkpoint of another history, and one signed by another key", async () => {
  const forked = await checkAltered(async (folder) => {
    const tree = GrowingTree.open(0, () => new Uint8Array(0));
    tree.append(entries.slice(1, OLD_SIZE + 1).map(leafHash));
    await writeFile(path.join(folder, "checkpoint.old"), checkpointOf(tree));
  });
  assert.match(forked, /^refused: growth from 300: /);
  const stranger = await checkAltered(async (folder) => {
    const tree = GrowingTree.open(0, () => new Uint8Array(0));
    tree.append(entries.map(leafHash));
    const note = checkpointOf(tree, generateKeyPairSync("ed25519").privateKey);
    await writeFile(path.join(folder, "checkpoint"), note);
  });
  assert.match(stranger, /^refused: checkpoint: note has no verifiable signatures/);
});

// A log laid out as its address is: what a file server would give out.
async function writeLog(folder: string, oldSize: number, size: number): Promise<void> {
  const files = new Map<string, string | Uint8Array>([
    ["vkey", `${formatVkey(ORIGIN, privateKey)}\n`],
  ]);
  const tree = GrowingTree.open(0, () => new Uint8Array(0));
  const grow = (to: number) => {
    for (const { level, n, hashes } of tree.append(entries.slice(tree.size, to).map(leafHash))) {
      files.set(tilePath(level, n, hashes.length / 32), hashes);
    }
  };
  grow(oldSize);
  files.set("checkpoint.old", checkpointOf(tree));
  grow(size);
  files.set("checkpoint", checkpointOf(tree));
  for (let start = 0; start < size; start += TILE_WIDTH) {
    const bundle = entries.slice(start, Math.min(start + TILE_WIDTH, size));
    files.set(tilePath("entries", start / TILE_WIDTH, bundle.length), entryBundle(bundle));
  }
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
}

function checkpointOf(tree: GrowingTree, key: KeyObject = privateKey): string {
  return signNote(
    formatCheckpoint({ origin: ORIGIN, size: tree.size, root: tree.root() }),
    ORIGIN,
    key,
  );
}

async function checkAltered(alter: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(path.join(work, "altered-"));
  await cp(path.join(work, "log"), folder, { recursive: true });
  await alter(folder);
  return check(folder);
}

// The Go program's last word: one line, whether it accepts (exit 0) or refuses (exit 1).
async function check(...args: string[]): Promise<string> {
  const { code, stdout } = await run(path.join(work, "check"), args).then(
    (done) => ({ code: 0, stdout: done.stdout }),
    (error: { code: number; stdout: string }) => error,
  );
  const line = stdout.trimEnd();
  assert.equal(code, line.startsWith("ok ") ? 0 : 1, `exit ${code}: ${line}`);
  return line;
}

async function buildCheck(): Promise<void> {
  const isInstalled =
    existsSync(`${GOPATH}/src/golang.org/x/mod/sumdb/tlog`) &&
    (await run("go", ["version"]).then(
      () => true,
      () => false,
    ));
  if (!isInstalled) {
    throw new Error(
      "Expected Go and golang.org/x/mod: apt-get install golang-go golang-golang-x-mod-dev.",
    );
  }
  const source = path.join(import.meta.dirname, "fixtures/tlog/check.go");
  const GOCACHE = path.join(tmpdir(), "tlog-go-cache"); // kept between runs: the standard library takes half a minute
  const env = { ...process.env, GO111MODULE: "off", GOPATH, GOFLAGS: "", GOCACHE };
  await run("go", ["build", "-o", path.join(work, "check"), source], { env });
}
