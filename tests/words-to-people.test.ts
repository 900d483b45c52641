/** What the desk says to people: questions and thanks to senders, notices and a feed for the desk's own (features/desk/README.md), newsletters (features/newsletter/README.md). */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { wordsIn as newslettersIn } from "../src/features/newsletter/composing/words.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { exported, succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";
import { until } from "./mail-house.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";
import { smallCampaign } from "./small-campaign.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let campaign: string;
let server: Served;
let post: PostOffice;
let cookie: string;

before(async () => {
  campaign = smallCampaign(folder.dir, env);
  post = await openPostOffice();
  server = await serve({ ...env, CND_MAIL: post.url });
  const link = await invitation(env.CND_DATA, {
    role: "owner",
    name: "Li",
    email: "li@example.org",
  });
  const entered = await fetch(server.base + link, { method: "POST", redirect: "manual" });
  cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  post?.[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const get = (path: string) => fetch(server.base + path, { headers: { cookie } });
const text = async (path: string) => (await get(path)).text();
const send = (path: string, fields: Record<string, string>, headers: HeadersInit = { cookie }) =>
  fetch(server.base + path, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams(fields),
  });

/** Sent without an account. @returns the secret path, and the path of it in the queue */
async function sent(place: string, contact: string): Promise<readonly [string, string]> {
  const asked = {
    kind: "need",
    place,
    country: "ZA",
    words: `No signal at ${place}.`,
    agree: "yes",
  };
  const took = await send("/take-part/opportunity", { ...asked, contact }, {});
  assert.equal(took.status, 303, await took.text());
  const queue = await text("/desk/queue");
  const item = new RegExp(
    `href="(/desk/queue/[0-9a-f]+)[^"]*"[^>]*>[^<]*(?:<[^>]+>)?${place}`,
  ).exec(queue);
  return [took.headers.get("location")!, item?.[1] ?? assert.fail(queue)];
}
/** Of a letter without its soft line breaks. */
const plain = (letter: string) => letter.replaceAll("=\n", "").replaceAll("=3D", "=");

test("D60 a question goes to the secret address and by mail; its link opens the question alone; the answer stands in the queue and nothing in the log", async () => {
  const checkpoint = await text("/log/checkpoint");
  const [secret, item] = await sent("Hilltop", "Ana, ana@example.org");
  assert.equal((await send(`${item}/ask`, { question: "Which clinic?" })).status, 303);
  await until("the mail has come", () => post.letters.length === 1);
  const letter = plain(post.letters[0]!);
  assert.match(letter, /^To: ana@example\.org$/m);
  assert.match(letter, /^Message-ID: <[0-9a-f]{40}@[\w.]+>$/m, "of this mail, not of this try");
  assert.match(letter, /Which clinic\?/);
  assert.doesNotMatch(letter, /No signal/);
  assert.ok(!letter.includes(secret.split("/").at(-1)!), "the secret address is kept by nobody");
  const link = /\/o\/answer\/[\w-]{22}/.exec(letter)![0];
  const opened = await fetch(server.base + link);
  assert.deepEqual(
    ["referrer-policy", "x-robots-tag", "cache-control"].map((name) => opened.headers.get(name)),
    ["no-referrer", "noindex", "no-store"],
  );
  const page = await opened.text();
  assert.match(page, /Which clinic\?/);
  assert.doesNotMatch(page, /No signal|Withdraw/);
  assert.match(await text(item), /has not answered your last question|Also sent by email/);
  assert.equal((await send(`${item}/ask`, { question: "And when?" })).status, 422, "one at a time");
  assert.equal((await send(link, { words: "" }, {})).status, 422);
  assert.match(
    await (await send(link, { words: "At the river." }, {})).text(),
    /Your answer has arrived/,
  );
  assert.equal((await send(link, { words: "Again." }, {})).status, 409);
  assert.equal((await fetch(server.base + link)).status, 404);
  assert.match(await text(item), /At the river\./);
  assert.match(await text(secret), /At the river\./);
  assert.match(await text("/desk/queue"), /answered/);
  assert.equal(await text("/log/checkpoint"), checkpoint);
  const [, other] = await sent("Lake End", "by the shop");
  assert.equal((await send(`${other}/ask`, { question: "Where?" })).status, 303);
  assert.doesNotMatch(await text(other), /(?:gets the question|sent) by email/);
  await send(`${item}/ask`, { question: "Still there?" });
  await until("the second has come", () => post.letters.length === 2);
  const second = /\/o\/answer\/[\w-]{22}/.exec(plain(post.letters[1]!))![0];
  assert.notEqual(second, link);
  await send(`${item}/refuse`, { ready: "0" });
  assert.equal((await fetch(server.base + second)).status, 404, "the objection is decided");
});

test("D61 the desk thanks once, ready-made or in its own words; whoever was refused is not thanked", async () => {
  const first = post.letters.length;
  const [secret, item] = await sent("Cliff Top", "eve@example.org");
  assert.equal((await send(`${item}/thank`, { readyThanks: "", thanks: "" })).status, 422);
  assert.equal((await send(`${item}/thank`, { readyThanks: "0", thanks: "" })).status, 303);
  assert.match(await text(secret), /Thank you from the desk.*helps this campaign/s);
  assert.match(
    await text(secret),
    /Someone is reading this|will read what you sent|looking at what you sent/,
  );
  await until("the thanks have come", () => post.letters.length === first + 1);
  assert.match(plain(post.letters.at(-1)!), /helps this campaign/);
  const again = await send(`${item}/thank`, { readyThanks: "", thanks: "And again." });
  assert.equal(again.status, 409);
  const [, refused] = await sent("Far Hill", "eve@example.org");
  await send(`${refused}/refuse`, { ready: "0" });
  assert.equal((await send(`${refused}/thank`, { readyThanks: "1", thanks: "" })).status, 409);
  assert.doesNotMatch(await text(refused), /id="thank"/);
});

test("D62 D63 what somebody wants to know is chosen on their own page; the feed's address is shown once and ends", async () => {
  const none = await send("/desk/me/notices", { often: "once" });
  assert.equal(none.status, 422);
  assert.match(await none.text(), /Choose at least one kind of notice/);
  const chosen = { waits: "yes", disk: "yes", often: "daily" };
  assert.equal((await send("/desk/me/notices", chosen)).status, 303);
  const page = await text("/desk/me");
  assert.match(page, /name="waits" value="yes" checked/);
  assert.doesNotMatch(page, /name="takenBack" value="yes" checked/);
  assert.match(page, /<option value="daily" selected/);
  const made = await (await send("/desk/me/feed", { do: "make" })).text();
  const address = /\/notices\/[\w-]{22}/.exec(made)![0];
  assert.ok(!(await text("/desk/me")).includes(address));
  const feed = await fetch(server.base + address);
  assert.deepEqual(
    ["content-type", "cache-control", "x-robots-tag"].map((name) => feed.headers.get(name)),
    ["application/atom+xml; charset=utf-8", "private, no-store", "noindex"],
  );
  assert.match(await feed.text(), /<feed /);
  const anew = /\/notices\/[\w-]{22}/.exec(
    await (await send("/desk/me/feed", { do: "make" })).text(),
  )![0];
  assert.equal((await fetch(server.base + address)).status, 404);
  assert.equal((await fetch(server.base + anew)).status, 200);
  await send("/desk/me/feed", { do: "end" });
  assert.equal((await fetch(server.base + anew)).status, 404);
  assert.doesNotMatch(await text("/desk/me"), /Turn off the address/);
});

/** A newsletter at the desk: what its form holds as it stands. */
async function form(path: string): Promise<Record<string, string>> {
  const page = await text(path);
  const value = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  return { version: value("version"), lang: value("lang"), ids: value("ids") };
}
/** Saves what is typed and presses a button. @returns the answer */
const press = async (path: string, typed: Record<string, string>, button = "save") =>
  send(path.split("?")[0]!, { ...(await form(path)), ...typed, do: button });
async function newNewsletter(): Promise<string> {
  return (await send("/desk/newsletters", {})).headers.get("location")!;
}
async function subscribe(address: string, what: string): Promise<void> {
  const first = post.letters.length;
  await send("/updates", { address, what, lang: "fr", often: "each" }, {});
  await until("the mail has come", () => post.letters.length === first + 1);
  const link = /\/(?:fr\/)?updates\/confirm\/[\w-]{22}/.exec(plain(post.letters.at(-1)!))![0];
  assert.match(await (await send(link, {}, {})).text(), /class="row head"/);
}

test("U16 a newsletter is put together of words and of what is found by its name; nothing typed is lost", async () => {
  const path = await newNewsletter();
  assert.match(path, /^\/desk\/newsletters\/[0-9a-f]{12}$/);
  const typed = { title: "News of the hills", summary: "", words0: "It **stands**." };
  const found = await press(path, { ...typed, sort: "story", name: "TWO hills" }, "find");
  assert.equal(found.status, 200);
  const story = /value="(add story [0-9a-f]{64})"/.exec(await found.text())![1]!;
  assert.equal((await press(path, typed, story)).status, 303);
  const photos = await (await press(path, { ...typed, sort: "photo", name: "" }, "find")).text();
  const photo = /value="(add photo [0-9a-f]{64} hill)"/.exec(photos)![1]!;
  await press(path, typed, photo);
  const pledges = await (
    await press(path, { ...typed, sort: "pledge", name: "eleven" }, "find")
  ).text();
  await press(path, typed, /value="(add pledge [0-9a-f]{64})"/.exec(pledges)![1]);
  await press(path, typed, "words");
  const all = await text(path);
  const parts = [...all.matchAll(/<legend>([^<]+)/g)].map((m) => m[1]);
  assert.deepEqual(parts, [
    "Part 1: Words",
    "Part 2: Story",
    "Part 3: Photo",
    "Part 4: Pledge",
    "Part 5: Words",
  ]);
  assert.match(all, /Two hills: one line of sight/);
  assert.doesNotMatch(
    all.replaceAll(/value="add [^"]*"/g, ""),
    /[0-9a-f]{64}/,
    "nobody reads a subject",
  );
  const both = { ...typed, words1: "And more." };
  await press(path, both, "up 5");
  const moved = { ...typed, words1: "And more." };
  await press(path, moved, "remove 2");
  assert.match(await text(path), /A part was removed/);
  await press(path, moved, "back");
  assert.match(await text(path), /Part 2: Story/);
  const stale = await form(path);
  await press(path, { ...moved, title: "Changed by another" });
  const late = await send(path, { ...stale, ...moved, words0: "Typed late.", do: "save" });
  assert.equal(late.status, 409);
  const shown = await late.text();
  assert.match(shown, /Typed late\./);
  assert.match(shown, /Someone else changed this newsletter while you were writing/);
  const long = await press(path, { ...moved, words0: "x".repeat(3001) });
  assert.equal(long.status, 422);
  assert.match(await long.text(), /href="#words-1"[^]*x{3001}/);
  assert.equal((await send("/desk/newsletters/none", { do: "save" })).status, 303);
});

test("U15 U17 U18 it is looked at, sent to oneself, then once to all who get news, in their language, and stands in the archive", async () => {
  await subscribe("all@example.org", "everything");
  await subscribe("stories@example.org", "all");
  await subscribe("alone@example.org", "newsletters");
  await subscribe("topic@example.org", "topic:privacy");
  const path = await newNewsletter();
  const typed = {
    title: "Hills & valleys",
    summary: "What was imported.",
    words0: "Read [this](/updates).",
  };
  assert.equal((await send(`${path}/send`, { version: "1", sure: "yes", do: "now" })).status, 422);
  const found = await (
    await press(path, { ...typed, sort: "story", name: "hills" }, "find")
  ).text();
  await press(path, typed, /value="(add story [0-9a-f]{64})"/.exec(found)![1]);
  const photos = await (await press(path, { ...typed, sort: "photo", name: "" }, "find")).text();
  await press(path, typed, /value="(add photo [0-9a-f]{64} hill)"/.exec(photos)![1]);
  await press(`${path}?lang=fr`, { title: "Collines", summary: "", words0: "Lisez." });
  const preview = await text(`${path}/preview?lang=fr`);
  assert.match(preview, /<strong dir="auto">Collines/);
  assert.match(preview, /Lisez\./);
  const first = post.letters.length;
  assert.equal((await send(`${path}/test?lang=fr`, {})).status, 303);
  const subject = newslettersIn("fr").desk.testSubject("Collines");
  assert.match(plain(post.letters.at(-1)!), /^To: li@example\.org$/m);
  assert.ok(plain(post.letters.at(-1)!).includes(`Subject: ${subject}\n`), subject);
  const { version } = await form(path);
  assert.equal((await send(`${path}/send`, { version: version!, do: "now" })).status, 422);
  const later = { version: version!, when: "2026-13-01 10:00", do: "later" };
  assert.equal((await send(`${path}/send`, later)).status, 422);
  const when = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16);
  assert.equal((await send(`${path}/send`, { ...later, when })).status, 303);
  assert.equal((await send(path, { version: version!, do: "save" })).status, 409);
  assert.match(await text(path), /The newsletter will be sent at/);
  await send(`${path}/send`, { version: (await form(path))["version"]!, do: "stop" });
  const again = await form(path);
  assert.equal(
    (await send(`${path}/send`, { version: again["version"]!, sure: "yes", do: "now" })).status,
    303,
  );
  await until("both have it", () => post.letters.length === first + 3);
  const mails = post.letters.slice(first + 1).map(plain);
  assert.deepEqual(
    new Set(mails.map((mail) => /^To: (\S+)$/m.exec(mail)![1])),
    new Set(["all@example.org", "alone@example.org"]),
  );
  const today = new Date().toISOString().slice(0, 10);
  for (const mail of mails) {
    assert.match(mail, /^Subject: Collines$/m);
    assert.match(mail, /Lisez\.[^]*DEUX COLLINES[^]*\/fr\/stories\/two-hills/);
    assert.match(mail, new RegExp(`/fr/newsletters/${today}-hills-valleys`));
    assert.match(mail, /^List-Unsubscribe:/m);
    assert.ok(!/<img|image\//.test(mail));
  }
  const page = await text(`/newsletters/${today}-hills-valleys`);
  assert.match(page, /Hills &amp; valleys[^]*href="\/updates"[^]*Two hills: one line[^]*The hill/);
  assert.match(await text(`/fr/newsletters/${today}-hills-valleys`), /Collines[^]*Lisez\./);
  assert.match(await text("/newsletters"), /Hills &amp; valleys/);
});

test("U14 U19 a newsletter comes back from the campaign folder as it was, mails nobody from there, and is taken back with its words", async () => {
  const file = Object.keys(exported(folder.dir, env)).find((one) =>
    one.startsWith("newsletters/"),
  )!;
  const yaml = () => Buffer.from(exported(folder.dir, env)[file]!, "base64").toString();
  const whole = yaml();
  assert.match(whole, /^title: Hills & valleys\nsummary: What was imported\.\nlanguage: en\n/);
  assert.match(whole, /- story: two-hills\n/);
  const [letters, size] = [post.letters.length, await text("/log/checkpoint")];
  mkdirSync(join(campaign, "newsletters"));
  cpSync(join(folder.dir, "out", file), join(campaign, file));
  succeed(["import", campaign], env);
  assert.equal(await text("/log/checkpoint"), size, "nothing is said that was said before");
  assert.equal(yaml(), whole);
  const at = `/${file.replace(".yaml", "")}`;
  const photo = /\/media\/([0-9a-f]{64}\.[a-z]+)/.exec(await text(at))![1]!;
  const described = join(campaign, "pictures.yaml");
  for (const day of ["2099-01-01", "2026-01-01"]) {
    writeFileSync(described, `- id: hill\n  photo: ${photo}\n  until: ${day}\n`);
    succeed(["import", campaign], env);
    for (let i = 0; i < 2; i++)
      assert.equal(
        (await (await fetch(server.base + at)).text()).includes(photo),
        day > "2099",
        "as long as it may be shown",
      );
  }
  const list = await text("/desk/newsletters");
  const path = /href="(\/desk\/newsletters\/[0-9a-f]{12})"[^>]*>\s*Hills/.exec(list)![1]!;
  assert.equal((await send(`${path}/withdraw`, { sure: "yes" })).status, 303);
  assert.match(await text(path), /Withdrawn/);
  assert.doesNotMatch(await text(path), /Hills & valleys|Hills &amp; valleys|Collines|Lisez/);
  assert.equal((await get(at)).status, 410);
  assert.doesNotMatch(await text("/newsletters"), /Hills/);
  assert.equal(post.letters.length, letters);
});

const upload = async (table: string, name = "file"): Promise<Response> => {
  const body = new FormData();
  body.set(name, new File([table], "people.csv", { type: "text/csv" }));
  return fetch(`${server.base}/desk/subscribers/import`, {
    method: "POST",
    headers: { cookie },
    body,
  });
};

test("U20 people of another list come in with a proof of consent alone, and are asked before anything else is sent", async () => {
  const first = post.letters.length;
  const table = `E-mail,Consent,lang
new@Example.org,"2025-03-01, form on our old site",fr
yes@example.org,yes,en
no address,2025-03-01,en
new@example.org,2025-03-01,en
all@example.org,2025-03-01,en
`;
  const came = await (await upload(table)).text();
  assert.match(
    came,
    /1 person will be asked[^]*1 person is already on our list[^]*3 rows are left out/,
  );
  assert.match(came, /line 3: no proof[^]*line 4: no email address[^]*line 5: the same address/);
  await until("the mail has come", () => post.letters.length === first + 1);
  const letter = plain(post.letters.at(-1)!);
  assert.match(letter, /^To: new@example\.org$/m);
  const link = /\/fr\/updates\/confirm\/[\w-]{22}/.exec(letter)![0];
  assert.match(await text("/desk/subscribers"), /4 subscribers/);
  const count = /(\d+) subscribers/.exec(await text("/desk/subscribers"))![1];
  await send(link, {}, {});
  assert.match(await text("/desk/subscribers"), new RegExp(`${Number(count) + 1} subscribers`));
  for (const [wrong, why] of [
    ["", /Choose a file/],
    ["name;consent\na;b", /does not name a column called address/],
    ["address,consent\n", /no rows after the first one/],
    [`address,consent\n${"x@y.example,2020\n".repeat(5001)}`, /more than 5,000 rows/],
    [`address\n"open`, /cannot read the file at line 2: /],
    ["x".repeat(1_000_001), /larger than 1 MB/],
  ] as const) {
    const answer = await upload(wrong);
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), why);
  }
  assert.equal((await send("/desk/subscribers/forget", {})).status, 303);
});

test("U21 U22 the table is taken along without formulas, and brings back nobody who has stopped since", async () => {
  await subscribe("=cmd@example.org", "everything");
  const taken = await get("/desk/subscribers/subscribers.csv");
  assert.equal(taken.headers.get("content-disposition"), "attachment");
  const table = await taken.text();
  assert.match(table, /^'=cmd@example\.org,fr,everything,each,/m);
  assert.match(await text("/desk/trail"), /subscribers\.csv/);
  const path = await newNewsletter();
  const typed = { title: "Once more", summary: "", words0: "Words." };
  await press(path, typed);
  const first = post.letters.length;
  const { version } = await form(path);
  await send(`${path}/send`, { version: version!, sure: "yes", do: "now" });
  const own = () =>
    post.letters
      .slice(first)
      .map(plain)
      .find((one) => one.includes("To: =cmd@"));
  await until("the mail has come", () => own() !== undefined);
  const stop = /List-Unsubscribe: <[^>]*?(\/updates\/stop\/[\w-]{22})/.exec(
    own()!.replaceAll(/\n[ \t]+/g, " "),
  )![1]!;
  await fetch(server.base + stop, { method: "POST" });
  const came = await (await upload(table)).text();
  assert.match(came, /1 person who has since unsubscribed is left out/);
  assert.match(came, /line \d+: this address was deleted here/);
  const elsewhere = 'address,consent\n=cmd@example.org,"2025, at the fair"\n';
  const other = await (await upload(elsewhere)).text();
  assert.match(other, /1 row is left out:[^]*line 2: this address was deleted here/);
  assert.doesNotMatch(await (await get("/desk/subscribers/subscribers.csv")).text(), /cmd@/);
});
