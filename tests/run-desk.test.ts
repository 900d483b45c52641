/** Running an instance from the browser, as requests: backups, their key, a check, jobs, mail. Rules RN1 to RN6. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { listBackups } from "../src/platform/process/backups/folder.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { ageSignIns, invitation } from "./invitation.ts";

const folder = temporary();
const data = join(folder.dir, "data");
const at = (name: string) => join(folder.dir, name);
let server: Served;
let cookie = "";

before(async () => {
  await newCampaign(data);
  server = await serve({ CND_DATA: data });
  cookie = await comeIn("owner", "Li");
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("RN1 the page says what lies here, what works and what runs, to owners alone", async () => {
  let page = await text("/desk/run");
  while (page.includes("The disk is being checked")) page = await text("/desk/run");
  for (const said of [
    "There are no backups yet",
    "Not checked yet",
    "Nothing is waiting",
    "SQLite",
    "Node",
    "Free disk space",
    "No mail server",
  ])
    assert.ok(page.includes(said), said);
  assert.match(page, /Database <small><bdi>[\d.]+ (?:k|M)B/);
  const editor = await comeIn("editor", "Rosa");
  assert.equal((await get("/desk/run", { cookie: editor })).status, 403);
  for (const path of ["backups", "verify", "look", "key/new", "keeping"])
    assert.equal((await post(`/desk/run/${path}`, {}, editor)).status, 403, path);
});

test("RN11 a program that watches reads how old the newest backup is, what is free, what waits and what failed", async () => {
  const gauge = async (name: string) =>
    new RegExp(`^${name} (\\d+)$`, "m").exec(await text("/metrics"))?.[1];
  assert.equal(await gauge("cnd_backup_age_seconds"), undefined, "none was ever made");
  succeed(["backup", at("by-command.tar.gz")], { CND_DATA: data });
  assert.ok(Number(await gauge("cnd_backup_age_seconds")) < 600);
  assert.ok(Number(await gauge("cnd_disk_free_bytes")) > 1e6);
  assert.equal(await gauge("cnd_jobs_failed"), "0");
  assert.equal(await gauge("cnd_jobs_waiting"), "0");
  assert.equal(await gauge("cnd_mail_failed"), undefined, "there is no mail server");
});

test("RN9 whether something is wrong is looked at by a button, and stands with what to do", async () => {
  chmodSync(data, 0o755);
  assert.equal((await post("/desk/run/look")).status, 303);
  await ended("run.examine");
  const page = await text("/desk/run");
  assert.match(page, /1 problem was found/);
  assert.match(
    page,
    /Other users of this machine can look into[^<]*<br\/?><small>Close it: chmod 700/,
  );
  chmodSync(data, 0o700);
});

test("RN2 a backup is made by a button, as a job, and each day by itself within the numbers that were typed", async () => {
  assert.equal((await post("/desk/run/backups")).status, 303);
  await ended("run.backup");
  const [one] = listBackups(data);
  assert.ok(one && one.bytes > 1000);
  assert.match(await text("/desk/run"), /made today/);
  const rule = { isOn: "yes", days: "7", weeks: "4", months: "x", size: "0" };
  const wrong = await post("/desk/run/keeping", rule);
  assert.equal(wrong.status, 422);
  const page = await wrong.text();
  assert.match(page, /id="months-problem">\s*Enter a whole number from 0 to 120\./);
  assert.match(page, /id="size-problem">\s*Enter a whole number from 1 to 4,000,000\./);
  assert.match(page, /name="months"[^>]*value="x"|value="x"[^>]*name="months"/);
  assert.doesNotMatch(page, /<input type="checkbox" id="isOn"[^>]* required/, "it can be off, too");
  const right = { ...rule, months: "6", size: "500" };
  assert.equal((await post("/desk/run/keeping", right)).status, 303);
  assert.match(readFileSync(join(data, "backup-keeping.json"), "utf8"), /"bytes":500000000/);
});

test("RN3 a backup leaves encrypted alone, to the key that was set once, for whoever has just come in; in ranges", async () => {
  const [open] = listBackups(data);
  const path = `/desk/run/backups/${open!.file}/download`;
  assert.equal((await get(path)).status, 409, "there is no key yet");
  const made = await (await post("/desk/run/key/new")).text();
  assert.match(made, /^AGE-SECRET-KEY-1/m);
  writeFileSync(at("key"), made);
  const [key] = /age1\w+/.exec(made)!;
  assert.equal((await post("/desk/run/key", { key: "age1none" })).status, 422);
  assert.equal((await post("/desk/run/key", { key })).status, 303);
  const other = await (await post("/desk/run/key/new")).text();
  await post("/desk/run/key", { key: /age1\w+/.exec(other)![0] });
  assert.equal(readFileSync(join(data, "backup-recipients.txt"), "utf8"), `${key}\n`, "set once");
  writeFileSync(at("first.age"), await bytes(path));
  execFileSync("age", ["-d", "-i", at("key"), "-o", at("first.tar.gz"), at("first.age")]);
  assert.deepEqual(
    readFileSync(at("first.tar.gz")),
    readFileSync(join(data, "backups", open!.file)),
  );

  await sleep(1000 - (Date.now() % 1000)); // a name of its own
  await post("/desk/run/backups");
  await ended("run.backup");
  const [closed] = listBackups(data);
  assert.match(closed!.file, /\.age$/);
  const whole = await bytes(`/desk/run/backups/${closed!.file}/download`);
  const rest = await get(`/desk/run/backups/${closed!.file}/download`, { range: "bytes=1000-" });
  assert.equal(rest.status, 206);
  assert.deepEqual(Buffer.from(await rest.arrayBuffer()), whole.subarray(1000));
  writeFileSync(at("second.age"), whole);
  succeed(["restore", at("second.age"), "--key", at("key")], { CND_DATA: at("again") });
  assert.match(await text("/desk/trail"), /Downloaded a backup/);
  await ageSignIns(data, "Li", 16);
  const asked = await get(`/desk/run/backups/${closed!.file}/download`);
  assert.match(asked.headers.get("location") ?? "", /^\/desk\/sign-in\?again/);
  await ageSignIns(data, "Li", 0);
});

test("RN4 a backup with a name stays until it is deleted; what is no backup has no page", async () => {
  const [, first] = listBackups(data);
  const path = `/desk/run/backups/${first!.file}`;
  assert.equal((await post(`${path}/name`, { name: "x".repeat(101) })).status, 422);
  assert.equal((await post(`${path}/name`, { name: "Before <b>the</b> move" })).status, 303);
  assert.match(await text("/desk/run"), /kept under the name Before &lt;b&gt;the&lt;\/b&gt; move/);
  assert.equal((await post(`${path}/delete`)).status, 303);
  assert.equal(existsSync(join(data, "backups", `${first!.file}.name`)), false);
  assert.equal(listBackups(data).length, 1);
  for (const name of [first!.file, "keeping.json", "2026-01-01T000000Z.tar.gz"])
    assert.equal((await get(`/desk/run/backups/${name}`)).status, 404, name);
  assert.equal((await get("/desk/run/backups/..%2fkeys%2fowner.pem/download")).status, 400);
});

test("RN5 a check is made as a job, and its report stays", async () => {
  await post("/desk/run/verify");
  await ended("run.verify");
  assert.match(
    await text("/desk/run"),
    /On [^<]* UTC, everything was correct\.<\/strong> \d+ records, \d+ tiles/,
  );
});

test("RN6 what failed is said with its reason, and tried again by a button; once", async () => {
  using running = await openControl(dataPaths(data).socket);
  const job = { kind: "made.up", about: "a", argument: null, due: Date.now() };
  await running.private("jobs.add", job);
  await post("/desk/run/verify"); // whoever adds makes the queue look
  await ended("made.up", "a");
  const page = await text("/desk/run");
  assert.match(page, /1 task failed/);
  assert.match(page, /This program knows no work named made\.up/);
  const [, id] = /name="id" value="([^"]+)"/.exec(page)!;
  assert.equal((await post("/desk/run/job", { id: id! })).status, 303);
  assert.equal((await post("/desk/run/job", { id: id! })).status, 409);
});

async function ended(kind: string, about = kind): Promise<void> {
  using running = await openControl(dataPaths(data).socket);
  for (let i = 0; i < 800; i++) {
    const [job] = (await running.private("jobs.of", about)) as readonly {
      state: string;
      error: string;
    }[];
    if (job && job.state !== "waiting" && job.state !== "running") return;
    await sleep(10);
  }
  assert.fail(`${kind} did not end`);
}

async function comeIn(role: "owner" | "editor", name: string): Promise<string> {
  const came = await post(await invitation(data, { role, name }), {}, "");
  return came.headers.get("set-cookie")!.split(";")[0]!;
}
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.base + path, { headers: { cookie, ...headers }, redirect: "manual" });
const text = async (path: string) => (await get(path)).text();
const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
const post = (path: string, fields: Record<string, string> = {}, as = cookie) =>
  fetch(server.base + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie: as },
    redirect: "manual",
  });
