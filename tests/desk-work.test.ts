/** Where the first page of the desk leads those who have one part of it alone (features/desk/README.md, D66). */
import assert from "node:assert/strict";
import test from "node:test";
import { openClass } from "./class-house.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();
const A_YEAR = 365 * 86_400_000; // ms

test("D66 a teacher is led to making a class, and then to each class that runs or is to come, by name", async () => {
  const page = await house.signedIn("teacher", "Rosa");
  const ways = page.locator('section[aria-labelledby="work"] a');
  await page.goto(`${house.base}/desk`);
  assert.deepEqual(await ways.allInnerTexts(), ["Make a class"]);
  assert.equal((await page.goto(`${house.base}${await ways.getAttribute("href")}`))?.status(), 200);

  const data = house.env["CND_DATA"]!;
  const { room } = await openClass(data, ["Amina"]);
  const inAYear = new Date(Date.now() + A_YEAR).toISOString().slice(0, 10);
  await openClass(data, ["Li"], { name: "Next year", starts: inAYear, ends: inAYear });
  await openClass(data, ["Joseph"], { name: "Long ended", closed: Date.now() });
  await page.goto(`${house.base}/desk`);
  assert.deepEqual(await ways.allInnerTexts(), [room.name, "Next year"]);
  await page.goto(`${house.base}${await ways.first().getAttribute("href")}`);
  assert.match(await page.locator("h1").innerText(), new RegExp(room.name));
});

test("D66 a ranger is led to the alarms, and to the watch in the language of their desk", async () => {
  const page = await house.signedIn("ranger", "Salma");
  await page.goto(`${house.base}/desk`);
  const ways = page.locator('section[aria-labelledby="work"] a');
  const paths = () => ways.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.deepEqual(await paths(), ["/desk/listening/alarms", "/watch"]);
  for (const path of await paths())
    assert.equal((await page.goto(house.base + path))?.status(), 200, path!);
  await page.context().request.post(`${house.base}/desk/me/language`, {
    form: { lang: "fr" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  await page.goto(`${house.base}/desk`);
  assert.deepEqual(await paths(), ["/desk/listening/alarms", "/fr/watch"]);
});

test("D66 nobody is led where they may not go", async () => {
  const page = await house.signedIn("moderator", "Li");
  await page.goto(`${house.base}/desk`);
  assert.equal(await page.locator("#work").count(), 0);
  assert.match(await page.locator("main").innerText(), /Nothing is waiting/);
});
