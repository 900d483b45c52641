/** What readers see of the interface in other languages: nothing left in English, every language's plurals, pages that two checkers accept. */
import assert from "node:assert/strict";
import test from "node:test";
import { PSEUDO } from "../src/platform/words/catalogue.ts";
import { cnd } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { folded, textsIn } from "./texts.ts";
import { wordsHouse } from "./words-house.ts";

const house = wordsHouse(async () => {
  const linked = async (path: string, to: RegExp) =>
    to.exec(await (await fetch(at(path))).text())![1]!;
  const pledge = "/pledges/huawei-120-million";
  const subject = await linked(pledge, /href="(\/log\/subjects\/[0-9a-f]+)"/);
  KINDS.push(subject, await linked(subject, /href="(\/log\/records\/[0-9a-f]+)"/));
});
const at = (path: string) => house.server.base + path;
const inTrial = (path: string) => fetch(at(`/${PSEUDO}${path === "/" ? "" : path}`));

/** One page of each kind whose words stand in catalogues. */
const KINDS = [
  "/",
  "/stories",
  "/stories?walk=teacher",
  "/topics/connectivity",
  "/authors/campaign-desk",
  "/places/mankosi",
  "/organisations",
  "/organisations/huawei",
  "/programmes/rainforest-listening",
  "/do-good",
  "/pledges",
  "/pledges?counted=yes",
  "/pledges/huawei-120-million",
  "/pledges/itu-people-offline",
  "/conversation",
  "/conversation/comment",
  "/conversation/numbers",
  "/conversation/link",
  "/conversation/report",
  "/conversation/rules",
  "/stories/mankosi/comment",
  "/stories/mankosi/conversation",
  "/questions",
  "/letter",
  "/letter/sign",
  "/take-part",
  "/take-part/opportunity",
  "/opportunities",
  "/opportunities?kind=roof",
  "/projects/mankosi",
  "/plans/cerdanya",
  "/plans/cerdanya/places/toloriu",
  "/plans/cerdanya/places/lles-de-cerdanya",
  "/plans/cerdanya/hops/1",
  "/plans/cerdanya/sites/summit-1",
  "/plans/cerdanya/link",
  "/plans/cerdanya/drawn?from=Toloriu&to=Enveig&from-mast=10&to-mast=10&mhz=5800",
  "/plans/cerdanya/drawn?from=2",
  "/pledges/huawei-120-million/send",
  "/pledges/huawei-120-million/send?about=figure",
  "/pledges/huawei-120-million/send?about=evidence",
  "/pledges/huawei-120-million/send?about=dispute",
  "/press",
  "/data",
  "/atlas",
  "/atlas/africa?layer=measured&state=connected",
  "/measure",
  "/listening/try",
  "/log",
  "/take-part/story",
  "/withdraw",
  "/updates",
  "/updates/stop/AAAAAAAAAAAAAAAAAAAAAA",
  "/search",
  "/search?q=school",
  "/search?q=school&lang=fr",
  "/search?q=!",
  "/keep",
  "/keep?story=mankosi",
  "/events",
  "/events/open-day",
  "/nothing-here",
];

const FILLED = [
  "/take-part/story",
  "/withdraw",
  "/updates",
  "/search?q=school",
  "/search?q=!",
  "/keep?story=mankosi",
  "/events",
  "/events/open-day",
  "/plans/cerdanya",
  "/plans/cerdanya/places/toloriu",
  "/plans/cerdanya/places/lles-de-cerdanya",
  "/plans/cerdanya/hops/1",
  "/plans/cerdanya/sites/summit-1",
  "/plans/cerdanya/link",
];

test("no page has a word of English left that stands in no catalogue", async () => {
  const pages: [string, Response][] = [];
  for (const path of KINDS) pages.push([path, await inTrial(path)]);
  await house.allInWords(pages, 1000);
});

test("nor has what answers a form: what does not fit, the sender's page, what it became", async () => {
  const post = (path: string, body: string) =>
    fetch(at(`/${PSEUDO}${path}`), {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
    });
  const pages: Response[] = [];
  const [form, pledge] = ["/take-part/opportunity", "/pledges/huawei-120-million/send"];
  const here = "place=Mankosi&words=Mankosi&country=ZA&lat=-32&lon=29&distance=20&agree=yes";
  pages.push(
    await post(
      form,
      `${here}&kind=castle&country=Atlantis&lat=x&distance=y&agree=z`.slice(here.length + 1),
    ),
  );
  pages.push(await post(pledge, "about=gossip"), await post(pledge, "about=figure&saidOn=2999"));
  pages.push(await post(pledge, "about=evidence"), await post(pledge, "about=dispute&claim=c9"));
  for (const kind of ["need", "roof"]) {
    const sent = await post(form, `${here}&kind=${kind}`);
    const { pathname } = new URL(sent.url);
    assert.match(pathname, new RegExp(`^/${PSEUDO}/o/`));
    const id = new RegExp(`([0-9a-f]{8}) .* ${kind} `).exec(
      cnd(["desk", "list"], house.env).out,
    )![1]!;
    const accepted = ["desk", "accept", id, "--as", "opportunity"];
    assert.equal(cnd(accepted, house.env).code, 0);
    pages.push(sent, await fetch(at(pathname)), await post(pathname.slice(PSEUDO.length + 1), ""));
    pages.push(await inTrial(`/opportunities/${kind}-${id}`));
    pages.push(await post(pathname.slice(PSEUDO.length + 1), "sure=yes"));
  }
  const source = "url=https://example.com&title=Mankosi&agree=yes";
  pages.push(await post(pledge, `about=dispute&words=Mankosi&name=Mankosi&${source}`));
  const figure =
    "value=5&unit=Mankosi&text=Mankosi&measure=other&asOf=2025&saidBy=Mankosi&saidOn=2025";
  pages.push(await post(pledge, `about=figure&name=Mankosi&${figure}&${source}`));
  const named = pages.map((page) => [new URL(page.url).pathname, page] as const);
  await house.allInWords(named, 400);
});

test("what the campaign says is marked with its language on a page in another", async () => {
  const corpus = folded(house.said);
  const unmarked: string[] = [];
  for (const path of KINDS) {
    const html = await (await inTrial(path)).text();
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    for (const text of textsIn(main, PSEUDO)) {
      const words = /[A-Za-z’' -]*(?: [a-z]+){4}[A-Za-z’' -]*/.exec(text)?.[0].trim(); // names have capitals
      if (words && corpus.includes(folded(words))) unmarked.push(`${path}: ${words}`);
    }
  }
  assert.deepEqual([...new Set(unmarked)], []);
});

test("a story is told and withdrawn in the language of the page, without script", async () => {
  const post = (path: string, fields: Readonly<Record<string, string>>, type?: string) =>
    fetch(at(path), {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
      ...(type && { headers: { Accept: type } }),
    });
  const empty = await post("/ar/take-part/story", {});
  assert.equal(empty.status, 422);
  const again = await empty.text();
  assert.match(again, /<html lang="ar" dir="rtl".*action="\/ar\/take-part\/story"/s);
  assert.match(again, /اكتب ماذا حدث، أو أرسل/);
  const json = await (await post("/fr/take-part/story", {}, "application/json")).text();
  assert.match(json, /Écrivez ce qui s’est passé/);
  const told = { text: "جاء البرج.", naming: "none", language: "العربية" };
  const sent = await post("/ar/take-part/story", told);
  assert.equal(sent.status, 303, await sent.text());
  const secret = sent.headers.get("location")!;
  assert.match(secret, /^\/ar\/o\//);
  const status = await (await fetch(at(secret))).text();
  assert.match(status, /<html lang="ar" dir="rtl".*رمز السحب.*<b dir="ltr">/s);
  assert.match(status, /<div class="prose" lang="ar"/, "a language has its name in the page’s own");
  const files = await fetch(at("/zh/take-part/story/files/x"), { method: "PATCH" });
  assert.match(await files.text(), /这里没有这个文件/);
  const unknown = await post("/hi/withdraw", { code: "AAA AAAA AAA", sure: "yes" });
  assert.match(await unknown.text(), /इस कोड से कोई सहमति ज्ञात नहीं है/);
});

test("axe finds nothing on Arabic and Hindi pages that somebody fills in or takes along", async () => {
  await using browser = await openBrowser();
  const page = await browser.newPage();
  const paths = ["ar", "hi"].flatMap((lang) => FILLED.map((path) => `/${lang}${path}`));
  assert.deepEqual(await axeFinds(page, house.server.base, paths), []);
});
