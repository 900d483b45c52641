import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { markdownHtml } from "./markdown.tsx";
import type { MediaFile } from "./picture.tsx";

const media = (name: string): MediaFile | undefined =>
  name === "media/a.avif"
    ? { media: "hash.avif", name, bytes: 24_000, width: 3, height: 2 }
    : undefined;

const picture = (name: string) =>
  name === "well" ? { file: media("media/a.avif")!, alt: "A well", credit: "Amina" } : undefined;
const map = (place: string) => (place === "hill" ? <b>Hill</b> : undefined);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "aria-label"],
  code: [],
  details: ["class"],
  figure: ["class"],
  figcaption: ["class"],
  div: ["class", "tabindex"],
  img: ["src", "alt", "width", "height", "loading"],
  source: ["media", "srcset"],
  ol: ["start"],
  pre: ["tabindex"],
  td: ["class"],
  th: ["class"],
};
const PLAIN =
  "b blockquote br em h2 h3 h4 h5 h6 hr li noscript p picture s span strong summary sup table tbody thead tr ul".split(
    " ",
  );

/** Reads every tag that a browser would see, and refuses all that this project never means to write. */
function assertSafe(html: string): void {
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
    const [, name = "", rest = ""] =
      /^<\/?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*) ?\/?>$/.exec(tag) ?? assert.fail(tag);
    const allowed = ATTRIBUTES[name] ?? (PLAIN.includes(name) ? [] : assert.fail(tag));
    for (const [, attribute = "", value = ""] of rest.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      assert.ok(allowed.includes(attribute), tag);
      if (attribute === "href" && value !== "")
        assert.match(value, /^(?:https?:\/\/[^/]|mailto:|\/(?![/\\])|#)/i, tag);
      if (attribute === "srcset") assert.equal(value, "data:,x"); // nothing, where scripts are off
      if (attribute === "src") assert.equal(value, "/media/hash.avif");
    }
  }
}

const piece = fc.oneof(
  fc.constantFrom(
    "<script>",
    "<img src=x onerror=a()>",
    "javascript:a()",
    "data:text/html,x",
    ' style="x"',
    ' onclick="x"',
    "[a](",
    ")",
    "![",
    "](media/a.avif)",
    "](picture:well)",
    "](map:hill)",
    "— ",
    "](<",
    ">",
    '"',
    "'",
    "`",
    "```\n",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "|a|b|\n|-|-:|\n|c|d|\n",
    "[^1]",
    "[^9]",
    "[a]: ",
    "&#106;avascript:",
    "&colon;",
    "&quot;",
    "\\",
    "*",
    "_",
    "~~",
    "//host",
    "/\\host",
    "/\thost",
    "https://x.org/",
    "mailto:a@b",
    "<https://x.org>",
    "\0",
    "\u2028",
    "<!--",
    "]]>",
  ),
  fc.string({ maxLength: 8 }),
);

test("law: whatever is written, only the tags, attributes and addresses we mean come out", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      assertSafe(markdownHtml({ text: parts.join(""), sources: 3, media, picture, map }));
    }),
    { numRuns: 2000 },
  );
});

test("raw HTML and bare addresses are text", () => {
  const html = markdownHtml({ text: "<b>x</b> https://x.org <script>a()</script>" });
  assert.equal(
    html,
    "<p>&lt;b&gt;x&lt;/b&gt; https://x.org &lt;script&gt;a()&lt;/script&gt;</p>\n",
  );
});

const link = (to: string) => markdownHtml({ text: `[x](${to})` }).includes("<a href=");

test("links lead to https, http, mail and paths of this site alone", () => {
  for (const to of ["https://x.org/a", "http://x.org", "mailto:a@b.org", "/stories", "/", "#s1"])
    assert.ok(link(to), to);
  for (const to of [
    "javascript:a()",
    "JaVaScRiPt:a",
    "data:x",
    "//x.org",
    "x.html",
    "vbscript:x",
    "https:///x",
    "ftp://x",
  ])
    assert.ok(!link(to), to);
});

test("[^n] leads to the source of that number, if there is one", () => {
  assert.equal(
    markdownHtml({ text: "So.[^2][^3]", sources: 2 }),
    '<p>So.<sup><a href="#s2" aria-label="Source 2">[2]</a></sup>[^3]</p>\n',
  );
});

const levels = (text: string) => [...markdownHtml({ text }).matchAll(/<(h\d)/g)].map(([, h]) => h);

test("headings start under the title and leave no level out", () => {
  assert.deepEqual(levels("# a\n\n## b\n\n# c"), ["h2", "h3", "h2"]);
  assert.deepEqual(levels("### a\n\n##### b\n\n### c"), ["h2", "h3", "h2"]);
});

test("a picture waits behind its button, or is a link in a sentence; an unknown one is its words", () => {
  const alone = markdownHtml({ text: '![A *mast*](media/a.avif "Photo of the mast")', media });
  assert.match(
    alone,
    /^\s*<details class="media"><summary><b>Photo of the mast<\/b><span>24 kB · 1 s<\/span>/,
  );
  assert.match(
    alone,
    /<img src="\/media\/hash\.avif" alt="A mast" width="3" height="2" loading="lazy"/,
  );
  assert.match(
    markdownHtml({ text: "See ![it](media/a.avif).", media }),
    /<a href="\/media\/hash.avif">it<\/a> \(24 kB\)/,
  );
  assert.equal(
    markdownHtml({ text: "![far](https://x.org/a.png) ![gone](media/b.avif)", media }),
    "<p>far gone</p>\n",
  );
});

test("a quotation whose last line says who speaks is drawn out of the text", () => {
  const pull =
    '<figure class="pull"><blockquote>\n<p>We climb to call.</p>\n</blockquote><figcaption>Amina, <em>farmer</em></figcaption></figure>\n';
  const same = (text: string) =>
    markdownHtml({ text }).replaceAll("<p></p>", "").replace(/\n+/g, "\n");
  assert.equal(same("> We climb to call.\n> — Amina, *farmer*"), pull);
  assert.equal(same("> We climb to call.\n>\n> — Amina, *farmer*"), pull);
  for (const plain of ["> We climb to call.", "> — Amina", "— Amina"])
    assert.doesNotMatch(markdownHtml({ text: plain }), /figure/);
});

test("two pictures in one paragraph stand beside each other behind one button with both weights", () => {
  const html = markdownHtml({ text: "![](picture:well)\n![A mast](media/a.avif)", media, picture });
  assert.match(
    html,
    /^\s*<details class="media"><summary><b>Two photos<\/b><span>48 kB · 2 s<\/span>/,
  );
  assert.deepEqual(
    [...html.matchAll(/alt="([^"]*)"/g)].map(([, alt]) => alt),
    ["A well", "A mast"],
  );
  assert.match(html, /<figcaption class="small">Amina<\/figcaption>/);
  assert.doesNotMatch(
    markdownHtml({ text: "![](picture:well) and ![](picture:well)", picture }),
    /details/,
  );
});

test("a map is drawn where the text names the place, and is its words where nobody can draw it", () => {
  assert.equal(
    markdownHtml({ text: "![Where it stands](map:hill)", map }).trim(),
    '<figure><b>Hill</b><figcaption class="small">Where it stands</figcaption></figure>',
  );
  assert.equal(markdownHtml({ text: "![Where](map:valley)", map }), "<p>Where</p>\n");
  assert.equal(markdownHtml({ text: "[x](map:hill)", map }), "<p><a>x</a></p>\n");
});

test("bug: what stood deeper than ten lists was dropped; it stays, as plain text", () => {
  const range = Array.from({ length: 14 }, (_, i) => i);
  const lists = range.map((i) => `${"  ".repeat(i)}- word${i}.`).join("\n");
  const quotes = range.map((i) => `${"> ".repeat(i * 2)}word${i}.`).join("\n\n");
  const both = range.map((i) => `${"> - ".repeat(i)}word${i}.`).join("\n\n");
  for (const text of [lists, quotes, both]) {
    const html = markdownHtml({ text: `${text}\n\nThe end.` });
    for (const i of range) assert.ok(html.includes(`word${i}.`), `word${i} of ${text}`);
    assert.match(html, /The end\./);
  }
});

test("a megabyte of anything nested takes little time", () => {
  const patterns = [
    "[",
    "[a](",
    "![[",
    "> ",
    "- ",
    "1. ",
    "*a ",
    "**_",
    "`a``",
    "<a ",
    "&#",
    "> - a\n",
    "[\n",
    "a\n",
    "[a]: b\n",
  ];
  patterns.push("|a", "~~a", "[^1]", "[a](<\n", "`\n``\n", "*a\n_b ", "- a\n  ", "\\[");
  for (const pattern of [...patterns, `${"|a".repeat(5000)}\n${"|-".repeat(5000)}\n`]) {
    const text = pattern.repeat(Math.ceil(1_000_000 / pattern.length));
    const start = process.cpuUsage();
    const html = markdownHtml({ text, sources: 3 });
    const { user } = process.cpuUsage(start);
    assert.ok(user < 4_000_000, `${JSON.stringify(pattern.slice(0, 20))} took ${user / 1000} ms`);
    assert.ok(html.length < 4_000_000, pattern.slice(0, 20));
  }
});

test("WB33 the number of a source stands apart from a number before it, also where nothing is raised", () => {
  const html = markdownHtml({ text: "Of 2,500[^2][^1] people.", sources: 2 });
  assert.equal(html.replace(/<[^>]*>/g, "").trim(), "Of 2,500[2][1] people.");
});
