/** Share cards as other sites ask for them: what pages name, what comes, and what is left when it was taken back. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { serveAlone, temporary, type Served } from "../tools/program.ts";
import { makeLadders } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { ownerOf, say, sign } from "./saying.ts";

const folder = temporary();
const campaign = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data") };
const kept = () => readdirSync(join(env.CND_DATA, "cache", "cards"));
let server: Served;

before(async () => {
  succeed(["init", campaign, "--yes"]);
  mkdirSync(join(campaign, "stories"), { recursive: true });
  mkdirSync(join(campaign, "media"), { recursive: true });
  const size = { width: 1600, height: 900, channels: 3 as const };
  await sharp({ create: { ...size, background: "#2040ff" } })
    .jpeg()
    .toFile(join(campaign, "media", "blue.jpg"));
  const story = (opening: string, more = "") =>
    `---\ntitle: Not on the card\nsummary: ${opening}.\nlanguage: en\ncategory: Made up\npublished: 2026-01-01\nauthors: [campaign-desk]\n${more}---\n\nText.\n`;
  const cover = `cover: { file: media/blue.jpg, alt: "Blue" }\n`;
  for (const [slug, text] of [
    ["told", story("A story <told> & more", cover)],
    ["other", story("Another")],
    ["third", story("A third")],
    ["fourth", story("A fourth")],
  ] as const)
    writeFileSync(join(campaign, "stories", `${slug}.md`), text);
  succeed(["import", campaign], env);
  await makeLadders(env); // a card shows the lighter cover, once there is one
  server = await serveAlone(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const card = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.base + path, { headers, redirect: "manual" });
/** What a page says of how it shows elsewhere. */
async function said(path: string): Promise<Record<string, string>> {
  const html = await (await fetch(server.base + path)).text();
  const metas = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g);
  return Object.fromEntries(Array.from(metas, ([, name, value]) => [name!, value!]));
}

test("WB14 a page names its card, its size and its words; the card says what changes", async () => {
  const metas = await said("/stories/told");
  const url = new URL(metas["og:image"]!);
  assert.equal(url.pathname, "/cards/stories/told.png");
  assert.match(url.search, /^\?v=[0-9a-f]{8}$/);
  assert.equal(metas["og:image:width"], "1200");
  assert.equal(metas["og:image:height"], "630");
  assert.equal(metas["twitter:card"], "summary_large_image");
  assert.match(metas["og:image:alt"]!, /^A story &lt;told&gt; &amp; more/);
  assert.notEqual((await said("/stories/other"))["og:image"]!.slice(-8), url.search.slice(-8));
  assert.match((await said("/"))["og:image"]!, /\/cards\.png\?v=/);
  assert.equal((await said("/stories/nothing"))["og:image"], undefined);
});

test("S27 a story’s card shows its cover", async () => {
  const answer = await card("/cards/stories/told.png");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "image/png");
  const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer()))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [1200, 630]);
  const [r, g, b] = data.subarray(3 * (40 * 1200 + 900));
  assert.ok(b! > 200 && r! < 80 && g! < 110, `the cover is blue, the card ${r} ${g} ${b}`);
  const other = Buffer.from(await (await card("/cards/stories/other.png")).arrayBuffer());
  assert.equal((await sharp(other).metadata()).width, 1200);
});

test("WB12 a card is there where its page is; who has it is told so; it was drawn once", async () => {
  for (const path of [
    "/cards/stories/nothing.png",
    "/cards/stories.png",
    "/cards/x",
    "/cards/.png",
  ])
    assert.equal((await card(path)).status, 404, path);
  const drawn = kept().length;
  const first = await card("/cards/stories/told.png?v=anything");
  const tag = first.headers.get("etag")!;
  assert.equal((await card("/cards/stories/told.png", { "if-none-match": tag })).status, 304);
  const head = await fetch(`${server.base}/cards/stories/told.png`, { method: "HEAD" });
  assert.equal(head.headers.get("content-length"), String((await first.arrayBuffer()).byteLength));
  assert.equal(kept().length, drawn);
});

test("S27 the card of a story that is erased goes with it, from the disk too", async () => {
  await card("/cards/stories/other.png");
  assert.ok(kept().length > 0);
  succeed(["erase", "/stories/other"], env);
  assert.equal((await fetch(`${server.base}/stories/other`)).status, 410);
  assert.deepEqual(kept(), []);
  const gone = await card("/cards/stories/other.png");
  assert.equal(gone.status, 410);
  assert.deepEqual(kept(), []);
  assert.equal((await card("/cards/stories/told.png")).status, 200);
});

test("S27 the card of a story that is withdrawn goes with it, from the disk too", async () => {
  await card("/cards/stories/third.png");
  assert.ok(kept().length > 0);
  const page = await (await fetch(`${server.base}/stories/third`)).text();
  const subject = /urn:sha256:([0-9a-f]{64})/.exec(page)![1]!;
  const record = { kind: "story.withdrawn/1", subject, body: {} };
  await say(server.base, sign(ownerOf(env.CND_DATA), record));
  assert.equal((await fetch(`${server.base}/stories/third`)).status, 410);
  assert.deepEqual(kept(), []);
  assert.equal((await card("/cards/stories/third.png")).status, 410);
});

test("WB13 beyond what one network may have drawn it is told to come again; what is kept is sent", async () => {
  await server[Symbol.asyncDispose]();
  writeFileSync(join(env.CND_DATA, "limits.yaml"), "card: { hour: { each: 2, total: 100 } }\n");
  server = await serveAlone(env);
  assert.equal((await card("/cards.png")).status, 200);
  assert.equal((await card("/cards/stories/told.png")).status, 200);
  const late = await card("/cards/stories/fourth.png");
  assert.deepEqual([late.status, late.headers.get("retry-after")], [503, "60"]);
  assert.equal((await card("/cards/stories/told.png")).status, 200);
  assert.equal(kept().length, 2);
});
