/** What people send in other languages than the campaign's: forms, refusals, the sender's page, and what it became. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { chromeIn } from "../src/platform/web/chrome.ts";
import { directionOf } from "../src/platform/web/words.ts";
import { LANGUAGES } from "../src/platform/words/catalogue.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";
import { click, press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";
import { waitingAt } from "./waiting.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data"), CND_DEV: "1" };
const FORM = "/take-part/opportunity";
const PLEDGE = "/pledges/huawei-120-million";
let server: Served;
let browser: Browser;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function plainPage(path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.base + path);
  return page;
}
const main = async (page: Page): Promise<string> => (await page.textContent("main"))!;
const pathOf = (page: Page): string => new URL(page.url()).pathname;
/** The id of what came last: the one that was not known yet. */
async function newest(): Promise<string> {
  const listed = await waitingAt(env.CND_DATA);
  const [id, ...more] = listed.map((one) => one.id).filter((one) => !known.has(one));
  assert.ok(id !== undefined && more.length === 0, `${more.length + 1} are new`);
  known.add(id);
  return id;
}
const known = new Set<string>();

/** Of the links and forms of the main part those that lead away from this language. */
async function strayLinks(page: Page, lang: string): Promise<string[]> {
  const links = await page.$$eval("main a[href], main form[action]", (all) =>
    all.map((one) => one.getAttribute("href") ?? one.getAttribute("action")!),
  );
  return strayOf(links, lang);
}
function strayOf(links: readonly string[], lang: string): string[] {
  const local = links.map((link) => link.replace(server.base, ""));
  return local.filter(
    (to) => to.startsWith("/") && to !== `/${lang}` && !to.startsWith(`/${lang}/`),
  );
}

/** Runs in a page: what stands in the text of one. */
function readPage(html: string) {
  const read = new DOMParser().parseFromString(html, "text/html");
  const leads = [...read.querySelectorAll("main a[href], main form[action]")];
  return {
    says: [read.documentElement.lang, read.documentElement.dir],
    foot: read.querySelector("footer")!.textContent,
    links: leads.map((one) => one.getAttribute("href") ?? one.getAttribute("action")!),
  };
}

/** Sent without the fields' own checks, as an older browser would. */
async function submit(page: Page): Promise<void> {
  await page.locator("main form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.click("main button[type=submit]");
}

test("O14 in French: refused, sent, read, accepted and taken back, all in French", async () => {
  const page = await plainPage("/fr/opportunities");
  await page.click("text=Demander ou offrir");
  assert.equal(pathOf(page), `/fr${FORM}`);
  await page.selectOption("#kind", "need");
  await page.fill("#place", "Ngwane");
  await page.fill("#words", "L’école n’a pas de connexion.");
  await page.fill("#country", "Atlantide");
  await page.check("[name=agree]");
  await submit(page);
  assert.equal(pathOf(page), `/fr${FORM}`);
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  assert.match((await page.textContent("#country-problem"))!, /en français ou ses deux lettres/);
  assert.match((await page.textContent("[role=alert]"))!, /Rien n’a encore été envoyé/);
  await page.fill("#country", "afrique du sud");
  await submit(page);
  assert.match(pathOf(page), /^\/fr\/o\/[A-Za-z0-9_-]{22}$/);
  assert.match((await page.textContent("h1"))!, /Merci\. C’est bien arrivé/);
  assert.match(await main(page), /Ngwane, Afrique du Sud/);
  assert.ok((await main(page)).includes(pathOf(page)), "the address that is shown is this page");
  assert.deepEqual(await strayLinks(page, "fr"), []);
  const id = await newest();
  succeed(["desk", "accept", id, "--as", "opportunity"], env);
  await page.reload();
  const own = page.url();
  await page.click("text=Voir ce que c’est devenu");
  assert.equal(pathOf(page), `/fr/opportunities/need-${id}`);
  assert.match(await main(page), /Pas de connexion, Ngwane/);
  await page.goto(own);
  await submit(page);
  assert.match(await main(page), /Rien n’a été retiré : cochez d’abord la case/);
  await page.check("[name=sure]");
  await submit(page);
  assert.equal(page.url(), own);
  assert.match((await page.textContent("h1"))!, /C’est retiré/);
  assert.deepEqual(await strayLinks(page, "fr"), []);
  await page.context().close();
});

test("P37 in Arabic: a figure in Arabic digits, with what does not fit said in Arabic", async () => {
  const page = await plainPage(`/ar${PLEDGE}/send?about=figure`);
  await page.fill("#value", "١٬٢٥٠٬٠٠٠");
  await page.selectOption("#measure", "cumulative");
  await page.fill("#asOf", "2024");
  await page.fill("#saidBy", "An office");
  await page.fill("#saidOn", "2999");
  await page.fill("#url", "https://example.com/count");
  await page.fill("#title", "A count");
  await page.fill("#name", "Ada");
  await page.check("[name=agree]");
  await submit(page);
  assert.match((await page.textContent("#saidOn-problem"))!, /المتوقع: تاريخ قد حلّ/);
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  await page.fill("#saidOn", "2025");
  await submit(page);
  assert.match(pathOf(page), /^\/ar\/o\//);
  assert.match(await main(page), /شكرًا لك\. وصل ما أرسلته/);
  assert.deepEqual(await strayLinks(page, "ar"), []);
  const shown = succeed(["desk", "show", await newest()], env);
  assert.match(shown, /value: 1250000/);
  assert.match(
    shown,
    /note: Sent in by Ada\./,
    "what stands in the ledger is in the campaign's language",
  );
  await page.context().close();
});

/** Pages of every kind whose words are these features' own. */
const KINDS = [
  "/opportunities",
  "/opportunities?kind=roof",
  FORM,
  "/take-part/pledge",
  "/projects/mankosi",
  "/places/mankosi",
  `${PLEDGE}/send`,
  ...["figure", "evidence", "correction", "dispute"].map((way) => `${PLEDGE}/send?about=${way}`),
];

/** An ask and an offer that stand, and a dispute that was refused, as their sender sees them; paths without a language. */
async function sendSome(): Promise<string[]> {
  const post = async (path: string, body: Record<string, string>) => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const sent = new URLSearchParams(body).toString();
    const asked = { method: "POST", headers, body: sent, redirect: "manual" } as const;
    const { status, headers: answer } = await fetch(server.base + path, asked);
    assert.equal(status, 303);
    return answer.get("location")!;
  };
  const agree = "yes";
  const here = { place: "Hilltop", country: "ZA", lat: "1", lon: "2", agree };
  const ask = await post(FORM, { ...here, kind: "need", words: "No link" });
  succeed(["desk", "accept", await newest(), "--as", "opportunity"], env);
  const near = { distance: "20", contact: "Bridge", about: "need-1", language: "xh" };
  const offer = await post(FORM, { ...here, ...near, kind: "roof", words: "A roof" });
  succeed(["desk", "accept", await newest(), "--as", "opportunity"], env);
  const dispute = { about: "dispute", words: "We counted fewer.", name: "A village", agree };
  const source = { url: "https://example.com/ours", title: "Our count" };
  const told = await post(`${PLEDGE}/send`, { ...dispute, ...source });
  succeed(["desk", "refuse", await newest(), "--reason", "We could not open it."], env);
  const html = await (await fetch(server.base + offer)).text();
  const stands = /\/opportunities\/roof-[0-9a-f]{8}/.exec(html)![0];
  return [ask, offer, told, stands];
}

let some: Promise<string[]> | undefined; // sent once, read in every language

test("O14 each page stands in every language, in its direction, and leads on in it", async () => {
  const page = await browser.newPage(); // reads, and opens none: without script nothing else comes of them
  const paths = [...KINDS, ...(await (some ??= sendSome()))];
  let links = 0;
  for (const lang of LANGUAGES.filter((one) => one !== "en")) {
    for (const path of paths.map((one) => `/${lang}${one}`)) {
      const answer = await fetch(server.base + path);
      assert.equal(answer.status, 200, path);
      const read = await page.evaluate(readPage, await answer.text());
      assert.deepEqual(read.says, [lang, directionOf(lang)], path);
      const { review } = chromeIn(lang);
      assert.ok(review !== "" && read.foot.includes(review), path);
      assert.deepEqual(strayOf(read.links, lang), [], path);
      links += read.links.length;
    }
  }
  assert.ok(links > 500, `${links} links`);
  const trial = await fetch(`${server.base}/o/${"a".repeat(22)}?dir=rtl`);
  const { says } = await page.evaluate(readPage, await trial.text());
  assert.equal(says[1], "rtl", "a trial of the layout");
  const prefixed = await fetch(`${server.base}/de${FORM}`, { method: "POST" });
  assert.equal(prefixed.status, 404, "no language of this campaign");
  await page.close();
});

test("O14 axe finds nothing in Arabic and Hindi, and nothing is too wide", async () => {
  const page = await plainPage("/");
  const paths = [...KINDS, ...(await (some ??= sendSome()))];
  const all = ["ar", "hi"].flatMap((lang) => paths.map((path) => `/${lang}${path}`));
  assert.deepEqual(await axeFinds(page, server.base, all), []);
  await page.context().close();
});

test("O13 a new place speaks the campaign's own language, whichever the desk and its sender speak", async () => {
  const french = { CND_DATA: join(folder.dir, "french") };
  const files = join(folder.dir, "campaign");
  succeed(["init", files, "--yes"]);
  const settings = join(files, "campaign.yaml");
  const said = readFileSync(settings, "utf8");
  writeFileSync(
    settings,
    said
      .replace(/^language: .*$/m, "language: fr")
      .replace(/^languages: .*$/m, "languages: [fr, en]"),
  );
  succeed(["import", files], french);
  await using house = await serve(french);
  const base = house.base.replace("127.0.0.1", "localhost");
  const sent = { kind: "need", country: "ZA", lat: "-31.98", lon: "29.15", words: "No line here" };
  for (const place of ["Upper", "Lower"]) {
    const body = new URLSearchParams({ ...sent, place, agree: "yes" });
    const answer = await fetch(`${base}/en${FORM}`, { method: "POST", body, redirect: "manual" });
    assert.equal(answer.status, 303);
  }
  const waits = await waitingAt(french.CND_DATA);
  const idAt = (place: string) => waits.find(({ about }) => about.includes(place))!.id;
  succeed(["desk", "accept", idAt("Upper"), "--as", "place", "--slug", "upper"], french);
  const page = await browser.newPage({ javaScriptEnabled: false });
  const link = await invitation(french.CND_DATA, { role: "moderator", name: "Amina" });
  await page.goto(`${base}${link}?lang=en`);
  await press(page, "Sign in");
  await page.goto(`${base}/desk/queue/${idAt("Lower")}`);
  await click(page.getByRole("link", { name: "Turn into a place" }));
  await press(page, "Turn into a place");
  for (const slug of ["upper", "lower"]) {
    await page.goto(`${base}/places/${slug}`);
    const shown = await main(page);
    assert.match(shown, /Situé au dixième de degré près.*nommé par quelqu’un sur place/);
    assert.match(shown, /Selon quelqu’un sur place, par ce site/);
  }
  await page.close();
});
