/** From the film in which somebody signs a book to a clip of each sentence, in the served program, and all of it gone again. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { describeMedia } from "../src/platform/media/media.ts";
import { serve, serveAlone, temporary, type Served } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { framesIn, signedFolder, until } from "./signed-folder.ts";
import { framesOf } from "./test-card.ts";

const CARD = { seconds: 5, width: 320, height: 256, sound: true } as const;
const [FIRST, WORD, SECOND, LATER] = [
  [0, 4000, '{"s":"p1s1"}'],
  [1000, 1400, '{"w":"hill"}'],
  [4000, 4800, '{"s":"p1s2"}'],
  [4040, 4960, '{"s":"p1s2"}'],
] as const;

const at = temporary();
let mine: Awaited<ReturnType<typeof signedFolder>>;
let server: Served;
let original: string;
/** Which another one took the place of. */
let former: string;
/** What stood when the first process was killed. */
let early: readonly (readonly [rung: string, inode: number])[];

before(async () => {
  mine = await signedFolder(at.dir, CARD, [2]);
  original = (await describeMedia(join(mine.folder, "media/hills.mp4"))).media;
  mine.cue([FIRST, WORD, SECOND]);
  mine.agree("film, voice");
  mine.bring();
  {
    await using first = await serveAlone(mine.env);
    await until("two films", () => mine.films().length >= 2);
    const ended = once(first.process, "exit");
    process.kill(-first.process.pid!, "SIGKILL");
    await ended;
  }
  early = inodes();
  server = await serve(mine.env);
  await until("the clips", () => mine.isIdle() && mine.films().length === 8);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  at[Symbol.dispose]();
});

const inodes = () => mine.films().map((row) => [row.rung, statSync(mine.path(row)).ino] as const);
const names = () => mine.rungs().map(({ rung }) => rung);
const status = async (file: string) => (await fetch(`${server.base}/media/${file}`)).status;
const both = (...clips: readonly string[]) => clips.flatMap((name) => [name, `${name}-light`]);
const cueFiles = () =>
  mine
    .ask<{ media: string }>("select media from media_ref where media like '%.vtt'")
    .map(({ media }) => media);

test("PB22 a film has two rungs and every cue two clips, exact to the frame and light, each with 20 pictures a second or more", () => {
  const clips = both("clip-0-4000", "clip-1000-1400", "clip-4000-4800");
  assert.deepEqual(names(), [...clips, "poster", "sign-240", "sign-480"]);
  for (const row of mine.films()) {
    assert.deepEqual(framesOf(mine.path(row)), framesIn(row, CARD), row.rung);
    assert.match(mine.streams(row), /^video,25\/1$/m);
  }
  for (const [name, most] of [
    ["clip-0-4000", 90_000],
    ["clip-0-4000-light", 45_000],
  ] as const) {
    const { bytes } = mine.rung(name);
    assert.ok(bytes <= most, `${name} ${bytes}`);
  }
});

test("PB27 after a kill what was finished is not made again", () => {
  const now = new Map(inodes());
  assert.ok(early.length >= 2 && early.length < now.size, `${early.length}`);
  for (const [rung, inode] of early) assert.equal(now.get(rung), inode, rung);
});

test("PB24 who agrees to a voice is heard; once that ends all that sounds is gone, and the film as it came is for the desk alone", async () => {
  const heard = mine.films();
  for (const row of heard) assert.match(mine.streams(row), /^audio,/m);
  assert.equal(await status(original), 200);
  mine.agree("film");
  mine.bring();
  await until("the silence", () => heard.every((row) => !existsSync(mine.path(row))));
  await until("the silent clips", () => mine.isIdle() && mine.films().length === heard.length);
  assert.equal(await status(original), 410);
  for (const row of mine.films()) assert.doesNotMatch(mine.streams(row), /audio/, row.rung);
  assert.equal(await status(mine.rung("clip-0-4000").file), 200);
});

test("PB23 when cues change, only what changed is made again, and clips that no cue names are deleted", async () => {
  const stamps = () =>
    ["clip-0-4000", "sign-480"].map(
      (name) => statSync(mine.path(mine.rung(name)), { bigint: true }).mtimeNs,
    );
  const [before_, gone] = [stamps(), mine.rung("clip-4000-4800")];
  mine.cue([FIRST, LATER]);
  mine.bring();
  await until("the other clip", () => names().includes("clip-4040-4960-light") && mine.isIdle());
  const clips = both("clip-0-4000", "clip-4040-4960");
  assert.deepEqual(names(), [...clips, "poster", "sign-240", "sign-480"]);
  assert.equal(existsSync(mine.path(gone)), false);
  assert.deepEqual(stamps(), before_);
});

test("PB24 PB28 a film that another took the place of is for the desk alone, clips that look alike stay, and a cue behind the last picture has none", async () => {
  const signing = join(mine.folder, "signings/two-hills.xki.yaml");
  const [from, to] = ["hills", "again"].map((name) => join(mine.folder, `media/${name}.mp4`));
  const alike = "-v error -nostdin -y -i FROM -c copy -metadata title=again TO".split(" ");
  execFileSync(
    "ffmpeg",
    alike.map((word) => (word === "FROM" ? from! : word === "TO" ? to! : word)),
  );
  writeFileSync(signing, readFileSync(signing, "utf8").replace("hills.mp4", "again.mp4"));
  mine.cue([FIRST, LATER, [4990, 5100, '{"w":"hill"}']]);
  mine.bring();
  former = original;
  original = (await describeMedia(to!)).media;
  const media = () =>
    new Set(mine.ask<{ media: string }>("select media from rung").map((r) => r.media));
  await until(
    "the clips of the other film",
    () => media().size === 1 && media().has(original) && mine.isIdle(),
  );
  for (const file of [former, original]) assert.equal(await status(file), 410);
  assert.equal(mine.rung("clip-4990-5100").file, "");
  mine.cue([FIRST, LATER]);
  mine.bring();
  await until("the clip to go", () => !names().includes("clip-4990-5100") && mine.isIdle());
  await sleep(1500); // who may have a file is looked up once a second, and was just asked
  assert.ok(names().length === 7 && mine.rungs().every((row) => existsSync(mine.path(row))));
});

test("PB25 while who signs does not agree to a film nobody has any of it; agreed again, it is made again", async () => {
  const clips = mine.films();
  mine.agree("story");
  mine.bring();
  await until("the clips to go", () => mine.isIdle() && mine.rungs().length === 0);
  assert.ok(clips.every((row) => !existsSync(mine.path(row))));
  for (const file of [original, ...cueFiles()]) {
    assert.equal(existsSync(mine.path({ file })), true);
    assert.equal(await status(file), 410);
  }
  mine.agree("film");
  mine.bring();
  await until("the clips", () => mine.isIdle() && mine.films().length === clips.length);
  assert.equal(await status(mine.rung("clip-0-4000").file), 200);
});

test("PB26 who takes the consent back takes film, clips and cues along, and no restore brings them back", async () => {
  const backup = join(at.dir, "backup.tar.gz");
  succeed(["backup", backup], mine.env);
  const [{ subject }] = mine.ask<{ subject: string }>("select signer as subject from signing") as [
    { subject: string },
  ];
  const all = [original, former, ...cueFiles(), ...mine.rungs().map(({ file }) => file)];
  const standing = () => all.filter((file) => existsSync(mine.path({ file })));
  assert.deepEqual(standing(), all);
  assert.ok(all.length >= 10);
  const began = performance.now();
  const body = { day: "2026-11-29" };
  const owner = ownerOf(mine.env.CND_DATA);
  await say(server.base, sign(owner, { kind: "consent.withdrawn/1", subject, body }));
  await until("the files to go", () => standing().length === 0);
  console.log(`erased in ${Math.round(performance.now() - began)} ms`);
  assert.deepEqual([mine.rungs(), mine.ask("select * from signing")], [[], []]);
  await server[Symbol.asyncDispose]();
  rmSync(mine.env.CND_DATA, { recursive: true });
  succeed(["restore", backup, "--new-log"], mine.env);
  server = await serve(mine.env);
  assert.deepEqual(mine.ask("select * from signing"), []);
  assert.deepEqual(standing(), []);
});
