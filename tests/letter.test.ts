/** The open letter from the form to the number and back (features/open-letter). */
import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { newSecret } from "../src/platform/private/submissions.ts";
import { serve } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse({ mail: true });
const SIGN = "/letter/sign";

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
const fresh = async (): Promise<string> => /name="id" value="([^"]+)"/.exec(await text(SIGN))![1]!;
async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(house.base + path, { method: "POST", redirect: "manual", body });
}

const ANA = {
  name: "Ana Ndlovu",
  kind: "person",
  place: "Mankosi",
  country: "ZA",
  words: "My mother calls me now.",
  address: "ana@example.org",
};

/** Sends the form. @returns the path of the link in the mail that came for it */
async function asked(more: Partial<typeof ANA> = {}): Promise<string> {
  const before = house.post.letters.length;
  const sent = await post(SIGN, { ...ANA, ...more, id: await fresh() });
  assert.equal(sent.status, 200, await sent.text());
  const link = () =>
    house.post.letters
      .slice(before)
      .join("")
      .replace(/=\n/g, "")
      .match(/\/letter\/mine\/[A-Za-z0-9_-]{22}/)?.[0];
  for (let i = 0; i < 200 && link() === undefined; i += 1)
    await new Promise((done) => setTimeout(done, 20));
  return link()!;
}
const counted = async (): Promise<number> =>
  Number(/([\d,]+) signatures? so far/.exec(await text("/letter"))?.[1] ?? 0);

test("OL3 OL4 V15 V16 nothing is counted before the button behind the link was pressed, and one address signs once", async () => {
  assert.match(await text("/letter"), /Be the first to sign/);
  const link = await asked();
  assert.match(await text(link), /Press the button to add your signature/);
  assert.equal(await counted(), 0, "a look does nothing");
  assert.equal((await post(link, { do: "sign", sure: "" })).status, 303);
  assert.equal(await counted(), 1);
  await post(link, { do: "sign", sure: "" });
  assert.equal(await counted(), 1, "a second press finds it done");

  assert.equal(await asked({ address: "Ana+again@Example.org", name: "Ana 2" }), link);
  assert.match(house.post.letters.at(-1)!, /You have already signed/);
  assert.equal(await counted(), 1);

  const id = await fresh();
  const ben = { ...ANA, address: "ben@example.org", name: "Ben" };
  const mails = house.post.letters.length;
  for (let i = 0; i < 2; i += 1) assert.equal((await post(SIGN, { ...ben, id })).status, 200);
  for (let i = 0; i < 4; i += 1) await post(SIGN, { ...ben, id: await fresh() });
  await asked({ address: "chipo@example.org" });
  const toBen = house.post.letters.slice(mails).filter((one) => one.includes("ben@example.org"));
  assert.equal(
    toBen.length,
    3,
    "sent twice it is one, and no more than three mails go to one address",
  );

  const db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const rows = JSON.stringify(db.prepare("select * from signature").all());
  db.close();
  assert.doesNotMatch(rows, /example\.org|ana@/i, "the address is nowhere");
  assert.match(rows, /"address_hash":"[0-9a-f]{64}"/);
});

test("OL5 V17 a name is shown once somebody has read it, with or without its sentence", async () => {
  const page = await house.signedIn("moderator", "Baraka");
  assert.doesNotMatch(await text("/letter"), /Ana Ndlovu/);
  assert.match(await text("/letter"), /not been read yet/);
  await page.goto(`${house.base}/desk`);
  assert.match(await page.innerText("main"), /names waiting for review on the open letter/);
  await page.goto(`${house.base}/desk/letter`);
  const late = await house.signedIn("moderator", "Chipo");
  await late.goto(`${house.base}/desk/letter`);
  await press(page, "Add the name Ana Ndlovu");
  const letter = await text("/letter");
  assert.match(
    letter,
    /Ana Ndlovu[^]*My mother calls me now\.[^]*Person, Mankosi, South Africa, \d{1,2} [A-Z][a-z]+ \d{4}/,
  );
  await press(late, "Add the name without the signer’s sentence");
  assert.match(await late.innerText("[role=alert]"), /already been dealt with/);
  assert.match(await text("/"), /1 signature so far\.[^]*Ana Ndlovu/, "and the front page says so");

  const dana = await asked({ address: "dana@example.org", name: "Buy Masts", words: "" });
  await post(dana, { do: "sign", sure: "" });
  await page.goto(`${house.base}/desk/letter`);
  await click(page.getByText("Leave the name out", { exact: true }).first());
  await page.locator("[name=reason]").fill("A name, please, and no advertisement.");
  await page.locator("[name=reason]").press("Enter"); // as somebody does who has typed why
  await page.locator("[role=status]").waitFor();
  assert.match(await text(dana), /no advertisement/);
  assert.doesNotMatch(await text("/letter"), /Buy Masts/);
  assert.equal(await counted(), 2);

  const esi = await asked({ address: "esi@example.org", name: "Esi", words: "" });
  await post(esi, { do: "sign", sure: "" });
  await page.goto(`${house.base}/desk/letter`);
  const which = (await page.locator("[name=which]").first().getAttribute("value"))!;
  const [cookie] = await page.context().cookies();
  const unclear = await fetch(`${house.base}/desk/letter`, {
    method: "POST",
    headers: { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ which, do: "" }),
  });
  assert.equal(unclear.status, 400, "what says nothing shows nothing");
  assert.doesNotMatch(await text("/letter"), /Esi/);
  await post(esi, { do: "withdraw", sure: "yes" });
});

test("OL1 OL4 many who press at once are counted once each", async () => {
  const before = await counted();
  const links: string[] = [];
  for (let i = 0; i < 6; i += 1) links.push(await asked({ address: `many${i}@example.org` }));
  const presses = [...links, ...links].map((link) => post(link, { do: "sign", sure: "" }));
  for (const { status } of await Promise.all(presses)) assert.equal(status, 303);
  assert.equal(await counted(), before + links.length);
  for (const link of links) await post(link, { do: "withdraw", sure: "yes" });
  assert.equal(await counted(), before);
});

test("OL7 OL8 the names are found, and all of it is a feed and a table", async () => {
  assert.match(await text("/letter/find?name=NDLOVU"), /We found 1 name\.[^]*Ana Ndlovu/);
  assert.match(await text("/letter/find?name=mankosi"), /We found 1 name\./);
  for (const nothing of ["%25", "_", "!", "\\", "zzz"])
    assert.match(await text(`/letter/find?name=${nothing}`), /We found 0 names\./, nothing);
  assert.match(await text("/letter/feed.xml"), /<title>Ana Ndlovu<\/title>/);
  assert.match(await text("/letter/feed.json"), /"Person\. Mankosi\. My mother calls me now\."/);
  const csv = (await text("/data/letter.csv")).split("\r\n");
  assert.equal(csv[0], "name,kind,place,country,signed,confirmed,kept by");
  assert.match(csv[1]!, /^Ana Ndlovu,person,Mankosi,ZA,\d{4}-\d\d-\d\d,mail,$/);
  assert.match(csv[2]!, /^,person,,ZA,/, "what was not let through is not in the table either");
});

test("OL6 V18 whoever signed takes it back: the number goes down, the name is erased, the address may sign anew", async () => {
  const link = await asked();
  assert.equal((await post(link, { do: "withdraw", sure: "" })).status, 422);
  assert.equal((await post(link, { do: "withdraw", sure: "yes", more: "x" })).status, 400);
  const before = await counted();
  assert.equal((await post(link, { do: "withdraw", sure: "yes" })).status, 303);
  assert.match(await text(link), /Your name has been erased/);
  assert.equal(await counted(), before - 1);
  for (const path of ["/letter", "/", "/letter/feed.xml", "/data/letter.csv"])
    assert.doesNotMatch(await text(path), /Ana Ndlovu/, path);
  const list = readFileSync(`${house.env["CND_DATA"]}.withdrawn`, "utf8");
  assert.match(list, /^[0-9a-f]{64}$/m, "a restore of an older backup leaves it out");
  const anew = await asked();
  assert.notEqual(anew, link);
  await post(anew, { do: "sign", sure: "" });
  assert.equal(await counted(), before);
});

test("OL5 a list from paper counts each line once, and the desk takes one off with a reason", async () => {
  const page = await house.signedIn("moderator", "Daudi");
  const before = await counted();
  const type = async () => {
    await page.goto(`${house.base}/desk/letter`);
    await page.locator("[name=list]").fill("Esi Owusu; Accra\nFola Ade\n\nEsi Owusu; Accra");
    await page.locator("[name=kind]").selectOption("activist");
    await page.locator("[name=country]").selectOption("GH");
    await page.locator("[name=where]").selectOption("hub");
    await page.locator("[name=by]").fill("Accra hub");
    await press(page, "Add signatures to the letter");
  };
  await type();
  assert.match(await page.innerText("[role=status]"), /2 signatures were added/);
  await type();
  assert.match(await page.innerText("[role=status]"), /0 signatures were added/);
  assert.equal(await counted(), before + 2);
  assert.match(
    await text("/letter"),
    /Esi Owusu[^]*Activist, Accra, Ghana,[^<]*on paper; the sheet is kept by Accra hub/,
  );

  await page.goto(`${house.base}/desk/letter?find=fola`);
  const form = page.locator("form[action='/desk/letter/off']");
  await form.locator("[name=reason]").fill("Asked us to.");
  await press(form, /^Take it off/);
  await page.locator("[role=status]").waitFor();
  assert.equal(await counted(), before + 1);
  assert.doesNotMatch(await text("/letter"), /Fola Ade/);

  const [cookie] = await page.context().cookies();
  const send = (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(house.base + path, {
      method: "POST",
      headers: { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const off = await send("/desk/letter/off", { subject: "none", reason: "Asked us to." });
  assert.equal(off.status, 404, "what stands nowhere is not taken off");
  const list = Array.from({ length: 200 }, (_, i) => `अमीना देवी चौधरी ${i}; मनकोसी गाँव`).join("\n");
  const paper = { kind: "person", country: "IN", by: "Accra hub", where: "hub", list };
  const sheet = await send("/desk/letter/paper", paper);
  assert.match(
    await sheet.text(),
    /200 signatures were added/,
    "as many as the form says it takes",
  );
  const find = `/letter/find?name=${encodeURIComponent("मनकोसी")}`;
  assert.match(await text(find), /We found 200 names\.[^]*Page 1 of 4/);
  assert.match(await text(`${find}&page=4`), /Page 4 of 4/);
});

test("OL3 what does not fit comes back as it was typed, and nothing is sent", async () => {
  const mails = house.post.letters.length;
  const wrong = {
    name: "see https://buy.example",
    kind: "king",
    place: "x".repeat(81),
    country: "XX",
    words: "y".repeat(281),
    address: "ana@",
  };
  const sent = await post(SIGN, { ...wrong, id: await fresh() });
  assert.equal(sent.status, 422);
  const html = await sent.text();
  for (const name of Object.keys(wrong)) assert.ok(html.includes(`id="${name}-problem"`), name);
  assert.ok(html.includes(wrong.name));
  assert.equal((await post(SIGN, { ...ANA, id: "made-up" })).status, 422);
  assert.equal((await fetch(`${house.base}/letter/mine/${"A".repeat(22)}`)).status, 404);
  assert.equal(house.post.letters.length, mails);
});

test("OL10 V22 without a mail address the signer is thanked and told what happens next; the desk counts it once, from its queue", async () => {
  const before = await counted();
  const mails = house.post.letters.length;
  const id = await fresh();
  const { address: _, ...none } = { ...ANA, name: "Nomsa", words: "" };
  const sent = await post(SIGN, { ...none, id });
  assert.equal(sent.status, 303);
  const mine = sent.headers.get("location")!;
  assert.equal((await post(SIGN, { ...none, id })).headers.get("location"), mine, "sent twice");
  const own = await text(mine);
  assert.match(
    own,
    /<h1[^>]*>Thank you\.<\/h1>[^]*A person will add your name within a few days\./,
  );
  const [main = ""] = /<main[^]*<\/main>/.exec(own) ?? [];
  const leads = [...main.matchAll(/href="([^"#?]*)/g)].map(([, to]) => to!);
  assert.ok(leads.some((to) => to.endsWith("/letter")));
  const circle = leads.filter((to) => /take-part|imprint|about/.test(to));
  assert.deepEqual(circle, [], "nobody is sent round to be counted");
  assert.equal((await post(mine, { do: "sign", sure: "" })).status, 410, "for the desk to count");
  assert.equal(await counted(), before);

  const page = await house.signedIn("moderator", "Farai");
  await page.goto(`${house.base}/desk`);
  assert.match(await page.innerText("main"), /names waiting for review on the open letter/);
  await page.goto(`${house.base}/desk/letter`);
  const late = await page.context().newPage();
  await late.goto(page.url());
  const waiting = page.locator("article", { hasText: "Nomsa" });
  assert.match(await waiting.innerText(), /Nomsa, Person, Mankosi, South Africa/);
  assert.match(await waiting.innerText(), /This person signed without an email address/);
  await press(page, "Add the name Nomsa");
  assert.equal(await counted(), before + 1);
  await press(late, "Add the name Nomsa");
  assert.match(await late.innerText("[role=alert]"), /already been dealt with/);
  assert.equal(await counted(), before + 1);
  assert.match(
    await text("/letter"),
    /\d+ signatures? w(?:as|ere) added by somebody from the campaign[^]*Nomsa/,
  );
  assert.match(await text(mine), /Thank you\.[^]*your name is on the letter/);
  assert.equal((await post(mine, { do: "withdraw", sure: "yes" })).status, 303);
  assert.equal(await counted(), before);
  assert.equal(house.post.letters.length, mails);

  const taken = (await post(SIGN, { ...none, id: await fresh() })).headers.get("location")!;
  assert.equal((await post(taken, { do: "withdraw", sure: "yes" })).status, 303);
  assert.match(await text(taken), /Your name has been erased/, "before it was counted, too");
});

test("OL10 the desk discards one that waits to be counted; the trail says why and how many, and no name", async () => {
  const { address: _, ...none } = ANA;
  const sent = await post(SIGN, { ...none, name: "Made Up", id: await fresh() });
  const page = await house.signedIn("owner", "Zanele");
  await page.goto(`${house.base}/desk/letter`);
  await page.locator("details", { hasText: "Discard signatures" }).locator("summary").click();
  await page.getByRole("radio", { name: /Made Up/ }).check();
  await page.locator("[name=why]").selectOption("flood");
  await press(page, "Discard this signature");
  assert.match(await page.innerText("[role=status]"), /1 signature was discarded/);
  assert.equal((await fetch(house.base + sent.headers.get("location")!)).status, 404);
  await page.goto(`${house.base}/desk/trail`);
  const trail = await page.innerText("main");
  assert.match(trail, /Discarded signatures waiting to be counted · many made-up names, 1/);
  assert.doesNotMatch(trail, /Made Up/);
});

test("OL10 bug: a form that was sent with somebody’s mail address shows nobody its link when it comes without one", async () => {
  const id = await fresh();
  await post(SIGN, { ...ANA, address: "victim@example.org", id });
  const { address: _, ...none } = ANA;
  const mine = (await post(SIGN, { ...none, id })).headers.get("location")!;
  assert.doesNotMatch(await text(mine), /Press the button/);
  const before = await counted();
  await post(mine, { do: "sign", sure: "" });
  assert.equal(await counted(), before);
});

test("OL10 OL3 bug: who went on with somebody else’s form was shown their page, and lost; a mistyped address got the only mail", async () => {
  const id = await fresh();
  const { address: _, ...none } = ANA;
  const first = (await post(SIGN, { ...none, name: "Amara", id })).headers.get("location")!;
  const second = (await post(SIGN, { ...none, name: "Bela", id })).headers.get("location")!;
  assert.notEqual(second, first);
  assert.match(await text(first), /Amara/);
  assert.match(await text(second), /Bela/);
  await post(first, { do: "withdraw", sure: "yes" });
  const anew = (await post(SIGN, { ...none, name: "Amara", id })).headers.get("location")!;
  assert.match(
    await text(anew),
    /within a few days/,
    "who took it back may sign anew with the same form",
  );

  const mailed = await fresh();
  const before = house.post.letters.length;
  for (const address of ["nia@exmple.org", "nia@example.org"])
    await post(SIGN, { ...ANA, name: "Nia", address, id: mailed });
  for (let i = 0; i < 200 && house.post.letters.length < before + 2; i += 1)
    await new Promise((done) => setTimeout(done, 20));
  assert.match(house.post.letters.slice(before).join(""), /nia@example\.org/);
});

test("OL10 V22 however many sign without a mail address, those with one are not turned away", async () => {
  const headers = { "x-forwarded-for": "198.51.100.7" };
  const { address: _, ...none } = ANA;
  const send = async (fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ ...fields, id: newSecret() });
    return (await fetch(house.base + SIGN, { method: "POST", redirect: "manual", headers, body }))
      .status;
  };
  const statuses = await Promise.all(Array.from({ length: 61 }, () => send(none)));
  assert.ok(statuses.includes(429));
  assert.equal(await send({ ...ANA, address: "ola@example.org" }), 200);
});

test("WB10 bug: another site chose the id of a form, and so knew the secret address of whoever went on with it", async () => {
  const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const id = newSecret();
  const { address: _, ...none } = ANA;
  for (const [path, fields] of [
    [SIGN, { ...none, id }],
    [SIGN, { id }],
    ["/take-part/pledge", { id }],
  ] as const) {
    const body = new URLSearchParams(fields);
    const sent = await fetch(house.base + path, {
      method: "POST",
      redirect: "manual",
      headers,
      body,
    });
    assert.equal(sent.status, 422, path);
    const html = await sent.text();
    assert.doesNotMatch(html, new RegExp(id), path);
    assert.match(html, /name="id" value="[\w-]{22}"/);
  }
});

test("the letter and its forms, with names and what waits: axe finds nothing, nothing scrolls sideways", async () => {
  const page = await house.signedIn("moderator", "Gugu");
  const signed = await asked({ address: "lindiwe@example.org", name: "Lindiwe ".repeat(9).trim() });
  await post(signed, { do: "sign", sure: "" });
  const waits = await asked({ address: "maya@example.org" });
  const { address: _, ...none } = { ...ANA, id: await fresh() };
  const hand = (await post(SIGN, none)).headers.get("location")!;
  const paths = ["/letter", "/letter/sign", signed, waits, hand, "/letter/find?name=esi"];
  const desk = ["/desk/letter?find=esi&code=K7M", "/desk"];
  assert.deepEqual(await axeFinds(page, house.base, [...paths, ...desk]), []);
  await post(signed, { do: "withdraw", sure: "yes" });
});

test("OL6 a restore of an older backup brings back nothing that was taken back since, and confirms nothing by itself", async () => {
  const link = await asked({ address: "hana@example.org", name: "Hana" });
  await post(link, { do: "sign", sure: "" });
  const page = await house.signedIn("moderator", "Ebele");
  await page.goto(`${house.base}/desk/letter`);
  await press(page, "Add the name Hana");
  assert.match(await text("/letter"), /Hana/);
  const open = await asked({ address: "imani@example.org", name: "Imani" });
  const other = await asked({ address: "jelani@example.org", name: "Jelani" });
  await post(other, { do: "sign", sure: "" });
  await page.goto(`${house.base}/desk/letter`);
  await press(page, "Add the name Jelani");
  const backup = join(house.folder.dir, "backup");
  succeed(["backup", backup], house.env);
  await post(link, { do: "withdraw", sure: "yes" });
  await page.goto(`${house.base}/desk/letter?find=jelani`);
  const form = page.locator("form[action='/desk/letter/off']");
  await form.locator("[name=reason]").fill("Asked us to.");
  await press(form, /^Take it off/);
  const before = await counted();
  await house.server[Symbol.asyncDispose]();
  rmSync(house.env["CND_DATA"]!, { recursive: true });
  succeed(["restore", backup, "--new-log"], house.env);
  house.server = await serve({ ...house.env, CND_MAIL: house.post.url });
  assert.equal(await counted(), before);
  assert.doesNotMatch(await text("/letter"), /Hana|Jelani/);
  for (const gone of [link, other]) assert.match(await text(gone), /Your name has been erased/);
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  assert.doesNotMatch(JSON.stringify(db.prepare("select * from signature").all()), /Hana|Jelani/);
  assert.match(await text(open), /Press the button/);
});

test("OL10 a copy that sends no mail asks for no address, and whoever signs is not sent away", async () => {
  await house.server[Symbol.asyncDispose]();
  house.server = await serve(house.env);
  const form = await text(SIGN);
  assert.doesNotMatch(form, /name="address"/);
  const { address: _, ...none } = ANA;
  const sent = await post(SIGN, { ...none, id: await fresh() });
  assert.match(await text(sent.headers.get("location")!), /will add your name within a few days/);
});
