/** From a contribution to a published story and back to nothing: consent that travels, and a code that erases (features/contributions). */
import assert from "node:assert/strict";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { unzipSync } from "fflate";
import { privateParts } from "../src/models.ts";
import { acceptContribution } from "../src/features/contributions/accept.ts";
import { codeOf } from "../src/platform/sent/code.ts";
import { privateRows } from "../src/platform/private/private.ts";
import { laddersPart } from "../src/platform/private/ladders.ts";
import { newSecret, type Submission } from "../src/platform/private/submissions.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { readSubmission, waiting, type Desk } from "../src/platform/sent/desk.ts";
import { subjectAt } from "../src/platform/addresses/addresses.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { answerNobody } from "./answering.ts";
import { openBrowser } from "./browser.ts";
import { press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { draftMedia, type Draft } from "../src/features/stories/private/draft-rows.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const WORDS = "Unforgettable words of a long night";
const FRENCH = "Des mots inoubliables";
let server: Served;

before(async () => {
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  const file = join(campaign, "campaign.yaml");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/^languages: .*$/m, "languages: [en, fr]"),
  );
  succeed(["import", campaign], env);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** The desk of the running instance; what it asks of drafts is noted. */
function deskOf(
  asked: { operation: string; argument: unknown }[],
  dir = env.CND_DATA,
): Desk & AsyncDisposable {
  const { database, socket, media } = dataPaths(dir);
  const reader = openReader(database);
  const control = openControl(socket);
  return {
    speaker: {
      append: async (records) => (await control).append(records),
      key: ownerOf(dir),
      snapshot: reader.snapshot,
    },
    async private(operation, argument) {
      asked.push({ operation, argument });
      return (await control).private(operation, argument);
    },
    files: { media: openMedia(media), dir },
    async [Symbol.asyncDispose]() {
      (await control)[Symbol.dispose]();
      await reader.db.destroy();
    },
  };
}

async function sendStory(secret: string): Promise<void> {
  const picture = await noisyPhoto(340); // heavy enough to be made lighter
  const form = new FormData();
  const fields = {
    id: secret,
    text: WORDS,
    title: "A long night",
    language: "en",
    naming: "chosen",
    name: "Somebody Known",
    "p0-name": "The Real Name",
    "p0-story": "yes",
    "p0-photo": "yes",
    "p0-web": "yes",
    "p0-feed": "yes",
    "p0-print": "yes",
    "p0-until": "2099-01-01",
    "p0-asked": "herself",
    "p0-how": "text",
    "p0-in-photo1": "yes",
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.append("photo", new Blob([new Uint8Array(picture)], { type: "image/jpeg" }), "a.jpg");
  const sent = await fetch(`${server.base}/take-part/story`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  assert.equal(sent.status, 303, await sent.text());
  const again = await fetch(`${server.base}/take-part/story`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  assert.equal(again.headers.get("location"), `/o/${secret}`, "sent twice is once");
}

let came = 0;
/** Somebody of the desk publishes the draft. */
async function publish(draft: string, at = env): Promise<void> {
  await using browser = await openBrowser();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const name = `Amina ${++came}`;
  const link = succeed(["account", "invite", "editor", "--name", name], at).trim();
  await page.goto(server.base + new URL(link).pathname);
  await press(page, "Sign in");
  await page.goto(`${server.base}${draft}/publish`);
  await answerNobody(page);
  await press(page, "Publish");
}

test("T9 T8 accepted it is a draft, and nothing is said of anybody; published, consent is said with it; withdrawn by a code it is gone everywhere within 5 s, and a restore does not bring it back", async () => {
  const secret = newSecret();
  const filesBefore = mediaFiles();
  await sendStory(secret);
  const asked: { operation: string; argument: unknown }[] = [];
  const desk = deskOf(asked);
  const list = await waiting(desk);
  assert.equal(list.length, 1);
  const submission = (await readSubmission(desk, list[0]!.id)) as Submission;
  const path = await acceptContribution(desk, submission, { slug: "a-long-night" }, "en");
  assert.match(path as string, /^\/desk\/stories\/[0-9a-f]{12}$/);
  const created = asked.find(({ operation }) => operation === "drafts.create")!.argument as {
    text: string;
    from: string;
  };
  assert.match(created.text, /^---\ntitle: A long night\n/);
  assert.match(created.text, /cover:\n {2}file: media\/[0-9a-f]{64}\.jpg/);
  assert.equal(created.from, submission.id);
  const media = /media\/([0-9a-f]{64}\.jpg)/.exec(created.text)![1]!;
  const slug = `told-${submission.id}-0`;
  const personOf = async () => desk.speaker.snapshot((db) => subjectAt(db, "people", slug));
  assert.equal(await personOf(), undefined, "nothing is said of anybody by a draft");
  await publish(path as string);
  const person = await personOf();
  assert.ok(person);
  const about = await (await fetch(`${server.base}/log/subjects/${person.subject}`)).text();
  assert.match(about, /consent given/i);
  const story = await desk.speaker.snapshot((db) => subjectAt(db, "stories", "a-long-night"));
  const translated = sign(ownerOf(env.CND_DATA), {
    kind: "story.translated/1",
    subject: story!.subject,
    body: { lang: "fr", title: "Une nuit", summary: FRENCH, state: "person", markdown: FRENCH },
  });
  await say(server.base, translated);
  assert.match(await text("/stories/a-long-night"), new RegExp(WORDS));
  for (const page of ["/feed.xml", "/feed.json", "/stories", ...FINDS])
    assert.match(await text(page), /A long night/, page);
  for (const one of BOOKS) assert.match(await book(one), new RegExp(WORDS), one);
  const [draft] = (await desk.private("drafts.list", null)) as Draft[];
  const { id, version } = draft!;
  const saved = { id, base: version, text: `${draft!.text}\n${WORDS}, anew`, by: "an editor" };
  await desk.private("drafts.save", saved);
  const caption = { media, kind: "captions", language: "en", text: WORDS, by: "an editor", at: 1 };
  await desk.private("captions.save", caption);
  const files = [media, ...(await lighterOf(desk, media))];
  assert.ok(files.length >= 3, `${files.length} files`);
  for (const file of files) assert.equal(await status(`/media/${file}`), 200, file);
  assert.match(await text(`/o/${secret}`), /href="\/stories\/a-long-night"/);
  const backup = join(folder.dir, "yesterday");
  succeed(["backup", backup], env);

  const began = Date.now();
  const withdrawn = await fetch(`${server.base}/withdraw`, {
    method: "POST",
    body: new URLSearchParams({ code: codeOf(secret, 0), sure: "yes" }),
  });
  assert.match(await withdrawn.text(), /Withdrawn/);
  const gap = await fetch(`${server.base}/stories/a-long-night`);
  assert.equal(gap.status, 410);
  assert.match(await gap.text(), /The subject of the story withdrew it on /);
  assert.match(await text("/fr/stories/a-long-night"), /Retirée par la personne dont elle parlait/);
  for (const page of [...LISTS, ...FINDS, `/o/${secret}`])
    assert.doesNotMatch(await text(page), new RegExp(`${WORDS}|${FRENCH}|A long night`), page);
  for (const one of BOOKS) assert.doesNotMatch(await book(one), new RegExp(WORDS), one);
  for (const file of files) assert.equal(await status(`/media/${file}`), 410, file);
  assert.equal(await status(`/authors/${slug}`), 410);
  for (const file of globSync(join(env.CND_DATA, "{cache,uploads}/**/*"), { withFileTypes: true }))
    if (file.isFile())
      assert.doesNotMatch(
        readFileSync(join(file.parentPath, file.name), "latin1"),
        /a-long-night","status":200/,
      );
  const took = Date.now() - began;
  console.log(JSON.stringify({ name: "withdrawal, all gone", value: took, unit: "ms" }));
  assert.ok(took < 5000, `${took} ms`);
  assert.deepEqual(await desk.private("drafts.list", null), []);
  assert.deepEqual(await desk.private("captions.of", media), []);
  assert.deepEqual(mediaFiles(), filesBefore);
  await nothingKept(env.CND_DATA);
  assert.match(succeed(["verify"], env), /erased/);

  const restored = join(folder.dir, "data2");
  await desk[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  const { rename, readdir } = await import("node:fs/promises");
  for (const name of await readdir(folder.dir))
    if (name.startsWith("data."))
      await rename(join(folder.dir, name), join(folder.dir, name.replace("data.", "data2.")));
  const { code, err } = cnd(["restore", backup, "--new-log"], { CND_DATA: restored });
  assert.equal(code, 0, err);
  server = await serve({ CND_DATA: restored });
  assert.doesNotMatch(await text("/stories"), /A long night/);
  assert.ok([404, 410].includes(await status("/stories/a-long-night")));
  assert.doesNotMatch(await text(`/o/${secret}`), /Unforgettable/);
  assert.equal(await status(`/media/${media}`), 410);
  const { database } = dataPaths(restored);
  const reader = openReader(database);
  const drafts = await reader.snapshot((db) => draftMedia(db));
  await reader.db.destroy();
  assert.deepEqual(drafts, [], "the draft that the backup held is forgotten, too");
  await nothingKept(restored);
});

test("T13 a command erases a story as its code would, and leaves taking one up to the desk page", async () => {
  const secret = newSecret();
  await sendStory(secret);
  const at = { CND_DATA: join(folder.dir, "data2") };
  await using desk = deskOf([], at.CND_DATA);
  const { id } = (await waiting(desk)).at(-1)!;
  const { code, err } = cnd(["desk", "accept", id, "--as", "opportunity"], at);
  assert.equal(code, 1);
  assert.match(err, new RegExp(`/desk/queue/${id}`));
  const edited = { slug: "another-night" };
  const submission = (await readSubmission(desk, id)) as Submission;
  const path = await acceptContribution(desk, submission, edited, "en");
  const [draft] = (await desk.private("drafts.list", null)) as Draft[];
  const media = /media\/([0-9a-f]{64}\.jpg)/.exec(draft!.text)![1]!;
  await publish(path as string, at);
  const story = await desk.speaker.snapshot((db) => subjectAt(db, "stories", "another-night"));
  const french = sign(ownerOf(at.CND_DATA), {
    kind: "story.translated/1",
    subject: story!.subject,
    body: { lang: "fr", title: "Une nuit", summary: FRENCH, state: "person", markdown: FRENCH },
  });
  await say(server.base, french);
  assert.match(await text("/stories/another-night"), new RegExp(WORDS));
  succeed(["erase", "/stories/another-night", "--reason", "asked for"], at);
  const gap = await fetch(`${server.base}/stories/another-night`);
  assert.equal(gap.status, 410);
  assert.match(await gap.text(), /The desk withdrew the story on /);
  assert.equal(await status(`/log/body/${french.envelope.body}`), 410);
  assert.equal(await status(`/media/${media}`), 410);
  assert.deepEqual(await desk.private("drafts.list", null), []);
});

const LISTS = ["/feed.xml", "/feed.json", "/topics/economy/feed.xml", "/stories", "/sitemap.xml"];
const FINDS = ["/search?q=unforgettable"];
const BOOKS = ["/stories/a-long-night.epub", "/campaign.epub"];

/** Everything that a book holds; nothing where there is none. */
async function book(path: string): Promise<string> {
  const answer = await fetch(server.base + path);
  if (answer.status !== 200) return "";
  const files = Object.values(unzipSync(await answer.bytes()));
  return files.map((file) => Buffer.from(file).toString()).join("\n");
}

/** What is made of a file, once all of it is. */
async function lighterOf({ speaker }: Desk, media: string): Promise<string[]> {
  for (let i = 0; i < 600; i += 1) {
    const { ladder, rungs } = await speaker.snapshot((db) => laddersPart.questions.of(db, media));
    if (ladder?.done === 1) return rungs.flatMap(({ file }) => (file === "" ? [] : [file]));
    await new Promise((done) => setTimeout(done, 50));
  }
  return assert.fail(`Nothing was made of ${media} within half a minute.`);
}

const mediaFiles = (): string[] => globSync("media/**/*", { cwd: env.CND_DATA }).toSorted();

/** What is private holds none of its words. */
async function nothingKept(dir: string): Promise<void> {
  const { db } = openReader(dataPaths(dir).database);
  let rows = 0;
  for await (const row of privateRows(db, privateParts)) {
    rows++;
    assert.doesNotMatch(JSON.stringify(row), new RegExp(`${WORDS}|${FRENCH}|Real Name`));
  }
  await db.destroy();
  assert.ok(rows > 0);
}

const text = async (path: string): Promise<string> => (await fetch(server.base + path)).text();
const status = async (path: string): Promise<number> => (await fetch(server.base + path)).status;
