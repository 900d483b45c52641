/** Listening at the desk: sensors, their keys, alarms, who is on watch, quiet hours, pasted lines (features/listening/README.md). */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { keyHash } from "../src/features/listening/sensors/key.ts";
import { axeFinds } from "./axe.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { PlainHands } from "./hands.ts";
import {
  alarmRow,
  alarmsIn,
  atListening,
  guard,
  putAlarms,
  sensorRow,
  trailOf,
} from "./watch-house.ts";
import { placeIn } from "./listening-rows.ts";

const house = deskHouse();
const data = () => house.env["CND_DATA"]!;
const HOUR = 3_600_000;
let keeper: Page;
let asha = "";
const at = (path: string) => `${house.base}/desk/listening${path}`;
const sensors = () => atListening(data(), (ask) => ask.sensors());
const post = (page: Page, path: string, form: Record<string, string>) =>
  page.request.post(at(path), { form, maxRedirects: 0 });

before(async () => {
  keeper = await house.signedIn("listener-keeper", "Kofi");
  asha = await guard(data(), { name: "Asha", pin: "48213377", email: "asha@example.org" });
});

for (const [way, handsOf] of Object.entries(EACH_WAY))
  test(`LW12 LW14 LW15 a sensor is added, its key shown once, and taken down: ${way}`, async () => {
    const script = way.startsWith("by");
    const page = await house.signedIn("listener-keeper", `Keeper ${way}`, { script });
    const hands = handsOf(page);
    const name = script ? "S01" : "S02";
    await page.goto(at(""));
    if (script) assert.match(await page.innerText("main"), /no sensors yet. To add the first one/);
    await hands.follow("Add a sensor");
    await hands.fill("Name", "seven");
    await hands.fill("Spot", "Tall fig tree");
    await hands.fill("Latitude", "-1.28333");
    await hands.press("Add the sensor and show its key");
    assert.match(await page.innerText("[role=alert]"), /not been added yet/);
    assert.equal(await page.getByLabel("Spot").inputValue(), "Tall fig tree", "it comes back");
    await hands.fill("Name", name);
    await hands.fill("Longitude", "36.81667");
    await hands.press("Add the sensor and show its key");
    const key = await page.locator("section strong").innerText();
    const own = async () => (await sensors()).find((one) => one.name === name)!;
    assert.equal((await own()).key_hash, keyHash(key));
    assert.equal(await page.locator("svg.code").count(), 1);
    await hands.follow("Done");
    assert.doesNotMatch(await page.content(), new RegExp(key));
    await hands.tick("Yes, the old key will stop working.");
    await hands.press("Make a new key");
    const next = await page.locator("section strong").innerText();
    assert.notEqual(next, key);
    assert.equal((await own()).key_hash, keyHash(next), "the new one ends the old one");
    await hands.follow("Done");
    await hands.fill("Spot", "Fig tree above the ford");
    await hands.press("Save");
    assert.equal((await own()).spot, "Fig tree above the ford");
    await hands.press("Learn the surroundings again");
    assert.ok((await own()).learns > Date.now() + 6 * 24 * HOUR);
    await hands.tick(`Yes, ${name} has been taken down.`);
    await hands.press("Take the sensor down");
    assert.notEqual((await own()).closed, null);
    assert.match(await page.innerText("main"), /Taken down/);
  });

test("LW14 LW15 a form sent twice is one sensor, and shows no second key", async () => {
  const form = {
    id: "AAAAAAAAAAAAAAAAAAAAAA",
    name: "S07",
    place: "",
    spot: "Ford",
    every: "60",
    lat: "",
    lon: "",
    empty: "",
  };
  const first = await post(keeper, "/sensors/new", form);
  assert.equal(first.status(), 200);
  const again = await post(keeper, "/sensors/new", form);
  assert.equal(again.status(), 422);
  assert.match(await again.text(), /already added the sensor S07/);
  const other = await post(keeper, "/sensors/new", { ...form, id: "BAAAAAAAAAAAAAAAAAAAAA" });
  assert.match(await other.text(), /uses this name/);
  const [own, ...more] = (await sensors()).filter(({ name }) => name === "S07");
  assert.equal(more.length, 0);
  const key = own!.key_hash.slice(0, 16);
  const path = `/sensors/${own!.id}`;
  assert.equal((await post(keeper, `${path}/key`, { sureKey: "yes", key })).status(), 200);
  const stale = await post(keeper, `${path}/key`, { sureKey: "yes", key });
  assert.match(await stale.text(), /A new key has been made since/);
  const { id: _, ...typed } = form;
  const over = await post(keeper, path, { ...typed, spot: "Hill", seen: "older" });
  assert.match(await over.text(), /changed this sensor while you were editing/);
  assert.equal((await sensors()).find(({ name }) => name === "S07")!.spot, "Ford");
});

test("LE15 a sensor that was moved to another place listens to that one anew; one that was named anew does not", async () => {
  const long = Date.now() - 30 * 24 * HOUR;
  const moved = sensorRow("moved", {
    learns: long,
    learned: long,
    place: placeIn(data(), "nahuelbuta"),
  });
  await atListening(data(), (ask) => ask.addSensor(moved));
  const path = `/sensors/${moved.id}`;
  const own = async () => (await sensors()).find(({ id }) => id === moved.id)!;
  await keeper.goto(at(path));
  const hands = new PlainHands(keeper);
  await hands.fill("Spot", "The same tree");
  await hands.press("Save");
  assert.equal((await own()).learns, long);
  await keeper.selectOption("select[name=place]", { label: "Palawan" });
  await hands.press("Save");
  assert.ok((await own()).learns > Date.now() + 6 * 24 * HOUR);
  assert.match(await keeper.innerText("main"), /learning its surroundings again/);
});

test("LW16 LW4 an alarm says what happened, and is answered at the desk as at the watch", async () => {
  const now = Date.now();
  await atListening(data(), (ask) => ask.addSensor(sensorRow("s08", { at: now, seen: now })));
  putAlarms(data(), [
    alarmRow("first", "s08", { starts: now - 2 * HOUR, at: now - 2 * HOUR, told: 1 }),
    alarmRow("quiet", "s08", { kind: "silent", score: null, at: now - HOUR, mute: null }),
    alarmRow("muted", "s08", { mute: "m" }),
  ]);
  {
    using db = new DatabaseSync(join(data(), "log.sqlite"), { timeout: 5000 });
    const bands = Buffer.alloc(24 * 8, 99).toString("base64");
    db.prepare("insert into listening_drawing values (?, ?, ?)").run("first", bands, now);
    db.prepare(
      "insert into listening_told (alarm, account, trouble, at, sent) values (?, ?, '', ?, ?)",
    ).run("first", asha, now - HOUR, now - HOUR);
  }
  const ranger = await house.signedIn("ranger", "Rosa");
  await ranger.goto(`${house.base}/desk`);
  assert.match(await ranger.innerText("main"), /alarms waiting for an answer\s+2/);
  const hands = new PlainHands(ranger);
  await ranger.goto(at(""));
  assert.match(ranger.url(), /listening\/alarms$/, "a ranger sees alarms");
  assert.equal(
    await ranger.locator("main ul.lines li").count(),
    2,
    "what is muted waits for nobody",
  );
  await ranger.goto(at("/alarms/first"));
  assert.match(await ranger.innerText("main"), /Asha was told[\s\S]*email to Asha was sent/);
  assert.equal(await ranger.locator("figure.heard svg[role=img] path").count(), 9);
  await hands.press("I’m going");
  await hands.press("Saw found");
  assert.match(await ranger.innerText("main"), /Rosa is going[\s\S]*Rosa reported: Saw found/);
  assert.equal((await alarmsIn(data())).find(({ id }) => id === "first")!.outcome, "saw");
  const stale = await post(keeper, "/alarms/first", { do: "nothing", seen: "" });
  assert.equal(stale.status(), 409);
  assert.match(await stale.text(), /Rosa has just reported: Saw found/);
  await ranger.goto(at("/alarms?which=muted"));
  assert.equal(await ranger.locator("main ul.lines li").count(), 1);
  await ranger.goto(at("/right"));
  assert.match(await ranger.innerText("table"), /S08[\s\S]*100 % \(21 to 100 %\)/);
  for (const path of ["/sensors/new", "/sensors/s08", "/line", "/mutes", "/lines"])
    assert.equal((await ranger.goto(at(path)))!.status(), 403, `LW22 ${path}`);
});

test("LW17 LW22 who is on watch and what is set are kept; who saves over another is told", async () => {
  const hands = new PlainHands(keeper);
  await keeper.goto(at("/line"));
  assert.match(await keeper.innerText("main"), /No mail server is set up/);
  const own = keeper
    .locator("fieldset", { has: keeper.locator("legend", { hasText: "Asha" }) })
    .first();
  await own.getByLabel(/^\s*Order/).fill("1");
  await own.getByLabel(/From/).fill("6:00");
  await own.getByLabel(/To/).fill("18:00");
  await own.getByLabel("Sun").uncheck();
  await hands.press("Save the watch");
  const line = () => atListening(data(), (ask) => ask.watchers());
  assert.deepEqual(
    (await line()).map((one) => ({ ...one })),
    [{ account: asha, position: 0, days: "1111110", opens: "06:00", closes: "18:00" }],
  );
  const stale = await post(keeper, "/line", { seen: "older", [`order.${asha}`]: "" });
  assert.match(await stale.text(), /changed the watch while you were editing/);
  await keeper.goto(at("/line"));
  await hands.fill("Minutes before", "0");
  await hands.press("Save settings");
  assert.match(await keeper.innerText("[role=alert]"), /minutes from 1/);
  await hands.fill("Minutes before", "15");
  await hands.press("Save settings");
  const set = await atListening(data(), (ask) => ask.settings());
  assert.equal(set.find(({ name }) => name === "minutes")!.value, 15);
});

test("LW18 LW19 quiet hours are added once and ended; pasted lines are kept or told why not", async () => {
  const hands = new PlainHands(keeper);
  await keeper.goto(at("/mutes"));
  await hands.choose("For", "Sensor S08");
  await hands.fill("From", "07:00");
  await hands.fill("To", "seven");
  await hands.press("Add");
  assert.match(await keeper.innerText("[role=alert]"), /a time such as 07:00/);
  await hands.fill("To", "15:00");
  const form = await keeper
    .locator("form:has([name=why])")
    .evaluate((one: HTMLFormElement) =>
      Object.fromEntries(new FormData(one) as unknown as Iterable<[string, string]>),
    );
  await hands.press("Add");
  assert.equal((await post(keeper, "/mutes", form)).status(), 303, "sent twice it is one");
  const mutes = () => atListening(data(), (ask) => ask.mutes());
  assert.deepEqual(
    (await mutes()).map(({ sensor, opens, closes }) => [sensor, opens, closes]),
    [["s08", "07:00", "15:00"]],
  );
  await hands.press("End now");
  assert.equal((await mutes()).length, 0);
  await keeper.goto(at("/lines"));
  await hands.fill(
    "Lines",
    `S08 ALIVE ${new Date().toISOString().slice(11, 16)} B3.9 L-42\nS99 ALIVE 10:00 B3.9 L-42\nS08 MOT`,
  );
  await hands.press("Add these lines");
  const said = await keeper.innerText("main");
  assert.match(said, /1 line was added\.[\s\S]*2 lines were not added/);
  assert.equal(await keeper.getByLabel("Lines").inputValue(), "S99 ALIVE 10:00 B3.9 L-42\nS08 MOT");
  assert.equal((await sensors()).find(({ id }) => id === "s08")!.battery, 3900);
});

test("LW22 nothing of a sensor stands in the trail but ids; axe finds nothing on any page", async () => {
  const rows = JSON.stringify(
    trailOf(data()).filter(({ what }) => what.startsWith("/desk/listening")),
  );
  assert.ok(rows.length > 500, "there are rows to look at");
  assert.doesNotMatch(rows, /S07|S08|Ford|fig tree|36\.8|Asha/i);
  const paths = ["", "/sensors/s08", "/alarms/first", "/right", "/line", "/mutes"];
  const found = await axeFinds(
    keeper,
    house.base,
    paths.map((path) => `/desk/listening${path}`),
  );
  assert.deepEqual(found, []);
});
