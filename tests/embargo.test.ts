/** What has its day to come is public in no way before, and once on its day (features/editor/README.md). */
import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { parseEntryBundle } from "../src/engines/tlog/bundle.ts";
import { privateParts as parts, registry } from "../src/models.ts";
import { campaignFrame } from "../src/features/campaign/frame.ts";
import { sayDue, type Saying } from "../src/features/editor/due.ts";
import type { Incoming } from "../src/platform/log/incoming.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { openControl, type Control } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { openInstance, type Instance } from "../src/platform/process/instance.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { readEntry } from "../src/platform/records/record.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { serveAlone, temporary, type ServedAlone } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { exported, succeed } from "./commands.ts";
import { movedClock } from "./moved-clock.ts";
import { ownerOf, say, sign } from "./saying.ts";

const A_DAY = 86_400_000; // ms
const MINUTE = 60_000; // ms
const folder = temporary();
const clock = movedClock(folder.dir);
const data = join(folder.dir, "data");
const env = { ...clock.env, CND_DATA: data };
const mine = join(folder.dir, "mine");
const day = (n: number) => new Date(Date.now() + n * A_DAY).toISOString().slice(0, 10);
const TOMORROW = day(1);
/** Words, addresses and titles that nobody may read before the day. */
const SECRETS = /heron|héron|kingfisher|bittern|otter/i;
let server: ServedAlone;
let cookie = "";

before(async () => {
  cpSync("docs/protocol/valid/small", mine, { recursive: true });
  for (const [name, colour] of [
    ["pond", "#264"],
    ["reeds", "#642"],
  ]) {
    const create = { width: 64, height: 48, channels: 3 as const, background: colour! };
    await sharp({ create })
      .png()
      .toFile(join(mine, "media", `${name}.png`));
  }
  write(
    "heron-pond.md",
    story("The heron’s pond", "media/pond.png", "formerly: [/old/heron.html]"),
  );
  write(
    "heron-pond.fr.md",
    "---\ntitle: Le héron\nsummary: Un héron.\nstate: person\n---\nLe héron.\n",
  );
  succeed(["import", mine], env);
  server = await serveAlone(env);
  await comeIn();
});
after(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const write = (name: string, text: string) => writeFileSync(join(mine, "stories", name), text);
const story = (title: string, file: string, more = "") =>
  [
    "---",
    `title: ${title}`,
    "summary: One sentence about a heron.",
    "language: en",
    "category: Community network",
    `published: ${TOMORROW}`,
    "people: [ada]",
    "authors: [campaign-desk]",
    "topics: [connectivity]",
    "places: [far-hill]",
    `cover: { file: ${file}, alt: A heron, credit: Ada }`,
    ...(more ? [more] : []),
    "---",
    "The heron stands.\n",
  ].join("\n");

test("W16 the desk sees what waits with its picture in a browser, and nobody else has the file", async () => {
  const browser = await openBrowser();
  const seen = async (as: string, path: string, shown: readonly string[]) => {
    const context = await browser.newContext();
    const { hostname: domain } = new URL(server.base);
    for (const [, name = "", value = ""] of as.matchAll(/([^=; ]+)=([^;]*)/g))
      await context.addCookies([{ name, value, domain, path: "/desk" }]); // as the desk gives it
    const page = await context.newPage();
    await page.goto(server.base + path);
    const widths = await page.evaluate(
      (files) =>
        Promise.all(
          files.map(async (file) => {
            const picture = new Image();
            picture.src = file;
            await picture.decode().catch(() => undefined);
            return picture.naturalWidth;
          }),
        ),
      shown,
    );
    const own = await page.$$eval("main img", (all) =>
      Promise.all(
        all.map(async (one) => {
          const img = one as HTMLImageElement;
          img.loading = "eager";
          await img.decode().catch(() => undefined);
          return { at: new URL(img.src).pathname, width: img.naturalWidth };
        }),
      ),
    );
    await context.close();
    return { widths, own };
  };
  const [pond = ""] = await heldMedia();
  const list = await (await get("/desk/stories")).text();
  const named = /href="(\/desk\/stories\/[0-9a-f]+)"[^>]*>\s*<bdi[^>]*>The heron’s pond</;
  const [, draft] = named.exec(list) ?? assert.fail(list);
  const atDesk = await seen(cookie, `${draft}/preview`, [`/media/${pond}`]);
  assert.deepEqual(atDesk.own, [{ at: `/media/${pond}`, width: 64 }]);
  assert.deepEqual(atDesk.widths, [64]);
  assert.deepEqual((await seen("", "/", [`/media/${pond}`])).widths, [0]);
  await browser.close();
});

test("W16 S23 what is imported, scheduled at the desk or was said too early is nowhere before its day, and there within a minute", async () => {
  await schedule("The kingfisher", TOMORROW);
  await sayEarly();
  const early = await crawl();
  assert.ok(early.seen > 200, `${early.seen} addresses`);
  assert.deepEqual(early.leaks, []);
  const files = await heldMedia();
  assert.equal(files.length, 2);
  for (const file of files) {
    assert.equal((await fetch(`${server.base}/media/${file}`)).status, 410);
    const seen = await get(`/media/${file}`);
    assert.equal(seen.status, 200, "the desk sees what it publishes");
    assert.equal(seen.headers.get("cache-control"), "private, no-store");
  }
  clock.pass(Date.parse(TOMORROW) - 2 * MINUTE - clock.now());
  await sleep(6000); // it is looked at every five seconds
  assert.equal(await status("/stories/heron-pond"), 404, "two minutes before");
  await passUntil(TOMORROW);
  for (const slug of ["heron-pond", "the-kingfisher", "otter-creek"])
    await stands(`/stories/${slug}`);
  await sleep(1000); // files are looked up once a second
  for (const file of files) assert.equal(await status(`/media/${file}`), 200);
  for (const path of [
    "/feed.xml",
    "/sitemap.xml",
    "/api/stories",
    "/search?q=heron",
    "/stories/heron-pond.epub",
  ])
    assert.equal(await status(path), 200, path);
  assert.match(await text("/feed.xml"), /heron[^]*kingfisher|kingfisher[^]*heron/i);
  assert.match(await text("/fr/stories/heron-pond"), /Le héron/);
  assert.deepEqual(await told("story.told/1"), {
    "The heron’s pond": 1,
    "The kingfisher": 1,
    "The otter": 1,
    "Two hills: one line of sight": 1,
  });
});

test("W17 F19 V51 what waits can be changed and cancelled, and outlives a kill, a backup and a clock that jumps; of many who say it at its moment one does", async () => {
  await comeIn();
  const [newt, vole, shrew] = [
    await schedule("The newt", day(2)),
    await schedule("The vole", day(2)),
    await schedule("The shrew", day(2)),
  ];
  await publishAs(vole, { title: "The vole", published: day(3), markdown: "It digs on." });
  assert.equal((await post(`${shrew}/cancel`, {})).status, 303);
  assert.match(await (await get(shrew)).text(), /class="meta"[^]*?>draft</);
  assert.match(await (await get(newt)).text(), /is scheduled for/);
  await killed();
  const list = await (await get("/desk/stories")).text();
  const [writing, published] = list.split('id="standing"') as [string, string];
  for (const title of ["The newt", "The vole"])
    assert.match(
      writing,
      new RegExp(`<small>scheduled</small>\\s*<a [^>]*>\\s*<bdi[^>]*>${title}</bdi>`),
    );
  assert.doesNotMatch(published, /scheduled|The newt|The vole/, "it is not published");

  succeed(["backup", join(folder.dir, "b.tar.gz")], env);
  const restored = { ...env, CND_DATA: join(folder.dir, "again") };
  succeed(["restore", join(folder.dir, "b.tar.gz")], restored);
  const files = exported(folder.dir, env);
  assert.ok(files["stories/the-newt.md"] && files["stories/the-vole.md"]);
  assert.equal(files["stories/the-shrew.md"], undefined);
  assert.deepEqual(exported(folder.dir, restored), files);
  assert.match(
    succeed(["import", join(folder.dir, "out")], env),
    /: 0 new, 0 edited, .*\(0 records\)/,
  );

  clock.jump(30 * A_DAY);
  await sleep(6000); // it is looked at every five seconds
  assert.equal(await status("/stories/the-newt"), 404, "a clock that jumped is not believed");
  clock.jump(-30 * A_DAY);

  await passUntil(day(2));
  await Promise.all([0, 1, 2].map(() => sayToo()));
  await stands("/stories/the-newt");
  await killed();
  await sayToo();
  assert.equal(await status("/stories/the-vole"), 404);
  clock.pass(12 * 3_600_000);
  await killed(); // at its start it notes that it ran, as it does every hour: a whole day of rest would be doubted
  await passUntil(day(3));
  await killed();
  await stands("/stories/the-vole");
  assert.match(await text("/stories/the-vole"), /It digs on/);
  assert.equal(await status("/stories/the-shrew"), 404);
  const said = await told("story.told/1");
  assert.deepEqual([said["The newt"], said["The vole"], said["The shrew"]], [1, 1, undefined]);
});

test("W17 what was signed and not said when the program ended is said as it was signed; taken back meanwhile, it goes", async () => {
  await passUntil(TOMORROW);
  await stands("/stories/heron-pond"); // else it waits, too, and is signed beside them
  await comeIn();
  for (const title of ["The mole", "The toad"]) await schedule(title, day(5));
  await server[Symbol.asyncDispose]();
  clock.pass(Date.parse(day(5)) + 1000 - clock.now());
  const signed: string[] = [];
  {
    const writer = new URL("../src/writer.ts", import.meta.url);
    const { projections } = registry;
    const options = { dir: data, database: undefined, origin: "", projections, parts, writer };
    await using instance = await openInstance(options);
    const append = async (all: readonly Incoming[]): Promise<never> => {
      signed.push(...all.map(({ entry }) => readEntry(entry).id));
      throw new Error("The program ended here.");
    };
    for (let i = 0; i < 2; i++)
      await assert.rejects(
        sayDue(sayingOf({ ...instance.log, append }, instance.snapshot)),
        /ended/,
      );
    await instance.log.private("drafts.forget", { slug: "the-toad" });
  }
  assert.equal(new Set(signed).size, 4, "two stories, each opened and bound; signed once");
  server = await serveAlone(env);
  await comeIn();
  await stands("/stories/the-mole");
  const ids = new Set((await records()).map(({ id }) => id));
  assert.equal(signed.filter((id) => ids.has(id)).length, 4, "the mole's two, sent twice");
  assert.equal(await status("/stories/the-toad"), 404);
});

/** By the program's clock: a link and a sign-in end after a while. */
async function comeIn(): Promise<void> {
  const name = `Editor ${clock.now()}`;
  const said = succeed(["account", "invite", "editor", "--name", name], env);
  const [link] = /\/desk\/link\/\S+/.exec(said) ?? assert.fail(said);
  const entered = await fetch(server.base + link, { method: "POST", redirect: "manual" });
  cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

/** Another process at the same work. */
async function sayToo(): Promise<void> {
  using running = await openControl(dataPaths(data).socket);
  const reader = openReader(dataPaths(data).database);
  await sayDue(sayingOf(running, reader.snapshot));
  await reader.db.destroy();
}

/** By the clock of the program. */
function sayingOf(
  log: Pick<Control, "append" | "private">,
  snapshot: Instance["snapshot"],
): Saying {
  const { append } = log;
  return {
    instance: { log, snapshot } as unknown as Instance,
    speaker: { append, key: ownerOf(data), snapshot },
    frame: (db) => campaignFrame(db, "https://campaign.example"),
    now: () => clock.now(),
    clock: {
      now: () => clock.now(),
      aged: () => clock.now(),
      behindBy: () => 0,
      isSettled: () => true,
      aheadBy: () => 0,
    },
  };
}

async function killed(): Promise<void> {
  const gone = once(server.process, "exit");
  process.kill(-server.process.pid!, "SIGKILL");
  await gone;
  server = await serveAlone(env);
}

/** In steps in which a machine may have slept. */
async function passUntil(on: string): Promise<void> {
  const step = 6 * 3_600_000;
  for (let left = Date.parse(on) + 1000 - clock.now(); left > 0; left -= step) {
    clock.pass(Math.min(left, step));
    await sleep(100);
  }
}

async function stands(path: string): Promise<void> {
  for (const began = performance.now(); (await status(path)) !== 200; await sleep(200))
    assert.ok(performance.now() - began < MINUTE, `${path} ${server.complaints()}`);
}

const get = (path: string, as = cookie) =>
  fetch(server.base + path, { headers: { cookie: as }, redirect: "manual" });
const status = async (path: string) =>
  (await fetch(server.base + path, { redirect: "manual" })).status;
const text = async (path: string) => (await fetch(server.base + path)).text();

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(server.base + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body,
  });
}

/** @returns the path of the draft */
async function schedule(title: string, on: string): Promise<string> {
  const begun = await post("/desk/stories", { title, slug: "" });
  const path = begun.headers.get("location")!;
  await publishAs(path, { title, published: on });
  return path;
}

async function publishAs(path: string, fields: Record<string, string>): Promise<void> {
  const base = /name="base" value="(\d+)"/;
  const [, version] = base.exec(await (await get(path)).text())!;
  const typed = {
    summary: "A bittern calls.",
    markdown: "The bittern booms.",
    language: "en",
    category: "Community network",
    authors: "campaign-desk",
    ...fields,
  };
  assert.equal((await post(path, { base: version!, next: "publish", ...typed })).status, 303);
  const page = await (await get(`${path}/publish`)).text();
  const [, now] = base.exec(page) ?? assert.fail(page.replace(/<style[^]*?<\/style>/, ""));
  assert.equal((await post(`${path}/publish`, { base: now! })).status, 303);
}

/** As a program before this one said it, with its file. */
async function sayEarly(): Promise<void> {
  const store = openMedia(join(data, "media"));
  const file = await store.put(join(mine, "media/reeds.png"));
  const { body } = (await records()).find(({ kind }) => kind === "story.told/1")!;
  const { cover: _c, pictures: _p, people: _q, markdown: _m, ...rest } = body;
  const otter = {
    ...rest,
    title: "The otter",
    summary: "An otter.",
    published: TOMORROW,
    markdown: "The otter swims.",
    cover: { file: { ...file, name: "media/reeds.png" }, alt: "Reeds", credit: "Ada" },
  };
  const owner = ownerOf(data);
  const opened = sign(owner, { kind: "story.told/1", body: otter });
  const bound = { space: "stories", slug: "otter-creek" };
  await say(
    server.base,
    opened,
    sign(owner, { kind: "slug.bound/1", subject: opened.id, body: bound }),
  );
}

async function heldMedia(): Promise<string[]> {
  const store = openMedia(join(folder.dir, "elsewhere"));
  const files = ["pond", "reeds"].map((name) => store.put(join(mine, "media", `${name}.png`)));
  return (await Promise.all(files)).map((file) => file.media);
}

const LINK = /(?:href|src|action|url|id|loc)["'=:>\s]+(?:http:\/\/[^/"'<\s]+)?(\/[^"'<>\s#]*)/g;

interface Said {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly hash: string;
  readonly body: JsonObject;
}
/** Every record of the log, as a stranger reads it. */
async function records(): Promise<Said[]> {
  const size = Number((await text("/log/checkpoint")).split("\n")[1]);
  const all: Said[] = [];
  for (let n = 0; n * 256 < size; n++) {
    const width = Math.min(256, size - n * 256);
    const tile = `/log/tile/entries/${String(n).padStart(3, "0")}${width < 256 ? `.p/${width}` : ""}`;
    const bytes = new Uint8Array(await (await fetch(server.base + tile)).arrayBuffer());
    assert.doesNotMatch(Buffer.from(bytes).toString("utf8"), SECRETS);
    for (const entry of parseEntryBundle(bytes)) {
      const { id, envelope } = readEntry(entry);
      const answer = await fetch(`${server.base}/log/body/${envelope.body}`);
      const body = answer.ok ? ((await answer.json()) as { say: JsonObject }).say : {};
      all.push({
        id,
        kind: envelope.kind,
        subject: envelope.subject ?? id,
        hash: envelope.body,
        body,
      });
    }
  }
  return all;
}

async function told(kind: string): Promise<Record<string, number>> {
  const titles = (await records())
    .filter((one) => one.kind === kind)
    .map(({ body }) => body["title"] as string);
  return Object.fromEntries(
    [...Map.groupBy(titles, (title) => title)].map(([title, all]) => [title, all.length]),
  );
}

/** Every address that the site serves or the log names, each in plain and as other servers ask for it. */
async function crawl(): Promise<{ readonly seen: number; readonly leaks: readonly string[] }> {
  const slugs = ["heron-pond", "the-kingfisher", "otter-creek"];
  const inLog = (await records()).flatMap(({ id, subject, hash }) => [
    `/log/records/${id}`,
    `/log/subjects/${subject}`,
    `/log/proof/${id}.json`,
    `/log/body/${hash}`,
  ]);
  const guessed = slugs.flatMap((slug) =>
    [
      ...["", ".epub", "/comment"].map((end) => `/stories/${slug}${end}`),
      `/cards/stories/${slug}.png`,
    ].flatMap((path) => [path, `/fr${path}`]),
  );
  const named =
    "sitemap.xml feed.xml feed.json api/openapi.json api/stories log old/heron.html metrics campaign.epub";
  const asked = ["stands", "booms", "swims"].map((word) => `/search?q=${word}`);
  const open = ["/", ...named.split(" ").map((one) => `/${one}`), ...asked, ...inLog, ...guessed];
  const seen = new Set(open);
  const leaks: string[] = [];
  async function look(path: string, Accept: string): Promise<void> {
    const answer = await fetch(server.base + path, { headers: { Accept }, redirect: "manual" });
    const words = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    // What was asked for comes back in the address of a page that stands for nothing.
    const said = `${words} ${JSON.stringify([...answer.headers])}`
      .replaceAll(/(?:stories|old)\/(?:heron-pond|the-kingfisher|otter-creek|heron\.html)/g, (is) =>
        path.includes(is) ? "" : is,
      )
      .replaceAll("q=heron", "");
    const at = said.search(SECRETS);
    if (at >= 0)
      leaks.push(
        `${Accept} ${path}: ${answer.status} ${said.slice(Math.max(0, at - 60), at + 60)}`,
      );
    for (const [, link] of words.matchAll(LINK)) {
      const to = link!.replaceAll("&amp;", "&");
      if (seen.has(to) || /^\/(?:desk|log|[a-z]+\/log)\/|\?|\.(?:css|js)$/.test(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  while (open.length > 0)
    await Promise.all(
      open
        .splice(0, 8)
        .flatMap((path) => [
          look(path, "*/*"),
          ...(slugs.some((slug) => path.includes(slug))
            ? [look(path, "application/activity+json")]
            : []),
        ]),
    );
  return { seen: seen.size, leaks };
}
