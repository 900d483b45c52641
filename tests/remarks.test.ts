/** What people say, before and after the desk has read it (src/features/conversation/private/), on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../src/models.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import { openPrivate, privateRows } from "../src/platform/private/private.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { talkerOf, tallyLines } from "../src/features/conversation/private/talkers.ts";
import type { Decision, Remark, NewRemark } from "../src/features/conversation/private/remark.ts";
import { hashOf, newSecret } from "../src/platform/private/submissions.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

const DAY = "2026-11-26";
const NEXT_DAY = "2026-11-27";

async function opened({ db, store }: TestDatabase): Promise<Privately> {
  await migrateLog(db, store);
  return openPrivate(db, privateParts);
}
const said = (secret: string, more: Partial<NewRemark> = {}): NewRemark => ({
  id: hashOf(secret).slice(0, 32),
  secret,
  came: "web",
  about: "topic:privacy",
  text: "The mast fell last winter.",
  received: DAY,
  name: "Amina",
  contact: "by the shop",
  ...more,
});
const add = (privately: Privately, one: NewRemark) =>
  privately("remarks.add", one) as Promise<Remark | undefined>;
const byId = (privately: Privately, id: string) => privately("remarks.byId", id) as Promise<Remark>;
const decide = (privately: Privately, decision: Omit<Decision, "day"> & { day?: string }) =>
  privately("remarks.decide", { day: DAY, ...decision }) as Promise<Remark | undefined>;
const everything = async ({ db }: TestDatabase): Promise<string> => {
  let all = "";
  for await (const row of privateRows(db, privateParts)) all += JSON.stringify(row);
  return all;
};

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V11 what is said twice is one, by its secret or its address, and the first stands: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const secret = newSecret();
    const first = await add(privately, said(secret));
    const again = await add(privately, said(secret, { text: "Something else" }));
    assert.deepEqual({ ...again }, first);
    const other = newSecret();
    await Promise.all([1, 2, 3].map(() => add(privately, said(other, { text: "Thrice." }))));
    const far: NewRemark = {
      id: hashOf("https://far.example/1").slice(0, 32),
      came: "fediverse",
      uri: "https://far.example/1",
      about: "room",
      text: "Hello",
      received: DAY,
    };
    assert.equal((await add(privately, far))!.n, 3);
    assert.equal((await add(privately, { ...far, text: "Bye" }))!.text, "Hello");
    assert.equal(((await privately("remarks.open", null)) as Remark[]).length, 3);
    assert.deepEqual(
      (await tallyLines(database.db)).map(({ came, count }) => `${came} ${count}`).toSorted(),
      ["fediverse 1", "web 2"],
    );
    const all = await everything(database);
    assert.ok(all.includes("The mast fell") && !all.includes(secret), "of a secret the hash alone");
    const read = (await privately("remarks.bySecret", hashOf(secret))) as Remark;
    assert.equal(read.id, first!.id);
  });

  test(`V12 each version is decided once, and of two the later is told: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const { id } = (await add(privately, said(newSecret())))!;
    const yes = { id, version: 1, state: "accepted", by: "a", subject: "s" } as const;
    const both = await Promise.all([
      decide(privately, yes),
      decide(privately, { id, version: 1, state: "refused", by: "b", reason: "#off" }),
    ]);
    assert.equal(both.filter((one) => one !== undefined).length, 1);
    const now = await byId(privately, id);
    assert.equal(now.version, 2);
    for (const version of [1, 2])
      assert.equal(await decide(privately, { ...yes, version }), undefined, "it is not open");
  });

  test(`V42 recordings of what is shown, taken back or refused for good are not kept, and take no room: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    async function recorded(file: string): Promise<[string, string]> {
      const secret = newSecret();
      const owner = hashOf(secret);
      const most = { files: 9, bytes: 70 };
      const upload = { id: file, owner, what: "voice", size: 10, began: 1, most };
      assert.equal(typeof (await privately("uploads.open", upload)), "object");
      const recording = { kind: "voice", upload: file, bytes: 10 };
      const { id } = (await add(privately, said(secret, { more: { recording } })))!;
      await privately("uploads.send", { owner, ids: [file] });
      return [id, owner];
    }
    const refuse = (id: string, version = 1, day = DAY) =>
      decide(privately, { id, version, state: "refused", by: "b", reason: "#off", day });
    const appeal = (hash: string) => privately("remarks.appeal", { hash, text: "Why?", day: DAY });
    const over = (before: string) => privately("remarks.recordingsOver", before);

    await recorded("waiting");
    const [refused] = await recorded("refused");
    await refuse(refused);
    const [asked, askedBy] = await recorded("asked");
    await refuse(asked);
    await appeal(askedBy);
    const [twice, twiceBy] = await recorded("twice");
    await refuse(twice);
    await appeal(twiceBy);
    await decide(privately, { id: twice, version: 3, state: "refused", by: "c", reason: "#off" });
    const [shown] = await recorded("shown");
    await decide(privately, { id: shown, version: 1, state: "accepted", by: "b", subject: "s" });
    const [back] = await recorded("back");
    await privately("remarks.withdraw", back);
    const [late] = await recorded("late");
    await refuse(late, 1, NEXT_DAY);

    assert.deepEqual(((await over(DAY)) as string[]).toSorted(), ["back", "shown", "twice"]);
    assert.deepEqual(await over(NEXT_DAY), ["refused"]);
    assert.deepEqual(((await privately("uploads.ids", null)) as string[]).toSorted(), [
      "asked",
      "late",
      "waiting",
    ]);
    assert.equal((await byId(privately, refused)).more, "{}");
    assert.match((await byId(privately, late)).more, /late/);
  });

  test(`V42 what was refused by a rule keeps its recording from the day it came, and what is taken down has none: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const secret = newSecret();
    const owner = hashOf(secret);
    const upload = { id: "file", owner, what: "sign", size: 1, began: 1 };
    await privately("uploads.open", { ...upload, most: { files: 1, bytes: 1 } });
    const more = { recording: { kind: "sign", upload: "file", bytes: 1 }, card: 1 };
    await add(privately, said(secret, { more, state: "refused", reason: "#list" }));
    assert.deepEqual(await privately("remarks.recordingsOver", DAY), []);
    assert.deepEqual(await privately("remarks.recordingsOver", NEXT_DAY), ["file"]);
    const { id } = (await add(privately, said(newSecret(), { more })))!;
    await decide(privately, { id, version: 1, state: "accepted", by: "b", subject: "s" });
    await privately("remarks.takeDown", { id, by: "b", day: DAY, reason: "#off" });
    assert.equal((await byId(privately, id)).more, '{"card":1}');
  });

  test(`V12 a decision about words that their author has changed meanwhile counts for nothing: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const { id } = (await add(privately, said(newSecret())))!;
    await privately("remarks.edit", { id, text: "It fell in June." });
    assert.equal(
      await decide(privately, { id, version: 1, state: "accepted", by: "a" }),
      undefined,
    );
    assert.equal((await byId(privately, id)).state, "waiting");
  });

  test(`V12 MO9 whoever asked another person does not decide, nor whoever refused the appeal, but alone the next day: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const secret = newSecret();
    const { id } = (await add(privately, said(secret)))!;
    const at = async () => (await byId(privately, id)).version;
    const by = async (who: string, more: Partial<Decision> = {}) =>
      decide(privately, {
        id,
        version: await at(),
        state: "refused",
        reason: "#off",
        by: who,
        ...more,
      });
    assert.equal((await by("a", { state: "second" }))!.asked_by, "a");
    assert.equal(await by("a"), undefined);
    assert.equal(await by("a", { alone: true }), undefined, "not on the same day");
    assert.equal((await by("b"))!.state, "refused");
    const appeal = { hash: hashOf(secret), text: "It is a question.", day: DAY };
    assert.equal(((await privately("remarks.appeal", appeal)) as Remark).state, "second");
    assert.equal(await by("b", { state: "accepted" }), undefined);
    assert.equal(await by("b", { state: "accepted", day: NEXT_DAY }), undefined);
    const alone = await by("b", { state: "accepted", day: NEXT_DAY, alone: true, subject: "s" });
    assert.equal(alone!.state, "accepted");
    const again = (await privately("remarks.appeal", appeal)) as Remark;
    assert.equal(again.state, "accepted", "one appeal, against a refusal");
  });

  test(`V13 other words take the place of the first at once, and wait once they were decided: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const secret = newSecret();
    const { id } = (await add(privately, said(secret)))!;
    const edit = (text: string) =>
      privately("remarks.edit", {
        hash: hashOf(secret),
        text,
        signals: ["links:3"],
      }) as Promise<Remark>;
    const changed = await edit("Two.");
    assert.deepEqual([changed.text, changed.edit, changed.signals], ["Two.", null, '["links:3"]']);
    await decide(privately, { id, version: 2, state: "accepted", by: "a", subject: "s" });
    const waits = await edit("Three.");
    assert.deepEqual([waits.text, waits.edit, waits.state], ["Two.", "Three.", "accepted"]);
    assert.equal(((await privately("remarks.open", null)) as Remark[]).length, 1);
    const second = await decide(privately, {
      id,
      version: waits.version,
      state: "second",
      by: "a",
    });
    assert.deepEqual([second!.text, second!.edit], ["Two.", "Three."]);
    const fourth = await edit("Four.");
    assert.deepEqual([fourth.text, fourth.edit], ["Two.", "Four."], "the shown words stay");
    const no = await decide(privately, {
      id,
      version: fourth.version,
      state: "refused",
      by: "b",
      reason: "#off",
    });
    assert.deepEqual([no!.text, no!.edit, no!.state], ["Two.", null, "accepted"]);
    const five = await edit("Five.");
    const yes = await decide(privately, {
      id,
      version: five.version,
      state: "accepted",
      by: "b",
      subject: "s",
    });
    assert.deepEqual([yes!.text, yes!.edit], ["Five.", null]);
  });

  test(`V14 what its author takes back loses words, name and contact, a decided one its contact: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const [one, two] = [newSecret(), newSecret()];
    const gone = (await add(privately, said(one, { text: "Quail feathers and a long story." })))!;
    const kept = (await add(
      privately,
      said(two, { text: "Buy!", name: "Seller", contact: "at the market" }),
    ))!;
    await privately("remarks.edit", { id: gone.id, text: "Turmeric lamps and a long story." });
    await decide(privately, {
      id: kept.id,
      version: 1,
      state: "refused",
      reason: "#sells",
      by: "a",
    });
    const shown = (await add(
      privately,
      said(newSecret(), { text: "Thanks.", name: "Zuri", contact: "at the ferry" }),
    ))!;
    await decide(privately, { id: shown.id, version: 1, state: "second", by: "a" });
    assert.equal(
      (await byId(privately, shown.id)).contact,
      "at the ferry",
      "who looks may have to ask",
    );
    await decide(privately, { id: shown.id, version: 2, state: "accepted", by: "b" });
    const note = { remark: gone.id, by: "a", day: DAY, text: "Saffron?" };
    await privately("conversation.note", note);
    await privately("conversation.note", { ...note, remark: kept.id, text: "Basil?" });
    await privately("remarks.withdraw", gone.id);
    const all = await everything(database);
    assert.doesNotMatch(all, /Quail|Turmeric|Saffron|Amina|by the shop|at the market|at the ferry/);
    assert.match(all, /Basil/);
    assert.match(all, /Buy!/);
    const { state, version, alike } = await byId(privately, gone.id);
    assert.deepEqual([state, alike], ["withdrawn", null]);
    assert.ok(version > 2, "whoever looks at it now is told");
    await privately("remarks.forget", [hashOf(two)]);
    assert.doesNotMatch(await everything(database), /Buy!|Seller|Basil/);
  });

  test(`MO16 MO5 a decision raises the numbers and its author's standing in one step: ${name}`, async () => {
    await using database = await open();
    const privately = await opened(database);
    const author = "https://far.example/u/x";
    for (let i = 0; i < 3; i += 1) {
      const { id } = (await add(privately, said(newSecret(), { came: "fediverse", author })))!;
      const no = i === 2 && { state: "refused" as const, reason: "In my own words." };
      await decide(privately, {
        id,
        version: 1,
        state: "accepted",
        by: "a",
        subject: `s${i}`,
        ...no,
      });
      if (i === 0)
        await privately("remarks.takeDown", { id, by: "b", day: NEXT_DAY, reason: "#person" });
    }
    const lines = (await tallyLines(database.db)).map(
      ({ what, reason, count }) => `${what} ${reason} ${count}`,
    );
    assert.deepEqual(lines.toSorted(), ["came  3", "refused own 1", "shown  2", "taken person 1"]);
    const talker = await talkerOf(database.db, author);
    assert.deepEqual([talker!.accepted, talker!.refused], [0, 2]);
    assert.doesNotMatch(JSON.stringify(await tallyLines(database.db)), /own words/);
  });
}
