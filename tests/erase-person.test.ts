/** A person is erased, at the desk and by a command, after it was said what goes and what stays (features/content, features/contributions). */
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { openMedia } from "../src/platform/media/media.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { openControl } from "../src/platform/process/control.ts";
import { besideData, dataPaths } from "../src/platform/process/data-folder.ts";
import { askConsents } from "../src/features/contributions/api.ts";
import { serve } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { succeed } from "./commands.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { ownerOf, say, sign } from "./saying.ts";

const house = deskHouse({ isNew: true });
const data = () => house.env["CND_DATA"]!;

async function told(kind: string, body: object, space: string, slug: string): Promise<string> {
  const key = ownerOf(data());
  const record = sign(key, { kind, body: body as JsonObject });
  const bound = sign(key, { kind: "slug.bound/1", subject: record.id, body: { space, slug } });
  await say(house.base, record, bound);
  return record.id;
}

/** A photo of its own in the store. */
async function stored(name: string) {
  const path = join(house.folder.dir, `${name}.jpg`);
  writeFileSync(path, await noisyPhoto(340));
  const file = await openMedia(dataPaths(data()).media).put(path);
  return { file: { ...file, name: `media/${name}.jpg` }, alt: `A photo ${name}` };
}

const consent = {
  purposes: ["story", "photo"],
  channels: ["web", "feed"],
  languages: ["en"],
  until: "2099-01-01",
  method: "text",
  given: "2026-01-01",
};
const story = (title: string, people: readonly string[], more: object = {}) => ({
  title,
  summary: "…",
  language: "en",
  category: "Water",
  published: "2026-01-01",
  authors: ["f".repeat(64)],
  people,
  markdown: `${title}, in words.`,
  ...more,
});

/** Somebody with a portrait, who is alone in one story and with another in a second. */
async function somebody(n: string) {
  const [portrait, cover, both] = [
    await stored(`portrait-${n}`),
    await stored(`cover-${n}`),
    await stored(`both-${n}`),
  ];
  const person = await told(
    "person.named/1",
    { name: `Amal ${n}`, consent, photo: portrait },
    "people",
    `amal-${n}`,
  );
  const other = await told(
    "person.named/1",
    { name: `Bilal ${n}`, consent },
    "people",
    `bilal-${n}`,
  );
  await told("story.told/1", story(`Alone ${n}`, [person], { cover }), "stories", `alone-${n}`);
  await told(
    "story.told/1",
    story(`Together ${n}`, [person, other], { cover: both }),
    "stories",
    `together-${n}`,
  );
  await told(
    "story.told/1",
    story(`Signed ${n}`, [other], { authors: [person] }),
    "stories",
    `signed-${n}`,
  );
  using control = await openControl(dataPaths(data()).socket);
  const about = JSON.stringify({
    n: 0,
    name: `Amal ${n} in her passport`,
    purposes: [],
    channels: [],
    languages: [],
    files: [],
    as: { slug: `amal-${n}`, name: "", draft: "d" },
  });
  const row = {
    id: n.padStart(32, "a"),
    owner: `owner-${n}`,
    n: 0,
    about,
    salt: "s",
    code: `c${n}`,
    given: "2026-01-01",
  };
  await askConsents(control.private).add([row]);
  await askConsents(control.private).said({ id: row.id, about, subject: person });
  return { person, files: [portrait, cover, both].map(({ file }) => file.media) };
}

const status = async (path: string) => (await fetch(house.base + path)).status;
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`Not within half a minute: ${what}`);
}
/** The lighter files that pages show. */
async function lighter(page: string, files: readonly string[]): Promise<string[]> {
  const html = await (await fetch(house.base + page)).text();
  const all = [...html.matchAll(/\/media\/([0-9a-f]{64}\.\w+)/g)].map(([, file]) => file!);
  return [...new Set(all)].filter((file) => !files.includes(file));
}

/** No word of any of these is in the log. */
function areForgotten(titles: readonly string[]): void {
  using log = new DatabaseSync(dataPaths(data()).database, { readOnly: true });
  for (const { document } of log.prepare("select document from record").all())
    for (const title of titles)
      assert.ok(document === null || !Buffer.from(document as Uint8Array).includes(title), title);
}

async function isErased(
  n: string,
  files: readonly string[],
  light: readonly string[],
): Promise<void> {
  areForgotten([`Alone ${n}`, `Amal ${n}`]);
  const began = Date.now();
  for (const file of [...files, ...light])
    assert.equal(await status(`/media/${file}`), 410, `${file} of ${n}`);
  assert.ok(Date.now() - began < 5000);
  for (const page of [`/authors/amal-${n}`, `/stories/alone-${n}`, `/stories/together-${n}`])
    assert.ok([404, 410].includes(await status(page)), page);
  assert.equal(await status(`/authors/bilal-${n}`), 200);
  assert.equal(await status(`/stories/signed-${n}`), 200);
  for (const page of [
    "/",
    "/stories",
    "/feed.xml",
    "/campaign.epub",
    `/stories/signed-${n}`,
    `/authors/bilal-${n}`,
    "/sitemap.xml",
    `/search?q=amal`,
  ])
    assert.doesNotMatch(
      await (await fetch(house.base + page)).text(),
      new RegExp(`Amal ${n}|Alone ${n}|Together ${n}`),
      page,
    );
  for (const page of [
    `/cards/stories/alone-${n}.png`,
    `/oembed?url=${encodeURIComponent(`${house.base}/stories/alone-${n}`)}`,
    `/stories/alone-${n}.epub`,
  ])
    assert.ok([404, 410].includes(await status(page)), page);
  using control = await openControl(dataPaths(data()).socket);
  const rows = await askConsents(control.private).inPublic();
  assert.deepEqual(
    rows.filter(({ about }) => about.includes(`Amal ${n}`)),
    [],
  );
}

let n = 0;
for (const [way, handsOf] of Object.entries(EACH_WAY))
  test(`KO14 T18 M30 the owner erases a person, after it was said what goes and what stays and a sign-in: no page names the person, no file is served, ${way}`, async () => {
    const id = `${++n}`;
    const { files } = await somebody(id);
    await until(
      "the lighter files",
      async () => (await lighter(`/stories/alone-${id}`, files)).length > 0,
    );
    const light = await lighter(`/stories/alone-${id}`, files);
    for (const file of [...files, ...light])
      assert.equal(await status(`/media/${file}`), 200, file);
    const name = `Owner ${id}`;
    const page = await house.signedIn("owner", name, { script: way !== "without script" });
    const path = `/desk/content/people/amal-${id}`;
    await page.goto(house.base + path);
    const hands = handsOf(page);
    await hands.follow("Erase permanently");
    assert.deepEqual(await axeFinds(page, house.base, [`${path}/erase`]), []);
    const main = await page.innerText("main");
    for (const said of [
      /What you erase here cannot be restored/,
      /1 consent, with its proof/,
      new RegExp(
        `The story “Alone ${id}”, with its pictures and recordings, as nobody else is in it`,
      ),
      new RegExp(
        `What others say in the story “Together ${id}” is kept as a draft[^]*Also in the story: Bilal ${id}`,
      ),
      new RegExp(
        `The story “Signed ${id}” stays, but no longer names this person as its author\\.`,
      ),
    ])
      assert.match(main, said);
    assert.equal(await status(`/authors/amal-${id}`), 200, "nothing is done by reading");
    await house.aged(name, 30);
    await hands.tick(/I have read this/);
    await hands.press("Erase permanently");
    assert.match(
      page.url(),
      /\/desk\/sign-in\?again/,
      "whoever came in long ago comes in once more",
    );
    assert.equal(await status(`/authors/amal-${id}`), 200);
    await house.enter(page, await house.linkOf(name));
    await page.goto(`${house.base}${path}/erase`);
    await hands.tick(/I have read this/);
    await hands.press("Erase permanently");
    await isErased(id, files, light);
    await page.goto(`${house.base}${path}/erase`);
    assert.doesNotMatch(await page.innerText("main"), /Amal/);
    await page.context().close();
  });

test("KO14 T18 M30 the command erases a person as the desk does; an editor erases nobody, and without the tick nothing is done", async () => {
  const { files } = await somebody("9");
  const light = await lighter("/stories/alone-9", files);
  const editor = await house.signedIn("editor", "Ed");
  await editor.goto(`${house.base}/desk/content/people/amal-9`);
  assert.equal(await editor.getByRole("link", { name: "Erase permanently" }).count(), 0);
  const refused = await editor.goto(`${house.base}/desk/content/people/amal-9/erase`);
  assert.equal(refused!.status(), 403);
  const owner = await house.signedIn("owner", "Olga");
  const unsure = await owner.request.post(`${house.base}/desk/content/people/amal-9/erase`, {
    form: { sure: "" },
    headers: { origin: house.base },
  });
  assert.equal(unsure.status(), 422);
  assert.match(await unsure.text(), /Nothing was erased. Tick the box first/);
  assert.equal(await status("/authors/amal-9"), 200);
  assert.match(
    succeed(["erase", "/authors/amal-9"], house.env),
    /Erased the person at \/authors\/amal-9/,
  );
  await isErased("9", files, light);
});

test("T25 T26 T18 what others said in a story of somebody who is erased waits at the desk without that person, and no word of the person is left in a table", async () => {
  const { person } = await somebody("8");
  const shared = await told(
    "story.told/1",
    story(
      "Market day",
      [person, await told("person.named/1", { name: "Cai", consent }, "people", "cai")],
      {
        summary: "Amal 8 and Cai sell.",
        markdown: "Cai came first.\n\n> Cheap today!\n> — Amal 8\n\n> All sold.\n> — Cai",
      },
    ),
    "stories",
    "market-day",
  );
  assert.equal(await status("/stories/market-day"), 200);
  succeed(["erase", "/authors/amal-8"], house.env);
  assert.equal(await status("/stories/market-day"), 410);
  areForgotten(["Market day", "Amal 8"]);
  using log = new DatabaseSync(dataPaths(data()).database, { readOnly: true });
  const texts = log
    .prepare("select text from draft_version")
    .all()
    .map((row) => String(row["text"]));
  const left = texts.filter((text) => text.includes("Market day"));
  assert.equal(left.length, 1);
  assert.match(left[0]!, /people: \[cai\][^]*> All sold\.\n> — Cai/);
  for (const text of texts) assert.doesNotMatch(text, /Amal 8|amal-8|Cheap today/);
  assert.ok(!left[0]!.includes(shared));
  const page = await house.signedIn("editor", "Edo");
  await page.goto(`${house.base}/desk`);
  assert.match(await page.innerText("main"), /Stories to publish or delete after someone withdrew/);
  await page.context().close();
});

for (const list of ["the list of what was taken back", "that of erasures alone"])
  test(`T18 no restore of an older backup brings back what the desk knew of somebody who was erased, by ${list}`, async () => {
    const id = list.startsWith("the") ? "7" : "6";
    const at = (name: string) => join(house.folder.dir, `${name}-${id}`);
    const named = async (asked: Parameters<typeof askConsents>[0]) =>
      (await askConsents(asked).inPublic()).filter(({ about }) => about.includes(`Amal ${id}`));
    await somebody(id);
    succeed(["backup", at("old")], house.env);
    succeed(["erase", `/authors/amal-${id}`], house.env);
    const there = { CND_DATA: at("there") };
    cpSync(besideData(data()).erasures, besideData(there.CND_DATA).erasures);
    if (id === "7") cpSync(besideData(data()).withdrawn, besideData(there.CND_DATA).withdrawn);
    succeed(["restore", at("old")], there);
    await using server = await serve(there);
    using control = await openControl(dataPaths(there.CND_DATA).socket);
    assert.deepEqual(await named(control.private), []);
    for (const page of [`/authors/amal-${id}`, `/stories/alone-${id}`])
      assert.ok([404, 410].includes((await fetch(server.base + page)).status), page);
    const without = { CND_DATA: at("without") };
    succeed(["restore", at("old")], without);
    await using other = await serve(without);
    assert.equal(
      (await fetch(`${other.base}/authors/amal-${id}`)).status,
      404,
      "nobody has looked yet who withdrew since (V87)",
    );
    using beside = await openControl(dataPaths(without.CND_DATA).socket);
    assert.equal((await named(beside.private)).length, 1, "it was in the backup");
  });

test("M29 M31 a picture of somebody is kept for a day and asked after by its ETag, a table for a year, and what is not shown by nobody", async () => {
  const { files } = await somebody("5");
  const path = join(house.folder.dir, "speeds.csv");
  writeFileSync(path, "country,date,value\nZA,2026,1\n");
  const table = await openMedia(dataPaths(data()).media).put(path);
  const dataset = {
    title: "Speeds",
    kind: "country-indicator",
    source: { title: "A source", url: "https://example.org/" },
    licence: "CC0",
    date: "2026",
    file: { ...table, name: "media/speeds.csv" },
    mapping: { country: "country", date: "date", value: "value" },
    rows: 1,
  };
  await told("dataset.imported/1", dataset, "datasets", "speeds");
  const ask = (media: string, headers: Record<string, string> = {}) =>
    fetch(`${house.base}/media/${media}`, { headers, redirect: "manual" });
  const kept = (answer: Response) => answer.headers.get("cache-control");
  const photo = await ask(files[0]!);
  assert.deepEqual([photo.status, kept(photo)], [200, "public, max-age=86400"]);
  const again = await ask(files[0]!, { "If-None-Match": photo.headers.get("etag")! });
  assert.deepEqual(
    [again.status, (await again.bytes()).length, kept(again)],
    [304, 0, kept(photo)],
  );
  assert.equal(kept(await ask(table.media)), "public, max-age=31536000, immutable");
  const path2 = join(house.folder.dir, "unnamed.jpg");
  writeFileSync(path2, await noisyPhoto(100));
  const unnamed = (await openMedia(dataPaths(data()).media).put(path2)).media;
  for (const media of [unnamed, `${"0".repeat(64)}.jpg`]) {
    const answer = await ask(media);
    const said = [answer.status, kept(answer), await answer.text()];
    assert.deepEqual(said, [
      410,
      "no-store",
      "Nothing shows this file, or nothing does any more\n",
    ]);
  }
  const http = await ask(unnamed, { referer: `${house.base}/desk/stories` });
  assert.equal(
    http.headers.get("location"),
    `/desk/files/${unnamed}`,
    "a page of the desk over plain http",
  );
  assert.equal((await ask("nothing.jpg")).status, 404);
});
