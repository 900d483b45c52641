/** Who is told of an alarm, and when, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../../tests/databases.ts";
import { alarmRow, sensorRow } from "../../../../tests/watch-house.ts";
import type { Db } from "../../../platform/db/store.ts";
import { migrateLog } from "../../../platform/log/tables.ts";
import type { Message } from "../../../platform/mail/mail.ts";
import { openPrivate } from "../../../platform/private/private.ts";
import { askListening, listeningPart } from "../private/listening.ts";
import type { Watcher } from "../private/forms.ts";
import { alarmRows } from "../private/rows.ts";
import { lookAndTell, type Telling } from "./telling.ts";

const MINUTE = 60_000;
const AT = Date.UTC(2026, 10, 30, 12); // a Monday

const person = (id: string, role = "ranger") => ({
  id,
  name: id,
  role,
  email: `${id}@example.org`,
  closed: false,
});
const watcher = (account: string, position: number): Watcher => ({
  account,
  position,
  days: "1111111",
  opens: "00:00",
  closes: "00:00",
});

async function tellingOn(db: Db) {
  const own = await openPrivate(db, [listeningPart]);
  const ask = askListening(own);
  await ask.addSensor(
    sensorRow("s01", { spot: "below the red fig tree", lat: -123456, lon: 3_456_789 }),
  );
  await ask.setWatchers([watcher("asha", 0), watcher("tera", 1), watcher("baraka", 2)]);
  await ask.choose({ name: "minutes", value: 10 });
  const people = [person("baraka"), person("asha"), person("tera", "teacher")];
  const sent: Message[] = [];
  const state = { now: AT, refusal: 0, command: "RCPT TO", isAway: false, diesAfter: false };
  const serving = {
    accounts: { list: async () => people },
    instance: {
      log: {
        private: async (verb: string, argument: unknown) => {
          if (state.diesAfter && verb === "listening.sent") throw new Error("The process ended.");
          return own(verb, argument);
        },
      },
      snapshot: async (work: (db: Db) => unknown) => work(db),
    },
    frame: async () => ({ language: "en", languages: ["en"], name: "A campaign" }),
    mail: {
      send: async (message: Message) => {
        if (state.isAway) throw new Error("No server answers.");
        if (state.refusal > 0)
          throw Object.assign(new Error("No such user."), {
            responseCode: state.refusal,
            command: state.command,
          });
        sent.push(message);
        return "";
      },
    },
    clock: { now: () => state.now, aged: () => state.now },
    base: "https://example.org",
  } as unknown as Telling;
  const pauses = new Map();
  const look = async (minutes = 0) => {
    state.now += minutes * MINUTE;
    await lookAndTell(serving, pauses);
    return sent.splice(0);
  };
  const opens = (id: string, more = {}) =>
    alarmRows.add(db, alarmRow(id, "s01", { at: state.now, starts: state.now, ...more }));
  const { mail: _mail, ...without } = serving;
  const lookWithoutMail = () => lookAndTell(without, pauses);
  return { ask, state, people, look, lookWithoutMail, opens };
}

for (const [name, open] of Object.entries(DATABASES)) {
  test(`LW8 LW10 the first in line is told, then the next, until somebody answers: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { ask, look, opens } = await tellingOn(database.db);
    assert.deepEqual(await look(), []);
    await opens("one");
    await opens("muted", { mute: "m" });
    const [first, ...more] = await look();
    assert.equal(first!.to, "asha@example.org");
    assert.equal(more.length, 0);
    assert.match(
      first!.text,
      /- A chainsaw or another small engine: sensor S01, since 2026-11-30 12:00/,
    );
    assert.match(first!.text, /https:\/\/example\.org\/watch\n/);
    assert.doesNotMatch(first!.text + first!.subject, /fig tree|1\.23|34\.5/);
    assert.deepEqual(await look(9), []);
    const [next] = await look(1);
    assert.equal(next!.to, "baraka@example.org", "who may not watch is left out");
    assert.deepEqual(await look(30), [], "everybody of the line was told");
    await opens("two");
    await opens("three", { kind: "silent", score: null });
    const both = await look();
    assert.deepEqual(
      both.map(({ to, subject }) => [to, subject]),
      [["asha@example.org", "A chainsaw or another small engine, and 1 more: S01"]],
    );
    assert.match(both[0]!.text, /A sensor is silent/);
    await ask.take({ id: "two", by: "asha", at: 1 });
    await ask.answer({ id: "three", outcome: "nothing", by: "asha", at: 1 });
    assert.deepEqual(await look(60), []);
    assert.deepEqual(
      (await ask.told("one")).map(({ account }) => account),
      ["asha", "baraka"],
    );
  });

  test(`LW11 a letter outlives a process, a mail server that is away and an address that is refused: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { ask, state, look, opens } = await tellingOn(database.db);
    await opens("one");
    state.diesAfter = true;
    await assert.rejects(look());
    state.diesAfter = false;
    const again = await look();
    assert.deepEqual(
      again.map(({ id }) => id),
      [again[0]!.id, again[0]!.id],
      "twice, under one id",
    );
    assert.deepEqual(await look(), []);
    await opens("two");
    state.isAway = true;
    await look();
    state.isAway = false;
    assert.deepEqual(await look(), [], "a server that is away is not asked at once");
    assert.equal((await look(1)).length, 1);
    await opens("three");
    state.isAway = true;
    await look();
    state.isAway = false;
    await ask.take({ id: "three", by: "baraka", at: 1 });
    assert.deepEqual(await look(1), [], "nobody is called out for what somebody has taken");
    await opens("four");
    state.refusal = 550;
    await look();
    state.refusal = 0;
    assert.deepEqual(await look(1), []);
    assert.equal((await ask.told("four"))[0]!.trouble, "refused");
  });

  test(`LW11 what a server has against us loses no letter: a password, its policy, our address: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { ask, state, look, opens } = await tellingOn(database.db);
    let n = 0;
    for (const command of ["AUTH LOGIN", "CONN", "EHLO", "MAIL FROM", "DATA"]) {
      await opens(`a${n}`);
      Object.assign(state, { refusal: 535, command });
      assert.deepEqual(await look(), []);
      state.refusal = 0;
      assert.equal((await look(1)).length, 1, command);
      assert.notEqual((await ask.told(`a${n++}`))[0]!.sent, null);
    }
  });

  test(`LW8 whoever goes and has no account any more, or another role, goes no more: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { ask, people, look, lookWithoutMail, opens } = await tellingOn(database.db);
    await opens("one");
    await opens("two");
    await look();
    await ask.take({ id: "one", by: "asha", at: AT });
    await ask.take({ id: "two", by: "asha", at: AT });
    await ask.answer({ id: "two", outcome: "saw", by: "asha", at: AT });
    assert.deepEqual(await look(30), []);
    people[1] = { ...people[1]!, closed: true };
    assert.deepEqual(
      (await look()).map(({ to, subject }) => [to, subject]),
      [["baraka@example.org", "A chainsaw or another small engine: S01"]],
    );
    assert.equal((await ask.alarm("one"))!.taken, null);
    assert.equal((await ask.alarm("two"))!.taken_by, "asha", "what was answered stands");
    await ask.take({ id: "one", by: "asha", at: AT });
    await lookWithoutMail();
    assert.equal((await ask.alarm("one"))!.taken, null, "where there is no mail, too");
  });

  test(`LW23 LW10 a motor behind seven older alarms of sensors is first in the letter, and is its subject: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { look, opens } = await tellingOn(database.db);
    for (let n = 0; n < 7; n++)
      await opens(`clock-${n}`, { kind: "clock", score: null, at: AT - (60 - n) * MINUTE });
    const [before] = await look();
    assert.equal(before!.subject, "7 open alarms: A campaign");
    assert.match(before!.text, /\n- A sensor’s clock is wrong: S01, S01, .*, since/);
    assert.equal(before!.text.match(/^- /gm)?.length, 1, "what is wrong with sensors is one line");
    for (let n = 7; n < 14; n++)
      await opens(`deaf-${n}`, { kind: "deaf", score: null, at: AT - (60 - n) * MINUTE });
    await opens("motor");
    const [letter, ...more] = await look();
    assert.deepEqual(more, []);
    assert.equal(letter!.subject, "A chainsaw or another small engine, and 7 more: S01");
    assert.match(
      letter!.text,
      /^- A chainsaw or another small engine: sensor S01.*\n- A sensor hears nothing: /m,
    );
  });

  test(`LW25 LW8 who cannot go leaves the alarm open, and the next in line is told at once: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { ask, look, opens } = await tellingOn(database.db);
    const cannot = (by: string, seen: "saw" | null = null) =>
      ask.cannotGo({ id: "one", by, at: AT, seen });
    await opens("one");
    assert.deepEqual(
      (await look()).map(({ to }) => to),
      ["asha@example.org"],
    );
    assert.equal((await cannot("asha"))!.isNew, true);
    assert.equal((await cannot("asha"))!.isNew, false, "twice is once");
    const stands = (await ask.alarm("one"))!;
    assert.deepEqual([stands.outcome, stands.outcome_at, stands.taken], [null, null, null]);
    assert.deepEqual(
      (await look()).map(({ to }) => to),
      ["baraka@example.org"],
    );
    assert.deepEqual(await look(60), [], "who cannot go is not asked again");
    assert.equal((await ask.alarms({})).length, 1, "it waits on");
  });

  test(`LW25 LW8 who went and cannot after all lets those be told once more who relied on it, under another Message-ID: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { ask, look, opens } = await tellingOn(database.db);
    await opens("one");
    const told = [...(await look()), ...(await look(10))];
    await ask.take({ id: "one", by: "asha", at: AT });
    assert.deepEqual(await look(30), []);
    await ask.cannotGo({ id: "one", by: "baraka", at: AT, seen: null });
    assert.equal((await ask.alarm("one"))!.taken_by, "asha", "another’s word takes nobody off");
    assert.deepEqual(await look(), []);
    await ask.cannotGo({ id: "one", by: "asha", at: AT, seen: null });
    assert.deepEqual(await look(), [], "neither of the two can");
    await opens("two");
    await look();
    await look(10);
    await ask.take({ id: "two", by: "asha", at: AT });
    await look(5);
    await ask.cannotGo({ id: "two", by: "asha", at: AT, seen: null });
    const [again, ...more] = await look();
    assert.deepEqual([again?.to, more], ["baraka@example.org", []]);
    assert.ok(!told.some(({ id }) => id === again!.id));
    await ask.answer({ id: "two", outcome: "saw", by: "asha", at: AT });
    const done = (await ask.cannotGo({ id: "two", by: "asha", at: AT, seen: "saw" }))!;
    assert.equal(done.alarm.outcome, null, "what was said by mistake is taken back");
  });

  test(`LW23 who falls silent with others of whom somebody was told waits with them, without a letter of its own: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const { ask, look, opens } = await tellingOn(database.db);
    const silent = (id: string) => opens(id, { kind: "silent", score: null, starts: AT });
    for (const id of ["a", "b", "c"]) await silent(id);
    const [letter] = await look();
    assert.equal(letter!.subject, "1 open alarm: A campaign");
    assert.match(letter!.text, /- 3 sensors fell silent together: S01, S01, S01, since/);
    await silent("d");
    assert.deepEqual(await look(1), []);
    assert.deepEqual(
      (await ask.told("d")).map(({ account }) => account),
      ["asha"],
    );
    const [next] = await look(9);
    assert.match(next!.text, /- 4 sensors fell silent together/);
    await ask.take({ id: "a", by: "baraka", at: AT });
    await silent("e");
    assert.deepEqual(await look(), []);
    assert.equal((await ask.alarm("e"))!.taken_by, "baraka");
  });
}
