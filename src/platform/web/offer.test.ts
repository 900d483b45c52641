/** A page offered in the language of the reader's browser: to whom, where, and what it is to caches. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { raw } from "hono/html";
import { linkIn } from "./frame.ts";
import { DatabaseAway } from "../db/away.ts";
import { offerOf } from "./offer.ts";
import type { Page } from "./route.ts";
import { BR, frame, Instance } from "./server.kit.ts";
import { documentOf, tonguesOf } from "./shell.tsx";

const root = mkdtempSync(join(tmpdir(), "web-"));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(root, "of-"));

const asks = (lang: string) => ({ ...BR, "accept-language": lang });
const LINE = /<p class="offer"([^>]*)><a class="more" href="([^"]*)" hreflang="(\w+)">([^<]*)<\/a>/;
/** What the server says besides on a connection that stays open, as a browser's does and those of these tests do not. */
const STAYS_OPEN = "Keep-Alive: timeout=5\r\n".length + "keep-alive".length - "close".length;
const offer = (text: string) => LINE.exec(text)?.slice(1);

test("WB11 the language that is asked for first is offered where the page is in another, and exists in it", () => {
  const all = "en ar fr pt-BR";
  for (const [accepted, lang] of [
    ["fr", "fr"],
    ["fr-CA,fr;q=0.9,en;q=0.8", "fr"],
    ["en;q=0.5, AR-eg ;q=0.8", "ar"],
    ["pt-BR", "pt-BR"],
    ["en-GB,fr", undefined],
    ["de,fr;q=0.9", undefined],
    ["*", undefined],
    ["", undefined],
    ["fr;q=0", undefined],
    ["fr;q=x,;q=1", undefined],
    [",".repeat(100_000), undefined],
    [undefined, undefined],
  ] as const)
    assert.equal(offerOf(accepted, all), lang, `${accepted?.slice(0, 40)}`);
  assert.equal(offerOf("fr", ""), undefined);
});

test("WB11 one line in that language leads to the same page there, and nowhere else is it offered", async () => {
  await using own = await Instance.start(folder());
  const { text } = await own.get("/stories/a?topic=x", asks("ar"));
  assert.deepEqual(offer(text), [
    ' lang="ar" dir="rtl"',
    "/ar/stories/a?topic=x",
    "ar",
    "هذه الصفحة متاحة أيضًا باللغة العربية.",
  ]);
  assert.match(text, /<html lang="en"[^]*rel="canonical" href="[^"]*\/stories\/a\?topic=x"/);
  assert.equal(offer((await own.get("/fr/stories/a", asks("en"))).text)?.[1], "/stories/a");
  assert.equal(offer((await own.get("/ar/stories/a", asks("ar"))).text), undefined);
  for (const path of ["/", "/data/x.bin", "/nowhere", "/old/a", "/healthz"]) {
    const [plain, asked] = [await own.get(path, BR), await own.get(path, asks("fr"))];
    assert.deepEqual([asked.status, asked.text], [plain.status, plain.text], path);
    assert.ok(!String(asked.headers.vary).includes("Language"), path);
  }
});

test("WB11 a page whose text is in one language is offered in that alone, and its switch stays", async () => {
  const only = { lang: "en", path: "/pages/x" };
  const [title, description] = ["T", "D"];
  const page: Page = { kind: "page", uses: {}, title, description, main: raw(""), only };
  const own = { frame, lang: "en", path: "/pages/x" };
  assert.equal(tonguesOf(page, own), "");
  assert.equal(tonguesOf(page, { ...own, lang: "fr", path: "/fr/pages/x" }), "fr en");
  const { before } = await documentOf(page, { ...own, offered: "fr" });
  assert.equal(offer(before), undefined);
  assert.match(before, /<nav aria-label="Languages" translate="no"><a href="\/fr\/pages\/x"/);
});

test("WB11 who asks for no other language gets the page byte for byte, and caches keep the two apart", async () => {
  await using own = await Instance.start(folder());
  const first = await own.get("/stories/a", asks("fr"));
  const plain = await own.get("/stories/a", BR);
  assert.equal(own.renders, 2);
  for (const lang of ["en-US,en;q=0.9", "*", "de", "ar;q=0.1,en"]) {
    const one = await own.get("/stories/a", asks(lang));
    assert.deepEqual([one.body, one.headers.etag], [plain.body, plain.headers.etag], lang);
  }
  assert.notEqual(first.headers.etag, plain.headers.etag);
  for (const { headers } of [first, plain])
    assert.equal(headers.vary, "Accept, Accept-Encoding, Accept-Language");
  const again = (tag: unknown, lang: string) =>
    own.get("/stories/a", { ...asks(lang), "if-none-match": String(tag) });
  const kept = await again(first.headers.etag, "fr-FR,fr");
  assert.deepEqual(
    [kept.status, kept.headers.vary],
    [304, "Accept, Accept-Encoding, Accept-Language"],
  );
  assert.equal((await again(plain.headers.etag, "fr")).status, 200);
  assert.equal((await again(first.headers.etag, "en")).status, 200);
  const head = await own.get("/stories/a", asks("fr"), "HEAD");
  assert.deepEqual({ ...head.headers, date: "" }, { ...first.headers, date: "" });
  assert.equal(own.renders, 2, "both are kept");
  own.write("a", "second");
  assert.match((await own.get("/stories/a", asks("fr"))).text, /class="offer"[^]*second/);
});

test("WB11 however many languages are asked for, a page is kept once for each of its own, and what is kept stays bounded", async () => {
  const dir = folder();
  await using own = await Instance.start(dir, { cache: { dir, build: "test", maxPages: 5 } });
  for (let i = 0; i < 300; i += 1) await own.get("/stories/a", asks(`fr-x-${i},ar;q=0.${i}`));
  assert.equal(own.web.cache.pages, 2);
  for (const slug of ["b", "c", "d", "e"]) {
    own.write(slug, slug);
    for (const lang of ["fr", "ar"]) await own.get(`/stories/${slug}`, asks(lang));
  }
  assert.ok(own.web.cache.pages <= 5);
});

test("WB11 a page that fills its one answer is not offered: the line would cost a second round trip", async () => {
  const counted: string[] = [];
  await using own = await Instance.start(folder(), {
    tally: { count: (path: string) => void counted.push(path) },
  });
  const noise = createHash("shake256", { outputLength: 20_000 }).digest("base64url");
  let [low, high] = [1, 20_000];
  const weightOf = async (n: number) => {
    own.write("a", noise.slice(0, n));
    const { body, size } = await own.get("/stories/a", BR);
    return body.length + size + STAYS_OPEN;
  };
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    if ((await weightOf(middle)) <= 13_985) low = middle;
    else high = middle;
  }
  const offered: boolean[] = [];
  let fitting = 0;
  for (let n = low - 480; n <= low; n += 16) {
    const plain = await weightOf(n);
    const { text, body, size } = await own.get("/stories/a", asks("fr"));
    // Brotli makes a text of a few letters more now and then smaller: what does not fit by itself says nothing here.
    if (plain <= 14_000) {
      fitting += 1;
      const now = body.length + size + STAYS_OPEN;
      assert.ok(now <= 14_000, `${plain} bytes, then ${now}`);
    }
    offered.push(offer(text) !== undefined);
  }
  assert.deepEqual([offered.at(0), offered.at(-1)], [true, false]);
  assert.ok(fitting > offered.length / 2, `${fitting} of ${offered.length} fit by themselves`);
  assert.deepEqual([...new Set(counted)], ["/stories/a"], "counted as the one page that it is");
});

test("a link in a text leads to the language of the address, and one that names a language keeps it", () => {
  const link = linkIn(frame, "fr");
  assert.equal(link("/stories/a"), "/fr/stories/a");
  assert.equal(link("/frames"), "/fr/frames");
  for (const path of ["/fr/stories/a", "/ar/stories/a#b", "/fr", "/ar?q=x", "/data/x.csv", "/log"])
    assert.equal(link(path), path);
});

test("DB4 WB11 while the database is away a page that is kept is shown without its offer where that was never made", async () => {
  let isAway = false;
  const dir = folder();
  const { snapshot } = new Instance().options(dir);
  await using own = await Instance.start(dir, {
    snapshot: (work) => {
      if (isAway) throw new DatabaseAway(new Error("stopped"));
      return snapshot(work);
    },
  });
  const plain = await own.get("/stories/a", asks("en"));
  isAway = true;
  const offered = await own.get("/stories/a", asks("fr"));
  assert.deepEqual([offered.status, offered.text], [200, plain.text]);
  assert.equal((await own.get("/stories/b", asks("fr"))).status, 503);
});
