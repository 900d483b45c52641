/** Classes at the desk (features/classes/README.md): made, changed, with cards to print; and that all of it stays there. */
import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import test from "node:test";
import jsQR from "jsqr";
import type { Page } from "playwright-core";
import sharp from "sharp";
import type { Visitor } from "../src/platform/accounts/account.ts";
import { axeFinds } from "./axe.ts";
import { deskAddresses } from "./desk-addresses.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { formIn, type FormValues } from "./form-reader.ts";

const CLASSES = "/desk/classes";
/** What anybody may read of a campaign, where something new would stand first. */
const PUBLIC = [
  "/",
  "/stories",
  "/courses",
  "/courses/a-link-over-the-hill",
  "/organisations",
  "/about",
]
  .concat(["/data", "/data/pledges.csv", "/data/iati-activities.xml", "/feed.xml", "/feed.json"])
  .concat(["/sitemap.xml", "/metrics", "/healthz", "/log", "/log/checkpoint"]);
let teacher: Page;
const house = deskHouse({}, async (open) => {
  teacher = await open.signedIn("teacher", "Noor");
});

interface Answer {
  readonly status: number;
  readonly html: string;
  readonly path: string;
}
const answered = async (work: ReturnType<Page["request"]["get"]>): Promise<Answer> => {
  const answer = await work;
  const url = new URL(answer.url());
  return { status: answer.status(), html: await answer.text(), path: url.pathname + url.search };
};
const seen = (path: string, page = teacher) => answered(page.request.get(house.base + path));
const post = (path: string, form: FormValues, page = teacher) =>
  answered(page.request.post(house.base + path, { form }));
const words = ({ html }: Answer) =>
  html.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\u2066-\u2069\s]+/g, " ");

/** How old they are, and who agreed. */
const CARE = { youngest: "8", oldest: "12", guardians: "written", agreed: "2026-11-01" };

/** A class of these people. @returns its path */
async function made(names: string, more: FormValues = {}): Promise<string> {
  const form = formIn((await seen(`${CLASSES}/new`)).html, "names");
  const answer = await post(`${CLASSES}/new`, {
    ...form,
    ...CARE,
    name: "Monday",
    names,
    ...more,
  });
  assert.equal(answer.status, 200, words(answer));
  return answer.path.replace(/\/(?:cards|roster).*$/, "");
}
const cardForm = async (room: string) => formIn((await seen(`${room}/cards`)).html, "id");
const codesIn = ({ html }: Answer) =>
  [...html.matchAll(/<b dir="ltr">([^<]+)</g)].map(([, one]) => one!);

/** What a camera reads of a drawing. */
async function scanned(svg: string): Promise<string | undefined> {
  const drawing = Buffer.from(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'));
  const { data, info } = await sharp(drawing, { density: 72 * 8 })
    .flatten({ background: "#fff" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

for (const [way, hands] of Object.entries(EACH_WAY))
  test(`CL1 CL2 CL5 from the desk to printed cards, ${way}`, async () => {
    const page = await house.signedIn("teacher", `Ana ${way}`, {
      script: way !== "without script",
    });
    const at = hands(page);
    await page.goto(`${house.base}/desk`);
    await at.follow("Classes");
    await at.follow("Make a class");
    await at.fill("Class name", `Hall ${way}`);
    await at.fill("Youngest learner’s age", "18");
    await at.fill("Oldest learner’s age", "40");
    await at.choose(
      "How the guardians agreed",
      "Everyone is 18 or older and agreed for themselves",
    );
    await at.fill(
      "Learners",
      Array.from({ length: 9 }, (_, i) => `${i + 1}. Nina ${i}`).join("\n"),
    );
    await at.press("Make the class");
    await at.said(/The class has been made, with 9 people/);
    const field = page.getByLabel("Address on the cards");
    const address = await ((await field.count()) === 0 ? house.base : field.inputValue());
    await at.press("Make the cards");
    await at.said(/9 cards have been made\. Print this page now/);
    assert.equal(await page.locator(".cards > li").count(), 9);
    assert.equal(await page.locator(".cards .pic").count(), 9);
    const first = await page.locator(".cards > li").first().innerText();
    assert.match(
      first,
      /boat\s+Nina 0\s+1 · Hall .*\sCode\s+[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}\s+Your number\s+\d{4}\s/s,
    );
    assert.ok(first.includes(`${new URL(address).host}/class`));
    const drawn = await page
      .locator(".cards .code")
      .first()
      .evaluate((one) => one.outerHTML);
    assert.equal(
      await scanned(drawn),
      `${address}/class/c/${/[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/.exec(first)![0].replaceAll(" ", "")}`,
    );
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 2, "eight on a sheet, and nothing else");
    await page.goto(house.base + CLASSES);
    assert.match(await page.getByRole("main").innerText(), new RegExp(`Now\\s+Hall ${way}`));
  });

test("CL1 a class is made once, however often its form is sent; one that was changed since asks first", async () => {
  const form = {
    ...formIn((await seen(`${CLASSES}/new`)).html, "names"),
    ...CARE,
    name: "Twice",
    names: "Amina",
  };
  const [one, two] = [await post(`${CLASSES}/new`, form), await post(`${CLASSES}/new`, form)];
  assert.deepEqual([one.path, one.status], [two.path, two.status]);
  const other = await post(`${CLASSES}/new`, { ...form, names: "Amina\nBaraka" });
  assert.equal(other.status, 422);
  assert.match(words(other), /already used this form to make the class Twice/);
  const second = await post(`${CLASSES}/new`, formIn(other.html, "names"));
  assert.notEqual(second.path, one.path);
  const list = words(await seen(CLASSES));
  assert.equal(list.match(/Twice/g)?.length, 2, list);
  const none = await post(`${CLASSES}/new`, {
    ...form,
    id: "x",
    course: "gone",
    name: "",
    ends: "",
  });
  assert.match(words(none), /page was out of date/);
  const wrong = await post(`${CLASSES}/new`, { ...formIn(none.html, "names"), ends: "2026-01-01" });
  assert.equal(wrong.status, 422);
  for (const said of [/Choose a course/, /Enter a name for the class/, /last day is before/])
    assert.match(words(wrong), said);
  assert.equal(formIn(wrong.html, "names")["names"], "Amina", "what was typed comes back");
});

test("CL2 CL3 a roster that does not fit comes back whole; of two teachers the later is told", async () => {
  const room = await made("Amina");
  const add = formIn((await seen(`${room}/roster`)).html, "names");
  const rows = Array.from({ length: 3000 }, (_, i) => `${i + 1}. Ученица ${i}`).join("\n");
  const many = await post(`${room}/roster`, { ...add, names: rows });
  assert.equal(many.status, 422);
  assert.match(words(many), /You entered 3,000 names, and a class can have at most 100/);
  assert.equal(formIn(many.html, "names")["names"], rows);
  const turned = await post(`${room}/roster`, { ...add, names: "Baraka\n\u202eimaS" });
  assert.match(words(turned), /Line 2: an invisible character reverses the letters/);
  const other = await house.signedIn("editor", "Omar");
  const theirs = formIn((await seen(`${room}/roster`, other)).html, "names");
  const added = await post(`${room}/roster`, { ...add, names: "Baraka\nChen" });
  assert.match(words(added), /2 people were added/);
  const late = await post(`${room}/roster`, { ...theirs, names: "Dalia\nchen" }, other);
  assert.equal(late.status, 422);
  assert.match(
    words(late),
    /Line 2: somebody in the class is already called chen ?\. Enter chen \(2\)/,
  );
  assert.doesNotMatch(words(await seen(`${room}/roster`)), /Dalia/, "nobody of it was added");
  assert.match(
    words(await post(`${room}/roster`, { ...add, names: "Baraka\nChen" })),
    /2 people were added/,
  );
  assert.match(words(await seen(`${room}/roster`)), /3 people are learning here/);
});

test("CL5 a page of cards that is sent again changes nothing; a new card ends the old one, an older page does not", async () => {
  const room = await made("Amina\nBaraka");
  const [form, older] = [await cardForm(room), await cardForm(room)];
  const first = await post(`${room}/cards`, form);
  const codes = codesIn(first);
  assert.equal(codes.length, 4);
  const again = await post(`${room}/cards`, form);
  assert.deepEqual(codesIn(again), codes);
  assert.match(words(again), /sent again\. This page shows the same 2 cards/);
  const late = await post(`${room}/cards`, older);
  assert.equal(late.status, 409);
  assert.match(words(late), /No cards were made\..*since made another card for: Amina and Baraka/);
  const plain = await cardForm(room);
  assert.deepEqual(Object.keys(plain), ["id"], "whoever has a card is not ticked");
  assert.match(words(await post(`${room}/cards`, plain)), /Tick at least one person/);
  const page = (await seen(`${room}/cards`)).html;
  for (const code of codes) assert.ok(!page.includes(code), "shown once");
  const [name, value] = /name="(card\.[^"]+)" value="([^"]+)"/.exec(page)!.slice(1) as [
    string,
    string,
  ];
  const lost = await post(`${room}/cards`, { ...plain, [name]: value });
  assert.equal(codesIn(lost).length, 2);
  assert.match(
    words(await post(`${room}/cards`, form)),
    /the same 1 card .*since made another card for: Amina/,
  );
});

test("CL6 somebody is called otherwise, and taken out once it is meant", async () => {
  const room = await made("Amina\nBaraka");
  const { html } = await seen(`${room}/roster`);
  const person = /href="([^"]+\/roster\/[^"]+)"/.exec(html)![1]!;
  const taken = await post(person, { name: "BARAKA" });
  assert.equal(taken.status, 422);
  assert.match(words(taken), /is already called BARAKA ?\. Enter BARAKA \(2\)/);
  assert.match(words(await post(person, { name: "Amina W." })), /Amina W\./);
  const unsure = await post(`${person}/remove`, { sure: "" });
  assert.equal(unsure.status, 422);
  assert.match(
    words(unsure),
    /Yes, delete everything about Amina W\. ?\. .*0 answers, 0 days of attendance/,
  );
  const gone = await post(`${person}/remove`, { sure: "yes" });
  assert.match(words(gone), /That person has been removed/);
  assert.equal((await seen(person)).status, 404);
  assert.equal((await post(`${person}/remove`, { sure: "yes" })).status, 404);
  assert.match(words(await seen(`${room}/roster`)), /1 person is learning here/);
});

test("CL7 CL8 a class is changed, ended, goes on, and is deleted; who saves over another is told", async () => {
  const room = await made("Amina");
  const form = formIn((await seen(`${room}/settings`)).html, "seen");
  assert.match(words(await post(`${room}/settings`, { ...form, place: "Hall" })), /Saved/);
  const late = await post(`${room}/settings`, { ...form, name: "Tuesday" });
  assert.equal(late.status, 422);
  assert.match(words(late), /it is now Monday · Hall · .*\. Save again/);
  const saved = await post(`${room}/settings`, formIn(late.html, "seen"));
  assert.match(words(saved), /Saved\..*Tuesday.*Everything is kept until/);
  for (let i = 0; i < 2; i += 1)
    assert.match(words(await post(`${room}/settings/state`, { do: "end" })), /The class has ended/);
  assert.match(words(await seen(`${room}/cards`)), /This class is over/);
  assert.match(
    words(await post(`${room}/settings/state`, { do: "on" })),
    /The class has been resumed/,
  );
  assert.equal((await post(`${room}/settings/delete`, { sure: "" })).status, 422);
  const gone = await post(`${room}/settings/delete`, { sure: "yes" });
  assert.match(words(gone), /nothing from it is kept/);
  const typed = await post(`${room}/roster`, { id: form["seen"]!, names: "Chen" });
  assert.equal(typed.status, 404);
  assert.match(typed.html, /<textarea[^>]*readonly[^>]*>\s*Chen/, "what was typed is not lost");
});

test("CL9 at every other address of the desk a teacher stands before a shut door", async () => {
  const who: Visitor = {
    account: { id: "noor", name: "Noor", role: "teacher", closed: false, hasPin: true },
    signIn: "s",
    isSure: true,
    here: 0,
    isStrong: true,
    must: undefined,
  };
  const own = /^\/desk\/(?:classes|badges)(?:\/|$)/;
  const [open, shut]: [string[], string[]] = [[], []];
  for (const [name, { extra, by, permission }] of deskAddresses(() => who)) {
    if (by === undefined || by === "open" || permission === "anybody" || by === "early") continue;
    const [method, path = ""] = name.split(" ");
    let status = 0;
    const res = {
      setHeader: () => res,
      writeHead: (code: number) => ((status = code), res),
      end: () => res,
    };
    const asked = {
      path: path.replaceAll(/:\w+/g, "x"),
      pattern: path,
      params: {},
      search: new URLSearchParams(),
    };
    const req = { method, headers: { host: "localhost" } } as IncomingMessage;
    await Promise.resolve(extra(req, res as unknown as ServerResponse, asked)).catch(
      () => (status = 403),
    ); // the page of a shut door needs a whole house
    (status === 403 ? shut : open).push(path);
  }
  assert.deepEqual(
    open.filter((path) => !own.test(path)),
    [],
  );
  assert.ok(open.length >= 14 && shut.length > 60, `${open.length} ${shut.length}`);
  // Who makes a key of the campaign, or says something in public, is no teacher.
  const others = ["/desk/badges/key", "/desk/classes/evidence", "/desk/classes/evidence"];
  assert.deepEqual(shut.filter((path) => own.test(path)).toSorted(), others);
  const menu = await teacher.request.get(`${house.base}/desk`);
  const links = [...(await menu.text()).matchAll(/<a href="(\/desk[^"#?]*)"/g)].map(
    ([, path]) => path!,
  );
  assert.ok(links.includes(CLASSES));
  assert.deepEqual(
    links.filter((path) => !own.test(path) && !/^\/desk(?:\/(?:me|help))?$/.test(path)),
    [],
  );
  assert.equal((await seen("/desk/queue")).status, 403);
});

test("CL9 no name and no code of a class is in the log, in open data, on a page, in the trail or in what the program says", async () => {
  const names = ["Zzamina Quvexo", "Zzbaraka Quvexo"];
  const room = await made(names.join("\n"), { name: "Zzroom Quvexo", place: "Zzplace Quvexo" });
  const cards = await post(`${room}/cards`, await cardForm(room));
  const codes = codesIn(cards).filter((one) => one.length > 4);
  assert.equal(codes.length, 2);
  const person = /href="([^"]+\/roster\/[^"]+)"/.exec((await seen(`${room}/roster`)).html)![1]!;
  await post(person, { name: "Zzamina Quvexo B" });
  await post(`${person}/remove`, { sure: "yes" });
  const owner = await house.signedIn("owner", "Li");
  const trail = await (await owner.request.get(`${house.base}/desk/trail/trail.csv`)).text();
  assert.match(trail, /desk\/classes/);
  const checkpoint = await (await fetch(`${house.base}/log/checkpoint`)).text();
  const size = Number(checkpoint.split("\n")[1]);
  const tiles = Array.from({ length: Math.ceil(size / 256) }, (_, i) => {
    const part = (i + 1) * 256 > size ? `.p/${size % 256}` : "";
    return `/log/tile/entries/${String(i).padStart(3, "0")}${part}`;
  });
  const texts = [trail, house.server.complaints()];
  for (const path of [...PUBLIC, ...tiles]) {
    const answer = await fetch(house.base + path);
    assert.equal(answer.status, 200, path);
    texts.push(Buffer.from(await answer.arrayBuffer()).toString("latin1"));
  }
  for (const mark of ["Quvexo", ...codes, ...codes.map((one) => one.replaceAll(" ", ""))])
    assert.equal(
      texts.findIndex((text) => text.includes(mark)),
      -1,
      mark,
    );
});

test("CL1 CL5 axe finds nothing on the pages of a class, on a phone by day and at a desk by night, and in Arabic", async () => {
  const room = await made(
    "Amina\nمحمد\nAn extraordinarily long name that nobody would write twice, Ms. Wolfeschlegel",
  );
  const { html } = await seen(`${room}/roster`);
  const person = /href="([^"]+\/roster\/[^"]+)"/.exec(html)![1]!;
  const paths = [CLASSES, `${CLASSES}/new`, `${room}/roster`, `${room}/cards`];
  assert.deepEqual(await axeFinds(teacher, house.base, paths), []);
  const arabic = await house.person({ script: true, width: 360 });
  await house.enter(arabic, await house.invited("teacher", "Layla"));
  await arabic.request.post(`${house.base}/desk/me/language`, { form: { lang: "ar" } });
  assert.deepEqual(await axeFinds(arabic, house.base, [person, `${room}/settings`]), []);
  assert.match((await seen(`${room}/cards`, arabic)).html, /<html lang="ar" dir="rtl"/);
});
