/**
 * An export of a WordPress as themes are tested with: 76 posts, each with a trait on which a narrow page or a reader of
 * text may trip, and around them what must not be published. The namespaces are those of newer exports, with https.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OLD = "https://old.example.org";
const WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
const LONG = WORD.repeat(5);
const ADDRESS = `${OLD}/a/path/${"which-goes-on-and-on-".repeat(12)}?with=parameters&and=${"more".repeat(20)}`;
const row = (cells: readonly string[], tag = "td"): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
const columns = Array.from({ length: 12 }, (_, i) => `Column ${i + 1}`);
const table = (cells: readonly string[]): string =>
  `<table>${row(cells, "th")}${row(cells)}${row(cells)}</table>`;
const within = (deep: number): string =>
  deep === 0 ? WORD : `<ul><li>Level ${deep}${within(deep - 1)}</li></ul>`;
const quotes = (deep: number): string =>
  deep === 0 ? "<p>Deep down</p>" : `<blockquote>${quotes(deep - 1)}</blockquote>`;

/** Bodies, by what is peculiar in them. */
const TRAITS: readonly (readonly [string, string])[] = [
  ["a long address", `<p>It stands at ${ADDRESS} since spring.</p>`],
  ["a link whose words are its address", `<p><a href="${ADDRESS}">${ADDRESS}</a></p>`],
  ["a long word", `<p>They say ${LONG} to it.</p>`],
  ["a long word in a heading", `<h2>${LONG}</h2><p>Below it.</p>`],
  ["a long word in a list", `<ul><li>${LONG}</li><li>short</li></ul><ol><li>${LONG}</li></ol>`],
  ["a long word that is told apart", `<p><strong>${LONG}</strong> and <em>${LONG}</em></p>`],
  [
    "a long word in a quotation",
    `<blockquote><p>${LONG}</p><p>— Somebody of ${WORD}</p></blockquote>`,
  ],
  [
    "code in lines",
    `<pre><code>${`const value = ${"f(".repeat(60)}${")".repeat(60)};\n`.repeat(4)}</code></pre>`,
  ],
  ["lines that are set", `<pre>${"+-----------------".repeat(12)}\n|  1  |  2  |</pre>`],
  ["code in a sentence", `<p>Type <code>${"--option=value,".repeat(20)}</code> there.</p>`],
  ["a table of many columns", table(columns)],
  ["a table of long words", table([LONG, "two", LONG])],
  ["a table of addresses", table([ADDRESS, `<a href="${ADDRESS}">here</a>`])],
  [
    "a table within a table",
    `<table><tr><td>${table(columns.slice(0, 6))}</td><td>beside</td></tr></table>`,
  ],
  ["a table in a quotation", `<blockquote>${table(columns)}</blockquote>`],
  ["a table in a list", `<ul><li>${table(columns)}</li></ul>`],
  ["code in a list", `<ul><li>One<pre>${"x".repeat(400)}</pre></li></ul>`],
  ["code in a quotation", `<blockquote><pre>${"y ".repeat(300)}</pre></blockquote>`],
  ["lists within lists", within(12)],
  ["quotations within quotations", quotes(12)],
  ["terms and what they mean", `<dl><dt>${WORD}</dt><dd>${LONG}</dd></dl>`],
  ["letters without a blank", `<p>${"连接而不是分裂".repeat(60)}</p>`],
  ["letters from right to left", `<p dir="rtl">${"الاتصال ".repeat(60)} ${ADDRESS}</p>`],
  ["pictures of letters", `<p>${"🌍🌎🌏".repeat(80)}</p>`],
  [
    "dashes and dots",
    `<p>${"-".repeat(300)}</p><p>${".".repeat(300)}</p><p>${"_".repeat(300)}</p>`,
  ],
  ["a number of many digits", `<p>${"3141592653".repeat(30)}</p>`],
  ["spaces that do not break", `<p>${"one&nbsp;".repeat(60)}</p>`],
  [
    "a film of another site",
    `<iframe width="1200" src="https://films.example.com/${"x".repeat(200)}"></iframe>`,
  ],
  [
    "a picture that is not there",
    `<img src="${OLD}/wp-content/uploads/2019/${"hill-".repeat(40)}.jpg" alt="${LONG}">`,
  ],
  [
    "a caption",
    `[caption width="2000"]<img src="${OLD}/wp-content/uploads/none.jpg" alt="">${LONG}[/caption]`,
  ],
  ["words above and below", `<p>${"x<sup>2</sup>".repeat(60)} H<sub>${WORD}</sub></p>`],
  ["headings of every level", [1, 2, 3, 4, 5, 6].map((n) => `<h${n}>${WORD}</h${n}>`).join("")],
  ["columns", `<div class="columns"><div><p>Left</p></div><div><p>${LONG}</p></div></div>`],
  [
    "buttons",
    `<div><a href="${OLD}/a">One</a><a href="${OLD}/b">Two</a><button>Three</button></div>`,
  ],
  [
    "a mail address",
    `<p><a href="mailto:${"desk.".repeat(40)}x@example.org">${"desk.".repeat(40)}x@example.org</a></p>`,
  ],
  ["a line between", `<p>Above</p><hr><p>Below</p><address>${LONG}</address>`],
  [
    "signs of Markdown",
    "<p># no heading, * no star, [no](link), `no code`, | no | table |, 1. no list</p>",
  ],
  [
    "what was struck",
    `<p><del>${LONG}</del><ins>${LONG}</ins><kbd>${WORD}</kbd><q>${WORD}</q></p>`,
  ],
];

/** What each post that is published is called. */
export const TITLES: readonly string[] = TRAITS.flatMap(([trait], i) => [
  `Plain: ${trait}${i === 2 ? ` ${LONG.slice(0, 200)}` : ""}`,
  `In blocks: ${trait}`,
]);

interface Item {
  readonly id: number;
  readonly title: string;
  readonly html?: string;
  readonly type?: string;
  readonly status?: string;
  readonly more?: string;
  readonly excerpt?: string;
  readonly author?: string;
}

const cdata = (text: string): string => `<![CDATA[${text}]]>`;
const item = ({ id, title, html = "", excerpt = "", more = "", ...rest }: Item): string =>
  `<item><title>${cdata(title)}</title><link>${OLD}/2019/05/${id}-post/?utm_source=rss&amp;utm_medium=feed</link>
<dc:creator>${rest.author ?? "desk"}</dc:creator><content:encoded>${cdata(html)}</content:encoded><excerpt:encoded>${cdata(excerpt)}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2019-05-04 12:00:00</wp:post_date><wp:post_name>${id}-post</wp:post_name>
<wp:status>${rest.status ?? "publish"}</wp:status><wp:post_type>${rest.type ?? "post"}</wp:post_type>${more}
<category domain="category" nicename="traits">${cdata("Traits")}</category><category domain="post_tag" nicename="w">${cdata(WORD)}</category></item>`;
const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;

const posts = TRAITS.flatMap(([, html], i) => [
  item({ id: 100 + 2 * i, title: TITLES[2 * i]!, html }),
  item({
    id: 101 + 2 * i,
    title: TITLES[2 * i + 1]!,
    html: `<!-- wp:html -->${html}<!-- /wp:html -->`,
  }),
]);

const UPLOADS = `${OLD}/wp-content/uploads`;
/** What none of them may be in a list: their words say so. */
const HIDDEN: readonly Item[] = [
  { id: 300, title: "SECRET draft", html: "<p>SECRET</p>", status: "draft", author: "writer" },
  { id: 301, title: "SECRET private", html: "<p>SECRET</p>", status: "private" },
  { id: 302, title: "SECRET waiting", html: "<p>SECRET</p>", status: "pending" },
  {
    id: 303,
    title: "SECRET behind a password",
    html: "<p>SECRET</p>",
    more: "<wp:post_password>enter</wp:post_password>",
  },
  { id: 304, title: "SECRET page", html: "<p>SECRET</p>", status: "draft", type: "page" },
  { id: 305, title: "NOTHING in the bin", status: "trash" },
  { id: 306, title: "NOTHING of a menu", type: "nav_menu_item" },
  { id: 307, title: "NOTHING of a product", html: "<p>NOTHING</p>", type: "product" },
  { id: 308, title: "NOTHING of a file", status: "inherit", type: "attachment" },
];

/** Beside the 76: what feeds, a podcast and pages hold. */
const BESIDE: readonly Item[] = [
  {
    id: 400,
    title: "An hour of talk",
    html: "<p>Listen.</p>",
    more: meta("enclosure", `${UPLOADS}/2019/05/talk.ogg\n1234\naudio/ogg\n`),
  },
  {
    id: 401,
    title: "A talk that is lost",
    html: `<p>Listen.</p>[audio ${UPLOADS}/2019/05/lost.mp3]`,
  },
  {
    id: 402,
    title: "A summary of marks",
    html: `<p>See <a href="${OLD}/2019/05/400-post/?utm_source=mail">the talk</a>.</p>`,
    excerpt:
      "<h2>Why</h2><ul><li>One</li><li><b>T</b>wo</li></ul><blockquote>Three</blockquote><hr>",
  },
  {
    id: 500,
    title: "Who we are",
    html: `<p>A page.</p><img src="${UPLOADS}/2019/05/hill.png" alt="A hill">${table(columns)}`,
    type: "page",
    excerpt: "Some of us.",
  },
];

const NAMESPACES: Readonly<Record<string, string>> = {
  wp: "https://wordpress.org/export/1.2/",
  excerpt: "https://wordpress.org/export/1.2/excerpt/",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
};
const exportOf = (items: readonly string[], namespaces = NAMESPACES): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${Object.entries(namespaces)
    .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
    .join(" ")}><channel>
<title>Fish & Nets</title><link>${OLD}</link><description>By the sea & on it</description><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>${OLD}</wp:base_blog_url>
<wp:author><wp:author_login>desk</wp:author_login><wp:author_display_name>${cdata("The desk")}</wp:author_display_name></wp:author>
<wp:author><wp:author_login>writer</wp:author_login><wp:author_display_name>${cdata("A writer unseen")}</wp:author_display_name></wp:author>
${items.join("\n")}</channel></rss>`;

/** The export and the folder of its files in `dir`. */
export function writeExport(dir: string): { file: string; uploads: string } {
  const uploads = join(dir, "uploads");
  mkdirSync(join(uploads, "2019/05"), { recursive: true });
  copyFileSync("campaign/media/the-line-sound.ogg", join(uploads, "2019/05/talk.ogg"));
  const file = join(dir, "export.xml");
  writeFileSync(file, exportOf([...posts, ...[...HIDDEN, ...BESIDE].map(item)]));
  return { file, uploads };
}
