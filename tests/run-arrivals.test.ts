/** An earlier site comes in by the desk: its report first, then itself, then its pictures, then out again. Rules RN7, RN8 and RN14. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { invitation } from "./invitation.ts";

const folder = temporary();
const data = join(folder.dir, "data");
const env = { CND_DATA: data };
const AT = "/desk/run/arrivals";
let server: Served;
let cookie = "";

before(async () => {
  await newCampaign(data);
  server = await serve(env);
  const link = await invitation(data, { role: "owner", name: "Li" });
  const came = await post(link);
  cookie = came.headers.get("set-cookie")!.split(";")[0]!;
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const POSTS = ["The well", "The mast"]
  .map(
    (
      title,
      i,
    ) => `<item><title>${title}</title><link>https://old.example.org/${title.toLowerCase().replace(" ", "-")}/</link>
<pubDate>Mon, 0${i + 1} Jun 2026 10:00:00 +0000</pubDate>
<description>&lt;p&gt;${title} was built by the people of the village in one summer.&lt;/p&gt;</description></item>`,
  )
  .join("");
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Old</title>
<link>https://old.example.org/</link><description>d</description><language>en</language>${POSTS}</channel></rss>`;

test("RN7 an export is read as the command reads it: what would come stands there, and nothing of the campaign changes", async () => {
  const ours = await stories();
  for (const [text, says] of [
    ["no export at all", /Expected a WordPress export[^<]*in the file, found something else/],
    ["<html><p>page</p></html>", /found XML that begins with &lt;html>|&lt;html&gt;/],
  ] as const) {
    const bad = await send("notes.txt", text);
    assert.match(await settled(bad), says);
    assert.equal((await post(`${bad}/take`)).status, 303);
    assert.equal((await post(`${bad}/forget`)).headers.get("location"), AT);
  }
  const wrong = await form("feed.xml", FEED, { site: "old" });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Enter an address such as/);
  const none = await form("", "");
  assert.equal(none.status, 422);
  assert.deepEqual(readdirSync(dataPaths(data).arrivals), []);
  const one = await send("feed.xml", FEED);
  const page = await settled(one);
  assert.match(page, /What would be imported/);
  assert.match(page, /Stories <small>2<\/small>/);
  assert.match(await (await get(`${one}/report`)).text(), /# .*\n/);
  assert.deepEqual(await stories(), ours);
});

test("HD12 what an export brings of somebody who was erased here is left out, and the page says so, as the command does", async () => {
  const key = ownerOf(data);
  const named = sign(key, { kind: "person.named/1", body: { name: "Nora Gone" } });
  const bound = { space: "people", slug: "nora-gone" };
  await say(
    server.base,
    named,
    sign(key, { kind: "slug.bound/1", subject: named.id, body: bound }),
  );
  succeed(["erase", "/authors/nora-gone"], env);
  const feed = FEED.replace("<rss ", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" ').replace(
    "<item>",
    "<item><dc:creator>Nora Gone</dc:creator>",
  );
  const one = await send("feed.xml", feed);
  const page = await settled(one);
  assert.match(page, /people\.yaml:\d+: left out: people\/[a-z-]+ was erased here/);
  assert.match(page, /stories\/[^<]*left out: it names people\//);
  assert.equal((await post(`${one}/forget`)).headers.get("location"), AT);
});

test("RN8 what was looked at is taken in once, leaves the desk's own work alone, and is taken out again, with nothing else", async () => {
  const ours = await stories();
  const [first] = readdirSync(dataPaths(data).arrivals) as [string];
  const one = `${AT}/${first}`;
  {
    using running = await openControl(dataPaths(data).socket);
    const what = imported().keys().next().value!;
    // As if the operator's file had said something else, and the desk had changed it since.
    const row = { subject: what.split(" ")[0], lang: "", said: "f".repeat(64) };
    await running.private("imported.keep", [row]);
  }
  const known = imported();
  await post(`${one}/take`);
  await server[Symbol.asyncDispose](); // told to stop just as it begins
  server = await serve(env);
  const page = await settled(one);
  assert.match(page, /What was imported/);
  const since = imported();
  assert.ok(since.size > known.size);
  for (const [what, said] of known)
    assert.equal(since.get(what), said, "what the operator's own folder said last stays known");
  const now = await stories();
  assert.equal(now.length, ours.length + 2);
  assert.ok(now.includes("the-well") && now.includes("the-mast"));
  await post(`${one}/take`);
  assert.deepEqual(await stories(), now, "nothing is said twice");
  const again = await send("feed.xml", FEED);
  assert.match(await settled(again), /The file contains nothing new/);
  await post(`${one}/undo`);
  assert.match(await settled(one), /2 stories and pages were withdrawn/);
  assert.deepEqual(await stories(), ours);
  succeed(["verify"], env);
});

test("RN8 a process that is told to stop ends what it reads at once, and the next one reads it whole", async () => {
  const picture = await sharp({
    create: { width: 64, height: 48, channels: 3, background: "#777" },
  })
    .jpeg()
    .toBuffer();
  const asked: string[] = [];
  let isSilent = true; // as a site behind a line that has broken
  const site = createServer((req, res) => {
    asked.push(req.url!);
    if (!isSilent) res.writeHead(200, { "content-type": "image/jpeg" }).end(picture);
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  try {
    const at = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const shows = [1, 2, 3].map((n) => `&lt;img src="${at}/images/${n}.jpg" alt="A mast"&gt;`);
    const text = FEED.replaceAll("The ", "A ").replaceAll(
      " was built",
      `${shows.join("")} was built`,
    );
    await server[Symbol.asyncDispose]();
    server = await serve({ ...env, CND_ALLOW_PRIVATE: "1" });
    const sent = await form("feed.xml", text, { site: at, fetch: "yes" });
    const one = sent.headers.get("location")!;
    for (let i = 0; asked.length === 0 && i < 2000; i++) await sleep(5);
    await server[Symbol.asyncDispose]();
    assert.deepEqual(asked, ["/images/1.jpg"], "the second one is not waited for any more");
    isSilent = false;
    server = await serve({ ...env, CND_ALLOW_PRIVATE: "1" });
    const page = await settled(one);
    assert.match(page, /Stories <small>2<\/small>/);
    assert.match(page, /Pictures <small>3<\/small>/);
  } finally {
    site.closeAllConnections();
    site.close();
  }
});

test("RN14 what the earlier site shows is brought in after it, n of m, goes on after a stop, and is put where it stood", async () => {
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#a52" } })
    .jpeg()
    .toBuffer();
  const asked: string[] = [];
  let isSilent = false;
  const gone = new Set(["/images/wide-2.jpg"]);
  const site = createServer((req, res) => {
    asked.push(req.url!);
    if (isSilent && req.url!.includes("wide-3")) return; // as a line that has broken
    if (gone.has(req.url!)) res.writeHead(404).end();
    else res.writeHead(200, { "content-type": "image/jpeg" }).end(photo);
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  const again = async () => {
    await server[Symbol.asyncDispose]();
    server = await serve({ ...env, CND_ALLOW_PRIVATE: "1" });
  };
  try {
    const at = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const shows = [1, 2, 3].map(
      (n) => `&lt;img src="${at}/images/wide-${n}.jpg" alt="Mast ${n}"&gt;`,
    );
    const posts = POSTS.split("</item>")[0]!.replaceAll("The well", "Wide water");
    const text = FEED.replace(POSTS, `${posts}</item>`)
      .replaceAll("the-well", "wide-water")
      .replaceAll(" was built", `${shows.join("")} was built`);
    await again();
    const sent = await form("feed.xml", text, { site: at });
    const one = sent.headers.get("location")!;
    assert.match(await settled(one), /Pictures and sounds \(not imported\) <small>3<\/small>/);
    await post(`${one}/take`);
    assert.match(await settled(one), /Import the pictures/);
    assert.equal(asked.length, 0, "nothing was fetched that nobody asked for");

    isSilent = true;
    await post(`${one}/pictures`, { site: "" });
    for (let i = 0; !asked.some((url) => url.includes("wide-3")) && i < 2000; i++) await sleep(5);
    await post(`${one}/pictures`, { site: "" }); // pressed twice, it is one
    isSilent = false;
    await again();
    assert.match(
      await settled(one),
      /Pictures and sounds imported: 2 of 3[^]*wide-2\.jpg: [^]*Retry the remaining files/,
    );
    const count = (name: string) => asked.filter((url) => url === `/images/${name}.jpg`).length;
    assert.equal(count("wide-1"), 1, "what was fetched before the stop is not fetched again");
    const shown = async () => (await get("/stories/wide-water")).text();
    assert.match(await shown(), /Mast 1[^]*Mast 3/);
    assert.match(await shown(), /\/media\/[0-9a-f]{64}\.\w+/);

    const wrong = await post(`${one}/pictures`, { site: "old" });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /Enter an address such as/);
    gone.clear();
    const known = asked.length;
    await post(`${one}/pictures`, { site: "" });
    const page = await settled(one);
    assert.match(page, /Pictures and sounds imported: 1 of 1/);
    assert.doesNotMatch(page, /Retry the remaining files/);
    assert.deepEqual(asked.slice(known), ["/images/wide-2.jpg"]);
    assert.match(await shown(), /Mast 1[^]*Mast 2[^]*Mast 3/, "in the order in which they stood");
    succeed(["verify"], env);
  } finally {
    site.closeAllConnections();
    site.close();
  }
});

/** What each file of a folder said when it was imported last. */
function imported(): ReadonlyMap<string, string> {
  using db = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const rows = db.prepare("select subject || ' ' || lang as what, said from imported").all();
  return new Map(rows.map(({ what, said }) => [String(what), String(said)]));
}

/** The slugs of those that everybody can read. */
async function stories(): Promise<readonly string[]> {
  const { items: all } = (await (await get("/api/stories")).json()) as {
    items: readonly { readonly slug: string }[];
  };
  return all.map(({ slug }) => slug).toSorted();
}

/** @returns what stands in the page when nothing is at work any more */
async function settled(path: string): Promise<string> {
  using running = await openControl(dataPaths(data).socket);
  for (let i = 0; i < 800; i++) {
    const jobs = (await running.private("jobs.of", path.split("/").at(-1))) as readonly {
      readonly state: string;
    }[];
    if (jobs.length > 0 && jobs.every(({ state }) => state === "done" || state === "failed"))
      return (await (await get(path)).text()).replace(/^[^]*<main/, "<main");
    await sleep(10);
  }
  return assert.fail(`${path} goes on and on`);
}

async function send(name: string, text: string): Promise<string> {
  const answer = await form(name, text);
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get("location")!;
}

function form(name: string, text: string, fields: Record<string, string> = {}) {
  const body = new FormData();
  for (const [field, value] of Object.entries({ site: "", ...fields })) body.append(field, value);
  if (name !== "") body.append("file", new Blob([text]), name);
  return fetch(server.base + AT, { method: "POST", body, headers: { cookie }, redirect: "manual" });
}
const get = (path: string) => fetch(server.base + path, { headers: { cookie } });
const post = (path: string, fields: Readonly<Record<string, string>> = {}) =>
  fetch(server.base + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie },
    redirect: "manual",
  });
