/** What comes between while something waits for its day, or is just being said (features/editor/README.md, W16 and W17). */
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { privateParts, registry } from "../src/models.ts";
import { importInto } from "../src/commands/import.ts";
import { campaignFrame } from "../src/features/campaign/frame.ts";
import { storyAt } from "../src/features/stories/api.ts";
import { standingStory } from "../src/features/editor/around.ts";
import { sayDue, sayEachDay, type Saying } from "../src/features/editor/due.ts";
import { readyFor, momentNow } from "../src/features/editor/draft-context.ts";
import {
  cancelWaiting,
  eraseStory,
  publishDraft,
  withdrawStory,
} from "../src/features/editor/commands.ts";
import { recordsAbout } from "../src/platform/log/reading.ts";
import { readWaiting, type Draft } from "../src/features/stories/private/draft-rows.ts";
import { RecordError } from "../src/platform/records/record.ts";
import { openInstance, type Instance } from "../src/platform/process/instance.ts";
import { temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";

const A_DAY = 86_400_000; // ms
const day = (n: number) => new Date(Date.now() + n * A_DAY).toISOString().slice(0, 10);
const SLUG = "two-hills";

test("W17 a draft that waits is not deleted, not while it is being said either; what is published stays", async () => {
  await using stage = await opened();
  const { instance } = stage;
  const id = await stage.schedule("An edit to come");
  const forget = () => instance.log.private("drafts.forget", { id });
  const before = await stage.kinds();
  stage.dayComes();
  const tried: unknown[] = [];
  const between = stage.saying(async (records) => {
    tried.push(await forget());
    const done = await instance.log.append(records);
    tried.push(await forget());
    return done;
  });
  assert.deepEqual(await sayDue(between), [SLUG]);
  assert.deepEqual(await stage.kinds(), [...before, "story.edited/1"]);
  assert.equal(await stage.title(), "An edit to come");
  assert.deepEqual(tried, [undefined, undefined]);
  assert.deepEqual(await forget(), []);
  assert.equal(await stage.title(), "An edit to come");
});

test("W16 what is to come waits however its file is typed", async () => {
  for (const retyped of [
    (text: string) => text.replace(/^published: (.*)$/m, "published: '$1'"),
    (text: string) => text.replace(/^published: (.*)$/m, "published: >-\n  $1"),
    (text: string) => text.replace(/^summary: .*$/m, `summary: ${"s".repeat(5000)}`),
  ]) {
    await using stage = await opened();
    const before = await stage.kinds();
    await stage.schedule("An edit to come", retyped);
    assert.deepEqual(await stage.kinds(), before);
  }
});

test("W17 taken back while its edit is being said, the story goes whole", async () => {
  await using stage = await opened();
  const { instance } = stage;
  await stage.schedule("An edit to come");
  stage.dayComes();
  const between = stage.saying(async (records) => {
    const done = await instance.log.append(records);
    await instance.log.private("drafts.forget", { slug: SLUG });
    return done;
  });
  let isFirst = true;
  const once = stage.saying((records) => {
    if (!isFirst) return instance.log.append(records);
    isFirst = false;
    return between.speaker.append(records);
  });
  await sayDue(once);
  assert.equal(await stage.title(), undefined);
  assert.ok((await stage.kinds()).includes("erasure.made/1"));
});

test("W8 W17 a story that is withdrawn does not come back on the day of an edit that waited, nor by one that is being said", async () => {
  for (const isOnItsWay of [false, true]) {
    await using stage = await opened();
    const before = await stage.kinds();
    await stage.schedule("An edit to come");
    stage.dayComes();
    const ends = stage.saying(() => Promise.reject(new Error("The program ended here.")));
    if (isOnItsWay) await assert.rejects(sayDue(ends), /ended/);
    assert.equal(await withdrawStory(SLUG, stage.saying()), true);
    assert.deepEqual(await sayDue(stage.saying()), []);
    const said = isOnItsWay ? ["story.edited/1", "story.withdrawn/1"] : ["story.withdrawn/1"];
    assert.deepEqual(await stage.kinds(), [...before, ...said]);
    assert.deepEqual(await stage.waiting(), []);
  }
});

test("W17 a story that is erased goes whole, while it waits and while it is being said", async () => {
  for (const isOnItsWay of [false, true]) {
    await using stage = await opened();
    const { instance } = stage;
    writeFileSync(join(stage.mine, "stories/newt.md"), newt("The newt"));
    await importInto(instance, stage.mine);
    if (isOnItsWay) {
      stage.dayComes();
      const ends = stage.saying(() => Promise.reject(new Error("The program ended here.")));
      await assert.rejects(sayDue(ends), /ended/);
    }
    await eraseStory("newt", stage.saying());
    assert.deepEqual(await stage.waiting(), []);
    assert.deepEqual(await sayDue(stage.saying()), []);
    const left = (await instance.log.private("drafts.list", null)) as Draft[];
    assert.deepEqual(
      left.filter(({ slug }) => slug === "newt"),
      [],
    );
    const story = await instance.snapshot((db) => storyAt(db, "newt"));
    assert.equal(story?.story, undefined);
  }
});

test("W16 what the log refuses is tried again ever more rarely, and not at every look", async () => {
  await using stage = await opened();
  await stage.schedule("An edit to come");
  stage.dayComes();
  let [looks, tries] = [0, 0];
  const refusing = stage.saying(() => {
    tries += 1;
    return Promise.reject(new RecordError("bad-signature", "This key owns this log no more."));
  });
  const ended = new AbortController();
  const counting = {
    ...refusing,
    now: () => {
      if (++looks >= 200) ended.abort();
      return Date.now();
    },
  };
  await sayEachDay(counting, ended.signal, 1);
  assert.ok(tries >= 2, `tried ${tries} times`);
  assert.ok(tries <= 12, `tried ${tries} times`);
});

test("W17 F19 an import tells what waits once it is done, and brings what it could not change again", async (t) => {
  await using stage = await opened();
  const { instance } = stage;
  const told = t.mock.method(console, "log");
  const imported = async (title: string) => {
    writeFileSync(join(stage.mine, "stories/newt.md"), newt(title));
    told.mock.resetCalls();
    await importInto(instance, stage.mine);
    return told.mock.calls.map(({ arguments: [line] }) => String(line)).join("\n");
  };
  assert.match(await imported("The newt"), /: 1 new,[^]*\n1 of these wait/);
  stage.dayComes();
  const ends = stage.saying(() => Promise.reject(new Error("The program ended here.")));
  await assert.rejects(sayDue(ends), /ended/);
  assert.match(await imported("The great newt"), /: 0 new, 0 edited, .*1 changed here since/);
  assert.deepEqual(await sayDue(stage.saying()), ["newt"]);
  assert.match(await imported("The great newt"), /: 0 new, 1 edited,[^]*\n1 of these wait/);
  const [row] = await instance.snapshot((db) => readWaiting(db));
  assert.match(row!.text, /The great newt/);
  await instance.log.private("waiting.cancel", { ids: [row!.draft] });
  const after = await imported("The great newt");
  assert.match(after, /: 0 new, 0 edited, .*1 changed here since/);
  assert.doesNotMatch(after, /wait for their day/);
});

const newt = (title: string) =>
  `---\ntitle: ${title}\nsummary: One.\nlanguage: en\ncategory: Community network\npublished: ${day(4)}\nauthors: [campaign-desk]\n---\nIt is here.\n`;

test("W17 what was signed by a key that was changed since is signed anew, and said once", async () => {
  await using stage = await opened();
  await stage.schedule("An edit to come");
  const before = await stage.kinds();
  stage.dayComes();
  const ends = stage.saying(() => Promise.reject(new Error("The disk is full.")));
  await assert.rejects(sayDue(ends), /full/);
  await stage.end();
  succeed(["key", "change"], { CND_DATA: stage.dir });
  await using again = await stage.open();
  const later = onStage(again, stage.dir);
  assert.deepEqual(await sayDue(later.saying()), []);
  const [row] = await again.snapshot((db) => readWaiting(db));
  assert.match(row!.trouble!, /owns this log no more/);
  const desk = { speaker: later.saying().speaker, private: again.log.private };
  assert.equal(row!.signed, null, "it could be cancelled");
  assert.deepEqual(await sayDue(later.saying()), [SLUG]);
  assert.deepEqual(await sayDue(later.saying()), []);
  assert.deepEqual(await later.kinds(), [...before, "story.edited/1"]);
  assert.equal(await cancelWaiting({ slug: SLUG, lang: "" }, desk), true);
});

/** A campaign of one story, in this process. */
async function opened() {
  const folder = temporary();
  const [dir, mine] = [join(folder.dir, "data"), join(folder.dir, "mine")];
  cpSync("docs/protocol/valid/small", mine, { recursive: true });
  const open = () =>
    openInstance({
      dir,
      database: undefined,
      origin: "campaign.example",
      projections: registry.projections,
      parts: privateParts,
      writer: new URL("../src/writer.ts", import.meta.url),
    });
  const instance = await open();
  await importInto(instance, mine);
  return { ...onStage(instance, dir), folder, dir, mine, open, ...endingWith(instance, folder) };
}

function endingWith(instance: Instance, folder: Disposable) {
  let ended: PromiseLike<void> | undefined;
  const end = () => (ended ??= instance[Symbol.asyncDispose]());
  return {
    end,
    async [Symbol.asyncDispose]() {
      await end();
      folder[Symbol.dispose]();
    },
  };
}

function onStage(instance: Instance, dir: string) {
  const { log, snapshot } = instance;
  const saying = (append = log.append): Saying => ({
    instance,
    speaker: { append, key: instance.folder.keys.owner, snapshot },
    frame: (db) => campaignFrame(db, "https://campaign.example"),
    now: Date.now,
    clock: {
      now: Date.now,
      aged: Date.now,
      behindBy: () => 0,
      isSettled: () => true,
      aheadBy: () => 0,
    },
  });
  return {
    instance,
    saying,
    title: async () => (await snapshot((db) => storyAt(db, SLUG)))?.story?.title,
    waiting: async () => (await snapshot((db) => readWaiting(db))).map(({ slug }) => slug),
    async kinds() {
      const told = await snapshot((db) => standingStory(db, SLUG));
      const records = await snapshot((db) => recordsAbout(db, told!.known!.subject));
      return records.map(({ kind }) => kind);
    },
    /** @returns the id of the draft of an edit of the story that waits for the day after tomorrow */
    async schedule(title: string, retyped = (text: string) => text): Promise<string> {
      const serving = saying();
      const told = await snapshot((db) => standingStory(db, SLUG));
      const said = told!.files.get("")!;
      const later = said
        .replace(/^title: .*$/m, `title: ${title}`)
        .replace(/^published: .*$/m, `published: ${day(2)}`);
      const text = retyped(later);
      const fresh = { kind: "story", slug: SLUG, lang: "", text, said, by: "Amina" };
      const id = (await log.private("drafts.create", fresh)) as string;
      const draft = (await log.private("drafts.get", id)) as Draft;
      const frame = await snapshot(serving.frame);
      const { checked, ...ready } = await readyFor(serving, { frame, lang: "en" }, draft);
      const desk = { speaker: serving.speaker, private: log.private, now: Date.now };
      const publishing = { ...ready, ...desk, moment: momentNow(serving) };
      assert.deepEqual(await publishDraft(draft, checked.thing!, publishing), []);
      assert.equal((await snapshot((db) => readWaiting(db, SLUG))).length, 1);
      return id;
    },
    /** What waits, waits for today. */
    dayComes(): void {
      const database = new DatabaseSync(join(dir, "log.sqlite"));
      const rows = database.prepare("select draft, text from waiting").all() as unknown as {
        draft: string;
        text: string;
      }[];
      const set = database.prepare("update waiting set day = ?, text = ? where draft = ?");
      for (const { draft, text } of rows)
        set.run(day(0), text.replace(/^published: .*$/m, `published: ${day(0)}`), draft);
      database.close();
    },
  };
}
