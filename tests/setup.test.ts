/** An empty instance takes a backup with a code that its console shows, once. Rules SU1 to SU3. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openCode } from "../src/platform/process/setup/code.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
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

test("SU1 the code is right once: then, and after ten wrong ones, also the right one is worthless", () => {
  const code = openCode();
  assert.match(code.shown, /^(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  assert.equal(code.tried(code.shown.toLowerCase().replaceAll("-", " ")), "right");
  code.spend();
  assert.equal(code.tried(code.shown), "worthless");
  const other = openCode();
  for (let i = 0; i < 9; i++) assert.equal(other.tried(`guess ${i}`), "wrong");
  assert.equal(other.tried(""), "worthless");
  assert.equal(other.tried(other.shown), "worthless");
});

test("SU2 SU3 an empty folder waits for its backup; what is cut, altered or without its key is refused in words, and nothing is left; then the whole one is served", async () => {
  mkdirSync(at("new/data"), { recursive: true });
  await using server = await serve({ CND_DATA: at("new/data") });
  const code = codeOf(server);
  assert.match(await (await fetch(`${server.base}/anything`)).text(), /Bring a campaign back/);
  const whole = readFileSync(at("whole"));
  const key = readFileSync(at("key.txt"), "utf8");
  const altered = Buffer.from(whole);
  altered[altered.length >> 1]! ^= 1;
  for (const [fields, status, says] of [
    [{ code: "AAAA-AAAA-AAAA-AAAA", key, backup: whole }, 403, /This is not the code/],
    [
      { code, key, backup: whole.subarray(0, -2000) },
      422,
      /no whole backup, or its key is another/,
    ],
    [{ code, key, backup: altered }, 422, /no whole backup/],
    [{ code, key: "", backup: whole }, 422, /no whole backup/],
    [{ code, key: "", backup: Buffer.from("{}") }, 422, /no whole backup/],
    [{ code, key }, 422, /Choose the file of the backup/],
  ] as const) {
    const answer = await send(server, fields);
    assert.equal(answer.status, status);
    const page = await answer.text();
    assert.match(page, /Nothing was let in/);
    assert.match(page, says);
    assert.deepEqual(readdirSync(at("new")), ["data"]);
    assert.deepEqual(readdirSync(at("new/data")), []);
  }
  const foreign = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  assert.equal((await send(server, { code, key, backup: whole }, foreign)).status, 403);
  const answer = await send(server, { code, key, backup: whole });
  assert.match(await answer.text(), /The campaign is back/);
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
  await using server = await serve({ CND_DATA: at("other/data") });
  const sent = { code: codeOf(server), key: "", backup: readFileSync(at("plain")) };
  const answer = await send(server, sent);
  assert.equal(answer.status, 409);
  assert.match(await answer.text(), /the backup of another campaign than the one that was here/);
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
