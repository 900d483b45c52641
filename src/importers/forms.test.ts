/** Each form of export by a small example, and files that mean harm. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { openPictures } from "./pictures.ts";
import { expand } from "./shortcodes.ts";
import { readSite } from "./source.ts";
import { toMarkdown, toWords } from "./to-markdown.ts";

const root = mkdtempSync(join(tmpdir(), "arrivals-"));
after(() => rmSync(root, { recursive: true }));
const file = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(root, name), bytes);
  return join(root, name);
};
const rss = (item: string, head = "") =>
  `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Old news</title><link>https://old.example.org/blog/</link><description>What we did</description><language>fr</language>${item}</channel></rss>`;

const GHOST = {
  db: [
    {
      meta: { version: "5.0.0" },
      data: {
        posts: [
          {
            id: "a1",
            title: "A lamp",
            slug: "a-lamp",
            html: '<p>It burns.</p><img src="__GHOST_URL__/content/images/2021/01/lamp.png" alt="A lamp">',
            status: "published",
            visibility: "public",
            type: "post",
            feature_image: null,
            published_at: "2021-01-05T10:00:00.000Z",
            updated_at: "2021-02-05T10:00:00.000Z",
            custom_excerpt: "It burns at night.",
          },
          { id: "a2", title: "Later", slug: "later", html: "<p>x</p>", status: "draft" },
          {
            id: "a3",
            title: "Paid",
            slug: "paid",
            html: "<p>x</p>",
            status: "published",
            visibility: "paid",
          },
        ],
        tags: [
          { id: "t1", name: "Light", slug: "light", description: null },
          { id: "t2", name: "#own", slug: "hash-own" },
        ],
        posts_tags: [
          { post_id: "a1", tag_id: "t1" },
          { post_id: "a1", tag_id: "t2" },
        ],
        users: [{ id: "1", name: "The desk" }],
        posts_authors: [{ post_id: "a1", author_id: "1" }],
        settings: [{ key: "title", value: "A Ghost site" }],
      },
    },
  ],
};

test("AR6 a Ghost export gives its published posts with authors and tags", async () => {
  const site = await readSite(file("ghost.json", JSON.stringify(GHOST)));
  assert.equal(site.title, "A Ghost site");
  const [post, ...others] = site.posts;
  assert.deepEqual(post && [post.title, post.published, post.updated, post.authors, post.groups], [
    "A lamp",
    "2021-01-05",
    "2021-02-05",
    ["The desk"],
    ["Light"],
  ]);
  assert.deepEqual(post?.addresses, ["/a-lamp"]);
  assert.equal(post?.draft, undefined);
  assert.deepEqual(
    others.map(({ draft }) => draft),
    ["its state there is draft", "only paid could read it there"],
  );
});

test("AR6 RSS and Atom give each entry with what it holds, and say that older ones are missing", async () => {
  const item = `<item><title>Un puits</title><link>https://old.example.org/blog/un-puits</link><guid isPermaLink="false">7</guid><pubDate>Tue, 05 Jan 2021 10:00:00 GMT</pubDate><dc:creator>Le bureau</dc:creator><category>Eau</category><description>Court&nbsp;!</description><content:encoded><![CDATA[<p>Long <b>texte</b></p>]]></content:encoded></item>`;
  const { posts, language, base, leftOut } = await readSite(file("rss.xml", rss(item)));
  assert.deepEqual([language, base, posts.length], ["fr", "https://old.example.org/blog/", 1]);
  const [post] = posts;
  assert.deepEqual(post && [post.html, post.summary, post.published, post.authors, post.groups], [
    "<p>Long <b>texte</b></p>",
    "Court\u00a0!",
    "2021-01-05",
    ["Le bureau"],
    ["Eau"],
  ]);
  assert.match(leftOut[0]?.what ?? "", /older/);
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sw"><title>Habari</title><link rel="self" href="https://old.example.org/atom"/><link href="https://old.example.org/"/><entry><title>Taa</title><link rel="alternate" href="https://old.example.org/taa"/><id>urn:x</id><published>2021-01-05T10:00:00Z</published><updated>2021-01-06T10:00:00Z</updated><author><name>Dawati</name></author><category term="nuru" label="Nuru"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mbili &lt; <em>tatu</em> nne</p></div></content></entry></feed>`;
  const read = await readSite(file("atom.xml", atom));
  const [entry] = read.posts;
  assert.equal(read.base, "https://old.example.org/");
  assert.match(entry?.html ?? "", /<p>Mbili &lt; <em>tatu<\/em> nne<\/p>/);
  assert.deepEqual(entry && [entry.title, entry.published, entry.updated, entry.groups], [
    "Taa",
    "2021-01-05",
    "2021-01-06",
    ["Nuru"],
  ]);
});

test("AR6 a feed's day is the same wherever it is read: what names no zone is read as UTC", async () => {
  const zone = process.env["TZ"];
  try {
    for (const here of ["Pacific/Kiritimati", "America/St_Johns"]) {
      process.env["TZ"] = here;
      for (const [said, day] of [
        ["2021-01-05T00:30:00", "2021-01-05"],
        ["2021-01-05 23:30", "2021-01-05"],
        ["2021-01-05", "2021-01-05"],
        ["5 Jan 2021", "2021-01-05"],
        ["Tue, 05 Jan 2021 00:30:00", "2021-01-05"],
        ["Tue, 05 Jan 2021 23:30:00 -0200", "2021-01-06"],
        ["Tue, 05 Jan 2021 23:30:00 EST", "2021-01-06"],
        ["2021-01-05T00:30:00+13:00", "2021-01-04"],
        ["some day", ""],
      ]) {
        const item = `<item><title>x</title><link>https://old.example.org/x</link><pubDate>${said}</pubDate><description>y</description></item>`;
        const { posts } = await readSite(file("day.xml", rss(item)));
        assert.equal(posts[0]?.published, day, `${said}, read in ${here}`);
      }
    }
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

const WXR = (uri: string, prefix = "wp") =>
  `<?xml version="1.0"?><rss xmlns:${prefix}="${uri}"><channel><title>T</title>${["post", "nav_menu_item"].map((type) => `<item><title>A ${type}</title><${prefix}:post_id>7</${prefix}:post_id><${prefix}:status>publish</${prefix}:status><${prefix}:post_type>${type}</${prefix}:post_type></item>`).join("")}</channel></rss>`;

test("AR9 a namespace is known by its name, whatever its scheme and prefix; without one, by what a post says it is", async () => {
  const uri = "://wordpress.org/export/1.2/";
  for (const [name, text] of [
    ["http", WXR(`http${uri}`)],
    ["https", WXR(`https${uri}`)],
    ["without a slash", WXR("HTTPS://WordPress.org/export/1.0")],
    ["another prefix", WXR(`https${uri}`, "w")],
    ["no namespace", WXR("x").replace(/ xmlns:wp="x"/, "")],
  ] as const) {
    const { posts } = await readSite(file("named.xml", text));
    assert.deepEqual(
      posts.map(({ name: one }) => one),
      ["post 7 “A post”"],
      name,
    );
  }
  const other = rss("<item><title>Feed</title><c:encoded><![CDATA[<p>x</p>]]></c:encoded></item>")
    .replace("xmlns:content", "xmlns:c")
    .replace("http://purl.org/rss", "https://purl.org/rss");
  assert.equal((await readSite(file("other.xml", other))).posts[0]?.html, "<p>x</p>");
});

test("AR14 a bare & stands for itself in text, before a tag and in an attribute; what a document defines is still refused", async () => {
  const item = `<item><title>Nuts &\n Bolts & Co&</title><link>https://old.example.org/?a=1&b=2</link><enclosure url="https://old.example.org/x.mp3?a&b=1"/><description><![CDATA[a&<b>c</b>]]></description></item>`;
  const { posts, warnings = [] } = await readSite(file("bare.xml", rss(item)));
  assert.equal(posts[0]?.title, "Nuts &\n Bolts & Co&");
  assert.deepEqual(posts[0]?.addresses, ["https://old.example.org/?a=1&b=2"]);
  assert.deepEqual(posts[0]?.enclosures, ["https://old.example.org/x.mp3?a&b=1"]);
  assert.equal(posts[0]?.html, "a&<b>c</b>");
  assert.deepEqual(
    warnings.map((line) => /^Line \d+/.exec(line)?.[0]),
    ["Line 1", "Line 2"],
  );
  const many = rss(`<item><title>${"&\n".repeat(50)}</title></item>`);
  assert.equal((await readSite(file("many-bare.xml", many))).warnings?.length, 20);
});

test("AR3 bombs, entries without end and other files are refused in one line", async () => {
  const bomb = rss(
    "<item><title>&b;</title></item>",
    `<!DOCTYPE rss [<!ENTITY a "${"x".repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`,
  );
  const refused: [string, string | Uint8Array, RegExp][] = [
    ["entity.xml", bomb, /well-formed XML/],
    ["long.xml", rss(`<item><title>${"x".repeat(4_100_000)}</title></item>`), /at most 4000000/],
    ["deep.xml", rss(`<item>${"<a>".repeat(100)}`), /parts in one entry/],
    ["many.xml", rss(`<item>${"<a/>".repeat(100_001)}</item>`), /parts in one entry/],
    ["half.xml", rss("<item><title>x"), /well-formed XML/],
    ["page.html", "<html><body>x</body></html>", /begins with <html>/],
    ["other.json", '{"posts": 3}', /Ghost export with posts/],
    ["broken.json", '{"db": [', /damaged/],
    ["picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /UTF-8/],
    ["words.txt", "words", /found something else/],
    ["empty.xml", "", /no bytes/],
    ["cut.xml.gz", gzipSync(rss("<item/>")).subarray(0, 60), /UTF-8|unexpected end/],
  ];
  for (const [name, bytes, words] of refused)
    await assert.rejects(readSite(file(name, bytes)), words, name);
  await assert.rejects(readSite(join(root, "absent.xml")), { code: "not-found" });
});

test("AR13 words on one line are the words: no mark of Markdown comes, and those of a word stay", () => {
  assert.equal(
    toWords(
      "<h2>Why</h2><ul><li>One</li><li><b>T</b>wo</li></ul><pre># x</pre>a<br>b<hr><i>1 &lt; 2</i>",
    ),
    "Why One Two # x a b 1 < 2",
  );
  assert.equal(
    toWords("<b>Two</b> <i>words</i>, a_name_of_many and 2*3*4"),
    "Two words, a_name_of_many and 2*3*4",
  );
});

test("AR3 a site that gives no address of its own is read without one", async () => {
  const wxr = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>T</title><link>nowhere</link><wp:base_blog_url></wp:base_blog_url></channel></rss>`;
  assert.equal((await readSite(file("nowhere.xml", wxr))).base, undefined);
  const feed = rss("").replace("https://old.example.org/blog/", "https://[");
  assert.equal((await readSite(file("nowhere.rss", feed))).base, undefined);
});

const turned = (html: string, isPlain = false) => {
  const notes = new Set<string>();
  const text = toMarkdown(expand(html, { isPlain, files: new Map() }, notes), {
    notes,
    link: (url) => url,
    picture: () => undefined,
  });
  return { text, notes: [...notes] };
};

test("AR4 what Markdown cannot say becomes a link or words, and is noted", () => {
  const { text, notes } = turned(
    '<p>One [aside] [button color="red"]two[/button]</p><script>alert(1)</script><form><p>Name</p><input></form><iframe src="//maps.example.com/x"></iframe><p>[^1]</p>',
  );
  assert.equal(
    text,
    "One \\[aside\\] two\n\n[maps.example.com](https://maps.example.com/x)\n\n&#91;^1\\]",
  );
  assert.deepEqual(notes, [
    "the mark [button] was left out, its words stay",
    "a form was left out",
    "what was embedded from maps.example.com became a link",
  ]);
  assert.equal(
    turned("First\nline\n\nSecond\n<ul>\n<li>a</li>\n</ul>\nThird", true).text,
    "First  \nline\n\nSecond\n\n-   a\n\nThird",
  );
  assert.equal(turned('<a href="javascript:alert(1)">x</a>').text, "x");
  const broken = turned('<p>One</p>\nhttps://[your-site]\n<iframe src="//"></iframe><p>two</p>');
  assert.equal(broken.text, "One\n\nhttps://\\[your-site\\]\n\ntwo");
  assert.deepEqual(broken.notes, ["something embedded without an address was left out"]);
  assert.throws(() => turned("x".repeat(1_000_001)), RangeError);
});

test("AR4 a table is a table, with its title before it, and tables within tables take no time of their own", () => {
  const within = (deep: number): string =>
    deep === 0 ? "x" : `<table><tr><td>${within(deep - 1)}</td><td>|</td></tr></table>`;
  const table = `<table><caption>Who came</caption><tr><th>Name</th><th></th></tr><tr><td><p>A</p><p>B</p></td></tr></table>`;
  assert.equal(turned(table).text, "Who came\n\n| Name |  |\n| --- | --- |\n| A B |  |");
  assert.match(turned(within(40)).text, /x.*\|/); // at twelve, when each was turned again by the one around it: minutes
  assert.match(turned("<b>".repeat(5000) + "x").text, /^\*+x/);
  assert.throws(() => turned("<b>x</b>".repeat(20_001)), RangeError);
});

test("AR5 pictures come from the folder alone, told by their bytes, without what a camera wrote", async () => {
  const picture = sharp({ create: { width: 8, height: 6, channels: 3, background: "#c2350a" } });
  const exif = { IFD0: { Copyright: "somebody" }, IFD3: { GPSLatitude: "1/1 2/1 3/1" } };
  file("gps.jpg", await picture.clone().jpeg().withExif(exif).toBuffer());
  file("not.jpg", "<svg onload=alert(1)>");
  await using pictures = await openPictures({ into: join(root, "none"), folder: root });
  const found = await pictures.find("https://old.example.org/wp-content/uploads/gps-300x200.jpg");
  assert.ok(typeof found !== "string");
  assert.equal(found.path, "media/gps.jpg");
  assert.equal((await sharp(found.from).metadata()).exif, undefined);
  assert.ok(!readFileSync(found.from).includes("somebody"));
  const said = async (way: string) => {
    const one = await pictures.find(`https://old.example.org/${way}`);
    return typeof one === "string" ? one : one.path;
  };
  assert.match(await said("uploads/not.jpg"), /no photo/);
  for (const way of ["../../etc/hostname", "%2e%2e/%2e%2e/etc/hostname", "absent.jpg"])
    assert.match(await said(way), /does not hold/);
});
