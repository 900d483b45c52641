/** An empty instance takes a backup with a code that its console shows, once. Rules SU1 to SU4. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openCode } from "../src/platform/process/setup/code.ts";
import { waitForBackup } from "../src/platform/process/setup/server.ts";
import { cnd, freePort, serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const at = (name: string) => join(folder.dir, name);

before(async () => {
  await newCampaign(at("data"));
  writeFileSync(at("key"), "");
  const recipient = succeed(["key", "backup", at("key.txt")]).trim();
  succeed(["backup", at("whole"), "--to", recipient], { CND_DATA: at("data") });
  succeed(["backup", at("plain")], { CND_DATA: at("data") });
});

test("SU1 the code is right once; of a network that typed ten wrong ones also the right one is worthless, and of others it is not", () => {
  const code = openCode();
  assert.match(code.shown, /^(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  for (let i = 0; i < 9; i++) assert.equal(code.tried(`guess ${i}`, "stranger"), "wrong");
  assert.equal(code.tried("", "stranger"), "worthless");
  assert.equal(code.tried(code.shown, "stranger"), "worthless");
  assert.equal(code.tried(code.shown.toLowerCase().replaceAll("-", " "), "own"), "right");
  code.spend();
  assert.equal(code.tried(code.shown, "own"), "worthless");
});

test("SU4 where a campaign was before, or no folder is, nothing waits for a backup unless it is asked for: its disk may not be there", async () => {
  mkdirSync(at("gone"));
  cpSync(`${at("data")}.checkpoint`, at("gone/data.checkpoint"));
  const env = { CND_DATA: at("gone/data") };
  const says = (args: readonly string[]) => {
    const { code, err } = cnd(["serve", ...args], { ...env, PORT: "1" });
    return [code, err] as const;
  };
  for (const isThere of [false, true]) {
    if (isThere) mkdirSync(at("gone/data"));
    const [code, err] = says([]);
    assert.equal(code, 1);
    assert.match(err, /that \S+data\.checkpoint remembers, found nothing\. Is its disk mounted\?/);
  }
  {
    await using server = await serve(env, ["--setup"]);
    assert.match(await (await fetch(server.base)).text(), /Restore a campaign/);
  }
  writeFileSync(at("gone/data/note"), "");
  assert.match(says(["--setup"])[1], /Expected an empty \S+ to wait for a backup/);
  const nowhere = { CND_DATA: at("nowhere"), PORT: "1" };
  assert.match(cnd(["serve"], nowhere).err, /found none\. .*cnd serve --setup/);
});

test("SU1 whoever has no code holds no line: what comes slowly is cut, and nothing of it is written", async () => {
  mkdirSync(at("slow/data"), { recursive: true });
  const [stop, port] = [new AbortController(), await freePort()];
  const { promise, resolve: ready } = Promise.withResolvers<void>();
  const waits = waitForBackup({
    port,
    host: "127.0.0.1",
    base: `http://localhost:${port}`,
    dir: at("slow/data"),
    code: openCode(),
    bringBack: () => assert.fail("without a code"),
    signal: stop.signal,
    early: 200,
    ready,
  });
  await promise;
  for (const method of ["POST", "GET"]) {
    const line = connect(port, "127.0.0.1");
    line.on("error", () => undefined);
    const type = "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000";
    line.write(`${method} /setup HTTP/1.1\r\nHost: x\r\n${type}\r\n\r\n--b\r\n`);
    line.resume();
    await Promise.race([once(line, "close"), sleep(3000).then(() => assert.fail(method))]);
  }
  assert.deepEqual(readdirSync(at("slow")), ["data"]);
  stop.abort();
  assert.equal(await waits, false);
});

test("SU2 SU3 an empty folder waits for its backup; what is cut, altered or without its key is refused in words, and nothing is left; then the whole one is served", async () => {
  mkdirSync(at("new/data"), { recursive: true });
  await using server = await serve({ CND_DATA: at("new/data") });
  const code = codeOf(server);
  assert.match(await (await fetch(`${server.base}/anything`)).text(), /Restore a campaign/);
  const whole = readFileSync(at("whole"));
  const key = readFileSync(at("key.txt"), "utf8");
  const altered = Buffer.from(whole);
  altered[altered.length >> 1]! ^= 1;
  for (const [fields, status, says] of [
    [{ code: "AAAA-AAAA-AAAA-AAAA", key, backup: whole }, 403, /This code is wrong/],
    [
      { code, key, backup: whole.subarray(0, -2000) },
      422,
      /backup is incomplete, or the key is wrong/,
    ],
    [{ code, key, backup: altered }, 422, /backup is incomplete/],
    [{ code, key: "", backup: whole }, 422, /backup is incomplete/],
    [{ code, key: "", backup: Buffer.from("{}") }, 422, /backup is incomplete/],
    [{ code, key }, 422, /Choose the backup file/],
  ] as const) {
    const answer = await send(server, fields);
    assert.equal(answer.status, status);
    const page = await answer.text();
    assert.match(page, /Nothing was restored/);
    assert.match(page, says);
    assert.deepEqual(readdirSync(at("new")), ["data"]);
    assert.deepEqual(readdirSync(at("new/data")), []);
  }
  const foreign = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  assert.equal((await send(server, { code, key, backup: whole }, foreign)).status, 403);
  const answer = await send(server, { code, key, backup: whole });
  assert.match(await answer.text(), /The campaign has been restored/);
  let front = "";
  for (let i = 0; i < 400 && !front.includes("Our Campaign"); i++) {
    front = await fetch(server.base).then(
      (r) => r.text(),
      () => "",
    );
    await sleep(25);
  }
  assert.match(front, /Our Campaign/);
  assert.equal((await send(server, { code, key, backup: whole })).status, 404, "used once");
});

test("SU3 where another campaign was here before, its lists beside the folder stay, and a backup of this one is refused", async () => {
  mkdirSync(at("other/data"), { recursive: true });
  const checkpoint = readFileSync(`${at("data")}.checkpoint`, "utf8");
  const [origin] = checkpoint.split("\n");
  writeFileSync(at("other/data.checkpoint"), checkpoint.replaceAll(origin!, "another.example/log"));
  cpSync(`${at("data")}.checkpoint`, at("mine.checkpoint"));
  await using server = await serve({ CND_DATA: at("other/data") }, ["--setup"]);
  const sent = { code: codeOf(server), key: "", backup: readFileSync(at("plain")) };
  const answer = await send(server, sent);
  assert.equal(answer.status, 409);
  assert.match(await answer.text(), /backup is not from the campaign that was here before/);
  assert.deepEqual(readdirSync(at("other")), ["data", "data.checkpoint"]);
  assert.deepEqual(readdirSync(at("other/data")), []);
});

const codeOf = (server: Served): string => /: ([A-Z2-9-]{19})\n/.exec(server.complaints())![1]!;

function send(
  server: Served,
  { backup, ...fields }: { code: string; key: string; backup?: Buffer },
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (backup) form.append("backup", new Blob([new Uint8Array(backup)]), "backup.tar.gz.age");
  return fetch(`${server.base}/setup`, { method: "POST", body: form, headers, redirect: "manual" });
}
