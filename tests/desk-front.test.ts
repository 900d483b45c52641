/** The front page and the campaign's words at the desk, and stories with an hour (features/campaign, features/editor). */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { appendAll } from "../src/commands/import.ts";
import { waitingFiles, waitingRoom } from "../src/commands/waiting-room.ts";
import { campaignFrame } from "../src/features/campaign/frame.ts";
import { sayDue } from "../src/features/editor/due.ts";
import { folderParts } from "../src/folder-parts.ts";
import { askDrafts, askWaiting, readWaiting } from "../src/features/stories/model.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { exportFolder } from "../src/platform/folder/export.ts";
import { importFolder } from "../src/platform/folder/import.ts";
import { withWaiting } from "../src/platform/folder/with-waiting.ts";
import { thingsIn } from "../src/platform/log/reading.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { askImported, readImported } from "../src/platform/private/imported.ts";
import { Clock } from "../src/platform/records/clock.ts";
import type { Instance } from "../src/platform/process/instance.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { invitation } from "./invitation.ts";
import { ownerOf } from "./saying.ts";

type Fields = Record<string, string>;
const folder = temporary();
const data = join(folder.dir, "data");
const out = join(folder.dir, "out");
const STORIES = [
  ["the-mill", "The mill that talks"],
  ["the-ferry", "The ferry and the mast"],
] as const;
/** What no compression makes much smaller. */
const programme = (title: string) => {
  const hash = (n: number) => createHash("sha512").update(`${title} ${n}`).digest("base64url");
  const summary = Array.from({ length: 55 }, (_, n) => hash(n)).join(" ");
  return `---\ntitle: ${title}\nsummary: ${summary}\npurpose: To weigh.\n---\nIt weighs.\n`;
};
const story = (title: string) =>
  [
    "---",
    `title: ${title}`,
    "summary: One sentence.",
    "language: en",
    "category: Network",
    "published: 2026-01-02",
    "authors: [campaign-desk]",
    "---",
    "It stands.\n",
  ].join("\n");
let server: Served;
let owner = "";
let editor = "";

before(async () => {
  await newCampaign(data);
  server = await serve({ CND_DATA: data });
  await written();
  const campaign = join(out, "campaign.yaml");
  writeFileSync(campaign, readFileSync(campaign, "utf8").replace("[en]", "[en, sw]"));
  for (const [slug, title] of STORIES) writeFileSync(join(out, `stories/${slug}.md`), story(title));
  mkdirSync(join(out, "programmes"), { recursive: true });
  for (const n of [1, 2, 3])
    writeFileSync(join(out, `programmes/long-${n}.md`), programme(`A long programme ${n}`));
  assert.equal(
    await imported(),
    11,
    "the campaign; two stories, three programmes and where they stand",
  );
  owner = await cookieOf("owner");
  editor = await cookieOf("editor");
});
after(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const OWN = { "sec-fetch-site": "same-origin" };
async function cookieOf(role: "owner" | "editor"): Promise<string> {
  const link = await invitation(data, { role, name: role });
  const answer = await fetch(server.base + link, {
    method: "POST",
    redirect: "manual",
    headers: OWN,
  });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0]!)
    .join("; ");
}
const get = (path: string, cookie = owner) =>
  fetch(server.base + path, { headers: { cookie }, redirect: "manual" });
const html = async (path: string, cookie?: string) => (await get(path, cookie)).text();
const post = (path: string, fields: Fields, cookie = owner) =>
  fetch(server.base + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, ...OWN },
    body: new URLSearchParams(fields),
  });
const plain = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
/** What the form at an address would send as it stands. */
async function formAt(path: string, action = path, cookie = owner): Promise<Fields> {
  const page = await html(path, cookie);
  const from = page.indexOf(`action="${action}"`);
  assert.ok(from > 0, page.slice(0, 500));
  return fieldsOf(page.slice(from, page.indexOf("</form>", from)));
}
function fieldsOf(form: string): Fields {
  const fields: Fields = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const isOff = of("type") === "checkbox" && !/ checked/.test(tag);
    if (of("name") !== undefined && !isOff) fields[of("name")!] = plain(of("value") ?? "");
  }
  for (const [, name, text] of form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name!] = plain(text!).replace(/^\n/, "");
  for (const [, name, options] of form.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([^]*?)<\/select>/g,
  ))
    fields[name!] = plain(/<option value="([^"]*)"[^>]* selected/.exec(options!)?.[1] ?? "");
  return fields;
}
/** The campaign as an export writes it. */
async function written(): Promise<void> {
  await using reader = reading();
  await reader.snapshot(async (db) => {
    const things = (space: string, kinds: readonly string[]) => thingsIn(db, space, kinds);
    const log = await withWaiting({ things }, folderParts, () => waitingFiles(db));
    const media = openMedia(dataPaths(data).media);
    await exportFolder({ dir: out, parts: folderParts, log, media });
  });
}
async function fileIn(path: string): Promise<string> {
  await written();
  return readFileSync(join(out, path), "utf8");
}
/** @returns how many records the folder says anew */
async function imported(dryRun = false): Promise<number> {
  using running = await openControl(dataPaths(data).socket);
  await using reader = reading();
  const { snapshot } = reader;
  const done = await importFolder({
    dir: out,
    parts: folderParts,
    log: {
      things: (space, kinds) => snapshot((db) => thingsIn(db, space, kinds)),
      append: (records, progress) => appendAll(running, records, progress),
      memory: {
        read: () => snapshot(readImported),
        keep: (rows) => askImported(running.private).keep(rows),
      },
      waiting: waitingRoom({ log: running, snapshot }),
    },
    key: ownerOf(data),
    clock: new Clock(Date.now),
    media: openMedia(dataPaths(data).media),
    dryRun,
  });
  return done.problems ? assert.fail(JSON.stringify(done.problems)) : done.counts.records;
}
function reading() {
  const { db, snapshot } = openReader(dataPaths(data).database);
  return { snapshot, [Symbol.asyncDispose]: () => db.destroy() };
}
const FRONT = "/desk/front";
const headings = async (path = "/") =>
  [...(await html(path)).matchAll(/<h2[^>]* id="(\w+)"/g)].map(([, id]) => id);

test("C31 blocks and parts stand in the order that somebody gave them, with a link of one's own; by itself nothing is written", async () => {
  const stood = await fileIn("campaign.yaml");
  const form = await formAt(FRONT, FRONT, editor);
  const same = await post(FRONT, form, editor);
  assert.equal(same.headers.get("location"), `${FRONT}?done=unchanged`);
  const own = {
    ...form,
    "block-purpose": "",
    "block-conversation": "1",
    "block-people": "2",
    "block-pledges": "3",
    "block-do-good": "4",
    "part-take-part": "1",
    "part-stories": "2",
    "part-do-good": "",
    linkText: "Our shop",
    linkTo: "https://shop.example/",
  };
  assert.equal((await post(FRONT, own, editor)).headers.get("location"), `${FRONT}?done=saved`);
  assert.deepEqual((await headings()).slice(0, 4), ["cv", "tw", "pl", "dg"]);
  const page = await html("/");
  const [, nav] = /<nav class="nav"[^>]*>([^]*?)<\/nav>/.exec(page)!;
  const links = [...nav!.matchAll(/href="([^"]+)"/g)].map(([, to]) => to);
  assert.deepEqual(links, [
    "/take-part",
    "/stories",
    "/pledges",
    "/conversation",
    "https://shop.example/",
    "/search",
  ]);
  const arranged = await fileIn("campaign.yaml");
  assert.match(arranged, /^navigation: \[take-part, stories, pledges, conversation\]$/m);
  assert.match(arranged, /^ownLink: \{ text: Our shop, to: https:\/\/shop.example\/ \}$/m);
  assert.match(
    arranged,
    /^ {2}blocks: \[conversation, people, book, pledges, do-good, letter, event, wanted\]$/m,
  );
  assert.equal(await imported(true), 0, "what is exported says nothing new");
  const { base } = await formAt(FRONT);
  assert.equal((await post(FRONT, { ...form, base: base! })).status, 303);
  assert.equal(await fileIn("campaign.yaml"), stood, "what stands by itself is not written");
});

test("C41 what is asked for this week and this month, and the number, are set at the desk; what does not fit says so in its place", async () => {
  const stood = await fileIn("campaign.yaml");
  const form = await formAt(FRONT);
  const [topic] = [
    ...(await html(FRONT)).split('name="question-topic"')[1]!.matchAll(/value="([a-z-]+)"/g),
  ].map(([, id]) => id!);
  const asked: Fields = {
    "number-figure": "2.2 billion",
    "number-says": "people were offline in 2025",
    "number-to": "/pledges",
    "week-title": "Name a place",
    "week-button": "Name it",
    "week-to": "/take-part",
    "week-until": "2999-12-31",
    "week-came": "Nine were named.",
    "question-text": "What did you do first?",
    "question-topic": topic!,
    "question-from": "2026-01-01",
    "question-until": "2999-12-31",
  };
  const until = { "question-from": "2999-12-31", "question-until": "2026-01-01" };
  const wrong = await post(FRONT, { ...form, ...asked, ...until, "week-button": "" });
  assert.equal(wrong.status, 422);
  const back = await wrong.text();
  assert.match(back, /href="#week-button"/);
  assert.match(back, /Name a place/);
  const late = await (await post(FRONT, { ...form, ...asked, ...until })).text();
  assert.match(late, /id="question-until-problem"[^]*Choose 2999-12-31 or a later day/);
  assert.equal((await post(FRONT, { ...form, ...asked })).status, 303);
  const page = await html("/");
  for (const said of [/2\.2 billion/, /Name a place[^]*Nine were named/, /What did you do first\?/])
    assert.match(page, said);
  const again = await formAt(FRONT);
  for (const [name, value] of Object.entries(asked)) assert.equal(again[name], value, name);
  assert.equal((await post(FRONT, { ...form, base: again["base"]! })).status, 303);
  assert.equal(await fileIn("campaign.yaml"), stood, "left empty, nothing of it is written");
});

test("C31 who leads and what stands beside is chosen by name; a name of nothing comes back, and what is gone is passed over", async () => {
  const form = await formAt(FRONT);
  const stories = (await html(FRONT)).split('id="known-stories"')[1]!.split("</datalist>")[0]!;
  const names = [...stories.matchAll(/value="([^"]+)"/g)].map(([, name]) => plain(name!));
  const [second, third] = [names[1]!, names[2]!];
  const wrong = await post(FRONT, { ...form, lead: "The Loch Ness story", "people-1": third });
  assert.equal(wrong.status, 422);
  const back = await wrong.text();
  assert.match(back, /href="#lead"/);
  assert.match(back, /is called “The Loch Ness story”/);
  assert.ok(plain(back).includes(`value="${third}"`), "what was typed stays");
  const both = await post(FRONT, { ...form, linkText: "Shop" });
  assert.match(await both.text(), /Enter the link’s address/);
  assert.equal(
    (await post(FRONT, { ...form, lead: second.toUpperCase(), "people-1": third })).status,
    303,
  );
  const yaml = await fileIn("campaign.yaml");
  const [, lead, beside] =
    /^ {2}lead: ([a-z0-9-]+)\n {2}people: \[([a-z0-9-]+)\]$/m.exec(yaml) ?? assert.fail(yaml);
  const page = await html("/");
  assert.ok(page.indexOf(`/stories/${lead}"`) < page.indexOf(`/stories/${beside}"`));
  const [first] = /href="\/stories\/[a-z0-9-]+"/.exec(page.slice(page.indexOf("</header>")))!;
  assert.equal(first, `href="/stories/${lead}"`);
  assert.equal((await formAt(FRONT))["lead"], second, "shown by its name");
  const file = join(out, "campaign.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(`lead: ${lead}`, "lead: never-told"));
  assert.equal(await imported(), 1);
  assert.equal((await get("/")).status, 200);
  assert.ok((await html("/")).includes(`/stories/${beside}"`));
});

test("C31 what was said since the form was last looked at can be chosen by its name", async () => {
  const [slug, title] = STORIES[0];
  const told = join(out, `stories/${slug}.md`);
  const stood = readFileSync(told, "utf8");
  assert.match(plain(await html(FRONT)), new RegExp(`value="${title}"`));
  writeFileSync(told, stood.replace(title, "The mill that sings"));
  assert.equal(await imported(), 1);
  const form = await formAt(FRONT);
  const list = plain(await html(FRONT));
  assert.match(list, /value="The mill that sings"/);
  assert.doesNotMatch(list, new RegExp(title));
  const lead = await post(`${FRONT}/look`, { ...form, lead: title });
  assert.equal(lead.status, 422, "its former name is a name of nothing");
  writeFileSync(told, stood);
  assert.equal(await imported(), 1);
  assert.match(plain(await html(FRONT)), new RegExp(`value="${title}"`));
});

test("C32 the front page is looked at before it is said, by whoever arranges it alone", async () => {
  const stood = await html("/");
  const form = await formAt(FRONT);
  const looked = await post(`${FRONT}/look`, { ...form, "block-conversation": "" });
  assert.equal(looked.status, 200);
  const page = await looked.text();
  const [, src] = /<iframe class="front"[^>]* src="([^"]+)"/.exec(page)!;
  assert.equal(fieldsOf(page.slice(page.indexOf(`action="${FRONT}"`)))["block-conversation"], "");
  const own = await get(src!);
  assert.equal(own.status, 200);
  assert.match(own.headers.get("content-security-policy")!, /frame-ancestors 'self'/);
  assert.doesNotMatch(await own.text(), /id="cv"/);
  assert.equal((await get(src!, editor)).status, 404, "of another account");
  assert.equal(await html("/"), stood, "nothing is said");
  const settings = await formAt("/desk/settings");
  const worded = await post("/desk/settings/look", { ...settings, claim: "Nearer than you think" });
  const [, other] = /<iframe class="front"[^>]* src="([^"]+)"/.exec(await worded.text())!;
  assert.match(await html(other!), /<h1[^>]*>Nearer than you think/);
  assert.doesNotMatch(await html("/"), /Nearer than you think/);
});

test("C36 the front page says what it weighs before it is said, and is not arranged beyond its budget", async () => {
  const form = await formAt(FRONT);
  const light = await (
    await post(`${FRONT}/look`, { ...form, "programmes-0": "A long programme 1" })
  ).text();
  assert.match(light, /The page is \d+(?:\.\d)? kB without pictures; the limit is 14 kB/);
  const all = Object.fromEntries(
    [0, 1, 2].map((n) => [`programmes-${n}`, `A long programme ${n + 1}`]),
  );
  assert.match(
    await (await post(`${FRONT}/look`, { ...form, ...all })).text(),
    /The page would be/,
  );
  const heavy = await post(FRONT, { ...form, ...all });
  assert.equal(heavy.status, 422);
  assert.match(
    await heavy.text(),
    /role="alert"[^]*The page would be 1\d(?:\.\d)? kB[^]*for a front page is 14 kB/,
  );
  const one = await post(FRONT, { ...form, "programmes-0": "A long programme 1" });
  assert.equal(one.headers.get("location"), `${FRONT}?done=saved`);
  assert.match(await html("/"), /href="\/programmes\/long-1"/);
  assert.match(await fileIn("campaign.yaml"), /programmes: \[long-1\]/);
  const { base } = await formAt(FRONT);
  assert.equal((await post(FRONT, { ...form, base: base! })).status, 303);
});

test("C33 earlier versions are listed, compared with today and brought back", async () => {
  const settings = await formAt("/desk/settings");
  const claim = settings["claim"]!;
  assert.equal(
    (await post("/desk/settings", { ...settings, claim: "A slip of the pen" })).status,
    303,
  );
  const list = "/desk/settings/versions";
  const page = await html(list);
  const [, id] = /href="\/desk\/settings\/versions\?of=([0-9a-f]{64})"/.exec(page)!;
  assert.match(await html(`${list}?of=${id}`), /<del>[^]*slip/);
  const { base } = await formAt(list);
  assert.equal((await post(list, { id: id!, base: "0" })).status, 409);
  assert.equal(
    (await post(list, { id: id!, base: base! })).headers.get("location"),
    `${list}?back`,
  );
  assert.equal((await formAt("/desk/settings"))["claim"], claim);
  assert.match(await html("/"), new RegExp(`<h1[^>]*>${claim}`));
  const about = "/desk/settings/pages/about";
  const form = await formAt(about);
  await post(about, { ...form, markdown: "Gone by mistake." });
  const pages = `${about}/versions`;
  const [, first] = /versions\?of=([0-9a-f]{64})"/.exec(await html(pages))!;
  await post(pages, { id: first!, base: (await formAt(pages))["base"]! });
  assert.equal((await formAt(about))["markdown"], form["markdown"]);
  assert.equal((await get(list, editor)).status, 403);
});

test("C34 TX11 every text and every free page is translated beside its original, and comes back from an export", async () => {
  const path = "/desk/settings/languages/sw";
  const form = await formAt(path);
  assert.equal((await post(path, form)).headers.get("location"), `${path}?done=unchanged`);
  const bad = await post(path, { ...form, "text-0": "x".repeat(5001) });
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /href="#text-0"/);
  assert.equal((await post(path, { ...form, "text-0": "Karibu sana" })).status, 303);
  assert.match(await html("/sw"), /<h1[^>]*>Karibu sana/);
  const po = await fileIn("translations/sw.po");
  assert.match(po, /msgctxt "campaign\.claim"\nmsgid "[^"]+"\nmsgstr "Karibu sana"/);
  assert.equal(await imported(true), 0, "what is exported says nothing new");
  assert.equal((await post(path, { ...form, "text-0": "Too late" })).status, 409);
  assert.equal((await get("/desk/settings/languages/en")).status, 404);
  assert.equal((await get("/desk/settings/languages/xx")).status, 404);
  const page = "/desk/settings/pages/about/languages/sw";
  const about = await formAt(page);
  const told = { ...about, title: "Kuhusu", markdown: "Habari.", state: "person" };
  assert.equal((await post(page, { ...told, title: "" })).status, 422);
  assert.equal((await post(page, told)).status, 303);
  assert.match(await html("/sw/about"), /Habari\./);
  assert.match(await fileIn("pages/about.sw.md"), /^---\ntitle: Kuhusu\n/);
  const picture = { ...(await formAt(page)), markdown: "![A hill](media/hill.avif)" };
  assert.equal((await post(page, picture)).status, 422, "an export has to come back");
  const long = "ሰላም".repeat(30_000);
  const longer = await post(page, { ...(await formAt(page)), markdown: long });
  assert.equal(longer.status, 422);
  assert.ok((await longer.text()).includes(long), "what was typed stays");
  const own = "/desk/settings/pages/about";
  assert.equal((await post(own, { ...(await formAt(own)), markdown: long })).status, 422);
  const whole = await formAt(path);
  const texts = Object.keys(whole).filter((name) => name.startsWith("text-"));
  const all = Object.fromEntries(texts.map((name) => [name, "ሰ".repeat(5000)]));
  const more = await post(path, { ...whole, ...all });
  assert.equal(more.status, 422, `${texts.length} texts`);
  assert.ok((await more.text()).includes("ሰ".repeat(5000)));
});

test("C35 each invitation can be taken off", async () => {
  const asks = async () =>
    Promise.all(
      (
        [
          ["/events", /Are you holding a meeting/],
          ["/organisations", /class="wanted"/],
          ["/", /id="wanted"[^]*We would love to hear from/],
          ["/stories/our-first-story", /Do you have a photo/],
        ] as const
      ).map(async ([path, words]) => words.test(await html(path))),
    );
  assert.deepEqual(await asks(), [true, true, true, true]);
  const form = await formAt(FRONT);
  const { events: _e, partners: _p, lacking: _l, ...rest } = form;
  const own = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !name.startsWith("walk-")),
  );
  assert.equal((await post(FRONT, own)).status, 303);
  assert.deepEqual(await asks(), [false, false, false, false]);
  assert.match(await fileIn("campaign.yaml"), /pages: \[lacking, partners, events\]/);
  assert.equal(await imported(true), 0, "what is exported says nothing new");
});

test("W16 W21 W23 a story waits for its hour in the campaign's time zone, and is said then", async () => {
  const settings = await formAt("/desk/settings");
  assert.equal(
    (await post("/desk/settings", { ...settings, timeZone: "Asia/Kathmandu" })).status,
    303,
  );
  assert.match(await fileIn("campaign.yaml"), /^timeZone: Asia\/Kathmandu$/m);
  const path = (await post("/desk/stories", { title: "The heron", slug: "" })).headers.get(
    "location",
  )!;
  const year = new Date().getUTCFullYear() + 1;
  const day = `${year}-03-09`;
  const typed = {
    ...(await formAt(path)),
    summary: "A heron.",
    category: "Community network",
    markdown: "It stands.",
    published: day,
  };
  await post(path, { ...typed, next: "publish", hour: "half past" });
  assert.match(await html(path), /id="hour-problem"[^]*such as 09:30/);
  const { base } = await formAt(path);
  await post(path, { ...typed, base: base!, next: "publish", hour: "9:30" });
  assert.equal((await formAt(path))["hour"], "09:30");
  const ready = await formAt(`${path}/publish`);
  assert.equal((await post(`${path}/publish`, ready)).status, 303);
  assert.match(
    await html(path),
    new RegExp(`scheduled for 9 March ${year}, 09:30 \\(Asia/Kathmandu, UTC\\+05:45\\)`),
  );
  assert.match(await html("/desk/stories"), /from 9 March \d+, 09:30 \(Asia\/Kathmandu/);
  assert.match(
    await html(`/desk/calendar?month=${year}-03`),
    /09:30 \(UTC\+05:45\)[^]*The heron[^]*scheduled/,
  );
  const file = await fileIn("stories/the-heron.md");
  assert.match(file, new RegExp(`\\npublished: ${day}\\nhour: "?09:30\\+05:45"?\\n`));
  assert.equal(await imported(true), 0, "what is exported says nothing new");
  const moment = Date.parse(`${day}T03:45:00Z`);
  assert.deepEqual(await sayAt(moment - 1), []);
  assert.equal((await get("/stories/the-heron")).status, 404);
  const past = new Date(Date.now() - 3_600_000).toISOString();
  await waitsFor("the-heron", past.slice(0, 16));
  assert.deepEqual(await sayAt(Date.parse(`${past.slice(0, 16)}:00Z`) - 1), []);
  await sayAt(Date.now());
  assert.equal((await get("/stories/the-heron")).status, 200);
  const again = await fileIn("stories/the-heron.md");
  assert.match(again, new RegExp(`hour: "?${past.slice(11, 16)}\\+00:00`));
  assert.equal(await imported(true), 0, "what is exported says nothing new");
});

/** What is said at a moment, as the program would by its clock. */
async function sayAt(ms: number): Promise<readonly string[]> {
  using running = await openControl(dataPaths(data).socket);
  await using reader = reading();
  return await sayDue({
    instance: { log: running, snapshot: reader.snapshot } as unknown as Instance,
    speaker: {
      append: (records) => running.append(records),
      key: ownerOf(data),
      snapshot: reader.snapshot,
    },
    frame: (db) => campaignFrame(db, "https://campaign.example"),
    now: () => ms,
    clock: {
      now: () => ms,
      aged: () => ms,
      behindBy: () => 0,
      isSettled: () => true,
      aheadBy: () => 0,
    },
  });
}

/** As if it had been scheduled for this minute, UTC. */
async function waitsFor(slug: string, minute: string): Promise<void> {
  using running = await openControl(dataPaths(data).socket);
  await using reader = reading();
  const [waits] = await reader.snapshot((db) => readWaiting(db, slug));
  const { version } = (await askDrafts(running.private).get(waits!.draft))!;
  const text = waits!.text
    .replace(/^published: .*$/m, `published: ${minute.slice(0, 10)}`)
    .replace(/^hour: .*$/m, `hour: "${minute.slice(11)}+00:00"`);
  const day = `${minute}:00.000Z`;
  await askWaiting(running.private).put({ id: waits!.draft, version, day, text, files: [] });
}
