import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { SLUG_BOUND } from "../addresses/addresses.ts";
import { IMPORT_CLOSED } from "../log/kinds.ts";
import { openMedia } from "../media/media.ts";
import { Clock, timeMs } from "../records/clock.ts";
import { newKey } from "../records/keys.ts";
import { readDocument, readEntry, signRecord } from "../records/record.ts";
import { knownThings } from "./folder-log.ts";
import { importFolder, type ImportOptions } from "./import.ts";
import { memoryLog, parts, SMALL, temporary } from "./sample.test.ts";

const NOTHING = {
  added: 0,
  edited: 0,
  restored: 0,
  unchanged: 10,
  left: 0,
  both: 0,
  withdrawn: 0,
  withoutFile: 0,
  waiting: 0,
  records: 0,
};

function instance() {
  const log = memoryLog();
  const mediaDir = join(temporary(), "media");
  const rest = {
    parts,
    log,
    key: newKey(),
    clock: new Clock(Date.now),
    media: openMedia(mediaDir),
  };
  const run = async (dir: string, more: Partial<ImportOptions> = {}) => {
    const done = await importFolder({ dir, ...rest, ...more });
    assert.ok(!done.problems, JSON.stringify(done.problems));
    return done.counts;
  };
  const last = () => log.records.at(-1)!;
  const say = (i: number) => readDocument(log.records[i]!.document, log.records[i]!.envelope.body);
  return { log, mediaDir, rest, run, last, say };
}
const change = (dir: string, path: string, from: string, to: string) =>
  writeFileSync(join(dir, path), readFileSync(join(dir, path), "utf8").replace(from, to));

test("F2 a folder with a problem imports nothing", async () => {
  const { log, rest, mediaDir } = instance();
  const dir = temporary(SMALL);
  change(dir, "stories/two-hills.md", "far-hill", "far-mountain");
  const done = await importFolder({ dir, ...rest });
  assert.equal(done.problems?.length, 1);
  assert.deepEqual([log.records.length, existsSync(mediaDir)], [0, false]);
});

test("F2 a dry run counts and says nothing", async () => {
  const { log, run, mediaDir } = instance();
  const counts = await run(SMALL, { dryRun: true });
  assert.deepEqual(counts, { ...NOTHING, added: 10, unchanged: 0, records: 21 });
  assert.deepEqual([log.records.length, existsSync(mediaDir)], [0, false]);
});

test("F2 a body that no record can hold is a problem of its file", async () => {
  const { log, rest } = instance();
  const dir = temporary(SMALL);
  writeFileSync(
    join(dir, "pages/about.md"),
    `---\ntitle: About\n---\n${`${"漢".repeat(900)}\n`.repeat(110)}`,
  );
  const done = await importFolder({ dir, ...rest });
  assert.match(done.problems![0]!.message, /^expected at most 255900 bytes in all, found 297/);
  assert.equal(log.records.length, 0);
});

test("F5 the same folder again adds nothing, and a changed file one edit", async () => {
  const { log, run, last } = instance();
  const dir = temporary(SMALL);
  await run(dir);
  assert.deepEqual(await run(dir), NOTHING);
  change(dir, "stories/two-hills.md", "indented", "other");
  assert.deepEqual(await run(dir), { ...NOTHING, edited: 1, unchanged: 9, records: 1 });
  assert.equal(last().envelope.kind, "stories.edited/1");
  change(dir, "stories/two-hills.fr.md", "Deux", "Les deux");
  assert.deepEqual(await run(dir), { ...NOTHING, edited: 1, unchanged: 9, records: 1 });
  assert.equal(last().envelope.kind, "stories.translated/1");
  change(dir, "people.yaml", "name: Ada", "name: Ada L.");
  assert.deepEqual(await run(dir), { ...NOTHING, edited: 1, unchanged: 9, records: 1 });
  assert.deepEqual(await run(dir), NOTHING);
  assert.equal(log.records.length, 24);
});

test("F5 other bytes of a picture are an edit of what shows it", async () => {
  const { run } = instance();
  const dir = temporary(SMALL);
  await run(dir);
  const png = readFileSync(join(dir, "media/hill.png"));
  writeFileSync(join(dir, "media/hill.png"), Buffer.concat([png, Buffer.from("more")]));
  assert.deepEqual(await run(dir), { ...NOTHING, edited: 2, unchanged: 8, records: 2 });
});

test("F6 things get subjects and slugs; references are subjects, media stored files; children come later", async () => {
  const { log, run, say, mediaDir } = instance();
  await run(SMALL);
  for (const record of log.records) readEntry(record.entry);
  const index = (kind: string) => log.records.findIndex((r) => r.envelope.kind === kind);
  const story = index("stories.opened/1");
  const subjects = log.records
    .filter((r) => r.envelope.kind === "people.opened/1")
    .map((r) => r.id);
  const { people, authors, cover, markdown, id } = say(story) as Record<string, string>;
  assert.deepEqual([people, authors, id], [[subjects[0]], [subjects[1]], undefined]);
  const [stored] = readdirSync(mediaDir);
  const file = { media: stored, name: "media/hill.png", bytes: 104, width: 4, height: 3 };
  assert.deepEqual(cover, { file, alt: "The hill", credit: "No, really: me" });
  assert.match(markdown!, /^The hill saw/);
  const bound = log.records[story + 1]!;
  assert.deepEqual(say(story + 1), { space: "stories", slug: "two-hills" });
  assert.equal(bound.envelope.kind, SLUG_BOUND);
  assert.equal(bound.envelope.subject, log.records[story]!.id);
  assert.ok(bound.envelope.at > log.records[story]!.envelope.at);
  assert.deepEqual(say(story + 2)["lang"], "fr");
});

test("F6 an edit is later than what it edits, also where the clock was set back", async () => {
  const { log, run, last } = instance();
  const dir = temporary(SMALL);
  await run(dir);
  change(dir, "pages/about.md", "sample", "test");
  await run(dir, { clock: new Clock(() => 0) });
  assert.equal(timeMs(last().envelope.at) > 0, true);
  const [before] = log.records.filter((r) => r.envelope.kind === "pages.opened/1");
  assert.ok(last().envelope.at > before!.envelope.at);
});

test("F7 what has no file is left, or withdrawn when asked, and comes back with its file", async () => {
  const { run, last } = instance();
  const dir = temporary(SMALL);
  await run(dir);
  rmSync(join(dir, "pledges/eleven-more.yaml"));
  const without = { ...NOTHING, unchanged: 9 };
  assert.deepEqual(await run(dir), { ...without, withoutFile: 1 });
  assert.deepEqual(await run(dir, { prune: true }), { ...without, withdrawn: 1, records: 1 });
  assert.equal(last().envelope.kind, "pledges.gone/1");
  assert.deepEqual(await run(dir, { prune: true }), without);
  assert.deepEqual(await run(SMALL), { ...without, restored: 1, records: 1 });
  assert.equal(last().envelope.kind, "pledges.edited/1");
  assert.deepEqual(await run(SMALL), NOTHING);
});

/** What somebody does at the desk: an edit of a story, its withdrawal without a body. */
async function atDesk({ log, rest: { key, clock } }: ReturnType<typeof instance>, body?: object) {
  const part = parts.find(({ space }) => space === "stories")!;
  const known = (await knownThings(log, part)).get("two-hills")!;
  const kind = body ? part.edit : part.withdrawal;
  const said = body ? { ...known.body, ...body } : {};
  const { subject } = known;
  await log.append([signRecord({ kind, subject, at: clock.tick(known.at), body: said }, key)]);
}
const STORY = "stories/two-hills.md";

test("F18 a file that is as it was imported last leaves what was changed or withdrawn here since", async () => {
  const at = instance();
  const dir = temporary(SMALL);
  const left = { ...NOTHING, unchanged: 9, left: 1 };
  await at.run(dir);
  await atDesk(at, { title: "Three hills" });
  assert.deepEqual(await at.run(dir), left);
  assert.deepEqual(await at.run(dir), left, "again");
  await atDesk(at);
  assert.deepEqual(await at.run(dir), left, "it stays withdrawn");
});

test("F18 a file that was changed counts, also over what was changed or withdrawn here", async () => {
  const at = instance();
  const dir = temporary(SMALL);
  const both = { ...NOTHING, unchanged: 9, both: 1, records: 1 };
  await at.run(dir);
  await atDesk(at, { title: "Three hills" });
  change(dir, STORY, "indented", "other");
  assert.deepEqual(await at.run(dir), { ...both, edited: 1 });
  await atDesk(at);
  change(dir, STORY, "other", "indented");
  assert.deepEqual(await at.run(dir), { ...both, restored: 1 }, "also with its words of long ago");
  assert.deepEqual(await at.run(dir), NOTHING);
});

test("F18 a file that an export wrote is as it was, whatever was changed here since", async () => {
  const at = instance();
  const dir = temporary(SMALL);
  await at.run(dir);
  await atDesk(at, { title: "Three hills" });
  change(dir, STORY, 'title: "Two hills: one line of sight"', "title: Three hills"); // as an export writes it
  await atDesk(at, { title: "Four hills" });
  assert.deepEqual(await at.run(dir), { ...NOTHING, unchanged: 9, left: 1 });
  change(dir, STORY, "title: Three hills", 'title: "Two hills: one line of sight"');
  assert.deepEqual(await at.run(dir), { ...NOTHING, unchanged: 9, edited: 1, both: 1, records: 1 });
});

test("F18 the photo of what was withdrawn here does not come back with another file's change", async () => {
  const at = instance();
  const dir = temporary(SMALL);
  await at.run(dir);
  rmSync(at.mediaDir, { recursive: true });
  change(dir, "pages/about.md", "sample", "test");
  assert.equal((await at.run(dir)).records, 1);
  assert.equal(existsSync(at.mediaDir) && readdirSync(at.mediaDir).length > 0, false);
});

test("F8 a long import shows nothing before its last record", async () => {
  const { log, run, last } = instance();
  const dir = temporary(SMALL);
  for (let i = 0; i < 300; i++)
    writeFileSync(join(dir, `pages/page-${i}.md`), `---\ntitle: Page ${i}\n---\n`);
  const { records } = await run(dir);
  assert.equal(records, 622);
  assert.equal(last().envelope.kind, IMPORT_CLOSED);
  assert.deepEqual(log.records.map((r) => r.envelope.import !== undefined).indexOf(false), 621);
  const closing = log.records.pop()!;
  assert.equal((await log.things("pages", ["pages.opened/1"])).size, 0);
  log.records.push(closing);
  assert.equal((await log.things("pages", ["pages.opened/1"])).size, 301);
  assert.equal((await run(dir)).records, 0);
});

test("F14 the campaign is the first record, and its id never changes", async () => {
  const { log, rest, run } = instance();
  const dir = temporary(SMALL);
  await run(dir);
  assert.equal(log.records[0]!.envelope.kind, "campaign.opened/1");
  change(dir, "campaign.yaml", "id: small-campaign", "id: other-campaign");
  const done = await importFolder({ dir, ...rest });
  assert.deepEqual(done.problems, [
    {
      file: "campaign.yaml",
      line: 1,
      field: "id",
      message: "expected small-campaign, the campaign of this log, found other-campaign",
    },
  ]);
});
