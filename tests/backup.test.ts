/** Backup and restore as an operator does them: the same campaign comes back, and what was erased since does not. */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after } from "node:test";
import { parseEntryBundle } from "../src/engines/tlog/bundle.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { readEntry, type Envelope } from "../src/platform/records/record.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { exported, succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { ownerOf, placeBody, post, say, sign, type Answer } from "./saying.ts";

const COVER = "media/gabon-day.webp";
const BACKUP = "backup.tar.gz";
let ready: ReturnType<typeof temporary> | undefined;
after(() => ready?.[Symbol.dispose]());

test("a backup is for its owner's eyes, and brings back the same campaign and the same log", () => {
  using made = campaignWithBackup();
  assert.equal(statSync(made.file).mode & 0o777, 0o600);
  const env = { CND_DATA: join(made.dir, "again") };
  succeed(["restore", made.file], env);
  assert.match(succeed(["verify"], env), /1 media files/);
  const files = exported(made.dir, made.env);
  assert.ok(files[COVER]);
  assert.deepEqual(exported(made.dir, env), files);
  assert.equal(kept(env, "checkpoint"), kept(made.env, "checkpoint"));
  assert.match(cnd(["restore", made.file], env).err, /^Expected an empty database[^\n]*\n$/);
});

test("BK6 a backup is never written over another file, unless that is said; no folder for it is one line", () => {
  using made = campaignWithBackup();
  const found = readFileSync(made.file);
  for (const [file, says] of [
    [made.file, /^\S+backup\.tar\.gz already exists\. [^\n]* --force\n$/],
    [made.dir, /^Expected a file to write, got the folder [^\n]*\n$/],
    [
      join(made.dir, "none", "x.tar.gz"),
      /^Expected a folder \S+none for the backup, found none\.[^\n]*\n$/,
    ],
  ] as const) {
    const { code, err } = cnd(["backup", file], made.env);
    assert.equal(code, 1);
    assert.match(err, says);
  }
  assert.deepEqual(readFileSync(made.file), found);
  succeed(["backup", made.file, "--force"], made.env);
  assert.notDeepEqual(readFileSync(made.file), found);
});

test("BK5 the operator's own files come along, what a killed backup left goes, and half a backup is not made", () => {
  using made = campaignWithBackup();
  const limits = "form:\n  hour: { each: 7 }\n";
  writeFileSync(join(made.env.CND_DATA, "limits.yaml"), limits);
  const asks = '{"address":"https://example.org/releases.json","asked":0,"failed":""}\n';
  writeFileSync(join(made.env.CND_DATA, "releases.json"), asks);
  const gone = spawnSync(process.execPath, ["-e", ""]).pid; // a process that ended
  const [killed, running] = [gone, process.pid].map((pid) =>
    join(made.dir, `.cnd-backup-${pid}-x`),
  );
  for (const dir of [killed!, running!]) mkdirSync(dir);
  const file = join(made.dir, "with-limits.tar.gz");
  succeed(["backup", file], made.env);
  assert.deepEqual([existsSync(killed!), existsSync(running!)], [false, true]);
  const env = { CND_DATA: join(made.dir, "limited") };
  succeed(["restore", file], env);
  assert.equal(readFileSync(join(env.CND_DATA, "limits.yaml"), "utf8"), limits);
  assert.equal(readFileSync(join(env.CND_DATA, "releases.json"), "utf8"), asks);
  {
    using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"));
    db.exec("update state set value = '0' where key = 'private:trail'"); // as of a program without it
  }
  const { code, err } = cnd(["backup", join(made.dir, "half.tar.gz")], env);
  assert.equal(code, 1);
  assert.match(
    err,
    /^The data in [^\n]* was written by another version of this program\.[^\n]*\n$/,
  );
});

/** Files that come and go beside the campaign's own, as uploads do. */
const CHURN = `
  const { rmSync, writeFileSync } = require("node:fs");
  for (;;) {
    for (let i = 0; i < 300; i++) writeFileSync(process.argv[1] + "/.new-" + i, "x");
    for (let i = 0; i < 300; i++) rmSync(process.argv[1] + "/.new-" + i);
  }`;

test("bug: a file that was written or deleted meanwhile made a backup fail", async () => {
  using made = campaignWithBackup();
  const media = join(made.env.CND_DATA, "media");
  const churn = spawn(process.execPath, ["-e", CHURN, media], { stdio: "ignore" });
  try {
    const file = join(made.dir, "meanwhile.tar.gz");
    for (let i = 0; i < 3; i++) succeed(["backup", file, "--force"], made.env);
    const held = execFileSync("tar", ["-tzf", file], { encoding: "utf8" });
    assert.doesNotMatch(held, /\.new-/);
    const again = { CND_DATA: join(made.dir, "again") };
    succeed(["restore", file], again);
    assert.match(succeed(["verify"], again), /1 media files/);
  } finally {
    const ended = once(churn, "exit");
    churn.kill("SIGKILL");
    await ended;
  }
});

test("an erasure made since the backup is carried out, in a log that says it goes on from another", async () => {
  using made = campaignWithBackup();
  const { env, file, dir } = made;
  const erased = await eraseStory(env);
  const before = kept(env, "checkpoint");
  rmSync(env.CND_DATA, { recursive: true });
  const beside = readdirSync(dir).toSorted();
  assert.ok(beside.includes("data.erasures") && beside.includes("data.checkpoint"));
  const refused = cnd(["restore", file], env);
  assert.deepEqual([refused.code, refused.out], [1, ""]);
  assert.match(refused.err, /^A newer checkpoint of this log is known [^\n]*--new-log[^\n]*\n$/);
  assert.deepEqual(readdirSync(dir).toSorted(), beside, "a refused restore leaves nothing behind");
  assert.equal(kept(env, "checkpoint"), before);
  assert.match(succeed(["restore", file, "--new-log"], env), /carried out 1 erasures/);
  assert.match(succeed(["verify"], env), / 1 erased/);
  assert.deepEqual(readdirSync(join(env.CND_DATA, "media")), [], "the story's picture is gone too");
  await using server = await serve(env);
  const [origin] = (await text(server, "/log/checkpoint")).split("\n");
  assert.equal(origin, "our-campaign/2");
  const [first] = await entries(server);
  assert.equal(first!.envelope.kind, "log.continued/1");
  const document = JSON.parse(await text(server, `/log/body/${first!.envelope.body}`));
  assert.equal(document.say.checkpoint, before);
  assert.equal((await fetch(`${server.base}/log/body/${erased}`)).status, 410);
  assert.doesNotMatch(await text(server, "/"), /Our first story/);
});

test("S20 a story erased since the backup leaves its page with the day, also after a restore; erased twice it is said once", async () => {
  using made = campaignWithBackup();
  const { env, file } = made;
  const slug = readdirSync(join(made.dir, "campaign", "stories"))[0]!.replace(/\.md$/, "");
  const path = `/stories/${slug}`;
  succeed(["erase", path], env);
  const first = kept(env, "checkpoint");
  succeed(["erase", path], env);
  assert.equal(kept(env, "checkpoint"), first);
  rmSync(env.CND_DATA, { recursive: true });
  assert.match(succeed(["restore", file, "--new-log"], env), /carried out 1 erasures/);
  await using server = await serve(env);
  const gap = await fetch(server.base + path);
  assert.equal(gap.status, 410);
  assert.match(await gap.text(), /The desk withdrew the story on \d+ \w+ \d{4}\./);
});

test("bug: an erasure that waited for its grant is kept for a restore and takes its picture along, as one that did not wait", async () => {
  using made = campaignWithBackup();
  const { env, dir } = made;
  const [owner, delegate] = [ownerOf(env.CND_DATA), newKey()];
  await using server = await serve(env);
  const all = await entries(server);
  const story = all.find((e) => e.envelope.kind === "story.told/1")!;
  const body = { bodies: [story.envelope.body] };
  const erasure = sign(delegate, { kind: "erasure.made/1", subject: story.id, body });
  const waits = (await (await post(server.base, erasure)).json()) as Answer;
  assert.equal(waits.results[0]?.is, "ungranted");
  assert.equal(readdirSync(join(env.CND_DATA, "media")).length, 1);
  const granted = { to: delegate.name, kinds: ["erasure.made/1"] };
  const subject = all[0]!.id;
  await say(server.base, sign(owner, { kind: "grant.given/1", subject, body: granted }));
  assert.ok(readdirSync(dir).includes("data.erasures"));
  assert.ok(kept(env, "erasures").includes(story.envelope.body));
  assert.deepEqual(readdirSync(join(env.CND_DATA, "media")), []);
});

test("bug: a consent that ended since the backup stood again after a restore", async () => {
  using made = campaignWithBackup();
  const { env, dir } = made;
  const owner = ownerOf(env.CND_DATA);
  const [id, proof] = ["a".repeat(32), "b".repeat(64)];
  const agreed = {
    id,
    proof,
    purposes: ["story"],
    channels: ["web"],
    languages: ["en"],
    until: "2099-01-01",
    method: "text",
    given: "2026-01-01",
  };
  const named = sign(owner, { kind: "person.named/1", body: { name: "Ana" } });
  const subject = named.id;
  const file = join(dir, "agreed.tar.gz");
  {
    await using server = await serve(env);
    await say(server.base, named);
    await say(server.base, sign(owner, { kind: "consent.given/1", subject, body: agreed }));
    succeed(["backup", file], env);
    const body = { id, day: "2026-01-02" };
    await say(server.base, sign(owner, { kind: "consent.withdrawn/1", subject, body }));
    assert.match(kept(env, "erasures"), /consent\.withdrawn/);
  }
  rmSync(env.CND_DATA, { recursive: true });
  succeed(["restore", file, "--new-log"], env);
  await using server = await serve(env);
  const kinds = (await entries(server)).map(({ envelope }) => envelope.kind);
  assert.equal(kinds.at(-1), "consent.withdrawn/1");
});

test("PE13 who was held since a backup is held again after a restore of it, and who was shown again is shown", async () => {
  using made = campaignWithBackup();
  const { env, dir } = made;
  const owner = ownerOf(env.CND_DATA);
  const role = { text: "founder", source: { title: "A", url: "https://a.example/" } };
  const people = ["ana", "ben"].map((slug) => {
    const named = sign(owner, { kind: "person.named/1", body: { name: slug, role } });
    const body = { space: "people", slug };
    return { slug, named, bound: sign(owner, { kind: "slug.bound/1", subject: named.id, body }) };
  });
  const file = join(dir, "held.tar.gz");
  const body = { day: "2026-01-02" };
  const hold = (kind: string, { named }: (typeof people)[number]) =>
    sign(owner, { kind: `person.${kind}/1`, subject: named.id, body });
  {
    await using server = await serve(env);
    for (const { named, bound } of people) await say(server.base, named, bound);
    await say(server.base, hold("held", people[1]!));
    succeed(["backup", file], env);
    await say(server.base, hold("held", people[0]!), hold("released", people[1]!));
  }
  rmSync(env.CND_DATA, { recursive: true });
  succeed(["restore", file, "--new-log"], env);
  await using server = await serve(env);
  const shown = await Promise.all(
    people.map(async ({ slug }) => (await fetch(`${server.base}/authors/${slug}`)).status),
  );
  assert.deepEqual(shown, [404, 200]);
});

test("L16 what waited waits again after a restore", async () => {
  using made = campaignWithBackup();
  const { env, dir } = made;
  {
    await using server = await serve(env);
    const waiting = sign(newKey(), { kind: "place.named/1", body: placeBody("Waiting") });
    const { results } = (await (await post(server.base, waiting)).json()) as Answer;
    assert.equal(results[0]?.is, "ungranted");
  }
  const file = join(dir, "waiting.tar.gz");
  succeed(["backup", file], env);
  const again = { CND_DATA: join(dir, "again") };
  succeed(["restore", file], again);
  using db = new DatabaseSync(join(again.CND_DATA, "log.sqlite"), { readOnly: true });
  const held = db.prepare("select reason from held").all();
  assert.deepEqual(
    held.map((row) => row["reason"]),
    ["ungranted"],
  );
});

test("a second new log has a name of its own, not that of the first", async () => {
  using made = campaignWithBackup();
  await eraseStory(made.env);
  for (const origin of ["our-campaign/2", "our-campaign/3"]) {
    rmSync(made.env.CND_DATA, { recursive: true });
    succeed(["restore", made.file, "--new-log"], made.env);
    assert.equal(kept(made.env, "checkpoint").split("\n")[0], origin);
  }
});

test("a damaged backup, and what is none, are refused in one line", () => {
  using made = campaignWithBackup();
  const env = { CND_DATA: join(made.dir, "again") };
  const beside = readdirSync(made.dir);
  const damages: Record<string, (file: string) => void> = {
    "cut short": (file) => truncateSync(file, statSync(file).size >> 1),
    "a byte changed": (file) => {
      const bytes = readFileSync(file);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(file, bytes);
    },
    "no archive": (file) => writeFileSync(file, "words"),
    empty: (file) => writeFileSync(file, ""),
  };
  for (const [name, damage] of Object.entries(damages)) {
    const file = join(made.dir, "damaged");
    cpSync(made.file, file);
    damage(file);
    const { code, err } = cnd(["restore", file], env);
    assert.equal(code, 1, name);
    assert.match(err, /^Expected a backup made by cnd backup at [^\n]*\n$/, name);
    rmSync(file);
    assert.deepEqual(readdirSync(made.dir), beside, `${name}: nothing is left behind`);
  }
  assert.match(cnd(["restore", join(made.dir, "none")], env).err, /^Expected a backup[^\n]*\n$/);
});

test("a backup from which a record was taken is refused, also for a new log, and leaves nothing", () => {
  using made = campaignWithBackup();
  const parts = join(made.dir, "parts");
  mkdirSync(parts);
  execFileSync("tar", ["-xzf", made.file, "-C", parts]);
  const records = join(parts, "records.jsonl");
  const lines = readFileSync(records, "utf8").trimEnd().split("\n");
  writeFileSync(records, lines.slice(0, -1).join("\n"));
  execFileSync("tar", ["-czf", made.file, "-C", parts, "."]);
  const beside = readdirSync(made.dir).toSorted();
  for (const more of [[], ["--new-log"]]) {
    const env = { CND_DATA: join(made.dir, "again") };
    const { code, err } = cnd(["restore", made.file, ...more], env);
    assert.equal(code, 1);
    assert.match(err, /^Expected a backup [^\n]*it announces \d+ records and holds \d+[^\n]*\n$/);
    assert.deepEqual(readdirSync(made.dir).toSorted(), beside);
  }
});

test("BK2 what a restore left half done, cut off or in PostgreSQL, is not used", async () => {
  using made = campaignWithBackup();
  const parts = join(made.dir, "parts");
  mkdirSync(parts);
  execFileSync("tar", ["-xzf", made.file, "-C", parts]);
  const records = join(parts, "records.jsonl");
  writeFileSync(records, readFileSync(records, "utf8").replaceAll("Our first story", "Another"));
  execFileSync("tar", ["-czf", made.file, "-C", parts, "."]);
  await using database = await DATABASES.PostgreSQL();
  const env = { CND_DATA: join(made.dir, "again"), CND_DATABASE: database.address };
  const { code, err } = cnd(["restore", made.file], env);
  assert.equal(code, 1);
  assert.match(err, /^Expected a body with the hash [^\n]*\n$/);
  for (const use of [["rebuild"], ["verify"], ["serve"], ["backup", join(made.dir, "half")]]) {
    const half = cnd(use, { ...env, PORT: "0" });
    assert.equal(half.code, 1, use[0]!);
    assert.match(half.err, /^Expected a whole campaign in [^\n]*\n$/, use[0]!);
  }
});

test("a backup of SQLite is restored into PostgreSQL, and reads the same", async () => {
  using made = campaignWithBackup();
  await using database = await DATABASES.PostgreSQL();
  const env = { CND_DATA: join(made.dir, "again"), CND_DATABASE: database.address };
  succeed(["restore", made.file], env);
  succeed(["verify"], env);
  assert.deepEqual(exported(made.dir, env), exported(made.dir, made.env));
  const pages: string[] = [];
  for (const each of [made.env, env]) {
    await using server = await serve({ ...each, CND_URL: "https://campaign.example" });
    pages.push((await text(server, "/")) + (await text(server, "/log/checkpoint")));
  }
  assert.match(pages[0]!, /Our Campaign/);
  assert.equal(pages[1], pages[0]);
});

/** A campaign of one story with a picture, in `dir/data`, and its backup: a copy of what the first test made. */
function campaignWithBackup() {
  const folder = temporary();
  const { dir } = folder;
  cpSync((ready ??= makeCampaign()).dir, dir, { recursive: true });
  const env = { CND_DATA: join(dir, "data") };
  return { dir, env, file: join(dir, BACKUP), [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

function makeCampaign() {
  const folder = temporary();
  const campaign = join(folder.dir, "campaign");
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["init", campaign, "--yes"]);
  cpSync(join("campaign", COVER), join(campaign, COVER));
  const story = join(campaign, "stories/our-first-story.md");
  const cover = `cover: { file: ${COVER}, alt: Mountains }\nauthors:`;
  writeFileSync(story, readFileSync(story, "utf8").replace("authors:", cover));
  succeed(["import", campaign], env);
  succeed(["backup", join(folder.dir, BACKUP)], env);
  return folder;
}

/** Withdraw the story and erase its words; the hash of its body. */
async function eraseStory(env: { CND_DATA: string }): Promise<string> {
  await using server = await serve(env);
  const story = (await entries(server)).find((e) => e.envelope.kind === "story.told/1")!;
  const owner = ownerOf(env.CND_DATA);
  const subject = story.id;
  const bodies = [story.envelope.body];
  await say(
    server.base,
    sign(owner, { kind: "story.withdrawn/1", subject, body: {} }),
    sign(owner, { kind: "erasure.made/1", subject, body: { bodies } }),
  );
  return story.envelope.body;
}

async function entries(server: Served): Promise<{ id: string; envelope: Envelope }[]> {
  const size = (await text(server, "/log/checkpoint")).split("\n")[1];
  const bundle = await fetch(`${server.base}/log/tile/entries/000.p/${size}`);
  return parseEntryBundle(await bundle.bytes()).map(readEntry);
}

const text = async (server: Served, path: string) => (await fetch(server.base + path)).text();

const kept = (env: { CND_DATA: string }, what: "checkpoint" | "erasures") =>
  readFileSync(`${env.CND_DATA}.${what}`, "utf8");
