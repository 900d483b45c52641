import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { exportFolder } from "../../platform/folder/export.ts";
import { formatFolder } from "../../platform/folder/format.ts";
import { importFolder } from "../../platform/folder/import.ts";
import { problemLine } from "../../platform/folder/problem.ts";
import { readFolder } from "../../platform/folder/read.ts";
import { memoryLog, temporary } from "../../platform/folder/sample.test.ts";
import { openMedia } from "../../platform/media/media.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { Json } from "../../platform/records/jcs.ts";
import { newKey } from "../../platform/records/keys.ts";
import { signRecord, storedSay } from "../../platform/records/record.ts";
import { peopleFolder } from "../people/folder.ts";
import { placeFolder } from "../places/folder.ts";
import { partnerFolder } from "../partners/folder.ts";
import { bookFolder, signingFolder } from "./folder.ts";

const parts = [placeFolder, partnerFolder, peopleFolder, bookFolder, signingFolder];

const BOOK = `title: Two hills
language: en
credits:
  text: The sample
  pictures: The sample
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
cover:
  file: media/hill.png
  alt: A hill
pages:
  - picture:
      file: media/hill.png
      alt: A hill at night
    lines:
      - This is a hill.
      - It has a light.
  - lines:
      - The other hill answers.
`;
const FRENCH = `title: Deux collines
state: person
translator: The sample
pages:
  - alt: Une colline, la nuit
    lines:
      - Voici une colline.
      - Elle a une lumière.
  - lines:
      - L’autre colline répond.
`;
const SIGNING = `book: two-hills
language: xki
signer: amina
follows: en
film:
  file: media/two-hills.mp4
  seconds: 12
cues: media/two-hills.xki.vtt
`;
const PEOPLE = `- id: amina
  name: Amina
  consent:
    purposes:
      - film
    channels:
      - web
    languages:
      - en
    until: 2031-01-01
    method: signed form
    given: 2026-01-01
`;

async function folder(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const dir = temporary();
  for (const name of ["media", "books", "signings"]) mkdirSync(join(dir, name));
  const mp4 = Buffer.from("000000186674797069736f6d0000020069736f6d69736f32", "hex"); // its head: nothing here plays it
  writeFileSync(join(dir, "media/two-hills.mp4"), mp4);
  const hill = { width: 8, height: 6, channels: 3, background: "#224" } as const;
  writeFileSync(join(dir, "media/hill.png"), await sharp({ create: hill }).png().toBuffer());
  const files = {
    "people.yaml": PEOPLE,
    "books/two-hills.yaml": BOOK,
    "books/two-hills.fr.yaml": FRENCH,
    "signings/two-hills.xki.yaml": SIGNING,
    "media/two-hills.xki.vtt": 'WEBVTT\n\n1\n00:00.000 --> 00:04.000\n{"s":"p1s1"}\n',
    ...changes,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dir, path), text);
  return dir;
}

const contents = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => [path.slice(dir.length), readFileSync(path, "hex")]);

const problems = async (changes: Readonly<Record<string, string>>) =>
  (await readFolder(await folder(changes), parts)).problems.map(problemLine);

test("PB1 a book, its translation and a signing go in and out byte for byte, and a second import adds nothing", async () => {
  const dir = await folder();
  await formatFolder(dir, parts);
  const log = memoryLog();
  const media = openMedia(join(temporary(), "media"));
  const options = { parts, log, media, key: newKey(), clock: new Clock(Date.now) };
  const done = await importFolder({ dir, ...options });
  assert.ok(!done.problems, JSON.stringify(done.problems));
  const to = join(temporary(), "out");
  assert.deepEqual((await exportFolder({ dir: to, parts, log, media })).leftOut, []);
  assert.deepEqual(contents(to), contents(dir));
  const again = await importFolder({ dir: to, ...options });
  assert.equal(again.problems ? -1 : again.counts.records, 0);
});

test("PB1 bug: a book that was edited to other pages was exported with translations and signings that no import takes", async () => {
  const dir = await folder({
    "media/two-hills.xki.vtt": 'WEBVTT\n\n1\n00:00.000 --> 00:04.000\n{"s":"p2s1"}\n',
  });
  const log = memoryLog();
  const media = openMedia(join(temporary(), "media"));
  const key = newKey();
  const options = { parts, log, media, key, clock: new Clock(Date.now) };
  assert.ok(!(await importFolder({ dir, ...options })).problems);
  const { id: subject, document } = log.records.find(
    ({ envelope }) => envelope.kind === "book.opened/1",
  )!;
  const { pages, ...rest } = storedSay(document) as Record<string, Json> & { pages: Json[] };
  const body = { ...rest, pages: pages.slice(0, 1) };
  const clock = new Clock(() => Date.now() + 1000);
  await log.append([signRecord({ kind: "book.edited/1", subject, body, at: clock.tick() }, key)]);
  const to = join(temporary(), "out");
  const { leftOut } = await exportFolder({ dir: to, parts, log, media });
  assert.deepEqual(
    leftOut.map(({ space, slug, reason }) => `${space}/${slug}: ${reason}`),
    [
      "books/two-hills: fr: pages: expected the 1 pages of the book, found 2",
      "signings/two-hills--xki: cues: media/two-hills.xki.vtt, cue 1: expected a sentence of the book, found p2s1",
    ],
  );
  const fresh = { ...options, log: memoryLog() };
  const done = await importFolder({ dir: to, ...fresh });
  assert.ok(!done.problems, JSON.stringify(done.problems));
  const again = join(temporary(), "again");
  assert.deepEqual((await exportFolder({ dir: again, ...fresh })).leftOut, []);
  assert.deepEqual(contents(again), contents(to));
});

test("PB1 a signing is called by its book and its language, and names both", async () => {
  const [odd, ...more] = await problems({ "signings/two-hills.yaml": SIGNING });
  assert.match(odd!, /^signings\/two-hills\.yaml:1: expected a name <slug>\.<language>\.yaml /);
  assert.deepEqual(more, []);
  assert.deepEqual(await problems({ "signings/other.xki.yaml": SIGNING }), [
    "signings/other.xki.yaml:1: book: expected other, as the file is called, found two-hills",
  ]);
  assert.deepEqual(await problems({ "signings/two-hills.sfs.yaml": SIGNING }), [
    "signings/two-hills.sfs.yaml:2: language: expected sfs, as the file is called, found xki",
  ]);
});

test("PB2 a translation with other pages is refused", async () => {
  const shorter = FRENCH.slice(0, FRENCH.lastIndexOf("  - lines:"));
  assert.deepEqual(await problems({ "books/two-hills.fr.yaml": shorter }), [
    "books/two-hills.fr.yaml:4: pages: expected the 2 pages of the book, found 1",
  ]);
});

test("PB3 a book without a licence, without pages, with too many pages or an empty one is refused", async () => {
  const book = (text: string) => problems({ "books/two-hills.yaml": text });
  const noLicence = BOOK.replace(/licence:\n(?: {2}.*\n)+/, "");
  assert.match(
    (await book(noLicence)).join(),
    /licence: expected a group of fields, found nothing/,
  );
  const pages = (n: number) =>
    `${BOOK.slice(0, BOOK.indexOf("pages:"))}pages:${n === 0 ? " []" : `\n${"  - lines:\n      - One.\n".repeat(n)}`}\n`;
  assert.match((await book(pages(0))).join(), /pages: expected at least one page/);
  assert.match((await book(pages(500))).join(), /pages: expected at most 100 pages/);
  const empty = BOOK.replace("      - The other hill answers.\n", "").replace(
    /- lines:\n$/,
    "- lines: []\n",
  );
  assert.match((await book(empty)).join(), /pages\[1\]: expected a picture or a sentence/);
});

test("PB21 cues of a file are those of the book in the language that the signing follows", async () => {
  const cues = (text: string) => problems({ "media/two-hills.xki.vtt": `WEBVTT\n\n${text}\n` });
  assert.deepEqual(await cues('00:00.000 --> 00:04.000\n{"s":"p2s2"}'), [
    "signings/two-hills.xki.yaml:8: cues: media/two-hills.xki.vtt, cue 1: expected a sentence of the book, found p2s2",
  ]);
  assert.match((await cues('00:10.000 --> 00:14.000\n{"s":"p2s1"}')).join(), /within the film/);
  const huge = '00:00.000 --> 00:04.000\n{"s":"p2s1"}\n\n'.repeat(60_000);
  assert.match((await cues(huge)).join(), /expected WebVTT of at most 2000000 bytes/);
  assert.deepEqual(
    await problems({ "signings/two-hills.xki.yaml": SIGNING.replace("s: en", "s: sw") }),
    ["signings/two-hills.xki.yaml:4: follows: expected a language of the book, found sw"],
  );
});
