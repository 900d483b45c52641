/** Badges as a teacher gives them, and as others see them (features/badges/README.md). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, createPublicKey } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import type { Page } from "playwright-core";
import { codeOf, tokenOf } from "../src/features/badges/code/code.ts";
import { DICTIONARY } from "../src/features/badges/code/dictionary.ts";
import { isOfName, readToken, verifyToken } from "../src/features/badges/token.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { badgesOf, finish, openClass, privately } from "./badge-house.ts";
import { openClass as openSitting } from "./class-house.ts";
import { Learner } from "./class-learner.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const AMINA = "Amina Teferi of the long hill";
const YUSUF = "يوسف";
let teacher: Page;
let room: string;
const house = deskHouse({ hasCourse: true, url: "https://badges.example" }, async () => {
  teacher = await house.signedIn("teacher", "Rosa");
  ({ room } = await openClass(house.env["CND_DATA"]!, {
    name: "Truck, week 48",
    learners: { [AMINA]: true, [YUSUF]: true, Bo: false },
  }));
});
const data = () => house.env["CND_DATA"]!;
const given = () => badgesOf(data(), room);
const get = (path: string) => fetch(house.base + path);
const textAt = async (path: string) => (await get(path)).text();
const rows = (table: string) => {
  using db = new DatabaseSync(dataPaths(data()).database, { readOnly: true });
  return db.prepare(`select * from ${table}`).all();
};
/** Another browser of a teacher's, or of somebody else's. */
const at = async (page: Page, path: string): Promise<string> => {
  await page.goto(house.base + path);
  return page.innerText("main");
};

test("BA7 BA8 the first badge makes the key; all who finished are chosen, nobody else can be, and nobody gets a second", async () => {
  assert.match(await at(teacher, "/desk/badges"), /There is no key yet/);
  await click(teacher.getByRole("link", { name: "Truck, week 48" }));
  assert.deepEqual(
    await teacher.locator("input[type=checkbox]:checked").evaluateAll((all) => all.length),
    2,
  );
  assert.match(await teacher.innerText("main"), /Bo[^]*Not yet/);
  const sent = await teacher.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form[action$='/give']")!;
    return form.getAttribute("action")!;
  });
  await teacher.getByLabel(YUSUF).uncheck();
  await press(teacher, "Give the badges");
  assert.match(await teacher.innerText('[role="status"]'), /1 badge was given/);
  const cookie = (await teacher.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const post = (body: string) =>
    fetch(house.base + sent, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: house.base, "content-type": "application/x-www-form-urlencoded" },
      body,
    });
  // Sent again, by two browsers at once, and with somebody who has not finished: the same badge stands.
  await Promise.all([post("n1=yes&n3=yes"), post("n1=yes&n3=yes")]);
  assert.equal((await given()).length, 1);
  assert.equal((await post("")).status, 422);
  assert.equal((await post("n1=yes&x=1")).status, 400);
  await at(teacher, `/desk/badges/${room}`);
  await press(teacher, "Give the badges");
  assert.equal((await given()).length, 2);
  assert.match(await teacher.innerText("main"), /Nobody is waiting for a badge/);
  assert.equal(rows("badge_key").length, 1);
});

test("BA2 a badge checks from nothing but its token: PyJWT asks for the key at its address, OpenSSL reads it, ours knows the name", async () => {
  const [badge] = await given();
  const served = await get(`/badges/${badge!.id}.jwt`);
  const text = await served.text();
  assert.match(served.headers.get("content-type")!, /^text\/plain/);
  assert.equal(served.headers.get("access-control-allow-origin"), "*");
  assert.equal(text, badge!.token);
  const program = `
import json, sys, urllib.parse, urllib.request, jwt
from jwt.algorithms import RSAAlgorithm
token = sys.stdin.read()
kid = jwt.get_unverified_header(token)["kid"]
with urllib.request.urlopen(sys.argv[1] + urllib.parse.urlsplit(kid).path) as answer:
    assert answer.headers["content-type"].startswith("application/jwk+json")
    key = json.load(answer)
assert "d" not in key
print(jwt.decode(token, RSAAlgorithm.from_jwk(json.dumps(key)), algorithms=["RS256"])["name"])
`;
  const said = execFileSync("/usr/bin/python3", ["-c", program, house.base], {
    input: text,
    encoding: "utf8",
  });
  assert.equal(said.trim(), "Plans a link over a hill");
  const read = readToken(text);
  assert.ok(read.ok);
  const key = await get(new URL(read.header.kid).pathname);
  assert.equal(key.headers.get("access-control-allow-origin"), "*");
  const jwk = (await key.json()) as { n: string; e: string; kid: string };
  assert.equal(await verifyToken(read, jwk), true);
  assert.equal(
    createPublicKey({ key: { kty: "RSA", ...jwk }, format: "jwk" }).asymmetricKeyDetails
      ?.modulusLength,
    2048,
  );
  assert.deepEqual([await isOfName(read, AMINA), await isOfName(read, "Bo")], [true, false]);
  assert.equal(tokenOf(codeOf(text)!), text);
  assert.equal(await textAt("/badges/dictionary.txt"), DICTIONARY);
  assert.equal(
    read.payload.credentialSubject.achievement.id,
    new URL("/courses/a-link-over-the-hill", read.payload.iss).href,
  );
  assert.equal((await get("/courses/a-link-over-the-hill")).status, 200);
  for (const path of ["/badges/none", "/badges/none.jwt", "/badges/keys/none"])
    assert.equal((await get(path)).status, 404, path);
});

test("BA11 the page of a badge says what it is for and who signed it, and names nobody; no search engine lists it", async () => {
  const [badge] = await given();
  const answer = await get(`/badges/${badge!.id}`);
  const html = await answer.text();
  assert.equal(answer.headers.get("x-robots-tag"), "noindex");
  assert.equal(answer.headers.get("set-cookie"), null);
  assert.match(html, /Plans a link over a hill/);
  assert.match(html, /wired lamp to a teacher/);
  assert.match(html, /This badge was issued and is valid/);
  assert.doesNotMatch(html, /Amina|Truck|Rosa|يوسف/);
  assert.doesNotMatch(await textAt("/sitemap.xml"), /\/badges\//);
});

test("BA9 a badge is taken back after somebody came in anew: said in public by its hash alone, once, and a new one can be given", async () => {
  const [badge] = await given();
  const path = `/desk/badges/${room}/back/${badge!.id}`;
  await house.aged("Rosa", 60);
  await at(teacher, path);
  assert.match(teacher.url(), /\/desk\/sign-in\?again/);
  await house.enter(teacher, await house.linkOf("Rosa"));
  assert.match(await at(teacher, path), /permanently withdrawn/);
  await teacher.locator("#reason").evaluate((field: HTMLInputElement) => {
    field.removeAttribute("maxlength");
    field.value = "x".repeat(201);
  });
  await press(teacher, "Withdraw the badge");
  assert.match(await teacher.innerText("#reason-problem"), /at most 200/);
  await teacher.fill("#reason", "Given twice by mistake.");
  await press(teacher, "Withdraw the badge");
  assert.match(await teacher.innerText('[role="status"]'), /was withdrawn/);
  await at(teacher, path);
  assert.match(await teacher.innerText('[role="status"]'), /was withdrawn/, "sent twice it is one");
  assert.match(await textAt(`/badges/${badge!.id}`), /This badge was withdrawn/);
  const read = readToken(badge!.token);
  assert.ok(read.ok);
  const hash = createHash("sha256").update(read.payload.jti).digest("hex");
  assert.deepEqual(
    rows("badge_withdrawn").map((row) => row["hash"]),
    [hash],
  );
  await at(teacher, `/desk/badges/${room}`);
  await press(teacher, "Give the badges");
  const all = await given();
  assert.equal(all.length, 3);
  assert.equal(
    all.filter(({ learner, withdrawn }) => learner === badge!.learner && withdrawn === null).length,
    1,
  );
});

test("BA7 the owner makes a new key; what the old one signed still checks, and the new one signs; nobody else may", async () => {
  const owner = await house.signedIn("owner", "Ada");
  await at(owner, "/desk/badges");
  await press(owner, "Make a new key");
  assert.match(await owner.innerText('[role="status"]'), /The key was made/);
  assert.match(await owner.innerText("main"), /Signing now[^]*Still used to check earlier badges/);
  assert.match(await at(teacher, "/desk/badges"), /Signing now/);
  assert.equal(await teacher.getByRole("button", { name: /key/ }).count(), 0);
  assert.equal(rows("badge_key").length, 2);
  const more = await openClass(data(), { name: "Another week", learners: { Chipo: true } });
  await at(teacher, `/desk/badges/${more.room}`);
  await press(teacher, "Give the badges");
  const [badge] = await badgesOf(data(), more.room);
  const [old] = await given();
  assert.notEqual(badge!.kid, old!.kid);
  for (const one of [badge!, old!]) {
    const read = readToken(one.token);
    assert.ok(read.ok);
    const jwk = (await (await get(`/badges/keys/${one.kid}`)).json()) as { n: string; e: string };
    assert.equal(await verifyToken(read, jwk), true);
  }
});

test("BA10 no name of a learner and no secret half of a key stands in a record, a page, the numbers, the open data or the trail", async () => {
  const secrets = (
    await privately(data(), (ask) => ask("badges.keys", null) as Promise<{ jwk: string }[]>)
  ).map(({ jwk }) => (JSON.parse(jwk) as { d: string }).d);
  assert.ok(secrets.length === 2 && secrets.every((one) => one.length > 300));
  const hidden = [AMINA, YUSUF, "Chipo", ...secrets];
  const paths = [
    "/metrics",
    "/log",
    "/data",
    "/sitemap.xml",
    "/feed.xml",
    ...(await given()).flatMap(({ id, kid }) => [`/badges/${id}`, `/badges/keys/${kid}`]),
  ];
  for (const path of paths) {
    const text = await textAt(path);
    for (const one of hidden) assert.ok(!text.includes(one), `${one.slice(0, 20)} at ${path}`);
  }
  using db = new DatabaseSync(dataPaths(data()).database, { readOnly: true });
  const tables = db
    .prepare("select name from sqlite_master where type = 'table'")
    .all()
    .map(({ name }) => String(name));
  const open = tables.filter(
    (name) => !/^(?:class_|badge_signing_key|badge_given|auth_|sqlite_)/.test(name),
  );
  assert.ok(open.length > 40);
  for (const table of open) {
    const text = JSON.stringify(db.prepare(`select * from "${table}"`).all(), (_, value: unknown) =>
      typeof value === "bigint"
        ? String(value)
        : value instanceof Uint8Array
          ? Buffer.from(value).toString("latin1")
          : value,
    );
    for (const one of hidden) assert.ok(!text.includes(one), `${one.slice(0, 20)} in ${table}`);
  }
});

test("BA15 a learner finds the own badge by their card: its code, its file, its certificate; nobody else does", async () => {
  const { room: class2, cards } = await openSitting(data(), ["Ines", "Bo"]);
  const [ines, bo] = await Promise.all(cards.map((card) => new Learner(house.base, card).enter()));
  assert.doesNotMatch(await ines!.text("/class/now"), /class\/badge/);
  await finish(data(), class2.id, cards[0]!.id);
  assert.match(await ines!.text("/class/now"), /href="\/class\/badge"/);
  assert.match(await ines!.text("/class/badge"), /is not ready yet/);
  await at(teacher, `/desk/badges/${class2.id}`);
  await press(teacher, "Give the badges");
  const [badge] = await badgesOf(data(), class2.id);
  const answer = await ines!.get("/class/badge");
  assert.match(answer.headers.get("cache-control")!, /no-store/);
  assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
  const html = await answer.text();
  for (const part of [`/badges/${badge!.id}"`, `/badges/${badge!.id}.jwt"`, "/class/badge/print"])
    assert.ok(html.includes(part), part);
  assert.match(html, /A cookie used only on these pages/);
  assert.doesNotMatch(html, /no cookie/);
  assert.match(await ines!.text("/class/badge/print"), /<h2[^>]*><bdi>Ines/);
  assert.doesNotMatch(await bo!.text("/class/badge"), new RegExp(badge!.id));
  assert.doesNotMatch(await bo!.text("/class/badge/print"), /Ines/);
  for (const path of ["/class/badge", "/class/badge/print"])
    assert.equal((await fetch(house.base + path, { redirect: "manual" })).status, 303, path);
});

test("BA10 a teacher has badges and classes at the desk and nothing of its settings; a stranger has none of it", async () => {
  for (const path of ["/desk/badges", `/desk/badges/${room}`, `/desk/badges/${room}/print`]) {
    const answer = await fetch(house.base + path, { redirect: "manual" });
    assert.equal(answer.status, 303, path);
    assert.match(answer.headers.get("location")!, /sign-in/);
  }
  const planner = await house.signedIn("planner", "Pia");
  assert.equal((await planner.goto(`${house.base}/desk/badges/${room}`))!.status(), 403);
  assert.equal((await teacher.goto(`${house.base}/desk/badges/none`))!.status(), 404);
});

test("BA10 nothing of the data folder is left that names a learner but the database itself", () => {
  const files = readdirSync(data(), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const naming = files
    .filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(AMINA))
    .map(({ name }) => name);
  assert.ok(naming.length > 0, "it is found where it is");
  assert.deepEqual(
    naming.filter((name) => !name.startsWith("log.sqlite")),
    [],
  );
});
