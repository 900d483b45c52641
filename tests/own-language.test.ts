/** How much of a page is in the language of its address, as a browser has it: text by text, by the nearest `lang`. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { serve, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";

const PAGES = [
  ["front", ""],
  ["stories", "/stories"],
  ["do-good", "/do-good"],
  ["pledges", "/pledges"],
  ["take-part", "/take-part"],
  ["conversation", "/conversation"],
  ["letter", "/letter"],
  ["about", "/about"],
  ["privacy", "/privacy"],
  ["storysign", "/stories/storysign"],
  ["rainforest", "/stories/rainforest"],
  ["digitruck", "/stories/digitruck"],
  ["pilot", "/stories/those-who-fly"],
] as const;
const LANGUAGES = ["fr", "es", "pt", "ar", "sw", "hi", "zh"] as const;
const LEAST = 0.95;

const data = mkdtempSync(join(tmpdir(), "cnd-own-language-"));
let served: Served;
let browser: Browser;
before(async () => {
  await firstCampaign(data);
  served = await serve({ CND_DATA: data });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await served[Symbol.asyncDispose]();
  rmSync(data, { recursive: true });
});

test("TX9 of the words of each page at least 95 in 100 are in the language of its address, but for names and quotations", async () => {
  const page = await browser.newPage();
  await page.goto("about:blank");
  const rows: string[] = [];
  const under: string[] = [];
  for (const lang of LANGUAGES) {
    const shares: string[] = [];
    for (const [name, path] of PAGES) {
      const html = await (await fetch(`${served.base}/${lang}${path}`)).text();
      const { own, other, seen } = await page.evaluate(count, { html, lang });
      assert.ok(own + other > 50, `${lang} ${name}: ${own + other} words`);
      const share = own / (own + other);
      shares.push(share.toFixed(3).padStart(name.length + 1));
      if (share < LEAST) under.push(`${lang} ${name} ${share.toFixed(3)}: ${seen.join(" | ")}`);
    }
    rows.push(`${lang} ${shares.join(" ")}`);
  }
  console.log([`   ${PAGES.map(([name]) => ` ${name}`).join(" ")}`, ...rows].join("\n"));
  assert.deepEqual(under, []);
});

interface Listed {
  readonly items: readonly {
    readonly slug: string;
    readonly title: string;
    readonly languages: readonly string[];
  }[];
}
const get = async (path: string) => (await fetch(`${served.base}${path}`)).text();

test("TX7 TX8 a story whose title and summary alone are translated is in no list of languages, no feed and no data; a page says once that a machine translated", async () => {
  const { items } = JSON.parse(await get("/fr/api/stories")) as Listed;
  const story = items.find(({ languages }) => !languages.includes("fr"));
  assert.ok(story, "a story without a French text");
  const own = await get(`/stories/${story.slug}`);
  assert.match(
    own,
    new RegExp(`<h1>${story.title.slice(0, 12)}`),
    "data have the story's own title",
  );
  const page = await get(`/fr/stories/${story.slug}`);
  assert.match(page, /<h1 lang="fr">/);
  assert.match(page, /<p class="stand" lang="fr">/);
  assert.match(page, /<p class="small" lang="fr">Il n’y a pas encore de traduction/, "it says why");
  assert.doesNotMatch(page, /rel="alternate" hreflang="fr"/);
  const feed = await get("/fr/feed.xml");
  assert.ok(feed.includes(story.title), "a feed has it as it was written");
  assert.doesNotMatch(await get("/sitemap.xml"), new RegExp(`/fr/stories/${story.slug}<`));
  const said = "Une machine a traduit ces mots";
  for (const path of ["/fr", `/fr/stories/${story.slug}`, "/fr/about"])
    assert.ok((await get(path)).split(said).length <= 2, path);
  assert.equal((await get("/fr")).split(said).length, 2);
});

/** In the browser: words by the nearest `lang`; what nobody translates (names) and quotations are not counted. */
function count({ html, lang }: { readonly html: string; readonly lang: string }) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const seen: string[] = [];
  let [own, other] = [0, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement!;
    if (around.closest('script, style, [translate="no"], q, blockquote, cite')) continue;
    const of = around.closest("[lang]")?.getAttribute("lang") ?? lang;
    const text = node.nodeValue ?? "";
    const words = [...new Intl.Segmenter(of, { granularity: "word" }).segment(text)].filter(
      ({ segment }) => /\p{L}/u.test(segment),
    ).length;
    if (of === lang) own += words;
    else other += words;
    if (of !== lang && words > 0) seen.push(text.trim().slice(0, 60));
  }
  return { own, other, seen: seen.slice(0, 12) };
}
