/** A consent that lapses is told 30 days and 7 days before, each once, also after restarts, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { daysAfter } from "../src/engines/calendar/day.ts";
import { askNotices, noticesPart } from "../src/features/desk/notices/private.ts";
import { lookAndTell, type Telling } from "../src/features/desk/notices/telling.ts";
import { lapsingWaits } from "../src/features/editor/lapsing.ts";
import { wordsIn } from "../src/features/editor/words.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import type { Message } from "../src/platform/mail/mail.ts";
import { openPrivate, platformParts } from "../src/platform/private/private.ts";
import { DATABASES } from "./databases.ts";

const FIRST = "2026-11-24";
const LI = { id: "li", name: "Li", role: "owner", email: "li@example.org", closed: false };

for (const [name, open] of Object.entries(DATABASES))
  test(`W29 D62 of each consent that lapses a letter tells 30 days before and 7 days before, once each: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    // The second comes into the month on the day on which the first comes into its last week.
    const ends = [
      { person: "p".repeat(64), until: daysAfter(FIRST, 35) },
      { person: "q".repeat(64), until: daysAfter(FIRST, 58) },
    ];
    const told: string[] = [];
    for (let day = 0; day < 60; day += 1) {
      // As after a restart: nothing is known but what the database holds.
      const own = await openPrivate(database.db, [...platformParts, noticesPart]);
      if (day === 0) await askNotices(own).choose({ account: "li", what: "waits", often: "once" });
      const today = daysAfter(FIRST, day);
      const near = ends.filter(({ until }) => until >= today && until <= daysAfter(today, 30));
      const serving = {
        accounts: { list: async () => [LI] },
        waits: async () => lapsingWaits(near, today, wordsIn("en")),
        instance: {
          log: { private: own },
          folder: { dir: "." },
          snapshot: async (work: (db: unknown) => unknown) => work(database.db),
        },
        frame: async () => ({ language: "en", name: "A campaign" }),
        mail: { failures: () => 0, send: async (one: Message) => told.push(`${day} ${one.text}`) },
        now: () => Date.parse(today) + 3_600_000,
        base: "https://example.org",
      } as unknown as Telling;
      await lookAndTell(serving);
      await lookAndTell(serving);
    }
    const lines = told.map((text) => [
      Number.parseInt(text, 10),
      [...text.matchAll(/expire within (\d+) days: 1 new/g)].map(([, days]) => days),
    ]);
    assert.deepEqual(lines, [
      [5, ["30"]],
      [28, ["7", "30"]],
      [51, ["7"]],
    ]);
  });
