/** What an account is told, and when, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../../tests/databases.ts";
import type { Waiting } from "../../../platform/feature.ts";
import { migrateLog } from "../../../platform/log/tables.ts";
import type { Message } from "../../../platform/mail/mail.ts";
import { newSecret } from "../../../platform/private/submissions.ts";
import { openPrivate, platformParts } from "../../../platform/private/private.ts";
import { askNotices, noticesPart } from "./private.ts";
import { isFor, isLittle } from "./signals.ts";
import { isTime, lookAndTell, type Telling } from "./telling.ts";

const MINUTE = 60_000;
const AT = Date.UTC(2026, 10, 24, 12);

for (const [name, open] of Object.entries(DATABASES))
  test(`D62 D63 what is new is told as often as was chosen, once, and never in anybody's words: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, [...platformParts, noticesPart]);
    const notices = askNotices(own);
    const things: Waiting[] = [{ words: "asks and offers", count: 3, path: "/desk/queue" }];
    const sent: Message[] = [];
    const state = { now: AT, isAway: false, failed: 0, closed: false, refusal: 0, tries: 0 };
    const serving = {
      accounts: {
        list: async () => [
          { id: "li", name: "Li", role: "owner", email: "li@example.org", closed: state.closed },
        ],
      },
      waits: async () => things,
      instance: {
        log: { private: own },
        folder: { dir: "." },
        snapshot: async (work: (db: unknown) => unknown) => work(database.db),
      },
      frame: async () => ({ language: "en", name: "A campaign" }),
      mail: {
        failures: () => state.failed,
        send: async (message: Message) => {
          if (state.refusal > 0) {
            state.tries += 1;
            throw Object.assign(new Error("No such user."), { responseCode: state.refusal });
          }
          if (state.isAway) throw new Error("No server answers.");
          sent.push(message);
          return "";
        },
      },
      now: () => state.now,
      base: "https://example.org",
    } as unknown as Telling;
    const look = async (minutes: number) => {
      state.now += minutes * MINUTE;
      await lookAndTell(serving);
    };
    await look(1);
    await notices.choose({ account: "li", what: "waits takenBack mail", often: "once" });
    await look(1);
    assert.equal(sent.length, 0, "what waited before is no news");
    things[0] = { ...things[0]!, count: 5 };
    const secret = newSecret();
    await own("submissions.add", { secret, received: "2026-11-24", about: '{"words":"Our own"}' });
    await own("submissions.withdraw", secret);
    await look(1);
    assert.equal(sent.length, 1);
    assert.equal(sent[0]!.to, "li@example.org");
    assert.match(
      sent[0]!.text,
      /asks and offers: 2 new, 5 in all\n- items withdrawn by senders: 1 new/,
    );
    assert.doesNotMatch(sent[0]!.text, /Our own/);
    state.failed = 2;
    await look(1);
    await look(1);
    assert.equal(sent.length, 1, "ten minutes lie between two mails");
    state.isAway = true;
    await look(8);
    state.isAway = false;
    await look(1);
    assert.equal(sent.length, 2, "what could not be told is told with the next");
    assert.match(sent[1]!.text, /could not be sent: 2 new/);
    things[0] = { ...things[0], count: 1 };
    await look(20);
    assert.equal(sent.length, 2, "what there is less of is no news");
    await notices.choose({ account: "li", what: "waits", often: "daily" });
    things[0] = { ...things[0], count: 2 };
    await look(1);
    assert.equal(sent.length, 2);
    state.now = Date.UTC(2026, 10, 25, 6);
    state.refusal = 550;
    await look(1);
    await look(1);
    assert.equal(state.tries, 1, "an address that is refused is not tried each minute");
    state.refusal = 0;
    state.now = Date.UTC(2026, 10, 26, 6);
    await look(1);
    assert.ok(
      sent.every((message) => message.isUncounted),
      "no notice tells of a notice",
    );
    assert.match(sent[2]!.text, /1 new, 2 in all/);
    assert.equal((await notices.latest("li")).length, 4);
    await notices.feed({ account: "li", feed_hash: "h" });
    await notices.restored();
    assert.equal(await notices.byFeed("h"), undefined, "a restore opens no address that was ended");
    await notices.feed({ account: "li", feed_hash: "h" });
    assert.equal((await notices.byFeed("h"))?.often, "daily");
    state.closed = true;
    await look(1);
    assert.deepEqual([await notices.byFeed("h"), await notices.latest("li")], [undefined, []]);
  });

test("D62 the disk and mails are told to owners, and a disk is nearly full by what is left of it", () => {
  assert.deepEqual(
    [isFor({ role: "editor" }, "disk"), isFor({ role: "owner" }, "disk")],
    [false, true],
  );
  assert.deepEqual(
    [isFor({ role: "planner" }, "takenBack"), isFor({ role: "planner" }, "waits")],
    [false, true],
  );
  const GB = 1_000_000_000;
  assert.deepEqual(
    [
      isLittle(0.9 * GB, 16 * GB),
      isLittle(2 * GB, 16 * GB),
      isLittle(9 * GB, 4000 * GB),
      isLittle(11 * GB, 4000 * GB),
    ],
    [true, false, true, false],
  );
  assert.ok(isTime({ often: "daily", mailed: AT }, AT + 18 * 60 * MINUTE));
  assert.ok(!isTime({ often: "daily", mailed: AT }, AT + 17 * 60 * MINUTE));
  assert.ok(!isTime({ often: "never", mailed: 0 }, AT));
  const daily = (mailed: number, hours: number) =>
    isTime({ often: "daily", mailed }, AT + hours * 60 * MINUTE, "Asia/Kolkata");
  assert.deepEqual([daily(AT, 12), daily(AT, 13)], [false, true], "06:00 there is 00:30 in UTC");
});
