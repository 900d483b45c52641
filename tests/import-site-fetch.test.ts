/** An earlier site that still stands: its feed and its pictures are fetched from it, and from no private network unasked. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { promisify } from "node:util";
import sharp from "sharp";
import { program, serve, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";

const run = promisify(execFile);
const folder = temporary();
let site: Server;
let base: string;
const asked: string[] = [];

before(async () => {
  const photo = await sharp({
    create: { width: 80, height: 60, channels: 3, background: "#c2350a" },
  })
    .withExif({ IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .jpeg()
    .toBuffer();
  site = createServer((req, res) => {
    asked.push(req.url ?? "");
    if (req.url === "/feed") return res.writeHead(301, { Location: "/feed.xml" }).end();
    if (req.url === "/feed.xml") return res.end(feed());
    if (req.url === "/away.xml")
      return res.writeHead(302, { Location: "http://localhost:1/feed.xml" }).end();
    if (req.url?.endsWith("lamp.jpg")) return res.end(photo);
    if (req.url?.endsWith("half.jpg")) {
      res.writeHead(200, { "Content-Length": photo.length });
      return res.write(photo.subarray(0, 200), () => res.destroy());
    }
    return res.writeHead(404).end();
  });
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(site.address() as { port: number }).port}`;
});
after(() => {
  site.close();
  folder[Symbol.dispose]();
});

let added = "";
const feed = () => `<?xml version="1.0"?><rss version="2.0"><channel><title>Old news</title>
<link>${base}/</link><description>What we did</description><language>en</language>
<item><title>A lamp</title><link>${base}/2021/a-lamp</link><pubDate>Tue, 05 Jan 2021 10:00:00 GMT</pubDate>
<description>&lt;p&gt;It burns.&lt;/p&gt;&lt;img src="/files/lamp.jpg" alt="A lamp"&gt;&lt;img src="/files/half.jpg" alt="Half"&gt;</description></item>${added}
</channel></rss>`;

const bring = (from: string, into: string, env: Record<string, string>, ...more: string[]) =>
  run(process.execPath, [program(), "import-site", from, "--into", into, "--fetch", ...more], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
  });
const ALLOWED = { CND_ALLOW_PRIVATE: "1" };
const stories = (into: string) =>
  globSync(join(into, "stories/*.md")).map((path) => readFileSync(path, "utf8"));

test("AR8 neither a feed nor a picture is fetched from a private network unless the operator allows it", async () => {
  asked.length = 0;
  const into = join(folder.dir, "refused");
  await assert.rejects(bring(`${base}/feed`, into, {}), /127\.0\.0\.1 is one of a private network/);
  await assert.rejects(
    bring(`${base}/away.xml`, into, ALLOWED),
    /Expected a feed at .*away\.xml, got no answer/,
    "a redirect to another site is not followed",
  );
  const ghost = ghostExport("refused.json");
  await assert.rejects(bring(ghost, into, {}, "--site", base), /private network/);
  assert.deepEqual(asked, ["/away.xml"]);
});

test("AR6 a feed and a Ghost export come with the pictures of the site that still stands, and their old addresses lead here", async () => {
  const [fed, ghosted] = [join(folder.dir, "fed"), join(folder.dir, "ghosted")];
  const told = await bring(`${base}/feed`, fed, ALLOWED);
  assert.match(told.stdout, /1 stories, 1 pictures, 0 comments, 1 old addresses/);
  const report = join(fed, "import-report-old-news.md");
  assert.match(readFileSync(report, "utf8"), /picture \/files\/half\.jpg: it is neither/);
  await bring(ghostExport("ghost.json"), ghosted, ALLOWED, "--site", base);
  assert.match(stories(fed)[0]!, /formerly: \["\/files\/lamp\.jpg"\]/);
  assert.match(stories(ghosted)[0]!, /formerly: \["\/content\/images\/2021\/01\/lamp\.jpg"\]/);
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["import", ghosted], env);
  await using server = await serve(env);
  for (const [path, to] of [
    ["/a-lamp/", /^\/stories\/a-lamp$/],
    ["/content/images/2021/01/lamp.jpg", /^\/media\/[0-9a-f]{64}\.jpg$/],
    ["/content/images/2021/01/lamp-80x60.jpg", /^\/media\/[0-9a-f]{64}\.jpg$/],
  ] as const) {
    const answer = await fetch(server.base + path, { redirect: "manual" });
    await answer.arrayBuffer();
    assert.match(answer.headers.get("location") ?? "", to, path);
  }
});

function ghostExport(name: string): string {
  const path = join(folder.dir, name);
  const post = {
    id: "a1",
    title: "A lamp",
    slug: "a-lamp",
    html: '<p>It burns.</p><img src="__GHOST_URL__/content/images/2021/01/lamp.jpg" alt="A lamp">',
    status: "published",
    visibility: "public",
    type: "post",
    published_at: "2021-01-05T10:00:00.000Z",
    updated_at: "2021-01-05T10:00:00.000Z",
  };
  const data = {
    posts: [post],
    tags: [],
    posts_tags: [],
    users: [{ id: "1", name: "The desk" }],
    posts_authors: [{ post_id: "a1", author_id: "1" }],
    settings: [{ key: "title", value: "A Ghost site" }],
  };
  writeFileSync(path, JSON.stringify({ db: [{ meta: { version: "5.0.0" }, data }] }));
  return path;
}

test("AR2 a second time brings what is new alone: who was renamed stays renamed, and the first report stays", async () => {
  const into = join(folder.dir, "twice");
  await bring(`${base}/feed`, into, ALLOWED);
  const [people, report] = ["people.yaml", "import-report-old-news.md"].map((one) =>
    join(into, one),
  );
  writeFileSync(
    people!,
    readFileSync(people!, "utf8").replace("name: Old news", "name: The Old Desk"),
  );
  const renamed = readFileSync(people!, "utf8");
  assert.match(renamed, /The Old Desk/);
  writeFileSync(report!, `${readFileSync(report!, "utf8")}\nAsked, and agreed.\n`);
  added = `<item><title>A well</title><link>${base}/2022/a-well</link><pubDate>Wed, 05 Jan 2022 10:00:00 GMT</pubDate>
<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Chipo</dc:creator><description>Deep.</description></item>`;
  const told = await bring(`${base}/feed`, into, ALLOWED);
  added = "";
  assert.match(told.stdout, /1 stories.*1 already there/);
  assert.match(readFileSync(people!, "utf8"), /name: Chipo/);
  assert.doesNotMatch(readFileSync(people!, "utf8"), /name: Old news/);
  assert.match(readFileSync(report!, "utf8"), /Asked, and agreed/);
  assert.match(readFileSync(join(into, "import-report-old-news-2.md"), "utf8"), /Chipo/);
});
