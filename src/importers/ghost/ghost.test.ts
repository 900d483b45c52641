/** Exports of Ghost in the least form that Ghost takes, and posts as its two editors keep them. */
import assert from "node:assert/strict";
import test from "node:test";
import { expand } from "../shortcodes.ts";
import type { Post } from "../site.ts";
import { toMarkdown } from "../to-markdown.ts";
import { readGhost } from "./ghost.ts";

const read = (data: object) => readGhost(JSON.stringify({ meta: { version: "6.0.0" }, data }));
const markdownOf = ({ html }: Pick<Post, "html">, notes = new Set<string>()): string =>
  toMarkdown(expand(html, { isPlain: false, files: new Map() }, notes), {
    notes,
    link: (url) => url,
    picture: (url, alt) => ({ address: `picture:${url.split("/").at(-1)}`, alt }),
  });
/** Each word once more than it is there is lost. */
const words = (text: string) =>
  Map.groupBy(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], (word) => word);
function lost(wanted: string, text: string): string[] {
  const there = words(text);
  return [...words(wanted)].flatMap(([word, all]) =>
    all.length > (there.get(word)?.length ?? 0) ? [word] : [],
  );
}

test("AR15 the least form: times as numbers, a user without an id, one post alone, lists that are absent or odd", () => {
  const { posts, groups } = read({
    posts: [
      {
        id: 1,
        title: "A well",
        slug: "a-well",
        html: "<p>Water.</p>",
        status: "published",
        author_id: 1,
        page: 0,
        featured: 0,
        published_at: 1388318310783,
        updated_at: 1388404710783,
      },
    ],
    tags: [{ id: 1, name: "Water" }, null, { slug: "nameless" }],
    posts_tags: [{ id: 1, post_id: 1, tag_id: 1 }, "odd"],
    users: [{ name: "The owner", email: "owner@example.org" }],
    settings: null,
  });
  const [post] = posts;
  assert.deepEqual(post && [post.published, post.updated, post.authors, post.groups, post.draft], [
    "2013-12-29",
    "2013-12-30",
    ["The owner"],
    ["Water"],
    undefined,
  ]);
  assert.deepEqual(
    groups.map(({ name }) => name),
    ["Water"],
  );
  const whole = { title: "Bare", html: "<p>x</p>", status: "published" };
  for (const wrapped of [
    { db: [{ data: { posts: [whole] } }] },
    { data: { data: { posts: [whole] } } },
    { posts: [whole] },
  ]) {
    const [one] = readGhost(JSON.stringify(wrapped)).posts;
    assert.deepEqual([one?.title, one?.addresses, one?.published], ["Bare", [], ""]);
  }
});

test("AR15 each post comes by itself: what cannot be read is named with the reason, and holds no other back", () => {
  const { posts, leftOut } = read({
    posts: [
      { id: "a", title: "Good", html: "<p>x</p>", status: "published", published_at: {}, slug: 7 },
      null,
      { id: "b", title: "Broken", lexical: "{", status: "published" },
      { id: "c", title: "Other", mobiledoc: "{}", status: "published" },
      { id: "d", title: "Empty", html: null, status: "published" },
      { id: "e", title: "Deep", lexical: deep(4000), status: "published" },
      { id: "f", title: "Odd", html: "<p>x</p>", status: "burnt" },
      { id: "g", title: "Unsaid", html: "<p>x</p>" },
      { id: "h", title: "Mailed", html: "<p>x</p>", status: "sent" },
      { id: "i", title: "Old", markdown: "# Old\n\nA *word*.", status: "published", page: 1 },
    ],
  });
  assert.deepEqual(
    posts.map(({ title, draft, isPage }) => [title, draft, isPage]),
    [
      ["Good", undefined, false],
      ["Unsaid", "its state there is draft", false],
      ["Mailed", "it went out by mail alone", false],
      ["Old", undefined, true],
    ],
  );
  assert.equal(markdownOf(posts.at(-1)!), "# Old\n\nA *word*.");
  assert.deepEqual(
    leftOut.map(({ what, why }) => `${what}: ${why}`),
    [
      "entry 2 of its posts: expected a post with a title and a text, found none",
      "post b “Broken”: expected a document of Ghost’s editor in JSON, found a damaged one",
      "post c “Other”: expected a document of Ghost’s editor (mobiledoc), found other JSON",
      "post d “Empty”: it has no text there",
      "post e “Deep”: expected at most 100 parts within one another, found more",
      "post f “Odd”: its state there is burnt",
    ],
  );
});

function deep(levels: number): string {
  return `{"root":{"children":[${'{"type":"quote","children":['.repeat(levels)}${"]}".repeat(levels)}]}}`;
}

const text = (said: string, format = 0) => ({ type: "extended-text", text: said, format });
const block = (type: string, ...children: object[]) => ({ type, children, version: 1 });
const span = (said: string) => `<span style="white-space: pre-wrap;">${said}</span>`;
const CARDS: readonly object[] = [
  {
    type: "image",
    src: "https://g.example.org/cow.png",
    alt: "A cow",
    caption: span("Below the cow"),
    href: "",
  },
  {
    type: "gallery",
    images: [
      { src: "https://g.example.org/one.png", alt: "One", caption: "Under one" },
      { src: "https://g.example.org/two.png" },
    ],
    caption: "<p>Both together</p>",
  },
  { type: "markdown", markdown: "## Written by hand\n\n- first **thing**\n- second" },
  { type: "html", html: "<p>Raw <b>bold</b></p><table><tr><td>cell</td></tr></table>" },
  {
    type: "bookmark",
    url: "https://b.example.org/",
    metadata: {
      title: "Marked page",
      description: "About it",
      author: "Writer",
      publisher: "House",
    },
    caption: "Worth reading",
  },
  {
    type: "embed",
    url: "https://v.example.org/7",
    html: '<iframe src="https://v.example.org/e/7"></iframe>',
    metadata: { title: "A film" },
    caption: "Seen there",
  },
  {
    type: "embed",
    url: "https://t.example.org/9",
    html: "<blockquote><p>Said elsewhere</p></blockquote><script src='x'></script>",
    metadata: {},
  },
  { type: "button", buttonText: "Come along", buttonUrl: "https://c.example.org/" },
  { type: "callout", calloutEmoji: "💡", calloutText: `<p>${span("An idea")}</p>` },
  { type: "toggle", heading: span("Question"), content: "<p>Answer</p>" },
  { type: "audio", src: "https://g.example.org/talk.mp3", title: "Spoken" },
  { type: "video", src: "https://g.example.org/walk.mp4", caption: "<p>Walking</p>" },
  {
    type: "file",
    src: "https://g.example.org/plan.pdf",
    fileTitle: "Plan",
    fileCaption: "Of the mast",
    fileName: "plan.pdf",
  },
  {
    type: "product",
    productTitle: span("Radio"),
    productDescription: "<p>Runs on sun</p>",
    productButtonEnabled: true,
    productButton: "See it",
    productUrl: "https://p.example.org/",
  },
  {
    type: "header",
    header: span("Great news"),
    subheader: "Read on",
    buttonEnabled: true,
    buttonText: "Onward",
    buttonUrl: "https://h.example.org/",
  },
  {
    type: "call-to-action",
    hasSponsorLabel: true,
    sponsorLabel: "<p>Sponsored</p>",
    textValue: "<p>Give light</p>",
    showButton: true,
    buttonText: "Give",
    buttonUrl: "https://g.example.org/give",
  },
  {
    type: "signup",
    header: "Stay near",
    subheader: "Letters monthly",
    disclaimer: "No spam",
    buttonText: "Subscribe",
  },
  { type: "email-cta", html: "<p>Readers by mail</p>", showButton: false },
  { type: "codeblock", code: "if (a < b) {\n  go();\n}", language: "js", caption: "Listing" },
  { type: "horizontalrule" },
  { type: "paywall" },
  {
    type: "from-tomorrow",
    inner: { title: "Unheard kind", href: "https://n.example.org/" },
    color: "#ff0000",
  },
];
const SAID =
  "Below the cow A cow Under one One Both together Written by hand first thing second Raw bold cell Marked page About it Writer House Worth reading A film Seen there Said elsewhere Come along An idea Question Answer Spoken Walking Plan Of the mast Radio Runs on sun See it Great news Read on Onward Sponsored Give light Give Stay near Letters monthly No spam Readers by mail if a b go Listing Unheard kind";

test("AR16 a post of the newer editor comes whole: paragraphs, headings, lists, quotes, marks, links and every card, no word lost", () => {
  const lexical = JSON.stringify({
    root: block(
      "root",
      block(
        "paragraph",
        text("Plain "),
        text("bold", 1),
        text(" 1 < 2 "),
        text("code", 16),
        { type: "linebreak" },
        text("next"),
      ),
      { ...block("extended-heading", text("Heading")), tag: "h3" },
      block("extended-quote", text("Quoted")),
      block("aside", text("Set apart")),
      {
        ...block(
          "list",
          block("listitem", text("one")),
          block("listitem", {
            ...block("list", block("listitem", text("inner"))),
            listType: "bullet",
          }),
        ),
        listType: "number",
      },
      block("paragraph", { ...block("link", text("a link", 2)), url: "https://l.example.org/(x)" }),
      block("of-tomorrow", block("paragraph", text("still here"))),
      ...CARDS,
    ),
  });
  const { posts, leftOut } = read({
    posts: [{ id: 1, title: "All", lexical, status: "published" }],
  });
  assert.deepEqual(leftOut, []);
  const notes = new Set(posts[0]!.notes);
  const got = markdownOf(posts[0]!, notes);
  const said = `Plain bold 1 2 code next Heading Quoted Set apart one inner a link still here ${SAID}`;
  assert.deepEqual(lost(said, got), []);
  for (const line of [
    "Plain **bold** 1 < 2 `code`  \nnext",
    "### Heading",
    "> Quoted",
    "[*a link*](https://l.example.org/%28x%29)",
    "![A cow](picture:cow.png)",
    "## Written by hand",
    "[Marked page](https://b.example.org/)",
    "[A film](https://v.example.org/7)",
    "> Said elsewhere",
    "> 💡 An idea",
    "```js\nif (a < b) {\n  go();\n}\n```",
    "---",
    "[https://n.example.org/](https://n.example.org/)",
  ])
    assert.ok(got.includes(line), `${line}\n---\n${got}`);
  assert.doesNotMatch(got, /ff0000|script|iframe/);
  for (const note of [
    /v\.example\.org became a link/,
    /a form was left out: “Subscribe”/,
    /only its mails/,
    /from-tomorrow is not known/,
  ])
    assert.ok(
      [...notes].some((one) => note.test(one)),
      String(note),
    );
});

test("AR16 a post of the older editor comes whole: sections, marks within marks, atoms, cards", () => {
  const cards = CARDS.map((card) => {
    const { type, ...rest } = card as { type: string };
    return [
      { horizontalrule: "hr", codeblock: "code", markdown: "card-markdown" }[type] ?? type,
      rest,
    ];
  });
  const mobiledoc = JSON.stringify({
    version: "0.3.1",
    atoms: [
      ["soft-return", "", {}],
      ["mention", "Amina", {}],
    ],
    markups: [["strong"], ["a", ["rel", "x", "href", "https://m.example.org/"]], ["em"]],
    cards,
    sections: [
      [1, "h2", [[0, [], 0, "Heading"]]],
      [
        1,
        "p",
        [
          [0, [], 0, "Plain "],
          [0, [0], 0, "bold "],
          [0, [2], 2, "both"],
          [1, [], 0, 0],
          [0, [1], 1, "linked"],
          [1, [], 0, 1],
        ],
      ],
      [1, "blockquote", [[0, [], 0, "Quoted 1 < 2"]]],
      [3, "ol", [[[0, [], 0, "first"]], [[0, [], 0, "second"]]]],
      [2, "https://g.example.org/old.png"],
      ...cards.map((_, i) => [10, i]),
      [10, 999],
      [7, "odd"],
      [1, "p", []],
    ],
  });
  const { posts, leftOut } = read({
    posts: [{ id: 1, title: "All", mobiledoc, html: "", status: "published" }],
  });
  assert.deepEqual(leftOut, []);
  const got = markdownOf(posts[0]!);
  const said = `Heading Plain bold both linked Amina Quoted 1 2 first second ${SAID}`;
  assert.deepEqual(lost(said, got), []);
  for (const line of [
    "## Heading",
    "**bold *both***",
    "[linked](https://m.example.org/)Amina",
    "> Quoted 1 < 2",
    "1.  first",
    "picture:old.png",
  ])
    assert.ok(got.includes(line), `${line}\n---\n${got}`);
});
