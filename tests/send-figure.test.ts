/** A figure, evidence, a dispute and its answer, sent without an account: browser, desk, ledger, and back again. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { waitingAt } from "./waiting.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
let partner: string;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
  partner = await open("partners", "alpha", "partner.named/1", {
    name: "Alpha",
    kind: "carrier",
    summary: "A carrier.",
    standing: "joined",
  });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function open(space: string, slug: string, kind: string, body: JsonObject): Promise<string> {
  const owner = ownerOf(env.CND_DATA);
  const opened = sign(owner, { kind, body });
  const bound = sign(owner, { kind: "slug.bound/1", subject: opened.id, body: { space, slug } });
  await say(server.base, opened, bound);
  return opened.id;
}

const source = { title: "A release", url: "https://example.com/release" };
const first = {
  id: "c1",
  value: 400,
  text: "people in villages",
  measure: "cumulative",
  asOf: "2024",
  saidOn: "2025-01",
  saidBy: "Alpha",
  by: "pledger",
  source,
};
const pledge = (slug: string, more: JsonObject = {}) =>
  open("pledges", slug, "pledge.made/1", {
    kind: "pledge",
    title: "A thousand people, by 2025",
    pledger: partner,
    summary: "A promise in a sentence.",
    metric: "people connected",
    unit: "people",
    target: 1000,
    from: "2022",
    by: "2025",
    ...more,
  });

async function plainPage(path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.base + path);
  return page;
}

const FIGURE = {
  value: "900",
  asOf: "2025",
  saidBy: "An office",
  saidOn: "2026-02",
  url: "https://example.com/count",
  title: "A count",
};
const DISPUTE = {
  words: "We counted fewer people in our village.",
  url: "https://example.com/ours",
  title: "Our count",
  name: "A village",
};

/** Fill the form in and send it; the id that the desk has for it. */
async function send(
  page: Page,
  fields: Readonly<Record<string, string>>,
  chosen: Readonly<Record<string, string>> = {},
): Promise<string> {
  const known = await waiting();
  for (const [id, words] of Object.entries(fields)) await page.fill(`#${id}`, words);
  for (const [id, value] of Object.entries(chosen)) await page.selectOption(`#${id}`, value);
  await page.check("[name=agree]");
  await page.click("button[type=submit]");
  assert.match(page.url(), /\/o\/[A-Za-z0-9_-]{22}$/, (await page.textContent("main")) ?? "");
  const [id] = (await waiting()).filter((one) => !known.includes(one));
  return id!;
}
const waiting = async (): Promise<string[]> => (await waitingAt(env.CND_DATA)).map(({ id }) => id);
const accept = (id: string, ...more: string[]) => cnd(["desk", "accept", id, ...more], env);

async function withdraw(page: Page): Promise<void> {
  await page.check("[name=sure]");
  await page.click("button[type=submit]");
  assert.match((await page.textContent("h1"))!, /Withdrawn/);
}

/** The words of a page's main part. */
async function text(path: string): Promise<string> {
  const html = await (await fetch(server.base + path)).text();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return main.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

test("P36 without script: from the status line to the form, the desk, the ledger and the sender's page", async () => {
  await pledge("late", { claims: [first] });
  const page = await plainPage("/pledges");
  await page.click("text=Have the figure? Send it");
  assert.equal(page.url(), `${server.base}/pledges/late/send?about=figure`);
  const response = await page.reload();
  const head = response!.headers();
  assert.deepEqual([head["cache-control"], head["set-cookie"]], ["no-store", undefined]);
  assert.equal(await page.inputValue("#unit"), "people");
  const id = await send(
    page,
    { ...FIGURE, name: "Ada", contact: "by the shop" },
    { measure: "cumulative" },
  );
  assert.match((await page.textContent("h1"))!, /We have what you sent/);
  assert.match(succeed(["desk", "list"], env), new RegExp(`${id} .* figure {2}/pledges/late`));
  const shown = succeed(["desk", "show", id], env);
  for (const line of [
    "sends: A figure",
    "value: 900",
    "link: https://example.com/count",
    "contact: by the shop",
  ])
    assert.ok(shown.includes(line), shown);
  await page.reload();
  assert.match((await page.textContent("h1"))!, /Someone is reading this/);
  assert.doesNotMatch(await text("/pledges/late"), /\b900\b/);
  assert.match(
    accept(id, "--words", "x").err,
    /^--words: expected no such option, because this was sent about a pledge/,
  );
  assert.match(accept(id, "--by", "me").err, /^--by: expected pledger or other, got me/);
  assert.equal(accept(id).code, 0);
  const ledger = await text("/pledges/late");
  assert.match(ledger, /900.*reported.*Sent in by Ada\./);
  assert.doesNotMatch(ledger, /by the shop/);
  assert.match(await text("/pledges"), /past its date; closing figure reported/);
  await page.reload();
  assert.match((await page.textContent("h1"))!, /accepted/i);
  await page.click("text=See the result");
  assert.equal(page.url(), `${server.base}/pledges/late#sent-${id}`);
  assert.equal(await page.locator(`#sent-${id}`).count(), 1);
  assert.deepEqual(await page.context().cookies(), []);
  await page.context().close();
});

test("P37 what does not fit comes back as it was typed, and nothing is kept", async () => {
  await pledge("typed", { claims: [first] });
  const known = (await waiting()).length;
  const page = await plainPage("/pledges/typed/send?about=correction&claim=c1");
  assert.equal(await page.inputValue("#asOf"), "2024");
  for (const [id, words] of Object.entries({ ...FIGURE, value: "-5 <b>", saidOn: "1850" }))
    await page.fill(`#${id}`, words);
  await page.check("[name=agree]");
  await page.click("button[type=submit]");
  assert.equal(new URL(page.url()).pathname, "/pledges/typed/send");
  assert.match(
    (await page.textContent("[role=alert]"))!,
    /Nothing has been sent yet.*fields need/s,
  );
  assert.match(
    (await page.textContent("#value-problem"))!,
    /We expected a number .* but found -5 <b>\./,
  );
  assert.match((await page.textContent("#saidOn-problem"))!, /but found 1850/);
  assert.equal(await page.inputValue("#value"), "-5 <b>");
  assert.equal(await page.inputValue("#claim"), "c1");
  assert.equal((await waiting()).length, known);
  const post = (path: string, body: string) =>
    fetch(server.base + path, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
    });
  assert.equal((await post("/pledges/typed/send", "about=figure&admin=1")).status, 400);
  assert.equal((await post("/pledges/typed/send", "about=gossip")).status, 422);
  assert.equal((await post("/pledges/nothing/send", "about=figure")).status, 404);
  assert.equal((await post("/pledges/typed", "about=figure")).status, 405);
  await page.context().close();
});

test("P38 accepted it is one record of this instance; self-reported only where the desk says so", async () => {
  const subject = await pledge("once", { claims: [first] });
  const page = await plainPage("/pledges/once/send?about=figure");
  const id = await send(page, FIGURE, { measure: "cumulative" });
  const size = await recordCount();
  assert.equal(accept(id, "--by", "pledger").code, 0);
  assert.match(accept(id, "--by", "pledger").err, /accepted already; nothing was changed/);
  assert.equal(await recordCount(), size + 1);
  assert.match(await text("/pledges"), /closing figure self-reported/);
  assert.equal(cnd(["verify"], env).code, 0);
  const halfway = await plainPage("/pledges/once/send?about=figure");
  const stopped = await send(halfway, { ...FIGURE, value: "12" }, { measure: "other" });
  const claim = { ...first, id: `sent-${stopped}`, value: 12, unit: "people", measure: "other" };
  // As if the machine had stopped between saying it and settling it.
  await say(
    server.base,
    sign(ownerOf(env.CND_DATA), { kind: "claim.made/1", subject, body: claim }),
  );
  assert.equal(accept(stopped).code, 0);
  assert.equal(await recordCount(), size + 2);
  await halfway.context().close();
  const evidence = await plainPage("/pledges/once/send?about=evidence&claim=c1");
  assert.equal(await evidence.inputValue("#claim"), "c1");
  const filed = { url: "https://example.com/method", title: "How", by: "An office", date: "2025" };
  const paper = await send(evidence, filed, { kind: "method" });
  assert.equal(accept(paper).code, 0);
  assert.match(await text("/pledges/once"), /evidenced.*An office, 2025/);
  const correction = await plainPage("/pledges/once/send?about=correction&claim=c1");
  const later = await send(correction, { ...FIGURE, value: "410", asOf: "2024" });
  assert.equal(accept(later).code, 0);
  assert.match(await text("/pledges/once"), /revised to 410 people/);
  for (const one of [page, evidence, correction]) await one.context().close();
});

test("P39 a dispute and the pledger's answer stand side by side; an answer needs the desk's word", async () => {
  await pledge("disputed", { claims: [first] });
  const page = await plainPage("/pledges/disputed");
  await page.click("text=Dispute a figure");
  const id = await send(page, DISPUTE, { claim: "c1" });
  assert.equal(accept(id).code, 0);
  const pledgePage = await plainPage("/pledges/disputed");
  assert.match((await pledgePage.textContent("main"))!, /asked the pledger to answer by/);
  await pledgePage.click("text=We asked the pledger to answer");
  assert.equal(
    pledgePage.url(),
    `${server.base}/pledges/disputed/send?about=answer&dispute=sent-${id}`,
  );
  const said = { words: "We counted again, with the village.", name: "Alpha, press office" };
  const answer = await send(pledgePage, said);
  assert.match(accept(answer).err, /^Expected an answer that comes from the pledger/);
  assert.match(accept(answer, "--by", "other").err, /^Expected an answer that comes/);
  assert.equal(accept(answer, "--by", "pledger").code, 0);
  await page.reload();
  await page.click("text=See the result");
  assert.equal(page.url(), `${server.base}/pledges/disputed#dispute.sent-${id}`);
  assert.equal(await page.locator(`[id="dispute.sent-${id}"]`).count(), 1);
  const boxes = await Promise.all(
    ["We counted fewer", "We counted again"].map((words) =>
      page.locator("#disputes ~ .pair > blockquote", { hasText: words }).boundingBox(),
    ),
  );
  const [left, right] = boxes;
  const apart = Math.abs(left!.y + left!.height / 2 - right!.y - right!.height / 2);
  assert.ok(left!.x + left!.width < right!.x && apart < 1, "side by side");
  assert.match((await page.textContent("main"))!, /Answer by Alpha, press office/);
  await page.context().close();
  await pledgePage.context().close();
});

test("P40 what its sender takes back is erased, and the page says what was withdrawn and when", async () => {
  await pledge("back", { claims: [first] });
  const figure = await plainPage("/pledges/back/send?about=correction&claim=c1");
  const figureId = await send(figure, { ...FIGURE, value: "777", asOf: "2024" });
  assert.equal(accept(figureId).code, 0);
  assert.match(await text("/pledges/back"), /777/);
  const dispute = await plainPage("/pledges/back/send?about=dispute");
  const disputeId = await send(dispute, DISPUTE);
  assert.equal(accept(disputeId).code, 0);
  const answer = await plainPage(`/pledges/back/send?about=answer&dispute=sent-${disputeId}`);
  const answerId = await send(answer, { words: "Our answer.", name: "Alpha" });
  assert.equal(accept(answerId, "--by", "pledger").code, 0);
  await figure.reload();
  await withdraw(figure);
  const without = await text("/pledges/back");
  assert.doesNotMatch(without, /\b777\b|revised to/);
  assert.match(without, /A figure was withdrawn on .*The figure it corrected counts again/);
  await answer.reload();
  await withdraw(answer);
  assert.match(
    await text("/pledges/back"),
    /We counted fewer.*asked the pledger to answer by.*An answer to a dispute was withdrawn/,
  );
  await dispute.reload();
  await withdraw(dispute);
  const last = await text("/pledges/back");
  assert.match(last, /A dispute was withdrawn on/);
  assert.doesNotMatch(last, /We counted fewer|asked the pledger to answer by/);
  assert.match(succeed(["verify"], env), / 3 erased/);
  for (const one of [figure, dispute, answer]) await one.context().close();
});

test("P40 evidence that two people sent stands until both have taken it back", async () => {
  await pledge("twice", { claims: [first] });
  const filed = { url: "https://example.com/method", title: "How", by: "An office", date: "2025" };
  const pages: Page[] = [];
  for (let i = 0; i < 2; i++) {
    const page = await plainPage("/pledges/twice/send?about=evidence&claim=c1");
    const id = await send(page, filed, { kind: "method" });
    const size = await recordCount();
    assert.equal(accept(id).code, 0);
    assert.equal(await recordCount(), size + (i === 0 ? 1 : 0));
    await page.reload();
    pages.push(page);
  }
  await withdraw(pages[0]!);
  assert.match(await text("/pledges/twice"), /evidence filed/);
  await withdraw(pages[1]!);
  assert.match(await text("/pledges/twice"), /Evidence was withdrawn on/);
  for (const page of pages) await page.context().close();
});

test("P40 what two at the desk said in the same moment is erased wherever it stands", async () => {
  const subject = await pledge("doubled", { claims: [first] });
  const page = await plainPage("/pledges/doubled/send?about=figure");
  const id = await send(page, { ...FIGURE, value: "777" }, { measure: "cumulative" });
  const claim = { ...first, id: `sent-${id}`, value: 777, unit: "people", asOf: "2025" };
  for (let i = 0; i < 2; i++)
    await say(
      server.base,
      sign(ownerOf(env.CND_DATA), { kind: "claim.made/1", subject, body: claim }),
    );
  assert.equal(accept(id).code, 0);
  await page.reload();
  await withdraw(page);
  assert.doesNotMatch(await text("/pledges/doubled"), /\b777\b/); // an id may hold these digits
  await page.context().close();
});

test("P40 what was not accepted is gone without a word", async () => {
  await pledge("quiet", { claims: [first] });
  const page = await plainPage("/pledges/quiet/send?about=figure");
  const id = await send(page, FIGURE, { measure: "other" });
  await withdraw(page);
  assert.match(accept(id).err, /withdrawn already; nothing was changed/);
  assert.doesNotMatch(await text("/pledges/quiet"), /withdrawn/i);
  assert.match(succeed(["desk", "show", id], env), /state: withdrawn/);
  await page.context().close();
});

/** As the log's checkpoint says it. */
const recordCount = async (): Promise<number> =>
  Number((await (await fetch(`${server.base}/log/checkpoint`)).text()).split("\n")[1]);
