import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, array, constantFrom, property, string } from "fast-check";
import { wordsOfHtml } from "./words-of-html.ts";

const words = (html: string, warning?: string) => wordsOfHtml({ html, warning, most: 5000 });

/** As each of these sends it. */
const SENT: readonly (readonly [string, string, string])[] = [
  [
    "Mastodon",
    '<p><span class="h-card" translate="no"><a href="https://here.example/@campaign" class="u-url mention">@<span>campaign</span></a></span> We mend it with a rope.<br />And a ladder. <a href="https://example.org/reports/2026/the-mast-of-mankosi" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">https://</span><span class="ellipsis">example.org/reports/2026/the-ma</span><span class="invisible">st-of-mankosi</span></a></p><p><a href="https://m.example/tags/ConnectNotDivide" class="mention hashtag" rel="tag">#<span>ConnectNotDivide</span></a> :blobcat:</p>',
    "@campaign We mend it with a rope.\nAnd a ladder. https://example.org/reports/2026/the-mast-of-mankosi\n\n#ConnectNotDivide :blobcat:",
  ],
  [
    "Pleroma",
    '<span class="h-card"><a class="u-url mention" data-user="9x" href="https://here.example/ap/actors/campaign" rel="ugc">@<span>campaign</span></a></span> who pays for it?<br><br>&gt; the school<br>I doubt that &amp; ask. <img class="emoji" alt=":blobcat:" title="blobcat" src="https://p.example/emoji/blobcat.png">',
    "@campaign who pays for it?\n\n> the school\nI doubt that & ask.",
  ],
  [
    "Misskey",
    '<p><a href="https://here.example/@campaign" class="u-url mention">@campaign@here.example</a><span> Yes!<br><br></span><a href="https://mk.example/tags/Mast">#Mast</a><span> </span><ruby>網<rp>(</rp><rt>あみ</rt><rp>)</rp></ruby><span class="quote-inline"><br><br>RE: <a href="https://mk.example/notes/9a">https://mk.example/notes/9a</a></span></p>',
    "@campaign@here.example Yes!\n\n#Mast 網(あみ)\n\nRE: https://mk.example/notes/9a",
  ],
  [
    "Lemmy",
    '<p>Two things:</p>\n<ol>\n<li>the <strong>mast</strong></li>\n<li>the <a href="https://l.example/post/1" rel="nofollow">school’s bill</a></li>\n</ol>\n<blockquote>\n<p>It fell in June.</p>\n<p>Twice.</p>\n</blockquote>\n<ul>\n<li>so what</li>\n</ul>\n<details><summary>spoiler</summary><p>They mended it.</p></details>\n',
    "Two things:\n\n1. the mast\n2. the school’s bill (https://l.example/post/1)\n\n> It fell in June.\n\n> Twice.\n\n• so what\n\nspoiler\n\nThey mended it.",
  ],
  [
    "WordPress",
    '<!-- wp:paragraph -->\n<p>We wrote about <a href="https://wp.example/2026/mast/">the mast</a>.</p>\n<!-- /wp:paragraph -->\n\n<figure class="wp-block-image size-large"><a href="https://wp.example/wp-content/mast.jpg"><img src="https://wp.example/wp-content/mast-1024x768.jpg" alt="A mast on a hill" class="wp-image-5" srcset="https://wp.example/a.jpg 300w"/></a><figcaption class="wp-element-caption">The mast, in June.</figcaption></figure>\n<p>Good <img src="https://s.w.org/images/core/emoji/15/72x72/1f642.png" alt="🙂" class="wp-smiley" style="height: 1em" /></p><p><a rel="tag" class="hashtag u-tag u-category" href="https://wp.example/tag/mast/">#Mast</a></p><script async src="https://wp.example/x.js"></script><style>p{color:red}</style>',
    "We wrote about the mast (https://wp.example/2026/mast/).\n\nThe mast, in June.\n\nGood 🙂\n\n#Mast",
  ],
  [
    "snac",
    '<p><a href="https://here.example/ap/actors/campaign" class="mention u-url">@campaign@here.example</a> it fell.<br>Twice. <a href="https://example.org/x" target="_blank">https://example.org/x</a> <b>really</b> <code>ping -c 3</code></p><pre>one\n  two</pre>',
    "@campaign@here.example it fell.\nTwice. https://example.org/x really ping -c 3\n\none\n  two",
  ],
];

test("WH1 what Mastodon, Pleroma, Misskey, Lemmy, WordPress and snac send becomes its words with its addresses", () => {
  for (const [from, html, plain] of SENT) assert.equal(words(html), plain, from);
  assert.equal(words("<p>It fell on him.</p>", "An accident"), "⚠ An accident\n\nIt fell on him.");
  assert.equal(words("<p>The mast fell.</p>", "The mast"), "The mast fell.");
  assert.equal(words("just text, 3 < 4 & so"), "just text, 3 < 4 & so");
  assert.equal(words("<table><tr><th>a<th>b<tr><td>1<td>2</table>"), "a | b\n1 | 2");
});

test("WH2 scripts, styles, frames, pictures and what nobody sees leave no word", () => {
  for (const html of [
    "<script>evil()</script>",
    "<style>evil{}</style>",
    "<svg><script>evil()</script><text>evil</text></svg>",
    "<math><mtext><script>evil</script></mtext></math>",
    '<iframe src="https://evil.example">evil</iframe>',
    '<img src="https://evil.example/x.png" alt="evil" onerror="evil()">',
    "<video>evil</video><audio>evil</audio><object>evil</object>",
    '<span class="invisible">evil</span><p hidden>evil</p>',
    '<p style="display: none">evil</p><p style="font-size:0px">evil</p><p style="OPACITY:0">evil</p>',
    "<template>evil</template><noscript>evil</noscript><textarea>evil</textarea><title>evil</title>",
    "<!-- evil --><![CDATA[evil]]><?xml evil?>",
  ])
    assert.doesNotMatch(words(`before ${html} after`), /evil/, html);
  assert.equal(words('<p style="font-size:0.9em">said</p>'), "said");
  assert.equal(words("a&#8238;b&ZeroWidthSpace;c&#x200b;d&shy;e"), "abcde");
  assert.equal(words("&lt;script&gt;alert(1)&lt;/script&gt;"), "<script>alert(1)</script>");
});

test("WH3 a link says where it leads, whatever its words say", () => {
  const link = (href: string, label: string) => words(`<a href="${href}">${label}</a>`);
  assert.equal(link("https://evil.example/x", "itu.int"), "itu.int (https://evil.example/x)");
  assert.equal(
    link("https://evil.example/", "https://itu.int/"),
    "https://itu.int/ (https://evil.example/)",
  );
  assert.equal(
    link("https://evil.example/", '<span class="invisible">https://evil.example/</span>itu.int'),
    "itu.int (https://evil.example/)",
  );
  assert.equal(link("https://example.org/a/b", "example.org/a…"), "https://example.org/a/b");
  assert.equal(link("https://аррӏе.com/", "shop"), "shop (https://xn--80ak6aa92e.com/)");
  for (const href of [
    "javascript:evil()",
    "data:text/html,evil",
    "//evil.example",
    "/evil",
    "https://u:evil@a.org",
    "  java\nscript:evil",
  ])
    assert.equal(link(href, "see"), "see", href);
  assert.equal(
    words('<a href="https://a.org/">open <a href="https://b.org/">two'),
    "open (https://a.org/)two (https://b.org/)",
  );
});

test("WH4 a megabyte of anything is bounded", () => {
  const MB = 1_000_000;
  for (const piece of [
    "<b>",
    "<p>",
    "<div><p>",
    "<blockquote>",
    "<ul><li>",
    "<a href=https://a.org>",
    "<s>",
    "<span class=invisible>",
    "</p>",
    "<",
    "<a ",
    '<a href="',
    "<!--",
    "<![CDATA[",
    "&amp;",
    "&",
    "&#x10ffff;",
    "&lol;",
    "<p hidden>",
    "<iframe>",
    "<noscript>",
    "<noscript></noscript>",
    "<table><td>",
    "x",
    "\u0301",
    "\u202e",
    "<br>",
    "<img alt=😀>",
    `<p style="${"x".repeat(1000)}">`,
  ]) {
    const text = words(piece.repeat(Math.ceil(MB / piece.length)));
    assert.ok(text.length <= 5000, piece);
  }
  const before = process.threadCpuUsage();
  for (const [start, blank, end] of [
    ["<p>a", " ", "b</p>"],
    ["<pre>a", "\n", "b</pre>"],
    ["<pre>a", " ", "b</pre>"],
    ["<pre>", "a        </pre><pre>", "b"],
    ["", "<p>a </p>", ""],
    ["<blockquote>", "<p> </p>", "a"],
  ])
    assert.ok(words(start! + blank!.repeat(100_000) + end!).length <= 5000, String(blank));
  const { user } = process.threadCpuUsage(before);
  assert.ok(user < 3_000_000, `${user} µs for what takes some 100,000`);
  const bomb = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(100)}"><!ENTITY b "${"&a;".repeat(100)}">]><p>${"&b;".repeat(1000)}</p>`;
  assert.ok(words(bomb).length <= 5000);
  const long = words(`<p>${"a word and ".repeat(2000)}</p>`);
  assert.ok(long.length <= 5000 && long.endsWith("…"), long.slice(-20));
});

test("WH5 whatever comes, what is left is tidy text", () => {
  const pieces = [
    "<p>",
    "</p>",
    "<a href='https://a.org'>",
    "</a>",
    "<br/>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<ul>",
    "<ol>",
    "<li>",
    "</ul>",
    " ",
    "\n",
    "word",
    "\u202e",
    "<s>",
    "<span class=invisible>",
    "</span>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    '"',
    ">",
    "&lt;b&gt;",
    "<td>",
  ];
  holds(
    property(
      array(constantFrom(...pieces), { maxLength: 40 }),
      string({ unit: "binary" }),
      (all, tail) => {
        const text = words(all.join("") + tail);
        assert.doesNotMatch(text, /(?!\n)\p{Cc}|\n\n\n|[\u202a-\u202e]|^\s|\s$/u);
        assert.ok(text.isWellFormed());
      },
    ),
    { numRuns: 2000 },
  );
});

test("WH6 words that begin by calling us are left without the call, and no other call is", () => {
  const calls = ["campaign", "topic_privacy"];
  const of = (html: string) => wordsOfHtml({ html, calls, most: 5000 });
  const mention = (name: string) =>
    `<span class="h-card"><a href="https://here.example/@${name}" class="u-url mention">@<span>${name}</span></a></span>`;
  assert.equal(of(`<p>${mention("campaign")} We mend it.</p>`), "We mend it.");
  assert.equal(of(`<p>${mention("Campaign")}, ${mention("topic_privacy")} yes</p>`), "yes");
  assert.equal(of("<p>@campaign@here.example Yes!</p>"), "Yes!");
  assert.equal(of(`<p>${mention("amina")} Yes.</p>`), "@amina Yes.");
  assert.equal(of(`<p>I ask ${mention("campaign")} this.</p>`), "I ask @campaign this.");
  assert.equal(of(`<p>${mention("campaign")}</p>`), "@campaign");
});
