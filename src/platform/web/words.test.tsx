import assert from "node:assert/strict";
import test from "node:test";
import type { HtmlEscapedString } from "hono/utils/html";
import { atomFeed, jsonFeed, xml } from "./feed.ts";
import { safeLink } from "./links.ts";
import { Share } from "./share.tsx";
import { Sources } from "./sources.tsx";
import {
  countryName,
  directionOf,
  formatBytes,
  formatDay,
  formatNumber,
  plural,
  timeOn2G,
} from "./words.ts";

test("days are as exact as they were said", () => {
  assert.equal(formatDay("2026-11-24", "en"), "24 November 2026");
  assert.equal(formatDay("2026-11-24", "en", "short"), "24 Nov 2026");
  assert.equal(formatDay("2026-11", "fr"), "novembre 2026");
  assert.equal(formatDay("2026", "en"), "2026");
  assert.equal(formatDay("undated", "en"), "undated");
  assert.equal(formatDay("2026-11-24", "not a tag!"), "24 November 2026");
});

test("numbers, weights, times and countries", () => {
  assert.equal(formatNumber(120_000_000, "en"), "120,000,000");
  assert.deepEqual(
    [640, 1, 8640, 10_412, 24_000, 999_600, 3_100_000].map((n) => formatBytes(n)),
    ["640 bytes", "1 byte", "8.6 kB", "10.4 kB", "24 kB", "1 MB", "3.1 MB"],
  );
  assert.deepEqual(
    [24, 24_000, 960_000, 3_000_000].map((n) => timeOn2G(n)),
    ["1 s", "1 s", "40 s", "2 min"],
  );
  assert.equal(countryName("ZA", "en"), "South Africa");
  assert.equal(countryName("ZZZ", "en"), "ZZZ");
  assert.equal(plural(1, "source", "sources"), "source");
});

test("direction follows the script where one is named", () => {
  assert.deepEqual(
    ["en", "ar", "fa-IR", "ur", "he", "pa-Arab", "az-Latn", "ks-Deva"].map(directionOf),
    ["ltr", "rtl", "rtl", "rtl", "rtl", "rtl", "ltr", "ltr"],
  );
});

test("an address with a control character or a second slash is no link", () => {
  for (const url of [
    "java\nscript:a",
    "/\t/x",
    "\u0001javascript:a",
    "//x",
    "/\\x",
    "",
    "x",
    "https://",
  ])
    assert.equal(safeLink(url), undefined, url);
});

test("sources are numbered, dated, say no id of ours, and link nowhere they should not", () => {
  const sources = [
    {
      title: "A <b>",
      url: "https://x.org/?a=1&b=2",
      publisher: "P",
      date: "2020-11",
      note: "Self-reported",
      facts: ["z"],
    },
    { title: "B", url: "javascript:a()" },
  ];
  assert.equal(
    (Sources({ sources, lang: "en" }) as HtmlEscapedString).toString(),
    '<ol class="notes"><li id="s1"><a href="https://x.org/?a=1&amp;b=2">A &lt;b&gt;</a>. P, November 2020. ' +
      'Self-reported.</li><li id="s2">B.</li></ol>',
  );
});

test("WB15 every way to pass a page on is a plain link with its words and the hashtag, and nothing is asked before it is pressed; a code is printed", () => {
  const html = (
    Share({ url: "https://x.org/stories/a", title: "A & b", hashtag: "Tag" }) as HtmlEscapedString
  ).toString();
  const text = "A%20%26%20b%20%23Tag%20https%3A%2F%2Fx.org%2Fstories%2Fa";
  const hrefs = Array.from(html.matchAll(/href="([^"]+)"/g), ([, to]) =>
    to!.replaceAll("&amp;", "&"),
  );
  assert.deepEqual(hrefs, [
    `https://wa.me/?text=${text}`,
    "https://t.me/share/url?url=https%3A%2F%2Fx.org%2Fstories%2Fa&text=A%20%26%20b%20%23Tag",
    `sms:?body=${text}`,
    `mailto:?subject=A%20%26%20b&body=${text}`,
  ]);
  assert.match(html, /<svg class="qr"[^>]*><path d="M1 1\.5h7/);
  assert.doesNotMatch(html, /src=/);
});

test("feeds carry the same entries, and no byte that XML forbids", () => {
  const feed = {
    id: "urn:x",
    title: "T & t",
    description: "D",
    lang: "en",
    home: "https://x.org/",
    atom: "https://x.org/feed.xml",
    json: "https://x.org/feed.json",
    began: "2026-01-02",
    entries: [
      {
        id: "urn:1",
        title: "<a>\u0001",
        url: "https://x.org/1",
        published: "2026-11",
        summary: "s",
        html: "<p>x</p>",
      },
    ],
  };
  const atom = atomFeed(feed);
  assert.match(atom, /<title>&lt;a&gt;<\/title>/);
  assert.match(atom, /<updated>2026-11-01T00:00:00Z<\/updated>/);
  assert.match(atom, /<content type="html">&lt;p&gt;x&lt;\/p&gt;<\/content>/);
  const parsed = JSON.parse(jsonFeed(feed)) as { items: { id: string; content_html: string }[] };
  assert.deepEqual(
    parsed.items.map((item) => [item.id, item.content_html]),
    [["urn:1", "<p>x</p>"]],
  );
  assert.equal(xml("a\ud800\u0000\uffff<"), "a\ufffd&lt;");
  assert.match(atomFeed({ ...feed, entries: [] }), /<updated>2026-01-02T00:00:00Z<\/updated>/);
});
