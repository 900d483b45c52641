/** An earlier site becomes a campaign: the export of a real WordPress, imported, served, asked at its old addresses. */
import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { exported, succeed } from "./commands.ts";

const EXPORT = "tests/data/wordpress/export.xml.gz";
const folder = temporary();
const into = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data") };
const bring = ["import-site", EXPORT, "--into", into, "--media", "tests/data/wordpress/uploads"];
let server: Served;
let stories: Thing[]; // of the campaign that came of it

before(async () => {
  assert.match(succeed([...bring, "--dry-run"]), /^Would bring .*: 200 stories, 4 pages/);
  assert.deepEqual(readdirSync(folder.dir), []);
  succeed(bring);
  stories = things("stories/*.md");
  succeed(["import", into], env);
  server = await serve(env);
});
after(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** The published posts and pages of the export, read by other means than the program's. */
const xml = gunzipSync(readFileSync(EXPORT)).toString("utf8");
const items = xml
  .split("<item>")
  .slice(1)
  .map((item) => item.split("</item>")[0]!);
const field = (item: string, name: string): string =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`).exec(item)?.[1] ?? "";
const posts = items.filter(
  (item) =>
    ["post", "page"].includes(field(item, "wp:post_type")) &&
    field(item, "wp:status") === "publish" &&
    field(item, "wp:post_password") === "",
);
const category = (item: string): string | undefined =>
  /<category domain="category" [^>]*><!\[CDATA\[(.*?)\]\]>/.exec(item)?.[1]?.replace("&amp;", "&");

const isPage = (item: string): boolean => field(item, "wp:post_type") === "page";

interface Front {
  readonly title: string;
  readonly published: string;
  readonly category: string;
  readonly authors: readonly string[];
  readonly formerly: readonly string[];
  readonly cover?: { readonly file: string };
  readonly pictures?: readonly {
    readonly name: string;
    readonly file: string;
    readonly formerly?: readonly string[];
  }[];
}
interface Thing {
  readonly front: Front;
  readonly text: string;
}
const things = (glob: string): Thing[] =>
  globSync(join(into, glob)).map((path) => {
    const [, front = "", text = ""] = readFileSync(path, "utf8").split(/^---$/m);
    return { front: parse(front) as Front, text };
  });

/** Letters and digits alone: what Markdown and HTML both keep. */
const words = (text: string): string =>
  text
    .replaceAll(/<!--[\s\S]*?-->|<script[\s\S]*?<\/script>/g, " ")
    .replaceAll(/<[a-z/][^>]*>/g, " ")
    .replaceAll(/\[\/?(?:caption|gallery|contact-form-7)[^\]]*\]/g, " ")
    .replaceAll(/!?\[([^\]]*)\]\((?:picture:|https?:|\/)[^)]*\)/g, " $1 ")
    .replaceAll(/&(?:lt|gt|amp|#91|nbsp);/g, " ")
    .replaceAll(/https?:\S+/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");

test("AR1 every post of a real WordPress export is there: text, day, author, categories, pictures, comments", () => {
  assert.equal(posts.length, 204);
  assert.equal(stories.length, 200);
  const people = parse(readFileSync(join(into, "people.yaml"), "utf8")) as Record<string, string>[];
  let [pictures, comments] = [0, 0];
  for (const item of posts.filter((one) => !isPage(one))) {
    const id = field(item, "wp:post_id");
    const story = stories.find(({ front }) => front.formerly.includes(`/?p=${id}`));
    assert.ok(story, `post ${id}`);
    const { front, text } = story;
    assert.equal(front.published, field(item, "wp:post_date").slice(0, 10));
    assert.equal(front.category, category(item) ?? "Story");
    const login = field(item, "dc:creator");
    const author = new RegExp(
      `<wp:author_login><!\\[CDATA\\[${login}\\]\\].*?display_name><!\\[CDATA\\[(.*?)\\]\\]`,
    ).exec(xml)?.[1];
    assert.deepEqual(
      front.authors.map((one) => people.find((person) => person["id"] === one)?.["name"]),
      [author],
    );
    const kept = words(text);
    for (const word of words(field(item, "content:encoded")).split(" "))
      assert.ok(kept.includes(word), `post ${id}: ${word}`);
    pictures += (front.pictures?.length ?? 0) + (front.cover ? 1 : 0);
    for (const { name } of front.pictures ?? [])
      assert.ok(text.includes(`](picture:${name})`), name);
    comments += [...item.matchAll(/<wp:comment_approved><!\[CDATA\[1\]\]>/g)].length;
  }
  assert.ok(pictures > 150 && comments > 300, `${pictures} pictures, ${comments} comments`);
  const files = globSync(join(into, "comments/*.json"));
  const kept = files.flatMap((path) => JSON.parse(readFileSync(path, "utf8")) as object[]);
  assert.equal(kept.length, comments);
  assert.ok(!files.some((path) => /@old\.example|192\.0\.2/.test(readFileSync(path, "utf8"))));
  const report = readFileSync(join(into, "import-report-an-earlier-site.md"), "utf8");
  for (const item of posts.filter(isPage)) {
    const id = field(item, "wp:post_id");
    const page = things("pages/*.md").find(({ front }) =>
      front.formerly?.includes(`/?page_id=${id}`),
    );
    const brought = words(page?.text ?? "");
    for (const word of words(field(item, "content:encoded")).split(" "))
      assert.ok(brought.includes(word), `page ${id}: ${word}`);
  }
  for (const state of ["draft", "private", "trash"])
    assert.match(report, new RegExp(`its state there is ${state}`));
  assert.match(report, /1 of 4 comments/);
});

test("AR2 doing it again changes nothing, and a story that was edited stays", () => {
  const [story = ""] = globSync(join(into, "stories/*.md")).toSorted();
  writeFileSync(story, `${readFileSync(story, "utf8")}\nA word of our own.\n`);
  const files = () =>
    globSync(join(into, "**/*.*"))
      .toSorted()
      .map((path) => readFileSync(path, "base64"));
  const one = files();
  assert.match(succeed(bring), /0 stories, 20\d already there/);
  assert.deepEqual(files(), one);
  assert.match(succeed(["import", into], env), /1 edited, 213 unchanged/);
});

test("AR3 a file that cannot be read writes nothing", () => {
  const path = join(folder.dir, "bad.xml");
  writeFileSync(path, "<rss><channel><item><title>&boom;</title></item></channel></rss>");
  const { code, err } = cnd(["import-site", path, "--into", join(folder.dir, "none")]);
  assert.equal(code, 1);
  assert.match(err, /^Line 1: expected well-formed XML.*\n$/);
  assert.ok(!readdirSync(folder.dir).includes("none"));
});

const led = async (path: string): Promise<string> => {
  const answer = await fetch(server.base + path, { redirect: "manual" });
  await answer.arrayBuffer(); // a connection whose answer is not read is not used again
  return `${answer.status} ${answer.headers.get("location") ?? ""}`;
};

test("S21 every address of the earlier site leads to its story, and to nothing where there is none", async () => {
  for (const item of posts) {
    const link = new URL(field(item, "link")).pathname;
    const short = `/?${field(item, "wp:post_type") === "page" ? "page_id" : "p"}=${field(item, "wp:post_id")}`;
    const to = await led(link);
    const space = isPage(item) ? "pages" : "stories";
    assert.match(to, new RegExp(`^301 /${space}/[a-z0-9-]+$`), link);
    assert.equal(await led(short), to);
    assert.equal(await led(to.slice(4)), "200 ", to);
  }
  const older = /<!\[CDATA\[(an-older-name-40)\]\]/.exec(xml)?.[1];
  const [path = ""] = stories.flatMap(({ front }) =>
    front.formerly.filter((one) => one.endsWith(`/${older}`)),
  );
  assert.match(await led(`${path}/?utm_source=x`), /^301 \/stories\//);
  assert.equal(await led("/2019/05/never-written/"), "404 ");
  assert.equal(await led("/?p=999999"), "200 ");
  assert.equal(await led("/feed/"), "301 /feed");
  assert.equal(await led("/feed"), "301 /feed.xml");
});

test("AR7 the old address of each picture that came along leads to it, and so does that of a smaller print", async () => {
  const pictures = stories.flatMap(({ front }) => front.pictures ?? []);
  const stood = new Set(pictures.flatMap(({ formerly = [] }) => formerly));
  assert.ok(stood.size > 10, `${stood.size}`);
  for (const path of stood) {
    assert.match(path, /^\/wp-content\/uploads\//);
    const to = await led(path);
    assert.match(to, /^301 \/media\/[0-9a-f]{64}\.(jpg|png|webp)$/, path);
    assert.equal(await led(path.replace(/(\.\w+)$/, "-300x200$1")), to, path);
    assert.equal(await led(to.slice(4)), "200 ", to);
  }
  assert.equal(await led("/wp-content/uploads/2019/05/never-taken.jpg"), "404 ");
});

test("C14 an address at which an earlier site listed a topic leads to it", async () => {
  assert.equal(await led("/category/water/"), "301 /topics/water");
});

test("AR7 links between posts lead to stories", () => {
  const linked = stories.filter(({ text }) => /\]\(\/stories\/[a-z0-9-]+\)/.test(text));
  assert.ok(linked.length > 100, `${linked.length}`);
  assert.ok(!stories.some(({ text }) => /old\.example\.org\/\?p=(?!1\))/.test(text)));
});

test("AR4 pictures in the text stand behind their buttons with their weight; folder and export agree", async () => {
  const [shown] = stories.filter(({ front }) => (front.pictures?.length ?? 0) > 1);
  assert.ok(shown);
  const to = await led(shown.front.formerly[0]!);
  const html = await (await fetch(server.base + to.slice(4))).text();
  const alts = [...shown.text.matchAll(/!\[([^\]]+)\]\(picture:/g)].map(([, alt = ""]) => alt);
  assert.equal(alts.length, shown.front.pictures?.length);
  for (const alt of alts) assert.ok(html.includes(`alt="${alt}"`), alt);
  assert.ok((html.match(/<details class="media">/g)?.length ?? 0) >= 2);
  const out = exported(folder.dir, env);
  for (const path of globSync("{stories,media}/*", { cwd: into }))
    assert.equal(out[path], readFileSync(join(into, path), "base64"), path);
});
