/** An export as newer WordPresses write it, imported and served: what is published of it, and what is not. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { parse } from "yaml";
import { serve, temporary, type Served } from "../tools/program.ts";
import { exported, succeed } from "./commands.ts";
import { TITLES, writeExport } from "./wordpress-export.ts";

const folder = temporary();
const into = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let said: string;
let bring: string[];

before(async () => {
  const { file, uploads } = writeExport(folder.dir);
  const hill = sharp({ create: { width: 9, height: 6, channels: 3, background: "#2a5" } });
  writeFileSync(join(uploads, "2019/05/hill.png"), await hill.png().toBuffer());
  bring = ["import-site", file, "--into", into, "--media", uploads];
  said = succeed(bring);
  succeed(["import", into], env);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const text = async (path: string): Promise<string> => {
  const answer = await fetch(server.base + path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const led = async (path: string): Promise<string> => {
  const answer = await fetch(server.base + path, { redirect: "manual" });
  await answer.arrayBuffer();
  return `${answer.status} ${answer.headers.get("location") ?? ""}`;
};
const frontOf = (path: string): Record<string, unknown> =>
  parse(readFileSync(join(into, path), "utf8").split(/^---$/m)[1]!) as Record<string, unknown>;
const report = (): string => readFileSync(join(into, "import-report-fish-nets.md"), "utf8");

test("AR9 an export whose namespaces are https is an export: 76 posts and three more, and nothing that is no post", async () => {
  assert.match(said, /: 79 stories, 1 pages, 5 drafts, 1 sounds, 1 pictures/);
  const titles = globSync("stories/*.md", { cwd: into }).map((path) => frontOf(path)["title"]);
  assert.deepEqual(
    TITLES.filter((title) => !titles.includes(title)),
    [],
  );
  assert.ok(
    !/NOTHING/.test(
      globSync(join(into, "{stories,pages,drafts}/**/*.md"))
        .map((path) => readFileSync(path, "utf8"))
        .join(""),
    ),
  );
  assert.match(report(), /“NOTHING of a product”: a product, which is neither post nor page/);
});

test("AR10 what not everybody could read waits in drafts/, is in no list, and names nobody; moved, it is published", async () => {
  const drafts = globSync("drafts/**/*.md", { cwd: into }).toSorted();
  assert.deepEqual(drafts, [
    "drafts/pages/304-post.md",
    ...[300, 301, 302, 303].map((id) => `drafts/stories/${id}-post.md`),
  ]);
  for (const path of drafts) assert.match(readFileSync(join(into, path), "utf8"), /SECRET/);
  const everywhere = ["/", "/stories", "/feed.xml", "/sitemap.xml", "/search?q=SECRET"];
  for (const path of everywhere)
    assert.ok(!/SECRET (?!<)|writer unseen/.test(await text(path)), path);
  assert.ok(!JSON.stringify(exported(folder.dir, env)).includes(btoa("SECRET").slice(0, 6)));
  assert.match(
    report(),
    /`drafts\/stories\/303-post.md`, from post 303 .*: it stood behind a password/,
  );
  assert.ok(!/A writer unseen/.test(readFileSync(join(into, "people.yaml"), "utf8")));
  assert.match(report(), /its author A writer unseen is not in people.yaml/);
  renameSync(join(into, "drafts/stories/301-post.md"), join(into, "stories/301-post.md"));
  assert.match(succeed(bring), /: 0 stories, 85 already there, 0 pictures/);
  succeed(["import", into], env);
  assert.match(await text("/stories/301-post"), /SECRET private/);
});

test("AR11 C14 a page becomes a free page with its summary and its pictures, and its old address leads to it", async () => {
  const page = await text("/pages/500-post");
  assert.match(page, /Some of us\./);
  assert.match(page, /<details class="media">.*alt="A hill"/s);
  for (const path of ["/2019/05/500-post/", "/?page_id=500"])
    assert.equal(await led(path), "301 /pages/500-post");
  assert.match(await led("/wp-content/uploads/2019/05/hill-300x200.png"), /^301 \/media\/.*png$/);
  assert.ok(!existsSync(join(into, "stories/500-post.md")));
  const out = exported(folder.dir, env);
  assert.equal(out["pages/500-post.md"], readFileSync(join(into, "pages/500-post.md"), "base64"));
});

test("AR12 sound that a feed gave beside a post stands beside the story; what is not found is a link and is reported", async () => {
  assert.match(await text("/stories/400-post"), /<audio [^>]*src="\/media\/[0-9a-f]{64}\.ogg"/);
  assert.match(await text("/stories/401-post"), /<a href="[^"]*\/lost\.mp3">/);
  assert.match(report(), /sound \S+lost\.mp3: the folder does not hold it; it became a link/);
});

test("AR13 a summary is words alone, whatever stood in the post", () => {
  assert.equal(frontOf("stories/402-post.md")["summary"], "Why One Two Three");
  for (const path of globSync("stories/*.md", { cwd: into })) {
    const summary = String(frontOf(path)["summary"]);
    const own =
      summary.includes("# no heading") || /[-._]{50}/.test(summary) || summary.includes("--option");
    if (!own) assert.ok(!/[#*`\\]|\]\(|^\s*[->]|={3}/m.test(summary), `${path}: ${summary}`);
  }
});

test("AR7 an address with utm_… leads on: where the export has it, where a text links to it, where somebody asks for it", async () => {
  assert.deepEqual(frontOf("stories/400-post.md")["formerly"], ["/2019/05/400-post", "/?p=400"]);
  const many =
    "utm_source=a&utm_medium=b&utm_campaign=c&utm_term=d&utm_content=e&utm_id=f&fbclid=g";
  for (const path of ["/2019/05/400-post/", `/2019/05/400-post/?${many}`, `/?${many}&p=400`])
    assert.equal(await led(path), "301 /stories/400-post", path);
  assert.match(
    readFileSync(join(into, "stories/402-post.md"), "utf8"),
    /\]\(\/stories\/400-post\)/,
  );
});

test("AR14 a bare & is taken for the sign itself, and its line is told", () => {
  assert.equal(parse(readFileSync(join(into, "campaign.yaml"), "utf8")).name, "Fish & Nets");
  assert.match(said, /^Line 3: expected &amp;, found a bare &/m);
  assert.match(report(), /Line 3: expected &amp;/);
});
