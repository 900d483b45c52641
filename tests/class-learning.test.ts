/** Learners in a real browser (features/classes/README.md): the link is cut, pages are loaded anew, several share one device. */
import assert from "node:assert/strict";
import { shuffled } from "../src/features/courses/exercises/answer.ts";
import test from "node:test";
import type { Page } from "playwright-core";
import type { Room } from "../src/features/classes/private/rows.ts";
import { violations } from "./axe.ts";
import { atClasses, openClass, type Card } from "./class-house.ts";
import { EXERCISE, LESSON } from "./class-learner.ts";
import { click } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { tooWide } from "./too-wide.ts";

let room: Room;
let cards: readonly Card[];
const house = deskHouse({}, async ({ env }) => {
  ({ room, cards } = await openClass(env["CND_DATA"]!, ["Amina", "ليلى", "Bo", "Zoë"]));
});
const kept = async ({ id }: Card) =>
  (await atClasses(house.env["CND_DATA"]!, (ask) => ask.ofLearner(id))).answers;

async function enter(page: Page, { code, pin }: Card, lang = ""): Promise<void> {
  await page.goto(`${house.base}${lang}/class/c/${code.replaceAll(" ", "")}`);
  await page.fill("#pin", pin);
  await click(page.locator("form.tell button"));
  assert.equal(new URL(page.url()).pathname, `${lang}/class/now`);
}
const lesson = (page: Page) => page.goto(`${house.base}/class/lessons/${LESSON}`);
/** @param n of the course's own answers */
async function answer(page: Page, n: string): Promise<void> {
  const form = page.locator(`#${EXERCISE}`);
  const at = shuffled(EXERCISE, 3).indexOf(Number(n));
  await form.locator(`input[value="${at}"]`).check();
  await form.locator("button").click();
}
const waits = (page: Page, n: number) =>
  page.getByText(`that will be sent automatically: ${n}`).waitFor();
const noneWaits = (page: Page) => page.locator("#waits").waitFor({ state: "hidden" });

test("CL15 without a link answers are judged and held on the device; a reload and the next learner lose none, each goes once and for whom it was given", async () => {
  const page = await house.person({ script: true });
  const context = page.context();
  const [one, , other] = cards;
  await enter(page, one!);
  await lesson(page);
  await context.route("**/class/answers", (route) => route.abort());
  await answer(page, "1");
  await page.locator(`#${EXERCISE} .verdict`).getByText("Not yet.").waitFor();
  await waits(page, 1);
  await page.reload(); // the link is here again for pages, not yet for answers
  await waits(page, 1);
  await answer(page, "0");
  await page.locator(`#${EXERCISE} .on a`).waitFor();
  await waits(page, 2);
  assert.equal((await kept(one!)).length, 0);
  await click(page.locator("form.done button").first());
  await page.waitForURL(/\/class\?done$/);
  await waits(page, 2);
  await enter(page, other!);
  await lesson(page);
  await answer(page, "0");
  await waits(page, 3);
  await context.unroute("**/class/answers");
  await page.reload();
  await noneWaits(page);
  const scores = async (card: Card) => (await kept(card)).map(({ score }) => score);
  assert.deepEqual(
    (await scores(one!)).toSorted((a, b) => a! - b!),
    [0, 1000],
  );
  assert.deepEqual(await scores(other!), [1000]);
  const whole = await atClasses(house.env["CND_DATA"]!, (ask) => ask.whole(room.id));
  assert.deepEqual(
    whole?.devices.map(({ holds }) => holds),
    [0],
  );
  await context.close();
});

test("CL15 an answer that was kept and not acknowledged is sent again and is one; the page of a hotspot acknowledges nothing", async () => {
  const page = await house.person({ script: true });
  const [, , , one] = cards;
  await enter(page, one!);
  await lesson(page);
  let tries = 0;
  await page.route("**/class/answers", async (route) => {
    tries += 1;
    if (tries === 1) return route.fulfill({ status: 200, body: "<h1>Welcome</h1>" });
    const there = await route.fetch();
    return tries === 2 ? route.abort() : route.fulfill({ response: there });
  });
  await answer(page, "0");
  await waits(page, 1);
  await noneWaits(page);
  assert.ok(tries >= 3);
  assert.equal((await kept(one!)).length, 1);
  await page.context().close();
});

test("CL15 Done works without a link: nothing of the learner stays on the screen, and the sitting ends as soon as there is one", async () => {
  const page = await house.person({ script: true });
  const [one] = cards;
  await enter(page, one!);
  await lesson(page);
  await page.context().setOffline(true);
  await click(page.getByRole("link", { name: "Next lesson" }));
  await page.getByText("You are offline. Stay").waitFor();
  await page.locator("form.done button").first().click();
  await page.getByText("You are done. This device is offline").waitFor();
  assert.doesNotMatch(await page.innerText("main"), /Amina|decibel/);
  await page.context().setOffline(false);
  await page.waitForURL(/\/class\?done$/);
  await page.goto(`${house.base}/class/now`);
  assert.equal(new URL(page.url()).pathname, "/class");
  const left = await page.evaluate(async () => (await caches.keys()).length);
  assert.equal(left, 0, "no page of a learner is kept on the device");
  await page.context().close();
});

test("CL19 from the card to the last exercise by two keys alone, in order on a phone, at night, and in Arabic", async () => {
  const page = await house.person({ script: true, width: 360 });
  const [, one] = cards;
  const { code, pin } = one!;
  const reach = async (at: string) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((to) => document.activeElement!.matches(to), at)) return;
    }
    assert.fail(`${at} is not reached by keys`);
  };
  await page.goto(`${house.base}/ar/class`);
  await reach("#code");
  await page.keyboard.type(code.toLowerCase());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/class\/c\//);
  await reach("#pin");
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/ar\/class\/now$/);
  await reach(".large");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/lessons\//);
  await reach("#twenty-kilometres input[name=a]");
  await page.keyboard.type("١٣٨٫٤");
  await page.keyboard.press("Enter");
  await reach("#twenty-kilometres .on a");
  await noneWaits(page);
  const [row] = await kept(one!);
  assert.equal(row?.score, 1000);
  const paths = [
    "/class",
    "/ar/class/now",
    "/class/mine",
    "/ar/class/erase",
    `/class/lessons/${LESSON}`,
    `/ar/class/lessons/reading-a-profile`,
  ];
  assert.deepEqual(await tooWide(page, house.base, paths), []);
  for (const [i, path] of paths.entries()) {
    await page.emulateMedia({ colorScheme: i % 2 === 0 ? "light" : "dark" });
    await page.goto(house.base + path);
    assert.deepEqual(await violations(page), [], path);
  }
  await page.context().close();
});
