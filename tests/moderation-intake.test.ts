/** What comes in, before anybody reads it (features/conversation/intake.ts): sections, lists, standing, slow threads. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test, { after, before } from "node:test";
import { openLocked } from "../src/commands/context.ts";
import { campaignFrame } from "../src/features/campaign/api.ts";
import {
  acceptRemark,
  intakeOf,
  sayerOf,
  takeBack,
  type Intake,
} from "../src/features/conversation/api.ts";
import { storyAt } from "../src/features/stories/api.ts";
import { brakes } from "../src/features/conversation/private/moderating.ts";
import type { Instance } from "../src/platform/process/instance.ts";
import type { Remark, NewRemark } from "../src/features/conversation/private/remark.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import type { Speaker } from "../src/platform/sent/speaker.ts";
import { temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";

const folder = temporary();
const BASE = "https://campaign.example";
const HOUR = 3_600_000;
let now = Date.UTC(2026, 10, 26, 8);
let instance: Instance;
let intake: Intake;
let speaker: Speaker;
let about: string;

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
  speaker = {
    append: (records) => instance.log.append(records),
    key: instance.folder.keys.owner,
    snapshot,
  };
  const frame = (db: Parameters<typeof campaignFrame>[0]) => campaignFrame(db, BASE);
  intake = intakeOf({ instance, speaker, frame, now: () => now });
  about = (await snapshot((db) => storyAt(db, "mankosi")))!.subject;
});
after(async () => {
  await instance[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const ask = (operation: string, argument: unknown) => instance.log.private(operation, argument);
const today = () => new Date(now).toISOString().slice(0, 10);
let n = 0;
const said = (text: string, more: Partial<NewRemark> = {}): NewRemark => {
  const id = createHash("sha256")
    .update(`${(n += 1)}`)
    .digest("hex")
    .slice(0, 32);
  return { id, came: "web", about, text, received: today(), ...more };
};
const FRIEND = "https://far.example/users/chipo";
let posts = 0;
const fromAfar = (text: string, author = FRIEND): NewRemark =>
  said(text, { came: "fediverse", uri: `https://far.example/n/${(posts += 1)}`, author });
async function taken(one: NewRemark, window?: string): Promise<Remark> {
  const came = await intake.take(one, window);
  assert.ok("remark" in came, JSON.stringify(came));
  return came.remark;
}
const signalsOf = ({ signals }: Remark) => JSON.parse(signals) as string[];
const section = (rule: string) => ask("conversation.set", { name: "section stories", value: rule });
const stand = (standing: string | null, who = FRIEND) =>
  ask("conversation.stand", { who, standing, by: "a", day: today() });

test("MO3 a section that is closed takes nothing, and what comes twice is one", async () => {
  const one = said("Who carries the water?");
  const first = await taken(one);
  assert.deepEqual([first.state, signalsOf(first)], ["waiting", []]);
  assert.equal((await taken(one)).n, first.n);
  await section("closed");
  assert.deepEqual(await intake.take(said("And the diesel?")), { not: "closed" });
  assert.equal((await taken(one)).n, first.n, "what came before is known still");
  await section("first");
});

test("MO5 MO3 somebody is trusted after three that were shown, and shown at once where the section says so", async () => {
  const accept = async ({ id, version }: Remark) =>
    ask("remarks.decide", { id, version, state: "accepted", by: "a", day: today() });
  for (const text of ["One.", "Two.", "Three."]) {
    const remark = await taken(fromAfar(text));
    assert.equal(remark.state, "waiting");
    assert.deepEqual(signalsOf(remark), text === "One." ? ["first"] : []);
    await accept(remark);
  }
  assert.equal((await taken(fromAfar("Four."))).state, "waiting", "the section reads all first");
  await section("trusted");
  const shown = await taken(fromAfar("Five."));
  assert.equal(shown.state, "accepted");
  assert.match(shown.subject ?? "", /^[0-9a-f]{64}$/);
  assert.equal((await taken(said("By form."))).state, "waiting", "nobody that we could know");
  const named = await taken(fromAfar("Barry Forde was here."));
  assert.deepEqual([named.state, signalsOf(named)], ["waiting", ["person:Barry Forde"]]);
  const { id, version } = named;
  await ask("remarks.decide", {
    id,
    version,
    state: "refused",
    reason: "#person",
    by: "a",
    day: today(),
  });
  assert.equal((await taken(fromAfar("Six."))).state, "waiting", "a refusal begins it anew");
  await stand("trusted");
  assert.equal((await taken(fromAfar("Seven."))).state, "accepted");
  await section("first");
});

test("MO5 what a muted one says is kept and not shown, what a blocked one says is not taken in", async () => {
  const who = "https://loud.example/u/x";
  await stand("muted", who);
  const muted = await taken(fromAfar("Hear me!", who));
  assert.deepEqual([muted.state, muted.reason], ["refused", "#muted"]);
  await stand("blocked", who);
  assert.deepEqual(await intake.take(fromAfar("Hear me now!", who)), { not: "blocked" });
  await stand(null, who);
  assert.equal((await taken(fromAfar("Hello.", who))).state, "waiting");
});

test("MO4 a list refuses at once, and holds what it only holds; other words are looked at like the first", async () => {
  const line = { sort: "word", lang: "en" };
  await ask("conversation.list", { ...line, id: "1", text: "masts4you", does: "refuse" });
  await ask("conversation.list", { ...line, id: "2", text: "swindle", does: "second" });
  const refused = await taken(said("Buy at masts4you!"));
  assert.deepEqual([refused.state, refused.reason], ["refused", "#list"]);
  const both = await taken(said("A swindle, masts4you."));
  assert.deepEqual(
    [both.state, signalsOf(both)],
    ["waiting", ["refuse:masts4you", "second:swindle"]],
  );
  const plain = await taken(said("All is well."));
  const changed = await intake.change(plain, "All is a swindle.");
  assert.deepEqual(changed && signalsOf(changed), ["second:swindle"]);
  await section("trusted");
  await stand("trusted");
  assert.equal((await taken(fromAfar("No swindle at all."))).state, "waiting");
  await section("first");
});

test("CO6 MO2 other words that are accepted at the moment in which their author takes all back are erased", async () => {
  const first = await taken(said("These stood there.", { secret: newSecret() }));
  const sayer = sayerOf({ speaker, instance });
  const by = { by: "a", day: today() };
  await acceptRemark(sayer, first, by);
  const read = async () => (await ask("remarks.byId", first.id)) as Remark;
  await intake.change(await read(), "Quail feathers in their place.");
  const seen = await read();
  assert.equal(seen.edit, "Quail feathers in their place.");
  const append: Speaker["append"] = async (records) => {
    await takeBack(sayer, await read());
    return speaker.append(records);
  };
  const late = await acceptRemark({ ...sayer, speaker: { ...speaker, append } }, seen, by);
  assert.equal(late, undefined);
  const rows = await instance.snapshot((db) =>
    db
      .withTables<{ record: { document: Uint8Array | null } }>()
      .selectFrom("record")
      .select("document")
      .execute(),
  );
  const log = rows.map(({ document }) => Buffer.from(document ?? []).toString()).join("\n");
  assert.match(log, /Barry Forde/);
  assert.doesNotMatch(log, /Quail feathers|These stood there/);
});

test("MO7 the same words from somebody else are known again, and signs that nobody sees are named", async () => {
  const text = "Nobody came here for eleven weeks, and the mast lay in the river.";
  await taken(said(text));
  assert.deepEqual(signalsOf(await taken(said(text.toUpperCase().replace(",", " –")))), [
    "before",
    "trouble:shouting",
  ]);
  assert.deepEqual(signalsOf(await taken(said("safe \u202eexe.txt"))), ["trouble:bidi"]);
});

test("MO6 a thread with ten times its usual is slow: one a quarter of an hour from one window, and it ends by itself", async () => {
  now += 24 * HOUR; // what came until yesterday is what is usual: very little
  const slow = () => instance.snapshot((db) => intake.pace.isSlow(db, about));
  for (let i = 0; i < 19; i += 1) await taken(said(`Crowd ${i}`), `10.0.${i}`);
  assert.equal(await slow(), false);
  await taken(said("The twentieth"), "10.0.19");
  assert.equal(await slow(), true);
  const next = said("One more", {});
  assert.deepEqual(signalsOf(await taken(next, "10.1.1")), ["slow"]);
  assert.deepEqual(await intake.take(said("And one more"), "10.1.1"), { not: "slow" });
  assert.ok(await taken(said("Somebody else"), "10.1.2"));
  now += HOUR / 4;
  assert.ok(await taken(said("A quarter later"), "10.1.1"));
  await section("trusted");
  await stand("trusted");
  assert.equal((await taken(fromAfar("Trusted, but it is slow"))).state, "waiting");
  await section("first");
  now += 7 * HOUR;
  assert.equal(await slow(), false);
  assert.equal((await instance.snapshot(brakes)).length, 1);
  await intake.pace.tidy();
  assert.deepEqual(await instance.snapshot(brakes), []);
});

test("MO6 a thread is slow no longer once the desk ends it, and a busy one is not slow for being busy", async () => {
  now += 24 * HOUR;
  const other = "topic:privacy";
  const slow = (of: string) => instance.snapshot((db) => intake.pace.isSlow(db, of));
  for (let i = 0; i < 20; i += 1) await taken(said(`Again ${i}`), `10.2.${i}`);
  assert.equal(await slow(about), true);
  await intake.pace.end(about);
  assert.equal(await slow(about), false);
  // 1,400 within four weeks are a little more than two an hour: twenty are not ten times as much, one more is.
  const day = new Date(now - 3 * 24 * HOUR).toISOString().slice(0, 10);
  for (let i = 0; i < 1400; i += 1)
    await ask("remarks.add", { ...said(`Busy ${i}`), about: other, received: day });
  for (let i = 0; i < 20; i += 1) await taken({ ...said(`Still busy ${i}`), about: other });
  assert.equal(await slow(other), false);
  await taken({ ...said("And now it is sudden"), about: other });
  assert.equal(await slow(other), true);
});
