/** Asking and offering without an account, as a browser without script does it, and the desk as an operator works it. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, globSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { ownerOf, placeBody, say, sign } from "./saying.ts";
import { waitingAt } from "./waiting.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
  const village = sign(ownerOf(env.CND_DATA), {
    kind: "place.named/1",
    body: placeBody("Hilltop"),
  });
  await say(
    server.base,
    village,
    sign(ownerOf(env.CND_DATA), {
      kind: "slug.bound/1",
      subject: village.id,
      body: { space: "places", slug: "hilltop" },
    }),
  );
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const CONTACT = "by the shop at the bridge";
const FORM = "/take-part/opportunity";

async function plainPage(path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.base + path);
  return page;
}

/** Fill the form in and send it. */
async function send(page: Page, kind: string, more: Readonly<Record<string, string>> = {}) {
  await page.selectOption("#kind", kind);
  const fields = { place: "Hilltop", words: "A roof that sees the valley", ...more };
  for (const [id, text] of Object.entries(fields)) await page.fill(`#${id}`, text);
  await page.check("[name=agree]");
  await page.click("button[type=submit]");
}

const secretIn = (page: Page): string => new URL(page.url()).pathname.slice("/o/".length);
const waiting = async (): Promise<string[]> => (await waitingAt(env.CND_DATA)).map(({ id }) => id);
/** The one of this kind that waits, but for `other`. */
const idOf = async (kind: string, other = ""): Promise<string> =>
  (await waitingAt(env.CND_DATA)).find(
    ({ id, about }) => (JSON.parse(about) as { kind?: string }).kind === kind && id !== other,
  )!.id;
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(server.base + path, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body,
  });

test("O2 from the form to the secret page, to the desk, and back with the link", async () => {
  const page = await plainPage(FORM);
  await send(page, "roof", { contact: CONTACT, distance: "40", country: "South Africa" });
  assert.match(page.url(), /\/o\/[A-Za-z0-9_-]{22}$/);
  assert.match((await page.textContent("h1"))!, /We have what you sent/);
  assert.ok((await page.textContent("main"))!.includes(page.url().replace(/^.*\/o\//, "/o/")));
  const response = await page.reload();
  const head = response!.headers();
  assert.deepEqual(
    [head["cache-control"], head["referrer-policy"], head["x-robots-tag"], head["set-cookie"]],
    ["no-store", "no-referrer", "noindex", undefined],
  );
  const [id] = await waiting();
  assert.match(succeed(["desk", "show", id!], env), new RegExp(`contact: ${CONTACT}`));
  await page.reload();
  assert.match((await page.textContent("h1"))!, /Someone is reading this/);
  const accepted = ["desk", "accept", id!, "--as", "opportunity", "--place", "hilltop"];
  assert.match(succeed(accepted, env), /is now at \/opportunities\/roof-/);
  await page.reload();
  assert.match((await page.textContent("h1"))!, /accepted/i);
  await page.click("text=See the result");
  assert.equal(new URL(page.url()).pathname, `/opportunities/roof-${id}`);
  assert.match((await page.textContent("main"))!, /A roof that sees the valley/);
  assert.match(await text("/places/hilltop"), /Requests and offers for this place/);
  assert.match(await text("/opportunities"), /A roof, Hilltop/);
  await page.context().close();
});

test("O1 what does not fit comes back as it was typed, and nothing is kept", async () => {
  const known = (await waiting()).length;
  const page = await plainPage(FORM);
  await send(page, "time", { country: "Atlantis", words: "I <b>dig</b>" });
  assert.equal(new URL(page.url()).pathname, FORM);
  assert.match((await page.textContent("[role=alert]"))!, /Nothing has been sent yet/);
  assert.match(
    (await page.textContent("#country-problem"))!,
    /English name or its two-letter code/,
  );
  assert.equal(await page.inputValue("#country"), "Atlantis");
  assert.equal(await page.inputValue("#words"), "I <b>dig</b>");
  assert.equal(await page.inputValue("#kind"), "time");
  assert.equal(await page.isChecked("[name=agree]"), true);
  assert.equal((await waiting()).length, known);
  await page.fill("#country", "za");
  await page.click("button[type=submit]");
  assert.match(page.url(), /\/o\//);
  assert.equal((await waiting()).length, known + 1);
  await page.context().close();
});

test("O3 withdrawing forgets what was sent, and erases what it had become", async () => {
  const page = await plainPage(FORM);
  await send(page, "need", { words: "Unforgettable words", contact: CONTACT });
  const address = page.url();
  const id = await idOf("need");
  succeed(["desk", "accept", id, "--as", "opportunity"], env);
  assert.match(await text(`/opportunities/need-${id}`), /Unforgettable words/);
  const unsure = await post(new URL(address).pathname, "");
  assert.deepEqual([unsure.status, /tick the box/.test(await unsure.text())], [422, true]);
  await page.reload();
  await page.check("[name=sure]");
  await page.click("button[type=submit]");
  assert.match((await page.textContent("h1"))!, /withdrawn/i);
  assert.equal(page.url(), address);
  assert.equal((await fetch(`${server.base}/opportunities/need-${id}`)).status, 410);
  assert.doesNotMatch(await text("/opportunities"), /Unforgettable/);
  assert.match(succeed(["verify"], env), / 1 erased/);
  using database = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
  const row = database.prepare("select about, contact from submission where id = ?").get(id);
  assert.deepEqual({ ...row }, { about: "{}", contact: null });
  await page.context().close();
});

test("O2 what became something that stands here already leads there", async () => {
  const page = await plainPage(FORM);
  await send(page, "programme", { words: "From 2026-11-24 to 2027" });
  const id = await idOf("programme");
  assert.match(cnd(["desk", "accept", id], env).err, /^Expected what to make of it/);
  assert.match(succeed(["desk", "accept", id, "--place", "hilltop"], env), /\/places\/hilltop/);
  await page.reload();
  await page.click("text=See the result");
  assert.equal(new URL(page.url()).pathname, "/places/hilltop");
  await page.context().close();
});

test("O13 it can become a new place, a project with its place, a partner, and its sender sees it", async () => {
  const page = await plainPage(FORM);
  const accept = (id: string, thing: string, slug: string, ...more: string[]) =>
    cnd(["desk", "accept", id, "--as", thing, "--slug", slug, ...more], env);
  await send(page, "need", { place: "Upper Valley", words: "We climb the hill to call" });
  const need = await idOf("need");
  assert.match(accept(need, "place", "Upper Valley").err, /^Expected a slug/);
  assert.match(accept(need, "place", "upper-valley").err, /^Expected a country and a position/);
  const where = ["--country", "ZA", "--lat", "-31.987", "--lon", "29.123"];
  assert.match(accept(need, "place", "hilltop", ...where).err, /^Expected a slug that is free/);
  assert.match(accept(need, "partner", "x", "--name", "X").err, /^Expected a wish to join/);
  assert.equal(accept(need, "village", "x").code, 1);
  assert.match(
    accept(need, "place", "upper-valley", ...where).out,
    /is now at \/places\/upper-valley/,
  );
  await page.reload();
  await page.click("text=See the result");
  assert.equal(new URL(page.url()).pathname, "/places/upper-valley");
  const place = await text("/places/upper-valley");
  assert.match(place, /32\.00° S, 29\.10° E/);
  assert.match(
    place,
    /unconnected, .* 20\d\d.*According to someone at the place, through this site/s,
  );
  assert.match(await text("/atlas/africa?state=unconnected"), /Upper Valley/);

  await page.goto(server.base + FORM);
  await send(page, "need", { place: "Lower Valley", words: "Our clinic has no line" });
  const secret = page.url();
  const project = await idOf("need");
  assert.match(
    accept(project, "project", "valley", ...where).err,
    /^Expected what the new project/,
  );
  const titled = ["--name", "A line to the clinic", ...where];
  const number = accept(project, "project", "valley", "--words", "Call 082 555 1234", ...titled);
  assert.match(number.err, /^Expected words without a way to reach/);
  assert.equal((await fetch(`${server.base}/projects/valley`)).status, 404);
  assert.match(accept(project, "project", "valley", ...titled).out, /\/projects\/valley/);
  const shown = await text("/projects/valley");
  assert.match(shown, /A line to the clinic.*Our clinic has no line/s);
  assert.match(shown, /\/places\/valley"/);

  await page.goto(server.base + FORM);
  await send(page, "partner", { place: "Hilltop", words: "We teach", contact: CONTACT });
  const wish = await idOf("partner");
  const as = ["--name", "Hill Teachers", "--place", "hilltop", "--kind"];
  assert.match(accept(wish, "partner", "teachers", ...as, "school").err, /^kind: expected one of/);
  const shy = accept(wish, "partner", "teachers", ...as, "activist", "--words", `Ask ${CONTACT}`);
  assert.match(shy.err, /^Expected words without a way to reach/);
  assert.equal(accept(wish, "partner", "teachers", ...as, "activist").code, 0);
  assert.match(
    await text("/organisations/teachers"),
    /Hill Teachers.*We teach.*Takes part in the campaign/s,
  );
  assert.equal(accept(wish, "partner", "others", ...as, "activist").code, 1, "settled already");

  await page.goto(secret);
  await page.check("[name=sure]");
  await page.click("button[type=submit]");
  for (const gone of ["/projects/valley", "/places/valley"])
    assert.equal((await fetch(server.base + gone)).status, 410, gone);
  assert.match(succeed(["verify"], env), / 3 erased/);
  assert.equal((await fetch(`${server.base}/places/upper-valley`)).status, 200);
  await page.context().close();
});

test("O13 a sender who has not agreed is not published as anything new", async () => {
  const page = await plainPage(FORM);
  await send(page, "need", { place: "Quiet Valley" });
  await page.goto(server.base + FORM);
  await page.selectOption("#kind", "need");
  await page.fill("#place", "Shy Valley");
  await page.fill("#words", "No line here");
  await page.click("button[type=submit]");
  const [, id] = /([0-9a-f]{8}) .*Shy Valley/.exec(succeed(["desk", "list"], env))!;
  const where = ["--country", "ZA", "--lat", "-31", "--lon", "29"];
  const { err } = cnd(["desk", "accept", id!, "--as", "place", "--slug", "shy", ...where], env);
  assert.match(err, /^Expected its sender to have agreed/);
  await page.context().close();
});

test("O3 what the campaign withdrew before its sender did is erased with the sender's withdrawal all the same", async () => {
  const page = await plainPage(FORM);
  const key = ownerOf(env.CND_DATA);
  const kinds = { opportunity: "opportunity.named/1", place: "place.named/1" } as const;
  for (const [thing, kind] of Object.entries(kinds)) {
    await page.goto(server.base + FORM);
    const words = `Lost words of ${thing}`;
    await send(page, "need", { place: "Lost Valley", words });
    const path = new URL(page.url()).pathname;
    const { id } = (await waitingAt(env.CND_DATA)).find(({ about }) => about.includes(words))!;
    const where = ["--slug", "lost-valley", "--country", "ZA", "--lat", "-31", "--lon", "29"];
    succeed(["desk", "accept", id, "--as", thing, ...(thing === "place" ? where : [])], env);
    using database = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
    const said = database
      .prepare("select subject, body_hash as body from record where kind = ? order by idx desc")
      .get(kind) as { subject: string; body: string };
    const withdrawal = {
      kind: kind.replace("named", "withdrawn"),
      subject: said.subject,
      body: {},
    };
    await say(server.base, sign(key, withdrawal));
    const body = async () => (await fetch(`${server.base}/log/body/${said.body}`)).status;
    assert.equal(await body(), 200, "a withdrawal alone erases nothing");
    assert.equal((await post(path, "sure=yes")).status, 303);
    assert.equal(await body(), 410, thing);
  }
  await page.context().close();
});

test("O7 what is not taken up says why, and a stranger's guess finds nothing", async () => {
  const page = await plainPage(FORM);
  await send(page, "partner");
  const id = await idOf("partner");
  assert.match(cnd(["desk", "refuse", id], env).err, /^Expected a reason[^\n]*\n$/);
  succeed(["desk", "refuse", id, "--reason", "We met in the village <b>hall</b>."], env);
  await page.reload();
  assert.match((await page.textContent("header.head"))!, /It was refused.*<b>hall<\/b>/s);
  assert.match(
    cnd(["desk", "refuse", id, "--reason", "x"], env).err,
    /settled or withdrawn already/,
  );
  for (const guess of ["AAAAAAAAAAAAAAAAAAAAAA", id, "", "x".repeat(200)]) {
    const answer = await fetch(`${server.base}/o/${guess}`);
    assert.equal(answer.status, 404, guess);
  }
  await page.context().close();
});

test("O6 no contact is published, nothing without consent, a position only rounded", async () => {
  const typed = `kind=power&place=Far&words=Call+0795551234&lat=-31.987&lon=29.147&contact=${CONTACT.replaceAll(" ", "+")}`;
  assert.equal((await post(FORM, typed)).status, 303);
  const silent = await idOf("power");
  const accept = (id: string, ...more: string[]) =>
    cnd(["desk", "accept", id, "--as", "opportunity", ...more], env);
  assert.match(accept(silent).err, /^Expected its sender to have agreed/);
  assert.equal((await post(FORM, `${typed}&agree=yes`)).status, 303);
  const id = await idOf("power", silent);
  assert.match(accept(id).err, /^Expected words without a way to reach somebody/);
  assert.match(accept(id, "--words", `Ask ${CONTACT}`).err, /^Expected words without a way/);
  assert.match(accept(id, "--place", "nowhere").err, /^Expected something at \/places\/nowhere/);
  assert.equal(
    accept(id, "--words", "Solar power since 2024-05-01", "--near", "The valley").code,
    0,
  );
  const html = await text(`/opportunities/power-${id}`);
  assert.match(html, /about -32, 29.1/);
  assert.match(html, /The valley/);
  assert.doesNotMatch(html, /0795551234|bridge|31\.98/);
  assert.match(accept(id).err, /accepted already; nothing was changed/);
});

test("O4 a flood from one address is answered with the form, and is not kept", async () => {
  const flood = { "X-Forwarded-For": "203.0.113.77" };
  const good = "kind=need&place=Flood&words=Water";
  const statuses: number[] = [];
  for (let i = 0; i < 22; i++) statuses.push((await post(FORM, good, flood)).status);
  assert.deepEqual(statuses.slice(19), [303, 429, 429]);
  const last = await post(FORM, good, flood);
  assert.match(await last.text(), /value="Flood"/);
  assert.equal(succeed(["desk", "list"], env).match(/ Flood$/gm)?.length, 20);
  assert.ok(!everythingOnDisk().includes("203.0.113"), "nothing of the address is written");
});

test("O5 what is no such form is refused", async () => {
  const known = (await waiting()).length;
  const good = "kind=need&place=A&words=B";
  for (const [status, body, type] of [
    [413, `${good}&contact=${"x".repeat(40_000)}`, undefined],
    [415, good, "text/plain"],
    [415, good, "multipart/form-data; boundary=x"],
    [400, `${good}&admin=1`, undefined],
    [400, `${good}&kind=roof`, undefined],
    [400, `${good}&contact=%ff`, undefined],
    [400, `${good}&contact=%2`, undefined],
    [400, `${good}&contact`, undefined],
  ] as const) {
    const answer = await post(FORM, body, type === undefined ? {} : { "Content-Type": type });
    assert.equal(answer.status, status, body.slice(0, 60));
    await answer.body?.cancel();
  }
  assert.equal((await waiting()).length, known);
  const hindi = `kind=need&place=A&words=${encodeURIComponent("न".repeat(2000))}`;
  assert.equal((await post(FORM, hindi)).status, 303);
  assert.equal((await fetch(server.base + FORM, { method: "PUT" })).status, 405);
});

test("V2 a rebuild leaves private tables, and a backup brings them back on the other database", async () => {
  const page = await plainPage(FORM);
  await send(page, "transport", { words: "A boat", contact: CONTACT });
  const path = new URL(page.url()).pathname;
  const secret = secretIn(page);
  await page.context().close();
  succeed(["rebuild"], env);
  assert.match(await text(path), /A boat/);
  const file = join(folder.dir, "backup.tar.gz");
  succeed(["backup", file], env);
  const parts = join(folder.dir, "parts");
  mkdirSync(parts);
  execFileSync("tar", ["-xzf", file, "-C", parts]);
  const privates = readFileSync(join(parts, "private.jsonl"), "utf8");
  assert.ok(privates.includes(createHash("sha256").update(secret).digest("hex")));
  assert.ok(!privates.includes(secret) && !everythingOnDisk().includes(secret));
  await using database = await DATABASES.PostgreSQL();
  const other = { CND_DATA: join(folder.dir, "again"), CND_DATABASE: database.address };
  succeed(["restore", file], other);
  const listed = succeed(["desk", "list"], other); // no process serves it: the desk opens it itself
  assert.equal(listed, succeed(["desk", "list"], env));
  await using again = await serve(other);
  const answer = await fetch(again.base + path);
  const html = await answer.text();
  assert.match(html, /A boat/);
  assert.match(html, /by the shop at the bridge/);
  const withdrawn = await fetch(again.base + path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "sure=yes",
  });
  assert.match(await withdrawn.text(), /Withdrawn/);
  const sent = await fetch(`${again.base}${FORM}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "kind=need&place=Elsewhere&words=Nothing+here&agree=yes",
  });
  assert.match(await sent.text(), /We have what you sent/);
  const id = /([0-9a-f]{8}) .*Elsewhere/.exec(succeed(["desk", "list"], other))![1]!;
  succeed(["desk", "accept", id, "--as", "opportunity", "--lat", "-31.96", "--lon", "29"], other);
  assert.match(await (await fetch(`${again.base}/opportunities`)).text(), /Elsewhere/);
});

test("V2 what its sender withdrew since the backup does not come back with it", async () => {
  const page = await plainPage(FORM);
  await send(page, "time", { words: "A Saturday", contact: CONTACT });
  const path = new URL(page.url()).pathname;
  const hash = createHash("sha256").update(secretIn(page)).digest("hex");
  await page.context().close();
  const file = join(folder.dir, "older.tar.gz");
  succeed(["backup", file], env);
  assert.equal((await post(path, "sure=yes")).status, 303);
  const third = { CND_DATA: join(folder.dir, "third") };
  cpSync(`${env.CND_DATA}.withdrawn`, `${third.CND_DATA}.withdrawn`);
  succeed(["restore", file], third);
  using database = new DatabaseSync(join(third.CND_DATA, "log.sqlite"), { readOnly: true });
  const row = database
    .prepare("select state, about, contact from submission where secret_hash = ?")
    .get(hash);
  assert.deepEqual({ ...row }, { state: "withdrawn", about: "{}", contact: null });
});

const text = async (path: string) => (await fetch(server.base + path)).text();

/** Every byte of the data folder as text: database, journal, page cache. */
const everythingOnDisk = (): string =>
  globSync("**/*", { cwd: env.CND_DATA, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => readFileSync(join(f.parentPath, f.name), "latin1"))
    .join("\n");
