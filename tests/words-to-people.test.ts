/** What the desk says to people: questions and thanks to senders, notices and a feed for the desk's own (features/desk/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { invitation } from "./invitation.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";
import { until } from "./mail-house.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let post: PostOffice;
let cookie: string;

before(async () => {
  await newCampaign(env.CND_DATA);
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
  assert.match(await text(item), /A question waits|sent by mail as well/);
  assert.equal((await send(`${item}/ask`, { question: "And when?" })).status, 422, "one at a time");
  assert.equal((await send(link, { words: "" }, {})).status, 422);
  assert.match(
    await (await send(link, { words: "At the river." }, {})).text(),
    /Your answer has come/,
  );
  assert.equal((await send(link, { words: "Again." }, {})).status, 409);
  assert.equal((await fetch(server.base + link)).status, 404);
  assert.match(await text(item), /At the river\./);
  assert.match(await text(secret), /At the river\./);
  assert.match(await text("/desk/queue"), /an answer came/);
  assert.equal(await text("/log/checkpoint"), checkpoint);
  const [, other] = await sent("Lake End", "by the shop");
  assert.equal((await send(`${other}/ask`, { question: "Where?" })).status, 303);
  assert.doesNotMatch(await text(other), /by mail/);
  await send(`${item}/ask`, { question: "Still there?" });
  await until("the second has come", () => post.letters.length === 2);
  const second = /\/o\/answer\/[\w-]{22}/.exec(plain(post.letters[1]!))![0];
  assert.notEqual(second, link);
  await send(`${item}/refuse`, { ready: "0" });
  assert.equal((await fetch(server.base + second)).status, 404, "it is decided");
});

test("D61 the desk thanks once, ready-made or in its own words; whoever was refused is not thanked", async () => {
  const first = post.letters.length;
  const [secret, item] = await sent("Cliff Top", "eve@example.org");
  assert.equal((await send(`${item}/thank`, { readyThanks: "", thanks: "" })).status, 422);
  assert.equal((await send(`${item}/thank`, { readyThanks: "0", thanks: "" })).status, 303);
  assert.match(await text(secret), /The desk thanks you.*helps this campaign/s);
  assert.match(await text(secret), /It is being read|waits for a person|looking at it/);
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
  assert.match(await none.text(), /Choose at least one thing/);
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
});
