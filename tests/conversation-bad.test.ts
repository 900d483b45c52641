/** Bad input of the conversation, through the doors that everybody has: nothing acts, nothing is lost, nobody is fooled. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import type { Page } from "playwright-core";
import { newSecret } from "../src/platform/private/submissions.ts";
import { click } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { ownerOf, say, sign } from "./saying.ts";

const house = deskHouse();
const DESK = "/desk/conversation";
/** Addresses that are nobody's (RFC 2544). */
const STRANGERS = "198.18.";
let strangers = 0;

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();

interface Form {
  readonly slug?: string;
  readonly id?: string;
  readonly to?: string;
  readonly name?: string;
}
/** Each from an address of its own, as a proxy tells it: the limit of one is not what is tested here. */
function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(house.base + path, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers: { "X-Forwarded-For": `${STRANGERS}${strangers++}.77` },
  });
}
async function send(words: string, form: Form = {}): Promise<Response> {
  const { slug = "mankosi", id = newSecret(), to = "", name = "Amina" } = form;
  return post(`/stories/${slug}/comment`, { id, to, name, text: words, language: "", contact: "" });
}
/** @returns the secret address */
async function said(words: string, form: Form = {}): Promise<string> {
  const sent = await send(words, form);
  assert.equal(sent.status, 303, `${words.slice(0, 80)}: ${(await sent.text()).slice(0, 3000)}`);
  return sent.headers.get("location")!;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly name: string | null;
  readonly state: string;
  readonly version: number;
  readonly signals: string;
}
/** What is kept, read beside the program. */
function rows(where: string): Row[] {
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  return db.prepare(`select * from remark where ${where} order by n`).all() as unknown as Row[];
}
const last = (): Row => rows("n = (select max(n) from remark)")[0]!;

let moderator: Page;
async function asModerator(): Promise<Page> {
  return (moderator ??= await house.signedIn("moderator", "Baraka"));
}
async function decide(
  { id, version }: Pick<Row, "id" | "version">,
  what = "accept",
  page?: Page,
): Promise<number> {
  const by = page ?? (await asModerator());
  const form = { do: what, version: String(version), reason: "", note: "" };
  const answer = await by.context().request.post(`${house.base}${DESK}/${id}/decide`, {
    form,
    maxRedirects: 0,
  });
  return answer.status();
}
/** Said, and shown by somebody of the desk. */
async function shown(words: string, form: Form = {}): Promise<Row> {
  await said(words, form);
  assert.equal(await decide(last()), 303);
  return last();
}

test("CO20 overrides, hidden signs and piled marks are gone from what is kept and shown, and the desk is told", async () => {
  const hostile = `Open photo\u202egpj.exe \u2067now, pay\u200bpal\u00ad!\nme\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301, \u0000bell\u0007 \ufff9x`;
  await said(hostile, { name: "Ami\u200bna\u202e" });
  const { text: kept, name, signals } = last();
  assert.equal(kept, "Open photogpj.exe now, paypal!\nmé\u0301\u0301\u0301, bell x");
  assert.equal(name, "Amina");
  for (const kind of ["bidi", "hidden", "marks"])
    assert.match(signals, new RegExp(`trouble:${kind}`), kind);
  const page = await asModerator();
  await page.goto(`${house.base}${DESK}/${last().id}`);
  assert.match(await page.innerText("main"), /invisible characters/);
  assert.equal(await decide(last()), 303);
  const thread = await text("/stories/mankosi/conversation");
  assert.match(thread, /Open photogpj\.exe now, paypal!/);
  assert.doesNotMatch(thread, /[\u202a-\u202e\u2066-\u2069\u200b\u00ad]/);
  for (const nothing of ["\u200b\u2060\ufeff", " \n\t\u3164 ", "\u202e\u202c", "\u00ad"])
    assert.equal((await send(nothing)).status, 422, "what nobody sees is no comment");
  await said("می‌خواهم 👩‍👩‍👧 क्‍ष", { name: "می‌نا" });
  assert.deepEqual([last().text, last().name], ["می‌خواهم 👩‍👩‍👧 क्‍ष", "می‌نا"]);
  await decide(last(), "refuse:off");
});

test("CO8 a word of 100,000 characters comes back as it was typed; the longest that is taken widens no page", async () => {
  const long = "w".repeat(100_000);
  const before = rows("1 = 1").length;
  const sent = await send(long);
  assert.equal(sent.status, 422);
  assert.ok((await sent.text()).includes(long), "nothing of it is lost");
  assert.equal(rows("1 = 1").length, before);
  assert.equal((await send("w".repeat(3_000_000))).status, 413);
  await shown(`Wide ${"W".repeat(4900)}`, { name: "N".repeat(80) });
  await shown(`Link https://example.org/${"a".repeat(1900)}`);
  const page = await house.person({ width: 360 });
  await page.goto(`${house.base}/stories/mankosi/conversation`);
  assert.match(await page.innerText("main"), /WWWW[\s\S]*https:\/\/example\.org\/a+…a+/);
  const wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  assert.equal(await page.evaluate(wider), 0);
});

test("PX11 links that look like others are shown as they travel, and the desk is told", async () => {
  await shown(
    "Pay at https://аррӏе.com or https://paypal.com@evil.example/x, [itu.int](https://evil.example)",
  );
  for (const kind of ["look-alike-link", "link-credentials", "link-elsewhere"])
    assert.match(last().signals, new RegExp(`trouble:${kind}`), kind);
  const thread = await text("/stories/mankosi/conversation");
  assert.match(
    thread,
    /<a href="https:\/\/xn--80ak6aa92e\.com\/"[^>]*>https:\/\/xn--80ak6aa92e\.com<\/a>/,
  );
  assert.doesNotMatch(thread, /<a [^>]*@evil/);
});

test("CO8 CO5 words to a story that is withdrawn come back; those that waited and were shown stay with the desk", async () => {
  await said("I was there.", { slug: "talea" });
  const waits = last();
  const owner = ownerOf(house.env["CND_DATA"]!);
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const of = db.prepare("select subject from address where space = 'stories' and slug = 'talea'");
  const { subject } = of.get() as { subject: string };
  await say(house.base, sign(owner, { kind: "story.withdrawn/1", subject, body: {} }));
  const sent = await send("And I was not.", { slug: "talea" });
  assert.equal(sent.status, 410);
  assert.match(await sent.text(), /no longer here[\s\S]*And I was not\./);
  const page = await asModerator();
  await page.goto(`${house.base}${DESK}/${waits.id}`);
  assert.match(await page.innerText("main"), /I was there\./);
  assert.equal(await decide(waits), 303);
  for (const path of ["/stories/talea/conversation", "/stories/talea"])
    assert.equal((await fetch(house.base + path)).status, 410, path);
});

test("CO9 MO2 an edit after a refusal changes nothing, one while somebody reads is told to them", async () => {
  const refused = await said("Buy my masts!");
  await decide(last(), "refuse:off");
  assert.equal((await post(refused, { do: "edit", text: "Buy two!", sure: "" })).status, 303);
  assert.equal(last().text, "Buy my masts!");
  assert.equal(last().state, "refused");
  assert.equal(await decide(last()), 409, "what is refused is not said by pressing again");
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const of = db.prepare("select count(*) as n from comment where id = ?");
  assert.deepEqual({ ...of.get(last().id) }, { n: 0 }, "not for a moment");
  const mine = await said("We have one mast.");
  const looked = last();
  await post(mine, { do: "edit", text: "We have two masts.", sure: "" });
  assert.equal(await decide(looked), 409);
  assert.doesNotMatch(await text("/stories/mankosi/conversation"), /two masts|one mast/);
  assert.equal(await decide(last()), 303);
  await post(mine, { do: "edit", text: "Three \u202emasts.", sure: "" });
  await post(mine, { do: "withdraw", text: "", sure: "yes" });
  assert.equal(await decide(last()), 409, "taken back is taken back");
  assert.doesNotMatch(await text("/stories/mankosi/conversation"), /masts\./);
  assert.equal((await post(mine, { do: "edit", text: "Back again", sure: "" })).status, 303);
  assert.equal(last().text, "");
});

test("MO2 CO5 of ten at one comment one decides, and it stands once", async () => {
  const other = await house.signedIn("moderator", "Chipo");
  await said("Only once, please.");
  const at = last();
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      decide(at, i % 2 === 0 ? "accept" : "refuse:off", i % 3 === 0 ? other : undefined),
    ),
  );
  assert.deepEqual(all.filter((status) => status === 303).length, 1, String(all));
  assert.equal(all.filter((status) => status === 409).length, 9);
  const times =
    (await text("/stories/mankosi/conversation")).split("Only once, please.").length - 1;
  assert.equal(times, last().state === "accepted" ? 1 : 0);
});

test("CO4 a form that comes ten times at once is one comment, whatever it says", async () => {
  const id = newSecret();
  const before = rows("1 = 1").length;
  const all = await Promise.all(Array.from({ length: 10 }, (_, i) => send(`Replay ${i}`, { id })));
  assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([303]));
  assert.equal(new Set(all.map((one) => one.headers.get("location"))).size, 1);
  assert.equal(rows("1 = 1").length, before + 1);
  await decide(last(), "refuse:off");
});

test("CO7 CO9 what others said is out of reach: by its public id, by a guessed secret, from another thread", async () => {
  const { id } = await shown("Mine alone.");
  for (const guess of [id, id + id, newSecret(), "../c", "%22", "x".repeat(500)]) {
    assert.equal((await fetch(`${house.base}/c/${guess}`)).status, 404, guess);
    for (const what of ["edit", "withdraw", "appeal"])
      assert.equal((await post(`/c/${guess}`, { do: what, text: "x", sure: "yes" })).status, 404);
  }
  assert.match(await text("/stories/mankosi/conversation"), /Mine alone\./);
  assert.equal((await send("Taken over", { id })).status, 422, "a public id is no secret");
  for (const to of ["f".repeat(31), `${id}'`, "<b>", "../x"])
    assert.equal((await send("An answer", { to })).status, 422, to);
  const lost = await shown("An answer to nobody.", { to: "f".repeat(32) });
  const elsewhere = await shown("An answer from another thread.", { slug: "nangi", to: id });
  assert.ok((await text("/stories/mankosi/conversation")).includes(lost.id), "it stands by itself");
  assert.ok((await text("/stories/nangi/conversation")).includes(elsewhere.id));
  assert.ok(!(await text("/stories/mankosi/conversation")).includes(elsewhere.id));
});

test("MO1 nobody decides but the desk: not without its cookie, not from another site, not in another role", async () => {
  await said("Decide this from afar.");
  const at = last();
  const form = { do: "accept", version: String(at.version), reason: "", note: "" };
  const path = `${DESK}/${at.id}/decide`;
  const stranger = await post(path, form);
  assert.deepEqual(
    [stranger.status, stranger.headers.get("location")?.split("?")[0]],
    [303, "/desk/sign-in"],
  );
  const { request } = (await asModerator()).context();
  for (const headers of [
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "https://evil.example" },
  ]) {
    const answer = await request.post(house.base + path, { form, headers, maxRedirects: 0 });
    assert.equal(answer.status(), 403, JSON.stringify(headers));
  }
  const plain = await request.post(house.base + path, {
    data: JSON.stringify(form),
    headers: { "Content-Type": "text/plain" },
    maxRedirects: 0,
  });
  assert.ok(plain.status() >= 400, String(plain.status()));
  await request.get(`${house.base}${path}?do=accept&version=${at.version}`);
  assert.deepEqual([last().state, last().version], ["waiting", at.version]);
  await decide(at, "refuse:off");
});

test("CO21 a name that could be taken for the campaign, its desk or somebody here is a signal", async () => {
  for (const [name, whose] of [
    ["Editor", "editor"],
    ["Еdіtоr", "editor"],
    ["Official desk", "official"],
    ["Moderador", "moderador"],
    ["编辑", "编辑"],
    ["Cоnnect, Not Divіde", "Connect, Not Divide"],
    ["The campaign desk", "desk"],
    ["Bаrrу Fоrde", "Barry Forde"],
    ["barry-forde", "Barry Forde"],
  ] as const) {
    await said(`I am ${whose}, said for the test of names.`, { name });
    assert.match(last().signals, new RegExp(`"imitates:${whose}"`), name);
  }
  const page = await asModerator();
  await page.goto(`${house.base}${DESK}/${last().id}`);
  assert.match(await page.innerText("main"), /could be mistaken for Barry Forde/);
  for (const name of ["Amina", "Edith", "Barry", "", "Desmond"]) {
    await said(`I am ${name} myself, and nobody else.`, { name });
    assert.doesNotMatch(last().signals, /imitates/, name);
  }
  for (const row of rows("state = 'waiting'")) await decide(row, "refuse:off");
});

test("CO22 what came from elsewhere loads nothing and tells nobody where its reader came from", async () => {
  const referers: (string | undefined)[] = [];
  const others: string[] = [];
  const elsewhere = createServer((req, res) => {
    if (req.url === "/page") referers.push(req.headers.referer);
    else others.push(req.url ?? "");
    res.end("here");
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const there = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  try {
    const owner = ownerOf(house.env["CND_DATA"]!);
    const words = `<img src="${there}/a.png"> ![b](${there}/b.png) <video src=${there}/c> @import url(${there}/d); ${there}/page`;
    const body = {
      id: "a".repeat(32),
      about: "room",
      text: words,
      name: `<img src=${there}/n.png>`,
      said: "2026-11-26",
      origin: {
        url: "https://m.example/@amina/1",
        author: "https://m.example/@amina",
        host: "m.example",
      },
      card: { url: `${there}/card`, title: "A page elsewhere", host: "a.example" },
    };
    await say(house.base, sign(owner, { kind: "comment.said/1", body }));
    for (const script of [false, true]) {
      const page = await house.person({ script });
      const foreign: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(house.base)) foreign.push(request.url());
      });
      for (const path of ["/conversation", "/stories/mankosi/conversation", "/"]) {
        await page.goto(house.base + path, { waitUntil: "load" });
        await page.waitForLoadState("networkidle");
      }
      assert.deepEqual(foreign, []);
      await page.goto(`${house.base}/conversation`);
      assert.match(await page.innerText("main"), /m\.example/);
      assert.equal(
        await page
          .locator("[id^=c-] :is(img, video, audio, iframe, object, embed, link, script)")
          .count(),
        0,
      );
      assert.deepEqual([referers, others], [[], []]);
      await click(page.locator(`a[href="${there}/page"]`).first());
      await page.waitForURL(`${there}/page`);
      assert.deepEqual(referers.splice(0), [undefined]);
      await page.context().close();
      others.length = 0; // the icon of that page itself
    }
  } finally {
    elsewhere.close();
  }
});

test("CO22 nobody's address is kept, in no table and no log", async () => {
  await said("From a stranger.");
  await send("x".repeat(100_000));
  await decide(last(), "refuse:off");
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const tables = db.prepare("select name from sqlite_master where type = 'table'").all() as {
    name: string;
  }[];
  assert.ok(tables.length > 20);
  for (const { name } of tables) {
    const every = db.prepare(`select * from "${name}"`);
    every.setReadBigInts(true);
    const all = JSON.stringify(every.all(), (_, value: unknown) =>
      value instanceof Uint8Array
        ? Buffer.from(value).toString("latin1")
        : typeof value === "bigint"
          ? String(value)
          : value,
    );
    assert.ok(!all.includes(STRANGERS), `${name} keeps an address`);
    if (/remark|talk|conversation|limit|reaction/.test(name))
      assert.doesNotMatch(all, /\b127\.0\.0\.1(?!:\d)|::1\b/, name);
  }
  assert.doesNotMatch(house.server.complaints(), /198\.18\./);
});
