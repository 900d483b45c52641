import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import { DATABASES } from "../../../tests/databases.ts";
import { IMPORT_CLOSED, logKinds } from "../log/kinds.ts";
import { openLog } from "../log/log.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import { openReader } from "../db/reader.ts";
import type { Privately } from "../private/part.ts";
import { Clock } from "../records/clock.ts";
import { newKey } from "../records/keys.ts";
import { sha256, signRecord, type Draft } from "../records/record.ts";
import { openWrites } from "../log/thread.ts";
import { openFollowers, type Follower, type FollowersOptions } from "./followers.ts";

const OPENED = "campaign.opened/1";
const NOTE = "note.made/1";
const OTHER = "other.made/1";
const text = { opens: true, body: v.strictObject({ text: v.string() }) };
const kinds = {
  ...logKinds,
  [OPENED]: { opens: true, body: v.strictObject({}) },
  [NOTE]: text,
  [OTHER]: text,
};

for (const [name, open] of Object.entries(DATABASES)) {
  async function house() {
    const database = await open();
    const { db, store } = database;
    const reader = openReader(database.address);
    const owner = newKey();
    const clock = new Clock(Date.now);
    let commit = 0;
    const log = await openLog({
      db,
      store,
      registry: { kinds, projections: [], rootKind: OPENED },
      signer: { origin: "example.org/log", privateKey: newKey().privateKey },
      now: Date.now,
      onCommit: (n) => void (commit = n),
    });
    const privately = await openPrivate(db, platformParts);
    const say = (draft: Omit<Draft, "at">) => signRecord({ at: clock.tick(), ...draft }, owner);
    const given: string[] = [];
    const lines: string[] = [];
    const notes: Follower = {
      name: "notes",
      kinds: [NOTE],
      from: "beginning",
      work: async (records) => {
        given.push(...records.map(({ body }) => (body as { text: string }).text));
      },
    };
    await log.append([say({ kind: OPENED, body: {} })]);
    return {
      given,
      lines,
      notes,
      privately,
      append: (...drafts: Omit<Draft, "at">[]) => log.append(drafts.map(say)),
      snapshot: reader.snapshot, // one state for all that it asks
      async begin(follower: Follower = notes, other: Partial<FollowersOptions> = {}) {
        const followers = openFollowers({
          private: privately,
          snapshot: this.snapshot,
          commits: { current: () => commit },
          writes: openWrites(() => commit),
          log: (line) => lines.push(line),
          ...other,
        });
        await followers.follow(follower);
        return followers;
      },
      async until(expected: string) {
        for (let i = 0; i < 6000 && given.join(" ") !== expected; i++) await sleep(5);
        assert.equal(given.join(" "), expected);
      },
      async [Symbol.asyncDispose]() {
        await reader.db.destroy();
        await database[Symbol.asyncDispose]();
      },
    };
  }
  const note = (words: string, more: Partial<Draft> = {}) => ({
    kind: NOTE,
    body: { text: words },
    ...more,
  });
  const other = { kind: OTHER, body: { text: "x" } };

  test(`FO1 a follower is given the records of its kinds in the order of arrival: ${name}`, async () => {
    await using at = await house();
    await at.append(note("a"), other, note("b"));
    const followers = await at.begin();
    await at.until("a b");
    await at.append(other);
    const many = Array.from({ length: 230 }, (_, i) => `n${i}`);
    await at.append(note("c"), ...many.map((words) => note(words)));
    await at.until(["a b c", ...many].join(" "));
    await followers.close();
    await at.append(note("z"));
    const next = await at.begin();
    await at.until(["a b c", ...many, "z"].join(" "));
    await next.close();
  });

  test(`FO2 a crash between the work and its note gives the same again, and passes none over: ${name}`, async () => {
    await using at = await house();
    await at.append(note("a"));
    const first = await at.begin();
    await at.until("a");
    await first.close();
    await at.append(note("b"), note("c"));
    const cut: Privately = async (operation, argument) => {
      if (operation === "followers.move") throw new Error("the power failed");
      return at.privately(operation, argument);
    };
    const broken = await at.begin(at.notes, { private: cut });
    await at.until("a b c");
    await broken.close();
    const next = await at.begin();
    await at.until("a b c b c");
    await next.close();
    assert.match(at.lines.join(), /the power failed/);
  });

  test(`FO3 work that fails is tried again before what is behind it: ${name}`, async () => {
    await using at = await house();
    await at.append(note("a"));
    const tried: true[] = [];
    const followers = await at.begin({
      ...at.notes,
      work: async (records, signal) => {
        if (tried.push(true) === 1) throw new Error("no route");
        return at.notes.work(records, signal);
      },
    });
    while (tried.length === 0) await sleep(5);
    await at.append(note("b"));
    await at.until("a b");
    assert.match(at.lines[0]!, /^notes could not go on: no route$/);
    await followers.close();
  });

  test(`FO4 an import is given when it closes, and never when it does not: ${name}`, async () => {
    await using at = await house();
    const [whole, open2] = [sha256("whole"), sha256("open")];
    const followers = await at.begin();
    const brought = Array.from({ length: 130 }, (_, i) => `i${i}`);
    await at.append(...brought.map((words) => note(words, { import: whole })));
    await at.append(note("never", { import: open2 }), note("a"));
    await at.until("a");
    const closing = { import: whole, records: brought.length };
    const root = await at.append(note("b"));
    await at.append(
      { kind: IMPORT_CLOSED, subject: root.results[0]!.id, body: closing },
      note("c"),
    );
    await at.until(["a b", ...brought, "c"].join(" "));
    await followers.close();
  });

  test(`FO5 one that begins now is given nothing from before: ${name}`, async () => {
    await using at = await house();
    await at.append(note("a"));
    const snapshot: typeof at.snapshot = async (work) => {
      await sleep(50); // the database is busy
      return at.snapshot(work);
    };
    const followers = await at.begin({ ...at.notes, from: "now" }, { snapshot });
    await at.append(note("b")); // at once: its place is durable
    await at.until("b");
    await followers.close();
  });

  test(`FO6 a noted record that the log does not hold: on from the end of the log: ${name}`, async () => {
    await using at = await house();
    await at.append(note("a"));
    await at.privately("followers.move", { name: "notes", after: sha256("lost") });
    const followers = await at.begin();
    await at.append(note("b"));
    await at.until("b");
    await followers.close();
  });
}
