/** Several people in one story: each withdrawal and each yes, in every order, on the pure rules and on both databases (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, integer, property } from "fast-check";
import { DATABASES } from "../../../tests/databases.ts";
import { temporary } from "../../../tools/program.ts";
import { daysAfter } from "../../engines/calendar/day.ts";
import { privateParts } from "../../models.ts";
import { addresses } from "../../platform/addresses/addresses.ts";
import type { Serving } from "../../platform/feature.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openMedia } from "../../platform/media/media.ts";
import type { Privately } from "../../platform/private/part.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { askSubmissions, hashOf, newSecret } from "../../platform/private/submissions.ts";
import { dataPaths } from "../../platform/process/data-folder.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { askDrafts } from "../stories/model.ts";
import { acceptContribution, takenUp } from "./accept.ts";
import { agreedTo } from "./agreed.ts";
import type { Asked, Contribution } from "./form.ts";
import { keepContribution } from "./keep.ts";
import { askConsents } from "./private/consents.ts";
import { digestOf, partsOf, withoutLeaver } from "./rest-text.ts";
import { dueOn, endsOn, missingYes, NOTICE_DAYS, REST_DAYS } from "./rest.ts";
import { openUploads } from "./store.ts";
import { tendRests } from "./tend-rests.ts";
import { toAgree } from "./to-agree.ts";
import { takeBackConsent, takeBackContribution } from "./withdraw.ts";

const NAMES = ["Ana Alder", "Ben Birch", "Cleo Cedar"] as const;
const WORDS = ["anawords", "benwords", "cleowords"] as const;
type Who = 0 | 1 | 2;
const WHO: readonly Who[] = [0, 1, 2];
const EVENTS = [
  ...WHO.map((who) => ({ does: "withdraw", who }) as const),
  ...WHO.map((who) => ({ does: "agree", who }) as const),
  { does: "month" } as const,
];
type Event = (typeof EVENTS)[number];

function* ordersOf<T>(all: readonly T[]): Generator<readonly T[]> {
  if (all.length === 0) yield [];
  for (const [i, first] of all.entries())
    for (const rest of ordersOf(all.toSpliced(i, 1))) yield [first, ...rest];
}

test("T23 T24 law: of a story of three, in every order of withdrawals, agreements and a month, nobody's words are shown without their yes, and nobody's are lost without a decision", () => {
  let orders = 0;
  let erased = 0;
  let shown = 0;
  for (const order of ordersOf(EVENTS)) {
    orders += 1;
    let text = 1; // the words as they are: another number once they change
    let people: readonly Who[] = WHO;
    const yes = new Map<Who, number>();
    let since: string | undefined;
    let today = "2026-12-01";
    let isGone = false;
    for (const event of order) {
      if (isGone) break;
      if (event.does === "withdraw") {
        people = people.filter((one) => one !== event.who);
        yes.delete(event.who);
        text += 1;
        since = today;
        isGone = people.length === 0;
      } else if (event.does === "agree") {
        if (people.includes(event.who)) yes.set(event.who, text);
      } else {
        const begun = since ?? today;
        const days = since === undefined ? 0 : REST_DAYS + 1;
        let told: string | null = null;
        for (let day = 1; day <= days; day += 1) {
          today = daysAfter(today, 1);
          const missing = people.filter((one) => yes.get(one) !== text).length;
          const due = dueOn({ since: begun, told }, missing, today);
          if (due === "tell") told = today;
          if (due !== "erase") continue;
          assert.ok(told !== null && today >= daysAfter(told, NOTICE_DAYS), "it was told before");
          assert.ok(missing > 0, "somebody did not agree");
          isGone = true;
          erased += 1;
          break;
        }
      }
      const isRest = since !== undefined;
      const all = people.map((who) => ({
        slug: `p${who}`,
        text: yes.has(who) ? `${yes.get(who)}` : undefined,
        isOwn: who === 0,
      }));
      const missing = missingYes(all, `${text}`, isRest);
      const mayBePublished = !isGone && missing.length === 0;
      if (mayBePublished) shown += 1;
      for (const who of people) {
        const said = isRest ? yes.get(who) === text : who === 0 || yes.has(who);
        assert.ok(!mayBePublished || said, JSON.stringify(order));
      }
    }
  }
  assert.equal(orders, 5040);
  assert.ok(erased > 100 && shown > 100, `${erased} erased, ${shown} shown`);
});

test("T24 it is never erased sooner than its notice was given a week before, however long nobody looked", () => {
  holds(
    property(integer({ min: 0, max: 400 }), integer({ min: 0, max: 400 }), (late, on) => {
      const since = "2026-12-01";
      const told = daysAfter(since, late);
      const today = daysAfter(since, on);
      assert.equal(dueOn({ since, told: null }, 1, today) === "erase", false);
      assert.equal(dueOn({ since, told }, 0, today), undefined);
      if (dueOn({ since, told }, 1, today) !== "erase") return;
      assert.ok(today >= daysAfter(told, NOTICE_DAYS) && today >= daysAfter(since, REST_DAYS));
      assert.equal(endsOn({ since, told }) <= today, true);
    }),
  );
});

test("T22 what is linked with whoever left goes from the draft: names, quotations, files and the pictures in the text; a name that others share stays", () => {
  const text = `---
title: Ben Birch and the line
summary: Birch and Ana tell.
language: en
category: Told
published: 2026-12-01
people: [ana, ben]
authors: [ben]
cover: { file: media/a.jpg, alt: Ben at the mast, credit: Ben Birch }
pictures:
  - { name: one, file: media/b.jpg, alt: Both }
  - { name: two, file: media/c.jpg, alt: The mast }
---
Ben came, and Benin is far.

![](picture:one)

![](picture:two)

> We called.
>
> — Ben Birch

> We sang.
> — Ana Birch
`;
  const leaver = {
    slugs: new Set(["ben"]),
    names: ["Ben Birch", "Ben Birch, in his passport"],
    files: new Set(["media/a.jpg", "media/b.jpg"]),
  };
  const options = { stays: ["Ana Birch"], renamed: new Map([["ana", "told-x-0"]]) };
  const left = withoutLeaver(text, leaver, options);
  const { fields, markdown } = partsOf(left)!;
  assert.doesNotMatch(left, /Ben\b|We called|media\/[ab]|passport/);
  assert.deepEqual(fields["people"], ["told-x-0"]);
  assert.equal(fields["cover"], undefined);
  assert.match(
    markdown,
    /^… came, and Benin is far\.\n\n.*!\[\]\(picture:two\)\n\n> We sang\.\n> — Ana Birch$/s,
  );
  assert.doesNotMatch(markdown, /picture:one|removed/);
  assert.equal(withoutLeaver(left, leaver, options), left, "twice is once");
});

/** A desk with a draft in which three people stand; the first sent it. */
async function storyOfThree(open: (typeof DATABASES)[keyof typeof DATABASES]) {
  const stack = new AsyncDisposableStack();
  const database = stack.use(await open());
  const { dir } = stack.use(temporary());
  await migrateLog(database.db, database.store);
  await database.db.transaction().execute((tx) => addresses.create(tx));
  const own = await openPrivate(database.db, privateParts);
  const store = openUploads(dir, own, Date.now);
  const speaker = { snapshot: (work: (db: never) => unknown) => work(database.db as never) };
  const desk = (around: Privately = own): Desk => ({
    speaker: speaker as never,
    private: around,
    files: { media: openMedia(dataPaths(dir).media), dir },
  });
  async function tell(take = true) {
    const secret = newSecret();
    const people = NAMES.map((name, n): Asked => ({
      n,
      name,
      purposes: ["story"],
      channels: ["web"],
      languages: ["en"],
      until: "2099-01-01",
      asked: "the desk",
      how: "text",
      files: [],
    }));
    const quotes = WHO.map((who) => `> ${WORDS[who]}\n> — ${NAMES[who]}`);
    const about: Contribution = {
      for: "story",
      title: "Three at the mast",
      text: ["All of them came.", ...quotes].join("\n\n"),
      lang: "en",
      naming: "own",
      name: NAMES[0],
      files: [],
      people,
    };
    const serving = { instance: { log: { private: own } } } as unknown as Serving;
    await keepContribution(serving, store, { secret, about, files: [], today: "2026-12-01" });
    const submission = (await askSubmissions(own).bySecret(secret))!;
    const rows = await askConsents(own).of(hashOf(secret));
    const codes = new Map(rows.map(({ n, code }) => [n, code]));
    if (take)
      await acceptContribution(desk(), submission, { slug: `three-${submission.id}` }, "en");
    return { secret, id: submission.id, codes };
  }
  async function withdraw(code: string, ask: Privately = own): Promise<void> {
    const found = await askConsents(ask).byCode(code);
    if (found)
      await takeBackConsent(desk(ask), found, (hashes) => askSubmissions(ask).forget(hashes));
  }
  /** @returns the hash of what was read and agreed to */
  async function agree(code: string): Promise<string | undefined> {
    const found = await askConsents(own).byCode(code);
    const what = found && (await toAgree(own, found));
    if (!what) return undefined;
    const { digest: text } = what;
    await askConsents(own).agree({ consent: found.id, text, given: "2026-12-02", how: "" });
    return text;
  }
  const tend = (at: number) =>
    tendRests({
      instance: { log: { private: own } },
      speaker: speaker as never,
      now: () => at,
      clock: { aged: () => at } as never,
    });
  const unheard = async () => {
    const [draft, ...others] = await askDrafts(own).list();
    assert.equal(others.length, 0);
    if (!draft) return undefined;
    const waiting = (await agreedTo(own, draft)).filter(({ waits }) => waits);
    const rest = await askConsents(own).rest(draft.id);
    return { draft, missing: waiting.map(({ as }) => as.slug), ends: rest && endsOn(rest) };
  };
  const everything = () => database.db;
  return {
    own,
    desk,
    tell,
    withdraw,
    agree,
    tend,
    unheard,
    everything,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

const A_DAY = 86_400_000;

/** Days on which something may change: the first, those around the notice, and those around the end. */
const DAYS_ASKED = [1, REST_DAYS - 8, REST_DAYS - 7, REST_DAYS - 6, REST_DAYS, REST_DAYS + 2];

for (const [name, open] of Object.entries(DATABASES)) {
  test(`T22 T23 T24 law: walked through the tables, in many orders, nobody's words are shown without their yes and nobody's are lost without a decision, on ${name}`, async () => {
    await using house = await storyOfThree(open);
    let [published, erased, rests] = [0, 0, 0];
    const walk = async (order: readonly Event[]): Promise<void> => {
      const { codes } = await house.tell();
      const inIt = new Set<Who>(WHO);
      const read = new Map<Who, string>();
      let isErased = false;
      let at = timeNow();
      for (const event of order) {
        if (event.does === "withdraw") {
          await house.withdraw(codes.get(event.who)!);
          inIt.delete(event.who);
        } else if (event.does === "agree") {
          const text = await house.agree(codes.get(event.who)!);
          assert.equal(text !== undefined, inIt.has(event.who) && !isErased);
          if (text !== undefined) read.set(event.who, text);
        } else {
          const before = await house.unheard();
          for (const days of DAYS_ASKED) await house.tend(at + days * A_DAY);
          at += (REST_DAYS + 2) * A_DAY;
          isErased ||= before !== undefined && (await house.unheard()) === undefined;
          if (isErased && before) {
            erased += 1;
            assert.ok(before.ends !== undefined && before.missing.length > 0, "nobody decided");
          }
        }
        const now = await house.unheard();
        assert.equal(now !== undefined, inIt.size > 0 && !isErased, JSON.stringify(order));
        if (!now) continue;
        if (now.ends !== undefined) rests += 1;
        for (const who of WHO) {
          const hasWords = now.draft.text.includes(WORDS[who]);
          const isNamed = now.draft.text.includes(NAMES[who].split(" ")[1]!);
          assert.deepEqual([hasWords, isNamed], [inIt.has(who), inIt.has(who)], NAMES[who]);
        }
        if (now.missing.length > 0) continue;
        published += 1;
        const isRest = inIt.size < 3;
        for (const who of inIt)
          if (isRest) assert.equal(read.get(who), digestOf(now.draft.text), NAMES[who]);
          else assert.ok(who === 0 || read.has(who), NAMES[who]);
      }
      for (const who of WHO) await house.withdraw(codes.get(who)!);
      assert.deepEqual(
        [await house.unheard(), await askConsents(house.own).rests()],
        [undefined, []],
      );
    };
    const all = [...ordersOf(EVENTS)];
    // Enough of them that each event stands before and after each other one.
    for (let i = 0; i < 24; i += 1) await walk(all[(i * 1_277) % all.length]!);
    assert.ok(published > 2 && erased > 2 && rests > 20, `${published} ${erased} ${rests}`);
  });

  test(`T22 whoever sent it takes all of theirs back, and those who stay keep their codes for what is left, on ${name}`, async () => {
    await using house = await storyOfThree(open);
    const { secret, codes } = await house.tell();
    const submission = (await askSubmissions(house.own).bySecret(secret))!;
    await takeBackContribution(house.desk(), submission);
    await askSubmissions(house.own).withdraw(secret);
    const left = (await house.unheard())!;
    assert.doesNotMatch(left.draft.text, /anawords|Alder/);
    assert.match(left.draft.text, /benwords[^]*cleowords/);
    assert.equal(await askConsents(house.own).byCode(codes.get(-1)!), undefined);
    assert.equal(left.missing.length, 2);
    for (const who of [1, 2]) assert.ok(await house.agree(codes.get(who)!));
    assert.deepEqual((await house.unheard())!.missing, []);
    const changed = left.draft.text.replace("All of them", "Both");
    const { id, version: base } = left.draft;
    await askDrafts(house.own).save({ id, base, text: changed, by: "desk" });
    assert.equal((await house.unheard())!.missing.length, 2, "to other words nobody has agreed");
  });
}

test("T22 somebody leaves a story that the desk has not taken up yet: it becomes a draft without them, and one told by somebody alone is gone", async () => {
  await using house = await storyOfThree(DATABASES.SQLite);
  const { secret, codes } = await house.tell(false);
  const submission = (await askSubmissions(house.own).bySecret(secret))!;
  assert.equal((await takenUp(house.desk(), submission))?.state, "accepted");
  await house.withdraw(codes.get(2)!);
  const left = (await house.unheard())!;
  assert.doesNotMatch(left.draft.text, /cleowords|Cedar/);
  assert.match(left.draft.text, /anawords[^]*benwords/);
  assert.equal(left.missing.length, 2);
  const now = (await askSubmissions(house.own).bySecret(secret))!;
  assert.deepEqual([now.state, now.about], ["withdrawn", "{}"]);
});

test("T22 stopped wherever it is, the code goes on until nothing of whoever left is there, and the words of those who stay are", async () => {
  let stops = 0;
  for (let stopAt = 1, isDone = false; !isDone; stopAt += 1) {
    await using house = await storyOfThree(DATABASES.SQLite);
    const { codes } = await house.tell();
    let left = stopAt;
    const stopping: Privately = async (operation, argument) => {
      if ((left -= 1) === 0) throw new Error("The machine stops.");
      return house.own(operation, argument);
    };
    isDone = await house.withdraw(codes.get(1)!, stopping).then(
      () => true,
      () => false,
    );
    if (!isDone) {
      stops += 1;
      await house.withdraw(codes.get(1)!);
    }
    const at = `stopped at ${stopAt}`;
    assert.equal(await askConsents(house.own).byCode(codes.get(1)!), undefined, at);
    const now = (await house.unheard())!;
    assert.doesNotMatch(now.draft.text, /benwords|Birch/, at);
    assert.match(now.draft.text, /anawords[^]*cleowords/, at);
    assert.deepEqual([now.missing.length, now.ends !== undefined], [2, true], at);
    assert.ok(await askConsents(house.own).byCode(codes.get(0)!), at);
  }
  assert.ok(stops > 10, `${stops}`);
});
