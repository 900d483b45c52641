/** The trail, in a served campaign: what is done at the desk and by commands, and what outlives a restore. Rules V60 to V63, D40 to D42. */
import assert from "node:assert/strict";
import { cpSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import { trailPage, type TrailRow } from "../src/platform/private/trail.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { openControl } from "../src/platform/process/control.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { readKeptTrail } from "../src/platform/process/kept-trail.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { invitation } from "./invitation.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const file = join(folder.dir, "backup.tar.gz");
let server: Served;
let cookie = "";

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
});
after(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("V60 V61 who came in from which network, deeds at the desk and commands are rows, without an address or anybody's words", async () => {
  const link = await invitation(env.CND_DATA, { role: "owner", name: "Li Typed" });
  const came = await post(link, {}, "203.0.113.77");
  cookie = cookieOf(came);
  const rosa = { name: "Rosa Typed", role: "editor", email: "rosa@example.org", lang: "" };
  assert.equal((await post("/desk/accounts/invite", rosa)).status, 200);
  const done = (await rows(env.CND_DATA)).length;
  assert.equal((await post("/desk/accounts/invite", rosa)).status, 422, "the name is taken");
  assert.equal((await post("/desk/accounts/second", { owner: "yes" })).status, 409);
  assert.equal((await post("/desk/made-up", {})).status, 404);
  assert.equal((await post("/desk/stories/0123456789ab/made-up", {})).status, 404);
  assert.equal((await post("/desk/settings", {}, "203.0.113.77", "none")).status, 303);
  assert.equal((await rows(env.CND_DATA)).length, done, "what was refused is no row");
  const id = (await rows(env.CND_DATA))[0]!.about;
  assert.equal((await post(`/desk/accounts/${id}/role`, { role: "moderator" })).status, 303);
  for (const name of ["Rosa Typed", "Nobody Typed"]) {
    const tried = { way: "pin", name, pin: "27182818", email: "" };
    assert.equal((await post("/desk/sign-in", tried, "198.51.100.9", "")).status, 403);
  }
  succeed(["backup", file], env);
  succeed(["export", join(folder.dir, "out")], env);
  succeed(["account", "invite", "planner", "--name", "Ana Typed"], env);
  succeed(["account", "list"], env);
  assert.notEqual(cnd(["export", join(folder.dir, "data")], env).code, 0);
  const all = await rows(env.CND_DATA);
  const li = all.at(-1)!.who;
  assert.notEqual(li, "shell");
  const [ana] = all;
  assert.match(ana!.about, /^\w{20,}$/);
  assert.deepEqual(all.map(inShort), [
    `shell cnd account invite ${ana!.about} planner  done`,
    "shell cnd export    done",
    "shell cnd backup    done",
    " sign-in  PIN 198.51.100.0/24 refused",
    `${id} sign-in  PIN 198.51.100.0/24 refused`,
    `${li} /desk/accounts/*/role ${id} moderator  done`,
    `${li} /desk/accounts/invite ${id} editor  done`,
    `${li} sign-in  link 203.0.113.0/24 done`,
  ]);
  const kept = readFileSync(`${env.CND_DATA}.trail`, "utf8");
  assert.equal(statSync(`${env.CND_DATA}.trail`).mode & 0o777, 0o600);
  assert.deepEqual(readKeptTrail(`${env.CND_DATA}.trail`).toReversed(), all);
  const secret = /Typed|rosa@|27182818|203\.0\.113\.77|198\.51\.100\.9/;
  assert.doesNotMatch(kept, secret);
  assert.ok(!kept.includes(link.split("/").at(-1)!), "no link");
});

test("D40 the owner reads the trail, the newest first, by person and by deed; others do not", async () => {
  const page = async (query = "") => (await get(`/desk/trail${query}`)).text();
  const first = await page();
  assert.match(await (await get("/desk/accounts")).text(), /href="\/desk\/trail"/);
  const lines = linesOf(first);
  assert.match(lines[0]!, /^On the command line: Invited someone · planner · Ana Typed /);
  assert.match(lines.at(-2)!, /^Li Typed: Signed in · by link · 203\.0\.113\.0\/24 /);
  assert.match(first, /Failed sign-in<\/bdi>: Signed in<strong> \(not done\)/);
  assert.match(first, /after 400 days/);
  const li = (await rows(env.CND_DATA)).find(({ what }) => what === "/desk/accounts/invite")!.who;
  assert.ok(linesOf(await page(`?who=${li}`)).every((line) => line.startsWith("Li Typed")));
  assert.equal(linesOf(await page(`?who=${li}&what=sign-in`)).length, 1);
  assert.match(await page("?what=nothing"), /Nothing yet\./);
  const others = await invitation(env.CND_DATA, { role: "editor", name: "=SUM(1)" });
  const editor = cookieOf(await post(others, {}));
  assert.equal((await get("/desk/trail", editor)).status, 403);
  assert.equal((await get("/desk/trail/trail.csv", editor)).status, 403);
  assert.equal((await get("/desk/trail", "none")).status, 303);
  using running = await openControl(dataPaths(env.CND_DATA).socket);
  const moment = "2026-11-28T09:00:00.000Z";
  const deed = { moment, times: 1, who: li, what: "/desk/letter", detail: "", network: "" };
  for (let i = 0; i < 120; i++)
    await running.private("trail.add", { ...deed, about: `${i}`, outcome: "done" });
  const long = await page(`?who=${li}`);
  assert.equal(linesOf(long).length, 100);
  const [, older] = /href="(\/desk\/trail\?[^"]*before=\d+)"/.exec(long)!;
  const rest = await (await get(older!.replaceAll("&amp;", "&"))).text();
  assert.deepEqual([linesOf(rest).length, rest.includes("before=")], [23, false]);
});

test("D41 the trail is taken along as a table that no spreadsheet runs, and that is a row of it", async () => {
  const answer = await get("/desk/trail/trail.csv?what=sign-in");
  assert.equal(answer.headers.get("content-type"), "text/csv; charset=utf-8");
  assert.equal(answer.headers.get("cache-control"), "no-store");
  const lines = (await answer.text()).trimEnd().split("\r\n");
  assert.match(lines[0]!, /^first,last,times,who,account,deed,what,about,detail,network,outcome$/);
  assert.match(lines[1]!, /,'=SUM\(1\),\w+,Signed in,sign-in,,link,203\.0\.113\.0\/24,done$/);
  assert.equal(lines.length, 1 + 4);
  assert.equal((await rows(env.CND_DATA))[0]!.what, "/desk/trail/trail.csv");
});

test("D42 no address of the desk changes the trail", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    for (const path of ["/desk/trail", "/desk/trail/1", "/desk/trail/trail.csv"]) {
      const headers = { cookie };
      const { status } = await fetch(server.base + path, { method, headers, redirect: "manual" });
      assert.ok(status === 404 || status === 405, `${method} ${path}: ${status}`);
    }
});

test("V61 cnd verify names the trail when a row of it was altered", async () => {
  await server[Symbol.asyncDispose]();
  succeed(["account", "link", "Ana Typed"], env); // where none runs, the command writes its row itself
  assert.equal((await rows(env.CND_DATA))[0]!.what, "cnd account link");
  succeed(["verify"], env);
  const { database } = dataPaths(env.CND_DATA);
  byHand(database, "update trail set detail = 'owner' where detail = 'moderator'");
  const found = cnd(["verify"], env);
  assert.notEqual(found.code, 0);
  assert.match(found.out + found.err, /\btrail\b/);
  byHand(database, "update trail set detail = 'moderator' where detail = 'owner'");
  succeed(["verify"], env);
});

test("V63 a restore takes no row from the trail, and is one itself", async () => {
  const last = await rows(env.CND_DATA);
  const stood = last.findIndex(({ what }) => what === "cnd backup");
  assert.ok(stood > 0, "there are newer rows than the backup's");
  await using database = await DATABASES.PostgreSQL();
  for (const to of [
    { CND_DATA: join(folder.dir, "again") },
    { CND_DATA: join(folder.dir, "pg"), CND_DATABASE: database.address },
  ]) {
    cpSync(`${env.CND_DATA}.trail`, `${to.CND_DATA}.trail`);
    succeed(["restore", file], to);
    const here = await rows(to.CND_DATA, to.CND_DATABASE);
    assert.deepEqual(here.slice(1), last);
    assert.deepEqual([here[0]!.what, here[0]!.detail.slice(0, 3)], ["cnd restore", "202"]);
    assert.deepEqual(readKeptTrail(`${to.CND_DATA}.trail`).at(-1), here[0]);
  }
  succeed(["verify"], { CND_DATA: join(folder.dir, "again") });
});

test("V63 where the trail beside the data is gone, the backup's rows and the restore are there", async () => {
  const to = { CND_DATA: join(folder.dir, "elsewhere") };
  succeed(["restore", file], to);
  const here = await rows(to.CND_DATA);
  assert.deepEqual([here.length, here[0]!.what], [6, "cnd restore"]);
});

const inShort = ({ who, what, about, detail, network, outcome }: TrailRow): string =>
  [who, what, about, detail, network, outcome].join(" ");

async function rows(data: string, database = dataPaths(data).database): Promise<TrailRow[]> {
  const reader = openReader(database);
  try {
    const all = await reader.snapshot((db) => trailPage(db, { most: 1000 }));
    return all.filter(({ n }) => n > 1).map((row) => ({ ...row })); // the first is the import that every test copies
  } finally {
    await reader.db.destroy();
  }
}

/** What stands in each line of the page. */
const linesOf = (html: string): string[] =>
  [...html.matchAll(/<li><span>(.*?)<\/li>/gs)].map(([, line]) => line!.replaceAll(/<[^>]*>/g, ""));

const get = (path: string, as = cookie) =>
  fetch(server.base + path, { headers: { cookie: as }, redirect: "manual" });

const cookieOf = (came: Response): string =>
  came.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");

/** A form as a browser behind a proxy sends it. */
function post(path: string, fields: Record<string, string>, from = "203.0.113.77", as = cookie) {
  return fetch(server.base + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: as, "x-forwarded-for": from },
    body: new URLSearchParams(fields),
  });
}

function byHand(database: string, statement: string): void {
  using db = new DatabaseSync(database);
  db.exec(statement);
}
