/** Books as readers have them (features/books/README.md): without script, by keys, on a phone, in Arabic. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { Kysely } from "kysely";
import { openStore } from "../src/platform/db/open-store.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { bookCampaign, LINES, withClips } from "./book-campaign.ts";
import { firstCampaign } from "./campaigns.ts";
import { openBrowser } from "./browser.ts";
import { KeyHands, PlainHands } from "./hands.ts";
import { tooWide } from "./too-wide.ts";

const folder = temporary();
const env: Record<string, string> = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;

before(async () => {
  await bookCampaign(folder.dir, env);
  await withClips(env);
  [server, browser] = await Promise.all([serve(env), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const get = (path: string) => fetch(server.base + path, { redirect: "manual" });
const text = async (path: string): Promise<string> => {
  const answer = await get(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const mainOf = (html: string): string => /<main.*<\/main>/s.exec(html)![0];
const video = (html: string): string => /<video[^>]*>/.exec(html)?.[0] ?? "";
/** As programs see it that know neither style nor drawings. */
const wordsOf = (html: string): string =>
  mainOf(html)
    .replaceAll(/<(svg|style).*?<\/\1>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

test("PB10 the shelf has signed books first, by sign language and by written language", async () => {
  const all = await text("/books");
  assert.match(
    wordsOf(all),
    /Two hills.*Signed in: South African Sign Language and Kenyan Sign Language.*Bread/,
  );
  assert.match(all, /href="\/books\?sign=xki"[^>]*>Kenyan Sign Language/);
  const kenya = mainOf(await text("/books?sign=xki"));
  assert.match(kenya, /Two hills/);
  assert.doesNotMatch(kenya, /Bread/);
  assert.match(kenya, /href="\/books\/two-hills\?sign=xki"/);
  const swahili = mainOf(await text("/books?text=sw"));
  assert.match(swahili, /Bread/);
  assert.doesNotMatch(swahili, /Two hills/);
  const both = wordsOf(await text("/books?sign=xki&text=sw"));
  assert.match(both, /No books match your choice yet/);
  assert.equal(
    mainOf(await text("/books?sign=zzz")),
    mainOf(all),
    "a language of no book is no choice",
  );
  assert.match(all, /add its own books, or the thousands of books from African Storybook/);
  assert.match(await text("/fr/books"), /Deux collines/);
});

test("PB11 a page has its sentences, its picture in words, credits, licence, and the ways on", async () => {
  const page = await text("/books/two-hills/1");
  for (const line of LINES[0]) assert.ok(page.includes(line), line);
  assert.match(page, /<img[^>]*alt="A hill at night"/);
  assert.match(await text("/books/two-hills"), /<img[^>]*alt="Two hills at night"/);
  assert.match(await text("/fr/books/two-hills"), /<img[^>]*alt="Deux collines, 1"/);
  assert.match(wordsOf(page), /Words: The sample Pictures: The sample Licence: CC BY 4\.0/);
  assert.match(page, /rel="license"/);
  assert.match(page, /rel="next" href="\/books\/two-hills\/2"/);
  assert.doesNotMatch(page, /rel="prev"/);
  assert.match(await text("/books/two-hills/3"), /rel="prev" href="\/books\/two-hills\/2"/);
  for (const path of [
    "/books/two-hills/4",
    "/books/two-hills/0",
    "/books/two-hills/1x",
    "/books/none",
  ])
    assert.equal((await get(path)).status, 404, path);
});

test("PB12 the address says which film is shown: one, with its weight, that waits; its sentence is lit", async () => {
  const page = await text("/books/two-hills/1?sign=xki");
  assert.match(video(page), /controls.*preload="none".*src="\/media\/a{64}\.mp4"/);
  assert.equal(page.match(/<video/g)?.length, 1);
  assert.doesNotMatch(page, /autoplay|<script(?! type="application\/ld)/);
  assert.match(wordsOf(page), /Sentence 1 0:01 · 70 kB · 3 s on 2G.*See sentence 2 0:01 · 70 kB/);
  assert.doesNotMatch(page, /aria-current="true"/);
  const whole = (play: string, says: string) =>
    new RegExp(`\\?sign=xki&amp;play=${play}#player"[^>]*>${says.replace(" 0:", " <bdi[^>]*>0:")}`);
  assert.match(page, whole("1", "See the whole page 0:04 · 300 kB"));
  assert.match(page, whole("light", "See the whole page in a smaller file 0:02 · 80 kB"));
  const second = await text("/books/two-hills/1?sign=xki&line=2");
  assert.match(video(second), /src="\/media\/b{64}\.mp4"/);
  assert.match(second, /<li id="p1s2"[^>]*aria-current="true"/);
  assert.match(second, /href="\/media\/6{64}\.mp4"[^>]*>Lighter <bdi>40 kB/);
  assert.match(second, /noindex/);
  const word = await text("/books/two-hills/1?sign=xki&word=asleep");
  assert.match(word, /<a href="[^"]*word=asleep#signer" data-word="asleep">asleep<\/a>/);
  assert.match(video(word), /src="\/media\/c{64}\.mp4"/);
  assert.match(video(await text("/books/two-hills/1?sign=xki&play=1")), /\/1{64}\.mp4#t=0,2"/);
  assert.match(video(await text("/books/two-hills/1?sign=xki&line=99")), /\/media\/a{64}/);
});

test("PB12 an address whose signing is gone leads to the page without it, and a signing to its book", async () => {
  const to = async (path: string) => (await get(path)).headers.get("location");
  assert.equal(await to("/books/two-hills/2?sign=zzz"), "/books/two-hills/2");
  assert.equal(await to("/signings/two-hills--xki"), "/books/two-hills/1?sign=xki");
  assert.equal((await get("/signings/none")).status, 404);
  assert.match(
    await text("/books/two-hills/2?sign=sfs"),
    /href="\/books\/two-hills\/2\?sign=xki"[^>]*>Kenyan Sign Language, Amina/,
  );
});

test("PB13 signs light the sentences of another language where it has as many, else they say which they follow", async () => {
  const french = await text("/fr/books/two-hills/1?sign=xki&line=1");
  assert.match(french, /<li id="p1s1"[^>]*aria-current="true"><p>Une petite lumière/);
  const apart = await text("/fr/books/two-hills/2?sign=xki");
  assert.doesNotMatch(apart, /line=1/);
  assert.match(apart, /href="\/books\/two-hills\/2\?sign=xki"[^>]*>/);
  assert.match(video(apart), /#t=2,3"/);
});

test("PB11 a book that nobody translated stands in its own language and says so; a machine's words say so", async () => {
  const french = await text("/fr/books/bread/1");
  assert.match(french, /<p[^>]* lang="sw"[^>]*>Mkate\./);
  assert.match(wordsOf(french), /swahili|Swahili/);
  // Once, not at its head and at its foot.
  const machine = (await text("/ar/books/two-hills")).match(
    /machine translation|Machine translation|آلي?ة/g,
  );
  assert.equal(machine?.length, 1);
  assert.match(wordsOf(await text("/books/bread")), /This book has not been signed yet/);
  assert.match(await text("/books/bread"), /href="\/take-part\/signing\/bread"/);
});

test("PB14 on paper each page has its picture, its sentences and a code to its address", async () => {
  const print = await text("/books/two-hills/print?sign=xki");
  assert.equal(print.match(/<svg class="code"/g)?.length, LINES.length);
  for (const line of LINES.flat()) assert.ok(print.includes(line), line);
  assert.match(wordsOf(print), /Licence: CC BY 4\.0/);
  assert.match(await text("/books/two-hills/2"), /<svg class="qr"/);
});

/** What a phone loads by itself: the page, and of each picture the print that it takes. */
async function firstView(
  path: string,
  base = server.base,
): Promise<{ readonly page: number; readonly whole: number }> {
  const answer = await fetch(base + path, { headers: { "accept-encoding": "br" } });
  assert.equal(answer.status, 200, path);
  const page = HEAD + Number(answer.headers.get("content-length"));
  const main = mainOf(await answer.text());
  assert.doesNotMatch(main, /<script/, path);
  const pictures = main.match(/<picture>.*?<\/picture>|<img class="still".*?>/gs) ?? [];
  const taken = pictures.map((one) => {
    const sources = one.match(/<source[^>]*>/g)?.filter((tag) => !tag.includes("min-width")) ?? [];
    return /(?:srcset|src)="(\/media\/[^"]+)"/.exec(
      sources[0] ?? one.replaceAll(/<source.*?>/g, ""),
    )![1]!;
  });
  const bytes = await Promise.all([...new Set(taken)].map((at) => weightOf(base + at)));
  return { page, whole: bytes.reduce((sum, one) => sum + one, page) };
}
const HEAD = 700; // bytes of status line and headers

/** Each picture is asked for once: it is the same in every language. */
const weights = new Map<string, Promise<number>>();
function weightOf(address: string): Promise<number> {
  const weight =
    weights.get(address) ?? fetch(address).then(async (answer) => (await answer.bytes()).length);
  weights.set(address, weight);
  return weight;
}

test("PB16 a book is found by its title and by its sentences, in the language of the page too", async () => {
  assert.match(await text("/search?q=two+hills"), /href="\/books\/two-hills"/);
  assert.match(await text("/search?q=asleep"), /href="\/books\/two-hills"/);
  assert.match(await text("/fr/search?q=collines"), /href="\/fr\/books\/two-hills"/);
});

test("OD16 PB16 a book and its pages are in the sitemap, each with its languages", async () => {
  const map = await text("/sitemap.xml");
  for (const path of ["/books", "/books/two-hills", "/fr/books/two-hills", "/books/two-hills/2"])
    assert.match(map, new RegExp(`<loc>[^<]*//[^/]*${path}</loc>`));
  assert.match(map, /hreflang="ar" href="[^"]*\/ar\/books\/two-hills\/2"/);
});

test("PB15 a page is at most 14,000 bytes with its style, with its picture at most 30,000, without script", async () => {
  const pages = LINES.map((_, i) => `/books/two-hills/${i + 1}`);
  const signed = pages.map((path) => `${path}?sign=xki&line=1`);
  const all = ["", "/ar"].flatMap((lang) => [...pages, ...signed].map((path) => lang + path));
  for (const path of [...all, "/books", "/books/two-hills"]) {
    const { page, whole } = await firstView(path);
    assert.ok(page <= 14_000 && whole <= 30_000 && whole > page, `${path}: ${page}, ${whole}`);
  }
});

test("PB15 so is every page of the book of the first campaign, in each of its languages", async () => {
  using first = temporary();
  const data = join(first.dir, "data");
  await firstCampaign(data);
  await using served = await serve({ CND_DATA: data });
  const map = await (await fetch(`${served.base}/sitemap.xml`)).text();
  const own = [...map.matchAll(/<loc>[^<]*?(\/books\/[^/<]+\/\d+)<\/loc>/g)].map(
    ([, path]) => path!,
  );
  assert.ok(own.length >= 12, `${own.length} pages`);
  const languages = ["", "/fr", "/es", "/pt", "/ar", "/sw", "/hi", "/zh"];
  const look = async (path: string) => {
    const { page, whole } = await firstView(path, served.base);
    assert.ok(page <= 14_000 && whole <= 30_000 && whole > page, `${path}: ${page}, ${whole}`);
  };
  for (const lang of languages) await Promise.all(own.map((path) => look(lang + path)));
});

for (const [name, Hand, script] of [
  ["by keys alone", KeyHands, true],
  ["without script", PlainHands, false],
] as const)
  test(`PB17 a book is found, opened, signed and turned ${name}`, async () => {
    const context = await browser.newContext({
      javaScriptEnabled: script,
      viewport: { width: 360, height: 740 },
    });
    const hands = new Hand(await context.newPage());
    const { page } = hands;
    await page.goto(`${server.base}/books`);
    await hands.follow(/^Kenyan Sign Language/);
    await hands.follow("Two hills");
    await hands.follow("Read with Amina");
    await hands.follow(/^See sentence 2/);
    assert.match(page.url(), /\/1\?sign=xki&line=2#signer$/);
    await hands.follow("asleep");
    assert.match(page.url(), /word=asleep/);
    await hands.follow("Next page");
    assert.match(page.url(), /\/2\?sign=xki$/);
    await hands.follow("Without sign language");
    assert.match(page.url(), /two-hills\/2$/);
    await context.close();
  });

test("PB17 nothing is too wide, too small to press or hidden from whoever does not see, from right to left too", async () => {
  const page = await browser.newPage();
  const paths = ["/books", "/books/two-hills", "/ar/books/two-hills/1?sign=xki&line=1"];
  assert.deepEqual(await tooWide(page, server.base, [...paths, "/books/two-hills/print"]), []);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of paths) {
    await page.goto(server.base + path);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("main :is(.button, .chosen, .leaves a)")].flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height) < 44 ? one.outerHTML.slice(0, 80) : [];
      }),
    );
    assert.deepEqual(small, [], path);
  }
  const seen = [...paths.slice(1), "/keep?book=two-hills&sign=xki"];
  assert.deepEqual(await axeFinds(page, server.base, seen), []);
  await page.close();
});

test("PB12 while its film is still being prepared the page says so, beside its words and its picture", async () => {
  const { dialect } = openStore(join(env["CND_DATA"]!, "log.sqlite"));
  const db = new Kysely<{ rung: object }>({ dialect });
  await db.deleteFrom("rung").execute();
  await db.destroy();
  const page = await text("/books/two-hills/3?sign=sfs");
  assert.match(wordsOf(page), /The film of Lerato signing is being prepared\..*Now the two hills/);
  assert.doesNotMatch(page, /<video/);
  assert.doesNotMatch(await text("/books/two-hills/3"), /is being prepared/);
});
