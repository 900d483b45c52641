/** The watch: who comes in by a PIN sees what waits, goes, and says what was there (features/listening/README.md). */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import { axeFinds } from "./axe.ts";
import { press } from "./clicks.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import {
  alarmRow,
  alarmsIn,
  atListening,
  comeIn,
  guard,
  putAlarms,
  sensorRow,
  trailOf,
} from "./watch-house.ts";

const ASHA = { name: "Asha", pin: "48213377" };
const BARAKA = { name: "Baraka", pin: "73914826" };
const house = deskHouse();
const data = () => house.env["CND_DATA"]!;
const ids = new Map<string, string>();

before(async () => {
  for (const one of [ASHA, BARAKA]) ids.set(one.name, await guard(data(), one));
  await guard(data(), { name: "Tera", pin: "59182736", role: "teacher" });
  await atListening(data(), async (ask) => {
    for (const id of ["s01", "s02", "s03"])
      await ask.addSensor(sensorRow(id, { spot: `Ford below the <${id}> & hill` }));
  });
});

const standing = async (id: string) => (await alarmsIn(data())).find((one) => one.id === id)!;

for (const [way, handsOf] of Object.entries(EACH_WAY))
  test(`LW2 LW3 LW4 somebody on watch comes in, goes, and says what was there: ${way}`, async () => {
    const id = `walk-${way.length}`;
    putAlarms(data(), [alarmRow(id, "s01", { provisional: 1 })]);
    const page = await house.person({ script: way.startsWith("by") });
    const hands = handsOf(page);
    await page.goto(`${house.base}/watch`);
    await hands.fill("Name", ASHA.name);
    await hands.fill("PIN", ASHA.pin);
    await hands.press("Sign in");
    const said = await page.innerText("main");
    for (const words of [
      /open alarms?/,
      /A chainsaw or another small engine/,
      /Ford below the <s01> & hill · S01/,
      /12 min\.? ago/,
      /Certainty: 93 out of 100/,
      /This alarm is provisional/,
    ])
      assert.match(said, words);
    await hands.press("I’m going");
    assert.match(await page.innerText("main"), /You have been on the way since/);
    assert.equal((await standing(id)).taken_by, ids.get("Asha"));
    await hands.press("Saw found");
    assert.match(await page.innerText("main"), /You said: Saw found.*\n*No alarms/s);
    assert.equal((await standing(id)).outcome, "saw");
    await hands.follow("Change your answer");
    await hands.press("Other motor");
    assert.equal((await standing(id)).outcome, "other-motor", "what was said is put right");
    await hands.press("Sign out");
    await page.goto(`${house.base}/watch`);
    assert.equal(await page.getByLabel("PIN").count(), 1);
  });

const asks = (page: Page, path: string, form: Record<string, string>) =>
  page.request.post(house.base + path, { form, maxRedirects: 0 });

test("LW4 LW5 a form sent twice is one; what somebody else answered meanwhile is shown and stands", async () => {
  putAlarms(data(), [alarmRow("two", "s01")]);
  const [asha, baraka] = [await house.person(), await house.person()];
  await comeIn(asha, house.base, ASHA, "/watch/two");
  await comeIn(baraka, house.base, BARAKA);
  assert.match(asha.url(), /\/watch\/two$/, "who was led to an alarm comes to it");
  for (let i = 0; i < 2; i++)
    assert.equal((await asks(asha, "/watch/two", { do: "go", seen: "" })).status(), 303);
  await press(baraka, "I’m going");
  assert.match(await baraka.innerText("[role=alert]"), /Asha is already on the way/);
  assert.equal((await standing("two")).taken_by, ids.get("Asha"));
  for (let i = 0; i < 2; i++)
    assert.equal((await asks(asha, "/watch/two", { do: "nothing", seen: "" })).status(), 303);
  await press(baraka, "Saw found");
  assert.match(await baraka.innerText("[role=alert]"), /Asha has just reported: Nothing found/);
  assert.equal((await standing("two")).outcome, "nothing");
  await press(baraka, "Saw found");
  assert.deepEqual(
    [(await standing("two")).outcome, (await standing("two")).outcome_by],
    ["saw", ids.get("Baraka")],
  );
  const odd = await asks(asha, "/watch/two", { do: "dance", seen: "" });
  assert.equal(odd.status(), 404);
  assert.equal((await asks(asha, "/watch/none", { do: "go", seen: "" })).status(), 404);
});

test("LW2 a wrong PIN, another role and another site open nothing", async () => {
  const page = await house.person();
  await comeIn(page, house.base, { ...ASHA, pin: "48213378" });
  assert.match(await page.innerText("[role=alert]"), /do not match/);
  assert.equal(await page.getByLabel("Name").inputValue(), "Asha");
  const none = await page.request.post(`${house.base}/watch/two`, { form: { do: "go", seen: "" } });
  assert.equal(none.status(), 401);
  await comeIn(page, house.base, { name: "Tera", pin: "59182736" });
  const cookies = await page.context().cookies(`${house.base}/watch`);
  assert.ok(
    cookies.length > 0 && cookies.every(({ path, httpOnly }) => path === "/watch" && httpOnly),
  );
  assert.deepEqual(
    await page.context().cookies(`${house.base}/desk`),
    [],
    "it goes to the watch alone",
  );
  assert.match(await page.innerText("main"), /is not allowed to answer alarms/);
  const foreign = await page.request.post(`${house.base}/watch`, {
    form: { ...ASHA, alarm: "" },
    headers: { "sec-fetch-site": "cross-site" },
  });
  assert.equal(foreign.status(), 403);
});

test("LW1 LW3 each page is whole in 2,000 bytes, with hundreds waiting, in Arabic too; axe finds nothing", async () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    alarmRow(`a-long-id-of-an-alarm-${i}`, "s02", { at: Date.now() - i, provisional: 1 }),
  );
  putAlarms(data(), [
    ...many,
    alarmRow("quiet", "s02", { kind: "silent", score: null }),
    alarmRow("power", "s03", { kind: "battery", score: null, taken: Date.now(), taken_by: "x" }),
  ]);
  const page = await house.person({ script: true });
  await comeIn(page, house.base, ASHA);
  const seen = new Set<string>();
  const paths = ["/watch", "/ar/watch"];
  for (const path of paths) {
    const response = await page.goto(house.base + path);
    const body = await response!.body();
    assert.ok(body.length <= 2000, `${path} weighs ${body.length}`);
    assert.match(response!.headers()["cache-control"]!, /no-store/);
    for (const [, id = ""] of body.toString().matchAll(/\/watch\/([\w-]+)"/g)) seen.add(id);
    const [next] = /(?<=href=")[^"]*\/watch\?n=\d+/.exec(body.toString()) ?? [];
    if (next !== undefined && paths.length < 80) paths.push(next);
  }
  for (const { id } of [...many, { id: "quiet" }, { id: "power" }])
    assert.ok(seen.has(id), `${id} is on no page`);
  await page.goto(`${house.base}/watch/quiet`);
  assert.equal(await page.getByRole("button", { name: "Saw found" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: "Dealt with" }).count(), 1);
  const found = await axeFinds(page, house.base, [
    "/watch",
    "/ar/watch",
    "/watch/quiet",
    "/watch?n=20",
  ]);
  assert.deepEqual(found, []);
});

test("LW23 LW24 LW25 the saw stands first, behind whatever older; a dead uplink is one entry with one press; who cannot go leaves it open; without mail that is said", async () => {
  for (const one of await alarmsIn(data()))
    if (one.outcome === null)
      await atListening(data(), (ask) =>
        ask.answer({ id: one.id, outcome: "our-own", by: "x", at: Date.now(), seen: null }),
      );
  const MINUTE = 60_000;
  const ago = (minutes: number) => Date.now() - minutes * MINUTE;
  await atListening(data(), async (ask) => {
    for (const id of ["u1", "u2", "u3", "u4"]) await ask.addSensor(sensorRow(id));
  });
  const silent = (id: string) =>
    alarmRow(`${id}-silent`, id, { kind: "silent", score: null, starts: ago(120), at: ago(30) });
  const odd = (id: string) =>
    ["clock", "deaf"].map((kind) =>
      alarmRow(`${id}-${kind}`, id, { kind: kind as "clock", score: null, at: ago(60) }),
    );
  putAlarms(data(), [
    ...["s01", "s02"].flatMap(odd),
    ...["u1", "u2", "u3"].map(silent),
    alarmRow("saw", "s03", { at: ago(1), starts: ago(1) }),
  ]);
  const page = await house.person();
  await comeIn(page, house.base, ASHA);
  const main = await page.innerText("main");
  assert.match(main, /^6 open alarms/);
  assert.match(main, /No emails are sent: no mail server is set up/);
  assert.equal(await page.innerText("h2"), "A chainsaw or another small engine");
  assert.match(main, /3 sensors fell silent together/);
  assert.match(main, /A sensor’s clock is wrong · 2 alarms/);
  await page.getByRole("link", { name: /clock is wrong/ }).click();
  assert.equal(await page.getByRole("link", { name: /clock is wrong/ }).count(), 1);
  assert.match(await page.innerText("h2"), /clock is wrong/);
  await page.goto(`${house.base}/watch`);
  await page.getByRole("link", { name: /silent together/ }).click();
  assert.match(await page.innerText("main"), /U1, U2, U3[\s\S]*connection may have failed/);
  putAlarms(data(), [silent("u4")]);
  await press(page, "Dealt with");
  assert.match(await page.innerText("[role=alert]"), /More sensors have fallen silent/);
  assert.equal((await standing("u1-silent")).outcome, null, "nothing is said of what nobody saw");
  await press(page, "I’m going");
  for (const id of ["u1", "u2", "u3", "u4"])
    assert.equal((await standing(`${id}-silent`)).taken_by, ids.get("Asha"), id);
  await press(page, "Could not go");
  assert.match(await page.innerText("[role=status]"), /You cannot go, so the alarm stays open/);
  for (const id of ["u1", "u2", "u3", "u4"]) {
    const { taken, outcome } = await standing(`${id}-silent`);
    assert.deepEqual([taken, outcome], [null, null]);
  }
  assert.match(await page.innerText("main"), /^.*[\s\S]*6 open alarms/);
  await press(page, "Could not go");
  assert.equal((await standing("saw")).outcome, null);
  assert.match(await page.innerText("h2"), /A chainsaw/);
  const said = trailOf(data()).filter(({ detail }) => detail === "could-not-go");
  assert.equal(said.length, 5);
});

test("LW6 the trail says by ids who answered, and holds no name and no place", () => {
  const rows = trailOf(data());
  const own = rows.filter(({ what }) => what === "/desk/listening/alarms/*");
  const asha = ids.get("Asha")!;
  assert.deepEqual(
    own.filter(({ about }) => about === "two").map(({ who, detail }) => [who, detail]),
    [
      [asha, "go"],
      [asha, "nothing"],
      [ids.get("Baraka"), "saw"],
    ],
    "an answer sent twice is one row",
  );
  assert.doesNotMatch(JSON.stringify(own), /Asha|Ford|S01/);
});
