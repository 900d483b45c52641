/** The board of a class (features/classes/README.md): who needs the teacher, taps with and without script, lists to print. */
import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { wallDay } from "../src/features/classes/wall-day.ts";
import { askClasses } from "../src/features/classes/private/classes.ts";
import { A_DAY, daysAfter } from "../src/engines/calendar/day.ts";
import { axeFinds } from "./axe.ts";
import { answered, beside, courseSubject, madeClass, type MadeClass } from "./class-room.ts";
import { click } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const NAMES = ["Amina", "Bakary", "Chipo", "Dawit"];
const today = wallDay(Date.now());
const house = deskHouse({ hasCourse: true });
const data = () => house.env["CND_DATA"]!;
let teacher: Page | undefined;

/** A new class; the second learner is stuck, the third has answered well. */
async function opened(): Promise<MadeClass & { readonly path: string }> {
  const course = await courseSubject(data(), "a-link-over-the-hill");
  const made = await madeClass(data(), {
    course,
    names: NAMES,
    starts: daysAfter(today, -3),
    ends: daysAfter(today, 3),
  });
  const [, bakary, chipo] = made.learners;
  const at = { lesson: "what-a-link-needs", exercise: FIRST } as const;
  const answers = [
    answered(made, bakary!, { ...at, score: 0 }),
    answered(made, bakary!, { ...at, score: 500 }),
    answered(made, chipo!, { ...at, score: 1000 }),
  ];
  const device = { id: "d", room: made.room.id, holds: 4, seen: Date.now() - 5 * 60_000 };
  await beside(data(), ({ private: ask }) => askClasses(ask).keep({ answers, device }));
  return { ...made, path: `/desk/classes/${made.room.id}` };
}
const FIRST = "three-things";

async function come(): Promise<Page> {
  teacher ??= await house.signedIn("teacher", "Rosa");
  return teacher;
}
const row = (page: Page, n: number) => page.locator(`#l${n}`);
const kept = (made: MadeClass) =>
  beside(data(), ({ private: ask }) => askClasses(ask).whole(made.room.id));

test("CL21 the board says who needs the teacher first, and where each learner is", async () => {
  const made = await opened();
  const page = await come();
  await page.goto(house.base + made.path);
  assert.match(await page.locator(".first").innerText(), /Bakary/);
  assert.equal(await page.locator(".first li").count(), 1);
  assert.match(await row(page, 2).innerText(), /0 of \d+ done · 1 %/);
  assert.match(await row(page, 3).innerText(), /1 of \d+ done/);
  assert.match(await row(page, 2).locator("details").innerText(), /Stuck on What a link needs, 1/);
  await row(page, 2).locator("summary").click();
  assert.match(await row(page, 2).locator("details").innerText(), /2 wrong answers/);
});

test("CL21 what came since is on the board, and what was erased is gone from it", async () => {
  const made = await opened();
  const page = await come();
  const shown = async () => {
    await page.goto(house.base + made.path);
    return Promise.all([2, 3, 4].map((n) => row(page, n).locator(".far-come").innerText()));
  };
  const at = { lesson: "what-a-link-needs", exercise: FIRST } as const;
  const does = (answers: Parameters<typeof answered>[2][]) =>
    beside(data(), ({ private: ask }) =>
      askClasses(ask).keep({
        answers: answers.map((one) => answered(made, made.learners[3]!, one)),
      }),
    );
  assert.match((await shown()).join(), /^\s*0 of.*,\s*1 of.*,\s*0 of/s);
  await does([{ ...at, score: 1000 }]);
  assert.match((await shown()).join(), /^\s*0 of.*,\s*1 of.*,\s*1 of/s);
  await does([{ ...at, exercise: "twice-as-far", score: 1000, came: 1 }]); // brought from elsewhere: it came long ago
  assert.match((await shown()).join(), /^\s*0 of.*,\s*1 of.*,\s*2 of/s);
  await beside(data(), ({ private: ask }) => askClasses(ask).erase(made.learners[2]!.id));
  await page.goto(house.base + made.path);
  assert.equal(await page.locator(".board > li").count(), 3);
  assert.equal((await kept(made))!.answers.length, 4);
});

test("CL22 the board says how many answers lie on devices still, and how long ago these were heard", async () => {
  const made = await opened();
  const page = await come();
  await page.goto(house.base + made.path);
  const sums = await page.locator(".sums").innerText();
  assert.match(sums, /4 answers are still on devices, on 1 device, last heard from 5 minutes ago/);
  assert.match(sums, /Last answer a moment ago/);
});

test("CL23 a tap without script marks who is here and what was shown; the same tap takes it back; sent twice it is once", async () => {
  const made = await opened();
  const page = await come();
  await page.goto(house.base + made.path);
  const here = row(page, 1).getByRole("button", { name: "Amina is here" });
  const value = await here.getAttribute("value");
  await click(here);
  assert.equal(await here.getAttribute("aria-pressed"), "true");
  assert.match(page.url(), /#l1$/);
  const again = await page.request.post(`${house.base}${made.path}/tap`, {
    form: { day: today, tap: value! },
    maxRedirects: 0,
  });
  assert.equal(again.status(), 303);
  assert.deepEqual(
    (await kept(made))!.attendance.map(({ day, by }) => [day, by]),
    [[today, "Rosa"]],
  );
  await click(here);
  assert.deepEqual((await kept(made))!.attendance, []);
  const task = row(page, 1).locator(".shows button").first();
  const shown = await task.getAttribute("value");
  await click(task);
  assert.equal(await task.getAttribute("aria-pressed"), "true");
  await page.request.post(`${house.base}${made.path}/tap`, {
    form: { day: today, tap: shown! },
  });
  const said = (await kept(made))!.answers.filter(({ by }) => by === "Rosa");
  assert.deepEqual(
    said.map(({ answer, score }) => [answer, score]),
    [["true", 1000]],
  );
  await click(task);
  assert.equal(await task.getAttribute("aria-pressed"), "false");
  assert.equal((await kept(made))!.answers.filter(({ by }) => by === "Rosa").length, 2);
  const [, , lesson, exercise] = shown!.split(" ") as [string, string, string, string];
  const came = Date.now() + A_DAY;
  const ahead = answered(made, made.learners[0]!, {
    lesson,
    exercise,
    score: 1000,
    by: "Rosa",
    came,
  });
  await beside(data(), ({ private: ask }) => askClasses(ask).keep({ answers: [ahead] }));
  await page.reload();
  await click(task);
  const then = await task.getAttribute("aria-pressed");
  assert.equal(then, "false", "what was said last counts, also where the clock was set back since");
});

test("CL10 whose card was shut by wrong numbers, of whomever, is let in by a tap of the teacher", async () => {
  const made = await opened();
  const page = await come();
  const [one] = made.learners;
  const shut = async () =>
    (await kept(made))!.learners.filter(({ locked }) => locked > Date.now()).length;
  await beside(data(), async ({ private: ask }) => {
    const wrong = { id: one!.id, pin_hash: "wrong", token_hash: "t", at: Date.now() };
    for (let i = 0; i < 5; i++) await askClasses(ask).tryNumber(wrong);
  });
  assert.equal(await shut(), 1);
  await page.goto(house.base + made.path);
  assert.match(await row(page, 1).innerText(), /card is locked for 15 more minutes/);
  await click(row(page, 1).getByRole("button", { name: "Unlock Amina’s card now" }));
  assert.equal(await shut(), 0);
  const later = {
    id: one!.id,
    pin_hash: "wrong",
    token_hash: "t",
    at: Date.now() + 50 * 365 * A_DAY,
  };
  const tried = await beside(data(), async ({ private: ask }) => {
    for (let i = 0; i < 5; i++) await askClasses(ask).tryNumber(later);
    return askClasses(ask).tryNumber({ ...later, at: Date.now() });
  });
  assert.equal(tried, "wrong", "a clock that was set back shuts nobody out for years");
  assert.doesNotMatch(await row(page, 1).innerText(), /locked/);
});

test("CL24 the attendance of another day of the class is a link away; a day outside is refused in words, and so is a task that is gone", async () => {
  const made = await opened();
  const page = await come();
  const before = daysAfter(today, -2);
  await page.goto(`${house.base}${made.path}?day=${before}`);
  await click(row(page, 4).getByRole("button", { name: "Dawit is here" }));
  assert.deepEqual(
    (await kept(made))!.attendance.map(({ day }) => day),
    [before],
  );
  await page.goto(house.base + made.path);
  assert.equal(await row(page, 4).locator("[aria-pressed=true]").count(), 0, "not today");
  const tap = (form: Record<string, string>) =>
    page.request.post(`${house.base}${made.path}/tap`, { form });
  const { id } = made.learners[0]!;
  for (const [day, what, why] of [
    ["1970-01-01", `here ${id} yes`, /does not meet on that day/],
    [today, `here nobody yes`, /is no longer in the class/],
    [today, `shown ${id} what-a-link-needs gone 0 yes`, /no longer has this task/],
    [today, `shown ${id} what-a-link-needs ${FIRST} 0 yes`, /no longer has this task/],
  ] as const) {
    const answer = await tap({ day, tap: what });
    assert.equal(answer.status(), 409);
    assert.match(await answer.text(), why);
  }
  assert.equal((await page.request.get(`${house.base}/desk/classes/none`)).status(), 404);
});

test("CL25 with script the board comes again by itself with what is new, and keeps what is open and where the focus is", async () => {
  const made = await opened();
  const page = await house.signedIn("teacher", "Tomas", { script: true, policy: true });
  await page.clock.install();
  await page.goto(house.base + made.path);
  await row(page, 2).locator("summary").click();
  await page.keyboard.press("Tab"); // by keys: it is not moved away
  const button = row(page, 1).getByRole("button", { name: "Amina is here" });
  await button.focus();
  await page.keyboard.press("Space");
  await row(page, 1).locator("[id=h1][aria-pressed=true]").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "h1");
  const sign = () => getComputedStyle(document.querySelector("[id=h1]")!, "::before").content;
  assert.match(await page.evaluate(sign), /✓/, "and it is seen to be set");
  assert.equal(await row(page, 2).locator("details[open]").count(), 1);
  await beside(data(), ({ private: ask }) =>
    askClasses(ask).keep({
      answers: [
        answered(made, made.learners[3]!, {
          lesson: "what-a-link-needs",
          exercise: FIRST,
          score: 1000,
        }),
      ],
    }),
  );
  await page.clock.runFor(40_000);
  assert.match(await row(page, 4).innerText(), /0 of/, "not while a button has the focus by keys");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.clock.runFor(16_000);
  await row(page, 4).getByText("1 of").waitFor();
  const now = await page.request.get(`${house.base}${made.path}/now`);
  const etag = now.headers()["etag"]!;
  const same = await page.request.get(`${house.base}${made.path}/now`, {
    headers: { "if-none-match": etag },
  });
  assert.equal(same.status(), 304);
  await page.context().close();
});

test("CL26 the lists to print say who was there on which day, and who has finished by the rule of the badge", async () => {
  const made = await opened();
  const page = await come();
  const [amina] = made.learners;
  await beside(data(), ({ private: ask }) =>
    askClasses(ask).attend({
      room: made.room.id,
      learner: amina!.id,
      day: today,
      by: "Rosa",
      at: 1,
    }),
  );
  await page.goto(`${house.base}${made.path}/list`);
  const cells = page.locator("#attendance ~ * tbody tr");
  assert.match(await cells.first().innerText(), /1 Amina\s+✓/);
  assert.match(
    await page.locator("main").innerText(),
    /get 80% of the exercises right and show these tasks to a teacher/,
  );
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 5000);
});

test("CL27 the board is for those who may teach, and for nobody else", async (t: TestContext) => {
  const made = await opened();
  const reader = await house.signedIn("moderator", "Mona");
  t.after(() => reader.context().close());
  for (const path of ["", "/now", "/list"])
    assert.equal((await reader.request.get(house.base + made.path + path)).status(), 403);
  const none = await (await come()).request.get(`${house.base}/desk/classes/${"x".repeat(22)}`);
  assert.equal(none.status(), 404);
  assert.match(await none.text(), /Class not found/);
  const tap = `here ${made.learners[0]!.id} yes`;
  const posted = await reader.request.post(`${house.base}${made.path}/tap`, {
    form: { day: today, tap },
  });
  assert.equal(posted.status(), 403);
  assert.deepEqual((await kept(made))!.attendance, []);
});

test("CL27 axe finds nothing on the board and the lists, at 360 and 1280 pixels, in Arabic too", async () => {
  const made = await opened();
  const page = await come();
  for (const lang of ["en", "ar"]) {
    const found = await axeFinds(page, house.base, [
      `${made.path}?lang=${lang}`,
      `${made.path}/list?lang=${lang}`,
    ]);
    assert.deepEqual(found, []);
  }
});
