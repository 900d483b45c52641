/** From a heavy file to its rungs, in the served program: made by jobs, resumed after a kill, gone with the original. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { privateParts, registry } from "../src/models.ts";
import { note } from "../src/platform/media/ladder/ladder.ts";
import { askLadders } from "../src/platform/private/ladders.ts";
import { openInstance } from "../src/platform/process/instance.ts";
import { serve, serveAlone, temporary } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";

interface Row {
  readonly rung: string;
  readonly file: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** A campaign folder of one's own whose story has these media. */
function campaign(
  dir: string,
  front: string,
): { folder: string; data: string; env: Record<string, string> } {
  const folder = join(dir, "mine");
  const data = join(dir, "data");
  succeed(["init", folder, "--yes"]);
  mkdirSync(join(folder, "media"), { recursive: true });
  const story = join(folder, "stories/our-first-story.md");
  writeFileSync(story, readFileSync(story, "utf8").replace(/\n---\n/, `\n${front}\n---\n`));
  return { folder, data, env: { CND_DATA: data } };
}

function ask<T>(data: string, query: string): T[] {
  const db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  try {
    return db.prepare(query).all() as T[];
  } finally {
    db.close();
  }
}
const rungs = (data: string) => ask<Row>(data, "select * from rung order by bytes");
const finished = (data: string) =>
  ask<{ n: number }>(data, "select count(*) n from ladder where done = 1")[0]!.n;
async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < 6000; i++) {
    if (holds()) return;
    await sleep(10);
  }
  throw new Error(`Waited a minute for ${what}.`);
}

const film = (path: string, size: string) =>
  execFileSync("ffmpeg", [
    ...`-v error -f lavfi -i testsrc2=${size},noise=alls=12:allf=t`.split(" "),
    ..."-f lavfi -i sine=d=12 -shortest -preset ultrafast".split(" "),
    path,
  ]);
const FILM = "film:\n  file: media/film.mp4\n  title: The way to the mast";

test("M13 a film's rungs are made one after the other; after a kill in a later one those that were finished are not made again", async () => {
  using at = temporary();
  const { folder, data, env } = campaign(at.dir, FILM);
  film(join(folder, "media/film.mp4"), "s=864x486:r=12:d=12");
  await using first = await serveAlone(env, [folder]);
  await until("240p to begin", () => globSync(join(data, "ladder/*/240p.mp4")).length === 1);
  const before = rungs(data);
  assert.deepEqual(
    new Set(before.map(({ rung }) => rung)),
    new Set(["sound", "poster", "144p"]),
    "it is in the middle of 240p",
  );
  const ended = once(first.process, "exit");
  process.kill(-first.process.pid!, "SIGKILL");
  await ended;
  const stamp = ({ file }: Row) => {
    const { ino, mtimeNs } = statSync(join(data, "media", file), { bigint: true });
    return `${ino} ${mtimeNs}`;
  };
  const stamps = before.map(stamp);
  await using second = await serve(env);
  await until("the ladder", () => finished(data) === 1);
  const after = rungs(data);
  assert.deepEqual(
    new Set(after.map(({ rung }) => rung)),
    new Set(["sound", "poster", "144p", "240p", "480p"]),
  );
  assert.deepEqual(before.map(stamp), stamps, "what was finished was left as it was");
  await until("what was half made to go", () => !existsSync(join(data, "ladder")));
  for (const { file, bytes } of after)
    assert.equal(statSync(join(data, "media", file)).size, bytes);
  const small = after.find(({ rung }) => rung === "144p")!;
  assert.deepEqual([small.width, small.height], [256, 144]);
  const head = await fetch(`${second.base}/media/${small.file}`, { method: "HEAD" });
  assert.equal(head.headers.get("content-type"), "video/mp4");
  const page = await (await fetch(`${second.base}/stories/our-first-story`)).text();
  assert.ok(page.includes(small.file), "the page was made anew when the rungs were there");
});

test("M14 a photo has AVIF, WebP and JPEG in three widths and a drawing; none is wider than it is, none has metadata; who saves data gets the smallest", async () => {
  using at = temporary();
  const { folder, data, env } = campaign(at.dir, "cover:\n  file: media/photo.jpg\n  alt: A mast");
  const raw = { width: 700, height: 300, channels: 3 as const };
  const noise = Buffer.from(
    Array.from({ length: 700 * 300 * 3 }, (_, i) => ((i * 7919) % 251) >> (i < 270_000 ? 2 : 0)),
  );
  await sharp(noise, { raw })
    .withExif({ IFD0: { Make: "Maker" } })
    .jpeg({ quality: 95 })
    .toFile(join(folder, "media/photo.jpg"));
  await using server = await serve(env, [folder]);
  await until("the ladder", () => finished(data) === 1);
  assert.equal((await fetch(`${server.base}/stories/our-first-story`)).status, 200);
  const made = rungs(data);
  assert.deepEqual(
    new Set(made.map(({ rung, width }) => `${rung} ${width}`)),
    new Set([
      ...["avif", "webp", "jpg"].flatMap((f) => [320, 640, 700].map((w) => `${f}-${w} ${w}`)),
      "still 480",
      "thumb 160",
    ]),
  );
  const weight = (print: string) => made.find(({ rung }) => rung === print)!.bytes;
  assert.ok(weight("still") <= 6000 && weight("thumb") <= 2000);
  for (const { file } of made.filter((row) => row.file !== ""))
    assert.equal((await sharp(join(data, "media", file)).metadata()).exif, undefined);
  const [{ placeholder }] = ask<{ placeholder: string }>(
    data,
    "select placeholder from ladder",
  ) as [{ placeholder: string }];
  assert.ok(placeholder.length < 200);
  const smallest = (format: string, width: number) =>
    made.find(({ rung }) => rung === `${format}-${width}`)!.file;
  const asked = await fetch(`${server.base}/media/${smallest("webp", 640)}`, {
    headers: { "Save-Data": "on" },
  });
  assert.deepEqual(
    [asked.redirected, asked.url.split("/").at(-1), asked.headers.get("vary")],
    [true, smallest("webp", 320), "Save-Data"],
  );
});

test("S18 a photo behind its button is not fetched before it is opened, with scripts or without", async () => {
  using at = temporary();
  const { folder, env } = campaign(at.dir, "cover:\n  file: media/photo.jpg\n  alt: A mast");
  const source = "testsrc2=s=700x500,noise=alls=40:allf=t";
  execFileSync("ffmpeg", [
    ..."-v error -f lavfi -i".split(" "),
    source,
    ..."-frames:v 1 -q:v 2".split(" "),
    join(folder, "media/photo.jpg"),
  ]);
  await using server = await serve(env, [folder]);
  const browser = await openBrowser();
  try {
    for (const javaScriptEnabled of [true, false]) {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      await page.goto(`${server.base}/stories/our-first-story`, { waitUntil: "load" });
      assert.deepEqual(
        fetched.filter((path) => path.startsWith("/media/")),
        [],
        `scripts: ${javaScriptEnabled}`,
      );
      await page.locator("summary", { hasText: "Photo" }).press("Enter");
      if (!javaScriptEnabled) await page.getByRole("link", { name: /^700 × 500/ }).press("Enter");
      for (let i = 0; i < 200 && !fetched.some((path) => path.endsWith(".jpg")); i++)
        await sleep(20);
      assert.ok(fetched.some((path) => path.endsWith(".jpg")));
    }
  } finally {
    await browser.close();
  }
});

test("M16 a rung that the campaign brings along is not made again, and is no original itself", async () => {
  using at = temporary();
  const brought =
    "  height: 480\n  rungs:\n    - file: media/small.mp4\n      height: 144\n    - file: media/voice.mp3";
  const { folder, data, env } = campaign(at.dir, `${FILM}\n${brought}`);
  film(join(folder, "media/film.mp4"), "s=854x480:r=10:d=2");
  film(join(folder, "media/small.mp4"), "s=256x144:r=10:d=2");
  film(join(folder, "media/voice.mp3"), "s=64x64:r=1:d=2");
  await using server = await serve(env, [folder]);
  await until("the ladder", () => finished(data) === 1);
  assert.equal((await fetch(`${server.base}/stories/our-first-story`)).status, 200);
  await sleep(300);
  assert.deepEqual(new Set(rungs(data).map(({ rung }) => rung)), new Set(["poster", "240p"]));
  assert.equal(ask(data, "select * from ladder").length, 1);
});

test("M15 the erasure of the original deletes its rungs, and the sweep leaves those of others", async () => {
  using at = temporary();
  const { folder, data, env } = campaign(at.dir, FILM);
  film(join(folder, "media/film.mp4"), "s=320x240:r=10:d=2");
  const first = await serve(env, [folder]);
  await until("the ladder", () => finished(data) === 1);
  await first[Symbol.asyncDispose]();
  const files = rungs(data).flatMap(({ file }) => (file === "" ? [] : join(data, "media", file)));
  assert.ok(files.length >= 3);
  execFileSync("touch", ["-d", "2020-01-01", ...files]); // old enough for the sweep
  await using server = await serve(env);
  await fetch(`${server.base}/stories`);
  await sleep(300); // the sweep of the start has run
  assert.ok(files.every((file) => existsSync(file)));
  const [{ id }] = ask<{ id: string }>(
    data,
    "select id from record where body_hash in (select body_hash from media_ref)",
  ) as [{ id: string }];
  succeed(["erase", id], env);
  await until("the files to go", () => files.every((file) => !existsSync(file)));
  assert.deepEqual(rungs(data), []);
});

test("M15 bug: a rung that was noted in the moment of an erasure stayed", async () => {
  using at = temporary();
  await using instance = await openInstance({
    dir: join(at.dir, "data"),
    database: undefined,
    origin: "campaign.example",
    projections: registry.projections,
    parts: privateParts,
    writer: new URL("../src/writer.ts", import.meta.url),
  });
  const { media, log, folder } = instance;
  const noise = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_, i) => (i * i) % 251));
  const raw = sharp(noise, { raw: { width: 64, height: 48, channels: 3 } });
  const { media: name } = await media.put(await raw.clone().png().toBuffer());
  const forget = () => log.private("pictures.forget", [name]);
  let forgotten: Promise<unknown> | undefined;
  const making = {
    name,
    folder: at.dir,
    media,
    signal: AbortSignal.timeout(60_000),
    made: new Set(""),
    progress: async () => undefined,
    async privately(operation: string, argument: unknown) {
      forgotten = forget();
      await Promise.race([forgotten, sleep(300)]); // it ends, where nothing holds it
      return log.private(operation, argument);
    },
  };
  await note(making, "webp-320", await raw.clone().webp().toBuffer(), Infinity);
  await forgotten;
  assert.deepEqual(readdirSync(folder.media), []);
  assert.deepEqual((await askLadders(log.private).of(name)).rungs, []);
  const again = await media.put(await raw.clone().png().toBuffer());
  const turn = Promise.withResolvers<void>();
  const holding = media.alone(() => turn.promise);
  const waits = forget();
  await sleep(200);
  const about = {
    credit: "",
    notes: "",
    details: {},
    words: "",
    added_by: "",
    at: 0,
    name: "a.png",
  };
  const kept = { ...about, kept: 1, cut_of: null, replaced_by: null, width: 64, height: 48 };
  await log.private("pictures.add", { ...kept, media: name, bytes: again.bytes });
  turn.resolve();
  await Promise.all([holding, waits]);
  assert.ok(await media.has(name), "somebody added it again while its letting go waited");
  await forget();
  const late = note(making, "webp-640", await raw.clone().webp().toBuffer(), Infinity);
  await assert.rejects(late, /is not here any more/);
  assert.deepEqual(readdirSync(folder.media), []);
});
