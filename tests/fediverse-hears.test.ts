/** What is told from the fediverse, and what becomes of it (features/fediverse/README.md): the real instance, without a network. */
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openLocked } from "../src/commands/context.ts";
import { campaignFrame } from "../src/features/campaign/api.ts";
import { acceptRemark, commentById, countOf, sayerOf } from "../src/features/conversation/api.ts";
import { sayReactions } from "../src/features/fediverse/commands.ts";
import { fediverseHears } from "../src/features/fediverse/inbox.ts";
import { idOf } from "../src/features/fediverse/place.ts";
import { storyAt } from "../src/features/stories/api.ts";
import type { Serving } from "../src/platform/feature.ts";
import { logCounts } from "../src/platform/log/reading.ts";
import type { Heard, Hears } from "../src/platform/federation/speaking.ts";
import type { BlockRow } from "../src/platform/private/blocks.ts";
import { openReports } from "../src/features/conversation/private/moderating.ts";
import { byId } from "../src/features/conversation/private/finding.ts";
import { besideData } from "../src/platform/process/data-folder.ts";
import { readWithdrawnList } from "../src/platform/process/kept.ts";
import type { Instance } from "../src/platform/process/instance.ts";
import { sha256 } from "../src/platform/records/record.ts";
import { temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";

const BASE = "https://campaign.example";
const HASHTAG = "connectnotdivide";
const folder = temporary();
let instance: Instance;
let serving: Serving;
let hears: Hears;
let story = "";

before(async () => {
  await firstCampaign(folder.dir);
  const settings = {
    port: 0,
    host: "127.0.0.1",
    data: folder.dir,
    url: BASE,
    database: undefined,
  } as const;
  instance = (await openLocked(
    { ...settings, mail: undefined, trailDays: 400, dev: false },
    folder.dir,
    "",
  ))!;
  const { snapshot } = instance;
  const speaker: Serving["speaker"] = {
    append: (records) => instance.log.append(records),
    key: instance.folder.keys.owner,
    snapshot,
  };
  const frame: Serving["frame"] = (db) => campaignFrame(db, BASE);
  serving = { instance, speaker, frame, base: BASE, now: Date.now } as Serving;
  hears = fediverseHears(serving);
  story = (await snapshot((db) => storyAt(db, "mankosi")))!.subject;
});
after(async () => {
  await instance[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

type Said = Extract<Heard, { what: "said" }>;
const AMINA = "https://far.example/users/amina";
let n = 0;
const words = (html: string, more: Partial<Said> = {}): Said => {
  const uri = more.uri ?? `https://far.example/notes/${(n += 1)}`;
  const by = { uri: AMINA, handle: "@amina@far.example", name: "Amina" };
  const fixed = { what: "said", uri, url: uri, by, html } as const;
  return {
    ...fixed,
    calls: [],
    hashtags: [],
    isPublic: true,
    hasMedia: false,
    answers: { id: story },
    ...more,
  };
};
const by = (uri: string) => ({ uri, handle: `@x@${new URL(uri).host}`, name: "" });
const kept = ({ uri }: { readonly uri: string }) => instance.snapshot((db) => byId(db, idOf(uri)));
const shown = ({ uri }: { readonly uri: string }) =>
  instance.snapshot((db) => commentById(db, idOf(uri)));
const ask = (operation: string, argument: unknown) => instance.log.private(operation, argument);
const accept = async (said: Said) => {
  const decision = { by: "a", day: "2026-11-26" };
  assert.ok(await acceptRemark(sayerOf(serving), (await kept(said))!, decision));
};

test("FE1 what answers something here or carries the hashtag waits, once; everything else is dropped", async () => {
  const first = words("<p>Who carried it <b>up</b>?</p>", { warning: "Masts" });
  await hears(first);
  await hears(first);
  const remark = (await kept(first))!;
  assert.equal(remark.state, "waiting");
  assert.match(remark.text, /Masts[\s\S]*Who carried it up\?/);
  const called = words("<p>@campaign@here.example, two of us.</p>", { calls: ["campaign"] });
  await hears(called);
  assert.equal((await kept(called))!.text, "two of us.");
  assert.equal(remark.about, story);
  assert.equal(remark.name, "Amina");
  const second = words("We did.", { answers: { uri: first.uri } });
  const third = words("In a day?", { answers: { uri: second.uri } });
  for (const one of [second, third]) await hears(one);
  assert.deepEqual(
    [(await kept(third))?.about, (await kept(third))?.answers],
    [story, idOf(second.uri)],
    "below what waits itself",
  );
  const { answers: _, ...free } = words("Hello");
  for (const [hashtags, about] of [
    [[HASHTAG], "room"],
    [[HASHTAG, "privacy"], "topic:privacy"],
    [["privacy"], undefined],
    [[], undefined],
  ] as const) {
    const one = { ...free, uri: `https://far.example/tagged/${hashtags.join("-")}`, hashtags };
    await hears(one);
    assert.equal((await kept(one))?.about, about, hashtags.join(" "));
  }
  for (const dropped of [
    words("A letter", { isPublic: false }),
    words("To nothing", { answers: { uri: "https://far.example/unknown" } }),
    words("To nothing of ours", { answers: { id: "f".repeat(64) } }),
    words("<script>x</script>"),
    words("Of our own", { uri: `${BASE}/ap/objects/1` }),
  ]) {
    await hears(dropped);
    assert.equal(await kept(dropped), undefined, dropped.html);
  }
});

test("FE2 other words wait, the first are shown until then, and nobody else changes them", async () => {
  const one = words("The mast fell.");
  await hears(one);
  await accept(one);
  await hears({ ...one, by: by("https://far.example/users/else"), html: "It never stood." });
  assert.equal((await kept(one))?.edit, null);
  await hears({ ...one, html: "The mast fell in June." });
  assert.equal((await kept(one))?.edit, "The mast fell in June.");
  assert.equal((await shown(one))?.comment.text, "The mast fell.");
  await accept(one);
  assert.equal((await shown(one))?.comment.text, "The mast fell in June.");
  const { version } = (await kept(one))!;
  await hears({ ...one, html: "<p>The mast fell in June.</p>" });
  assert.equal((await kept(one))?.version, version, "the same words are no change");
});

test("FE3 what is taken back there is erased here, by its own server alone, and stays so", async () => {
  const [one, two] = [words("Mine."), words("Mine too.", { by: by("https://gone.example/u") })];
  for (const each of [one, two]) {
    await hears(each);
    await accept(each);
  }
  await hears({ what: "deleted", uri: one.uri, by: "https://other.example/u" });
  assert.ok(await shown(one));
  await hears({ what: "deleted", uri: one.uri, by: AMINA });
  assert.equal(await shown(one), undefined);
  assert.equal((await kept(one))?.text, "");
  await hears(one);
  assert.equal((await kept(one))?.state, "withdrawn", "told again it does not come back");
  await hears({ what: "deleted", uri: "https://gone.example/u", by: "https://gone.example/u" });
  assert.equal(await shown(two), undefined);
  const hash = sha256(one.uri);
  assert.ok(readWithdrawnList(besideData(folder.dir).withdrawn).includes(hash));
  const fresh = words("Not withdrawn when the backup was made.");
  await hears(fresh);
  await ask("remarks.forget", [sha256(fresh.uri)]);
  assert.equal((await kept(fresh))?.text, "", "as a restore forgets it");
});

test("FE4 of a blocked server nothing is taken, of a muted one nothing is shown", async () => {
  const row: BlockRow = {
    who: "loud.example",
    sort: "domain",
    is: "blocked",
    by: "a",
    day: "2026-11-26",
    note: "",
  };
  const from = { by: by("https://very.loud.example/u") };
  const [one, two] = [words("Buy!", from), words("Buy masts!", from)];
  await ask("blocks.shut", row);
  await hears(one);
  assert.equal(await kept(one), undefined);
  await ask("blocks.shut", { ...row, is: "muted" });
  await hears(two);
  assert.equal((await kept(two))?.state, "refused");
  await ask("blocks.open", row.who);
});

test("FE5 likes and boosts are counted without names, and the log says the numbers where they changed", async () => {
  const like = (who: string, id = story): Heard => ({
    what: "reacted",
    activity: `${who}#like`,
    by: who,
    kind: "like",
    id,
  });
  const count = () => instance.snapshot(async (db) => (await countOf(db, story))?.count);
  for (const who of [AMINA, AMINA, "https://b.example/u"]) await hears(like(who));
  await hears({ ...like(AMINA), activity: `${AMINA}#boost`, kind: "boost" } as Heard);
  await hears(like(AMINA, "e".repeat(64)));
  await sayReactions(serving);
  assert.deepEqual(await count(), { likes: 2, boosts: 1, helped: 0 });
  const { records } = await instance.snapshot(logCounts);
  await sayReactions(serving);
  await hears({ what: "unreacted", activity: `${AMINA}#like`, by: "https://b.example/u" });
  await sayReactions(serving);
  const later = await instance.snapshot(logCounts);
  assert.equal(later.records, records, "nothing changed, nothing is said");
  await hears({ what: "unreacted", activity: `${AMINA}#like`, by: AMINA });
  await sayReactions(serving);
  assert.deepEqual(await count(), { likes: 1, boosts: 1, helped: 0 });
});

test("FE6 a report from elsewhere names its server alone", async () => {
  const ours = `${BASE}/ap/objects/${story}`;
  const others = [`${BASE}/ap/objects/${"f".repeat(64)}`, "https://far.example/notes/unheard"];
  const uris = [ours, `${BASE}/ap/actors/campaign`, ...others, ours];
  const activity = "https://far.example/users/amina#flag";
  await hears({ what: "flagged", activity, host: "far.example", uris, text: "Unkind." });
  const reports = await instance.snapshot(openReports);
  assert.deepEqual(
    reports.map(({ about, host, text }) => [about, host, text]),
    [[story, "far.example", "Unkind."]],
  );
  assert.doesNotMatch(JSON.stringify(reports), /amina/);
});
