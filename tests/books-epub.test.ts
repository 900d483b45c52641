/** Books as files, as two checkers and a browser with axe see them; and cues, as other readers of WebVTT do. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { unzipSync } from "fflate";
import { Kysely } from "kysely";
import { readSignCues, writeSignCues, type SignCue } from "../src/features/books/cues.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import { SILENT } from "../src/features/books/rungs.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { bookCampaign } from "./book-campaign.ts";
import { openBrowser } from "./browser.ts";
import { exported, succeed } from "./commands.ts";
import { bothCheckersPass } from "./epub-checkers.ts";

/** What the one gives is declared nowhere, what the other gives in a way that is not found. */
const require = createRequire(import.meta.url);
const { WebVTTParser } = require("webvtt-parser") as {
  readonly WebVTTParser: new () => { parse(text: string, kind: string): Parsed };
};
const { parseText } = require("media-captions") as {
  readonly parseText: (text: string, how: object) => Promise<Parsed>;
};
interface Parsed {
  readonly errors: readonly unknown[];
  readonly cues: readonly Read[];
}
interface Read {
  readonly id: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data"), CND_URL: "http://books.example" };
let campaign: string;
let server: Served;

before(async () => {
  campaign = await bookCampaign(folder.dir, env);
  await cutClips();
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Of xki alone, as the ladder cuts them: real films, whose weight is told. */
async function cutClips(): Promise<void> {
  const { dialect } = openStore(join(env.CND_DATA, "log.sqlite"));
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect });
  const row = await db.selectFrom("signing").select("state").executeTakeFirstOrThrow();
  const { film, cues } = JSON.parse(String(row["state"])) as {
    film: { file: { media: string } };
    cues: { media: string };
  };
  const { media } = film.file;
  const rungs = [];
  for (const [from, to] of [
    [0, 1000],
    [1000, 2000],
    [1500, 1800],
    [2000, 3000],
    [3000, 4000],
  ] as const) {
    const path = join(folder.dir, "clip.mp4");
    const cut = `-v error -y -ss ${from / 1000} -t ${(to - from) / 1000} -i ${campaign}/media/two-hills.mp4 -an -fflags +bitexact`;
    execFileSync("ffmpeg", [...cut.split(" "), path]);
    const bytes = readFileSync(path);
    const file = `${createHash("sha256").update(bytes).digest("hex")}.mp4`;
    writeFileSync(join(env.CND_DATA, "media", file), bytes);
    const shown = { media, bytes: bytes.length, file, width: 320, height: 240 };
    for (const light of ["", "-light"])
      rungs.push({ ...shown, rung: `clip-${from}-${to}${light}` });
    if (to === 4000) rungs.push({ ...shown, rung: "sign-240" });
  }
  await db.deleteFrom("job").execute();
  const transcript = readFileSync(join(campaign, "media/two-hills.vtt"), "utf8");
  await db
    .insertInto("ladder")
    .values([
      { media, rules: SILENT, done: 1, seconds: 4, transcript: null },
      { media: cues.media, rules: SILENT, done: 1, seconds: null, transcript },
    ])
    .execute();
  await db.insertInto("rung").values(rungs).execute();
  await db.destroy();
}

async function book(path: string): Promise<Uint8Array> {
  const answer = await fetch(server.base + path);
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get("content-type"), "application/epub+zip");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  assert.equal(Number(answer.headers.get("content-length")), bytes.length);
  return bytes;
}
const textIn = (bytes: Uint8Array, name: string) =>
  new TextDecoder().decode(unzipSync(bytes)[`EPUB/${name}`]);

test("PB56 a book is a file in which two checkers find no error and axe no violation, with the film of each sentence and without", async () => {
  const signed = await book("/books/two-hills.epub?sign=xki");
  await bothCheckersPass(join(folder.dir, "signed.epub"), signed);
  const browser = await openBrowser();
  const page = await browser.newPage();
  for (const [name, content] of Object.entries(unzipSync(signed))) {
    mkdirSync(dirname(join(folder.dir, "open", name)), { recursive: true });
    writeFileSync(join(folder.dir, "open", name), content);
  }
  for (const name of ["title", "nav", "page-1"]) {
    await page.goto(`file://${folder.dir}/open/EPUB/${name}.xhtml`);
    assert.deepEqual(await violations(page), [], name);
  }
  await browser.close();

  const files = Object.keys(unzipSync(signed));
  assert.equal(files[0], "mimetype");
  assert.equal(files.filter((name) => name.endsWith(".mp4")).length, 5);
  assert.equal(
    textIn(signed, "cues.vtt"),
    readFileSync(join(campaign, "media/two-hills.vtt"), "utf8"),
  );
  const first = textIn(signed, "page-1.xhtml");
  assert.match(
    first,
    /<p>It is not asleep\.<\/p>\s*<video controls="controls" preload="none" src="clips\/c2\.mp4" width="320" height="240" aria-label="It is not asleep\."[^>]*><track kind="metadata" src="clips\/c2\.vtt"\/>/,
  );
  assert.match(textIn(signed, "clips/c2.vtt"), /^WEBVTT\n\np1s2\n00:00\.000 --> 00:01\.000\n/);
  assert.match(first, /<img src="media\/[0-9a-f]{16}\.jpg" alt="A hill at night"\/>/);
  assert.doesNotMatch(
    files.map((name) => new TextDecoder().decode(unzipSync(signed)[name])).join(""),
    /<script/,
  );
  const about = textIn(signed, "package.opf");
  for (const words of [
    /schema:accessibilityFeature">signLanguage</,
    /<dc:language>xki</,
    /<dc:rights>CC BY 4\.0, https:\/\/creativecommons/,
    /<dc:contributor>Amina</,
    /<dc:identifier id="id">urn:sha256:[0-9a-f]{64}#xki</,
  ])
    assert.match(about, words);
  const plain = await book("/books/two-hills.epub");
  assert.ok(Object.keys(unzipSync(plain)).every((name) => !/mp4|vtt/.test(name)));
  assert.doesNotMatch(textIn(plain, "package.opf"), /signLanguage/);
  // Where a language has other sentences on a page, those that are signed stand below, in their own.
  assert.match(
    textIn(await book("/fr/books/two-hills.epub?sign=xki"), "page-2.xhtml"),
    /Elle attend\.[^]*<p lang="en"[^>]*>Far away/,
  );
});

test("PB57 the same book is the same bytes, and whoever was cut off goes on where it ended", async () => {
  const path = "/books/two-hills.epub?sign=xki";
  const whole = await book(path);
  assert.deepEqual(await book(path), whole);
  const part = await fetch(server.base + path, {
    headers: { range: `bytes=100-${whole.length - 30}` },
  });
  assert.equal(part.status, 206);
  assert.deepEqual(
    new Uint8Array(await part.arrayBuffer()),
    whole.subarray(100, whole.length - 29),
  );
  const tag = part.headers.get("etag")!;
  const again = await fetch(server.base + path, { headers: { "if-none-match": tag } });
  assert.equal(again.status, 304);
  assert.equal(
    (await fetch(server.base + path, { method: "HEAD" })).headers.get("content-length"),
    String(whole.length),
  );
});

test("PB59 two readers of WebVTT and a browser read the cues as they are meant, and an export that is imported again gives the same bytes", async () => {
  const cues: SignCue[] = [
    { id: "p1s1", start: 0, end: 960, sentence: "p1s1" },
    { id: "p1s2", start: 1000, end: 2040, sentence: "p1s2" },
    { id: "asleep", start: 1480, end: 1800, word: "a & <b> --> c" },
    { id: "p2s1", start: 2040, end: 3_720_120, sentence: "p2s1" },
  ];
  const file = writeSignCues(cues);
  const meant = cues.map(({ id, start, end, sentence: s, word: w }) => ({ id, start, end, s, w }));
  const read = (id: string, start: number, end: number, text: string) => {
    const { s, w } = JSON.parse(text) as { s?: string; w?: string };
    return { id, start: Math.round(start * 1000), end: Math.round(end * 1000), s, w };
  };
  const { cues: first, errors } = await parseText(file, { strict: true, errors: true });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    first.map((one) => read(one.id, one.startTime, one.endTime, one.text)),
    meant,
  );
  const second = new WebVTTParser().parse(file, "metadata");
  assert.deepEqual(second.errors, []);
  assert.deepEqual(
    second.cues.map((one) => read(one.id, one.startTime, one.endTime, one.text)),
    meant,
  );
  const browser = await openBrowser();
  const page = await browser.newPage();
  const third = await page.evaluate(
    (text) =>
      new Promise<[string, number, number, string][]>((resolve, reject) => {
        const track = document.createElement("track");
        Object.assign(track, { kind: "metadata", src: URL.createObjectURL(new Blob([text])) });
        track.addEventListener("error", reject);
        track.addEventListener("load", () =>
          resolve(
            Array.from(track.track.cues ?? [], (one) => {
              const { id, startTime, endTime, text: said } = one as VTTCue;
              return [id, startTime, endTime, said];
            }),
          ),
        );
        const video = document.createElement("video");
        video.append(track);
        document.body.append(video);
        track.track.mode = "hidden";
      }),
    file,
  );
  await browser.close();
  assert.deepEqual(
    third.map((one) => read(...one)),
    meant,
  );

  const path = join(campaign, "media/two-hills.vtt");
  const nudged = readSignCues(readFileSync(path, "utf8"))!.map((one) =>
    one.id === "p2s1" ? { ...one, start: one.start + 40 } : one,
  );
  writeFileSync(path, writeSignCues(nudged));
  succeed(["import", campaign], env);
  const once = exported(folder.dir, env);
  const other = { CND_DATA: join(folder.dir, "again") };
  succeed(["import", join(folder.dir, "out")], other);
  const ours = (files: Record<string, string>) =>
    Object.entries(files).filter(([name]) => /^(?:books|signings|media)\//.test(name));
  assert.deepEqual(ours(exported(folder.dir, other)), ours(once));
  assert.ok(Object.values(once).includes(Buffer.from(writeSignCues(nudged)).toString("base64")));
});

test("PB58 the file of a signing that was taken back is gone, and those of the others stay", async () => {
  const other = "/books/two-hills.epub?sign=sfs";
  rmSync(join(campaign, "signings/two-hills.xki.yaml"));
  succeed(["import", campaign, "--prune"], env);
  assert.equal((await fetch(`${server.base}/books/two-hills.epub?sign=xki`)).status, 404);
  assert.equal((await fetch(server.base + other)).status, 200);
  assert.equal((await fetch(`${server.base}/books/none.epub`)).status, 404);
});
