/** A learner's pages as they are asked for without a script (features/classes/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { A_DAY, dayAt } from "../src/engines/calendar/day.ts";
import { codeHash, newCode, newPin, pinHash, tokenHash } from "../src/features/classes/secrets.ts";
import { shuffled } from "../src/features/courses/exercises/answer.ts";
import type { Room } from "../src/features/classes/private/rows.ts";
import { LANGUAGES } from "../src/platform/words/catalogue.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { atClasses, openClass, type Card } from "./class-house.ts";
import { answerOf, batchOf, EXERCISE, Learner, LESSON, send } from "./class-learner.ts";
import { formIn } from "./form-reader.ts";

const folder = temporary();
const data = join(folder.dir, "data");
let server: Served;
let room: Room;
let cards: readonly Card[];
const learner = (n: number) => new Learner(server.base, cards[n]!);
/** As the form names the answer that the course has at this place. */
const picked = (n: number): string => String(shuffled(EXERCISE, 3).indexOf(n));
const kept = (id: string) => atClasses(data, async (ask) => (await ask.ofLearner(id)).answers);

before(async () => {
  await firstCampaign(data);
  server = await serve({ CND_DATA: data });
  ({ room, cards } = await openClass(data, "ABCDEFGHIJ".split("")));
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("CL10 a card opens by its code, however it is typed, and by its digits in any script", async () => {
  const one = learner(0);
  const { code, pin } = one.card;
  for (const typed of [code, code.toLowerCase(), code.replaceAll(" ", "-"), ` ${code} `]) {
    const answer = await one.post("/class", { code: typed });
    assert.equal(answer.headers.get("location"), one.address(), typed);
  }
  const page = await one.text(one.address());
  assert.match(page, /<h1[^>]*>Your card</);
  assert.match(page, /<svg class="pic"[^]*<span class="small">boat</, "as on the card in the hand");
  assert.match(page, /name="pin"[^>]*autocomplete="off"[^>]*inputmode="numeric"/);
  const arabic = pin.replaceAll(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]!);
  const answer = await one.post(one.address(), { pin: ` ${arabic.split("").join(" ")} ` });
  assert.equal(answer.headers.get("location"), "/class/now");
  const again = await one.post("/class", { code: "what <i>" });
  assert.equal(again.status, 422);
  assert.match(
    await again.text(),
    /Check your card, then enter its ten letters and digits.*value="what &lt;i&gt;"/s,
  );
});

test("CL10 a code without its digits shows nothing of whose card it is, whatever is tried, in any language", async () => {
  const [name, called] = ["Wilhelmina Abernathy", "Riverside evening"];
  const own = await openClass(data, [name], { name: called });
  const someone = new Learner(server.base, own.cards[0]!);
  const { pin } = someone.card;
  const wrong = pin === "4072" ? "4073" : "4072";
  const tries = ["12", ...Array<string>(6).fill(wrong), pin]; // of no form, wrong, and shut at last
  const pages: string[] = [];
  for (const lang of LANGUAGES)
    pages.push(await someone.text(`${lang === "en" ? "" : `/${lang}`}${someone.address()}`));
  for (const one of tries)
    pages.push(await (await someone.post(someone.address(), { pin: one })).text());
  for (const page of pages) {
    assert.match(page, /<svg class="pic"/);
    for (const personal of [
      ...name.split(" "),
      ...called.split(" "),
      own.cards[0]!.id,
      own.room.id,
    ])
      assert.ok(!page.includes(personal), personal);
  }
  assert.match(pages.at(-1)!, /Too many tries/);
  const {
    cards: [other],
  } = await openClass(data, [name]);
  const seated = await new Learner(server.base, other!).enter();
  assert.match(await seated.text("/class/now"), new RegExp(name));
});

test("CL10 after five wrong numbers a card is shut for a quarter of an hour, for the right one, too, and says so; what is no number is no try", async () => {
  const one = learner(1);
  const right = one.card.pin;
  const wrong = right === "4072" ? "4073" : "4072";
  for (const none of ["", "12", "12345", "abcd", "1".repeat(300)])
    assert.equal((await one.post(one.address(), { pin: none })).status, 422);
  for (let i = 0; i < 4; i++)
    assert.match(
      await (await one.post(one.address(), { pin: wrong })).text(),
      /Please check and try again/,
    );
  const tries = [wrong, right, ...Array<string>(95).fill(wrong)];
  const shut = await one.post(one.address(), { pin: tries[0]! });
  assert.match(await shut.text(), /card is locked for 1[45] more minutes/);
  assert.ok(Number(shut.headers.get("retry-after")) >= 14 * 60);
  const rest: Response[] = [];
  // Many at once, and no more than a busy machine takes from one address.
  for (let i = 1; i < tries.length; i += 12) {
    const wave = tries.slice(i, i + 12).map((pin) => one.post(one.address(), { pin }));
    rest.push(...(await Promise.all(wave)));
  }
  for (const { status } of [shut, ...rest]) assert.equal(status, 429);
  assert.equal(one.cookie, "");
});

test("CL10 a card of a class that is over, one that was replaced and one that never was open nothing, and say why", async () => {
  const over = await openClass(data, ["Late"], { ends: dayAt(Date.now() - 20 * A_DAY) });
  const late = new Learner(server.base, over.cards[0]!);
  for (const answer of [
    await late.get(late.address()),
    await late.post(late.address(), { pin: late.card.pin }),
  ]) {
    assert.equal(answer.status, 410);
    assert.match(await answer.text(), /Tuesday group has ended/);
  }
  const lost = learner(2);
  await lost.enter();
  const [code, pin] = [newCode(), newPin()];
  const pin_hash = pinHash(room, lost.card.id, pin);
  await atClasses(data, (ask) =>
    ask.newCards([{ id: lost.card.id, code_hash: codeHash(code)!, pin_hash }]),
  );
  assert.equal((await lost.get("/class/now")).headers.get("location"), "/class?closed");
  const old = await lost.get(lost.address());
  assert.equal(old.status, 404);
  assert.match(await old.text(), /the old one no longer works/);
  const never = await lost.post("/class", { code: newCode() });
  assert.equal(never.status, 404);
  assert.match(await never.text(), /No card has this code/);
});

test("CL11 who sits there is known by a cookie of these pages alone, until Done or half an hour; a card that is opened next ends what was before", async () => {
  const one = learner(3);
  const answer = await one.post(one.address(), { pin: one.card.pin });
  const set = answer.headers.getSetCookie();
  assert.equal(set.length, 8);
  for (const cookie of set)
    assert.match(
      cookie,
      /^cnd_class=[\w-]{22}; Path=(?:\/[a-z]{2})?\/class; HttpOnly; SameSite=Lax$/,
    );
  assert.match(await one.text("/class/now"), /Hello <bdi[^>]*>D</);
  assert.match(await one.text("/ar/class/now"), /<html lang="ar" dir="rtl">/);
  const taken = one.cookie;
  const next = learner(4);
  next.cookie = one.cookie;
  await next.enter();
  assert.equal((await one.get("/class/now")).status, 303, "the sitting before is over");
  const another = await next.post("/class/done", { learner: one.card.id });
  assert.equal(another.headers.get("location"), "/class");
  assert.match(await next.text("/class/now"), /Hello <bdi[^>]*>E</, "Done of somebody else");
  await next.post("/class/done", { learner: next.card.id });
  assert.equal(next.cookie, "cnd_class=");
  next.cookie = taken;
  assert.equal((await next.get("/class/now")).status, 303);

  await next.enter();
  const token_hash = tokenHash(next.cookie.split("=")[1]!);
  const old = Date.now() - 30 * 60_000;
  await atClasses(data, (ask) => ask.stay({ token_hash, seen: old + 5000 }));
  assert.equal((await next.get("/class/now")).status, 200, "a request goes on with it");
  await atClasses(data, (ask) => ask.stay({ token_hash, seen: old }));
  for (const path of ["/class/now", `/class/lessons/${LESSON}`, "/class/mine", "/class/mine.json"])
    assert.equal((await next.get(path)).headers.get("location"), "/class?closed", path);
  // Over plain http, as in a classroom, browsers say no more than where a form comes from.
  for (const [headers, status] of [
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ origin: "http://elsewhere.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: server.base }, 303],
  ] as const) {
    const sent = await fetch(server.base + next.address(), {
      method: "POST",
      body: new URLSearchParams({ pin: next.card.pin }),
      headers,
      redirect: "manual",
    });
    assert.equal(sent.status, status, JSON.stringify(headers));
    assert.equal(sent.headers.getSetCookie().length > 0, status === 303);
  }
});

test("CL12 without a script an exercise is answered by its form, is kept once, and its verdict stands in place with the way on", async () => {
  const one = await learner(5).enter();
  const first = await one.text("/class/now");
  assert.match(
    first,
    /class="button large" href="\/class\/lessons\/what-a-link-needs#three-things"/,
  );
  assert.match(first, /0 of 28 done/);
  const page = await one.text(`/class/lessons/${LESSON}`);
  const form = (answer: object) => ({ ...formIn(page, "send"), exercise: EXERCISE, ...answer });
  const none = await one.post("/class/answer", form({}));
  assert.equal(none.status, 422);
  assert.match(await none.text(), /Give an answer first/);
  const wrong = await one.post("/class/answer", form({ o: picked(1) }));
  const at = wrong.headers.get("location")!;
  assert.match(at, /^\/class\/lessons\/what-a-link-needs\?said=[\w-]{36}#twice-as-far$/);
  const said = await one.text(at.split("#")[0]!);
  assert.match(said, /value="1" checked/);
  assert.match(said, /<b>Not yet\.<\/b> Each time the distance doubles/);
  const right = await one.post("/class/answer", form({ o: picked(0) }));
  await one.post("/class/answer", form({ o: picked(0) }));
  assert.match(
    await one.text(right.headers.get("location")!.split("#")[0]!),
    /<b>Right\.<\/b>.*?Done\..*?href="\/class\/lessons\/what-a-link-needs#twenty-kilometres"/s,
  );
  const scores = (await kept(one.card.id)).map(({ score }) => score);
  assert.deepEqual(scores, [0, 1000], "sent twice is one, another answer is another");
  assert.match(await one.text("/class/now"), /1 of 28 done/);
  const shown = { lesson: "reading-a-profile", exercise: "walk-the-line", device: "desk" };
  const task = /class="exercise" id="([a-z-]+)"><div/.exec(
    await one.text("/class/lessons/reading-a-profile"),
  )![1]!;
  const of = { room: room.id, learner: one.card.id, answer: "true", score: 1000, by: "Rosa" };
  const row = { ...shown, ...of, exercise: task, id: "seen", at: 0, came: Date.now() };
  await atClasses(data, (ask) => ask.keep({ answers: [row] }));
  assert.match(
    await one.text("/class/lessons/reading-a-profile"),
    /Done\. <bdi[^>]*>Rosa<\/bdi> has seen your work\./,
  );
});

test("CL12 a page that somebody else's browser still shows keeps the answer for whom it was made, also after Done", async () => {
  const [one, other] = [await learner(6).enter(), await learner(7).enter()];
  const page = await one.text(`/class/lessons/${LESSON}`);
  const form = { ...formIn(page, "send"), exercise: EXERCISE };
  one.cookie = other.cookie; // the other one sat down at that laptop
  const crossed = await one.post("/class/answer", { ...form, o: picked(0) });
  assert.match(await crossed.text(), /saved for the person who used this page earlier/);
  one.cookie = "";
  const late = await one.post("/class/answer", { ...form, o: picked(1) });
  assert.match(await late.text(), /Your answer is saved, but your card has been closed/);
  assert.equal((await kept(one.card.id)).length, 2);
  assert.equal((await kept(other.card.id)).length, 0);
  const forged = await other.post("/class/answer", {
    ...form,
    learner: other.card.id,
    o: picked(0),
  });
  assert.equal(forged.status, 404);
  assert.equal((await kept(other.card.id)).length, 0);
});

test("CL16 CL17 a learner reads and takes along all that is kept, and has it erased, with the digits and once more asked", async () => {
  const one = await learner(8).enter();
  await send(server.base, batchOf(room, one.card, [answerOf(), answerOf({ exercise: "gone" })]));
  await atClasses(data, (ask) =>
    ask.attend({ room: room.id, learner: one.card.id, day: "2026-11-24", by: "Rosa", at: 0 }),
  );
  const page = await one.text("/class/mine");
  for (const words of [
    /24 November 2026/,
    /2 answers/,
    /6 dB, because it is twice as far/,
    /100 of 100/,
    /not counted/,
    /School yard/,
  ])
    assert.match(page, words);
  const file = await one.get("/class/mine.json");
  assert.match(file.headers.get("content-disposition")!, /^attachment/);
  const own = (await file.json()) as { name: string; answers: { score: number | null }[] };
  assert.deepEqual([own.name, own.answers.length], ["I", 2]);
  const scores = own.answers.map(({ score }) => score);
  assert.ok(scores.includes(1) && scores.includes(null));

  const sure = { learner: one.card.id, pin: one.card.pin, sure: "yes" };
  const wrong = one.card.pin === "4072" ? "4073" : "4072";
  assert.match(await one.text("/class/erase"), /A badge you have already been given stays/);
  assert.equal((await one.post("/class/erase", { ...sure, sure: "" })).status, 422);
  assert.equal((await one.post("/class/erase", { ...sure, pin: wrong })).status, 422);
  assert.equal((await kept(one.card.id)).length, 2);
  const erased = await one.post("/class/erase", sure);
  assert.equal(erased.headers.get("location"), "/class?erased");
  await atClasses(data, async (ask) => {
    assert.equal(await ask.learner(one.card.id), undefined);
    assert.deepEqual(await ask.ofLearner(one.card.id), { answers: [], attendance: [] });
  });
  const late = await send(server.base, batchOf(room, one.card, [answerOf()]));
  assert.deepEqual([late.status, await late.json()], [410, { why: "gone" }]);
  assert.equal((await kept(one.card.id)).length, 0, "what a device still held does not come back");
});

test("CL18 nobody keeps a page of a class, finds it or hears of its address, and none is heavy", async () => {
  const one = await learner(9).enter();
  const paths = [
    "/class",
    one.address(),
    "/class/now",
    "/class/mine",
    "/class/erase",
    `/class/lessons/${LESSON}`,
    "/class/mine.json",
    "/class/c/nothing",
  ];
  for (const path of paths) {
    const answer = await fetch(server.base + path, {
      headers: { cookie: one.cookie, "accept-encoding": "br" },
    });
    const html = await answer.text();
    assert.equal(answer.headers.get("cache-control"), "no-store", path);
    assert.equal(answer.headers.get("x-robots-tag"), "noindex", path);
    assert.equal(answer.headers.get("referrer-policy"), "same-origin", path);
    assert.equal(answer.headers.get("access-control-allow-origin"), null, path);
    const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src!);
    const bytes = Number(answer.headers.get("content-length"));
    let whole = bytes;
    for (const src of scripts)
      whole += (await (await fetch(server.base + src)).arrayBuffer()).byteLength;
    assert.ok(bytes <= 14_000 && whole <= 30_000, `${path}: ${bytes} and ${whole}`);
  }
  const metrics = await (await fetch(`${server.base}/metrics`)).text();
  assert.doesNotMatch(metrics, /class[_/](?!Answers|Card)|learner|Tuesday/i);
});
