/** From a contribution to a published story and back to nothing: consent that travels, and a code that erases (features/contributions). */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { acceptContribution } from "../src/features/contributions/accept.ts";
import { codeOf } from "../src/features/contributions/code.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { openReader } from "../src/platform/process/instance.ts";
import { readSubmission, waiting, type Desk } from "../src/platform/sent/desk.ts";
import { subjectAt } from "../src/platform/addresses/addresses.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { ownerOf, say, sign } from "./saying.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const WORDS = "Unforgettable words of a long night";
let server: Served;

before(async () => {
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  succeed(["import", campaign], env);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** The desk of the running instance; what it asks of drafts is noted. */
function deskOf(asked: { operation: string; argument: unknown }[]): Desk & AsyncDisposable {
  const { database, socket, media } = dataPaths(env.CND_DATA);
  const reader = openReader(database);
  const control = openControl(socket);
  return {
    speaker: {
      append: async (records) => (await control).append(records),
      key: ownerOf(env.CND_DATA),
      snapshot: reader.snapshot,
    },
    async private(operation, argument) {
      asked.push({ operation, argument });
      return (await control).private(operation, argument);
    },
    files: { media: openMedia(media), dir: env.CND_DATA },
    async [Symbol.asyncDispose]() {
      (await control)[Symbol.dispose]();
      await reader.db.destroy();
    },
  };
}

async function sendStory(secret: string): Promise<void> {
  const picture = await sharp({
    create: { width: 320, height: 240, channels: 3, background: "#14221e" },
  })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  const fields = {
    id: secret,
    text: WORDS,
    title: "A long night",
    language: "en",
    naming: "chosen",
    name: "Somebody Known",
    teller: "self",
    "p0-name": "The Real Name",
    "p0-story": "yes",
    "p0-photo": "yes",
    "p0-web": "yes",
    "p0-feed": "yes",
    "p0-until": "2099-01-01",
    "p0-asked": "herself",
    "p0-how": "text",
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

test("T9 T8 accepted it is a draft with consent said; published and withdrawn by a code it is gone everywhere within 5 s, and a restore does not bring it back", async () => {
  const secret = newSecret();
  await sendStory(secret);
  const asked: { operation: string; argument: unknown }[] = [];
  const desk = deskOf(asked);
  const list = await waiting(desk);
  assert.equal(list.length, 1);
  const submission = await readSubmission(desk, list[0]!.id);
  const path = await acceptContribution(desk, submission, { slug: "a-long-night" });
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
  const person = await desk.speaker.snapshot((db) => subjectAt(db, "people", slug));
  assert.ok(person);
  const about = await (await fetch(`${server.base}/log/subjects/${person.subject}`)).text();
  assert.match(about, /consent given/i);

  const owner = ownerOf(env.CND_DATA);
  const picture = { media, name: `media/${media}`, bytes: 1000, width: 320, height: 240 };
  const told = sign(owner, {
    kind: "story.told/1",
    body: {
      title: "A long night",
      summary: WORDS,
      language: "en",
      category: "Told",
      published: new Date().toISOString().slice(0, 10),
      people: [person.subject],
      authors: [person.subject],
      cover: { file: picture, alt: "Dark" },
      markdown: WORDS,
    },
  });
  const bound = sign(owner, {
    kind: "slug.bound/1",
    subject: told.id,
    body: { space: "stories", slug: "a-long-night" },
  });
  const translated = sign(owner, {
    kind: "story.translated/1",
    subject: told.id,
    body: { lang: "fr", title: "Une nuit", summary: WORDS, state: "person", markdown: WORDS },
  });
  await say(server.base, told, bound, translated);
  assert.match(await text("/stories/a-long-night"), new RegExp(WORDS));
  assert.match(await text("/feed.xml"), new RegExp(WORDS));
  assert.equal(await status(`/media/${media}`), 200);
  assert.match(await text(`/o/${secret}`), /href="\/stories\/a-long-night"/);
  const backup = join(folder.dir, "yesterday");
  succeed(["backup", backup], env);

  const began = Date.now();
  const withdrawn = await fetch(`${server.base}/withdraw`, {
    method: "POST",
    body: new URLSearchParams({ code: codeOf(secret, 0), sure: "yes" }),
  });
  assert.match(await withdrawn.text(), /It is withdrawn/);
  const gap = await fetch(`${server.base}/stories/a-long-night`);
  assert.equal(gap.status, 410);
  assert.match(await gap.text(), /Withdrawn on .* by the person it was about/);
  for (const page of ["/feed.xml", "/feed.json", "/stories", "/sitemap.xml", `/o/${secret}`])
    assert.doesNotMatch(await text(page), new RegExp(`${WORDS}|A long night`), page);
  assert.equal(await status(`/media/${media}`), 404);
  assert.equal(await status(`/authors/${slug}`), 404);
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
  assert.equal(await status(`/media/${media}`), 404);
});

const text = async (path: string): Promise<string> => (await fetch(server.base + path)).text();
const status = async (path: string): Promise<number> => (await fetch(server.base + path)).status;
