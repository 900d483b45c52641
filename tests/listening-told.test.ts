/** How right listeners were, on public pages and as evidence under a pledge (features/listening/README.md). */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import { LISTENING_REPORTED, type Reported } from "../src/features/listening/records.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { violations } from "./axe.ts";
import { deskHouse } from "./desk-house.ts";
import { placeIn } from "./listening-rows.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { tooWide } from "./too-wide.ts";

const PROGRAMME = "/programmes/rainforest-listening";
const DESK = "/desk/listening/evidence";
const CLAIM = "listening-palawan-2026-09";

const report = (month: string, more: JsonObject = {}): JsonObject => ({
  place: "",
  month,
  sensors: 4,
  sensorDays: 88,
  detectors: [{ detector: "motor-1", alarms: 12, right: 7, wrong: 3, unknown: 2 }],
  muted: 1,
  minutes: 16.5,
  silences: 2,
  ...more,
});

let subjects: readonly string[] = [];
const house = deskHouse({}, async ({ base, env }) => {
  const data = env["CND_DATA"]!;
  const before = await main(base, PROGRAMME);
  assert.match(before, /No place is reporting yet/, "LT5");
  assert.doesNotMatch(await main(base, "/places/palawan"), /Listening here/, "LT7");
  const place = placeIn(data, "palawan");
  const two = [
    { detector: "BirdNET 2.4", alarms: 1, right: 0, wrong: 0, unknown: 1 },
    { detector: "motor-1", alarms: 0, right: 0, wrong: 0, unknown: 0 },
  ];
  const said = [
    report("2026-08", { place }),
    report("2026-09", { place, detectors: two, sensorDays: 1 }),
  ].map((body) => sign(ownerOf(data), { kind: LISTENING_REPORTED, body }));
  subjects = said.map(({ id }) => id);
  await say(base, ...said);
});

/** The words of its main part. */
async function main(base: string, path: string): Promise<string> {
  const html = await (await fetch(base + path)).text();
  return /<main[^]*<\/main>/
    .exec(html)![0]
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("LT5 the page says in words how right it was, with its bounds and what nobody looked into, and by month; what the detector is, and that no forest tried it", async () => {
  const told = await main(house.base, PROGRAMME);
  const text = `${told} ${await main(house.base, "/listening/try")}`;
  for (const words of [
    "Palawan",
    "Listeners were at work from August 2026 to September 2026, for 89 days of listening in total.",
    "The listeners raised 13 alarms.",
    "People went and reported on 10 alarms: 7 right, 3 wrong.",
    "Of the checked alarms, 70% were right.",
    "from 40% to 89%", // Wilson's interval of 7 of 10
    "Of 13 alarms in total, 3 have no report of what was found.",
    "2 more alarms came during planned felling",
    "On 4 occasions, a listener fell silent or stopped hearing anything, or its clock was wrong.",
    "Our detector: 7 right, 3 wrong, 2 unknown.",
    "nobody went",
    "has not been tried in a forest",
    "CC0 1.0",
  ])
    assert.ok(text.includes(words), words);
  const model = readFileSync("docs/listening-model.md", "utf8");
  for (const [said, measured] of [
    ["4 of 286 other sounds", /nine of ten motors are found, 4 of the 286 others/],
    ["hears 72%", /at 0 dB 0\.718 /],
    ["33 minutes", /all recorded noise: 32\.6 minutes[^|]*\| 1, /],
    [
      "it raised none",
      /48 hours that are \*\*synthetic\*\*[^|]*\| \*\*no alarm without a motor\*\*/,
    ],
  ] as const) {
    assert.ok(text.includes(said), said);
    assert.match(model, measured, "the page says what was measured");
  }
  const old = await fetch(`${house.base}/listening`, { redirect: "manual" });
  assert.equal(old.status, 301);
  assert.equal(old.headers.get("location"), `${PROGRAMME}#listening-here`);
  const html = await (await fetch(house.base + PROGRAMME)).text();
  assert.doesNotMatch(html, /<script(?! type="application\/ld\+json")/);
  assert.ok(html.includes(`/log/subjects/${subjects[0]}`), "the signed record");
  assert.match(html, /href="\/listening\/try"/);
});

test("LT6 the table has a line for each place, month and detector; what is of the month stands once", async () => {
  const lines = (await (await fetch(`${house.base}/data/listening.csv`)).text()).split("\r\n");
  assert.deepEqual(lines.slice(1), [
    `palawan,2026-09,4,1,16.5,1,2,BirdNET 2.4,1,0,0,1,${subjects[1]}`,
    `palawan,2026-09,,,,,,motor-1,0,0,0,0,${subjects[1]}`,
    `palawan,2026-08,4,88,16.5,1,2,motor-1,12,7,3,2,${subjects[0]}`,
    "",
  ]);
});

test("LT7 the place’s page says it, and the programme’s, whose text leads to listening, shows the detector; another says nothing", async () => {
  const place = await main(house.base, "/places/palawan");
  assert.match(place, /Listening here .*Of the checked alarms, 70% were right/);
  const months = await (await fetch(`${house.base}/places/palawan`)).text();
  for (const subject of subjects)
    assert.ok(months.includes(`/log/subjects/${subject}`), "by month");
  const programme = await main(house.base, PROGRAMME);
  assert.match(programme, /Of the checked alarms, 70% were right.*has not been tried in a forest/);
  assert.match(programme, /UncleSigmund/);
  assert.doesNotMatch(await main(house.base, "/programmes/rural-networks"), /tried in a forest/);
  assert.doesNotMatch(await main(house.base, "/places/mankosi"), /Listening here/);
});

test("LT9 the desk sees what would be said, says it once, and others can check the file", async () => {
  const page = await house.signedIn("editor", "Edda Test", { script: true, width: 360 });
  await page.goto(house.base + DESK);
  await page.getByLabel("Place, and the last month to include").selectOption("palawan 2026-09");
  const [pledge = ""] = await page
    .locator("#pledge option:not([value=''])")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await page.getByLabel("Pledge").selectOption(pledge);
  await page.getByRole("button", { name: "Preview what would be published" }).click();
  await page.getByText("7 Alarms of motors at Palawan from 2026-08 to 2026-09").waitFor();
  assert.deepEqual(await violations(page), []);
  const page1 = await (await fetch(`${house.base}/pledges/${pledge}`)).text();
  assert.ok(!page1.includes(CLAIM), "looking says nothing");
  await page.getByRole("button", { name: "Publish this claim" }).click();
  await page.waitForURL(new RegExp(`/pledges/${pledge}#${CLAIM}`));
  const file = await (await fetch(`${house.base}/listening/evidence/${CLAIM}.json`)).text();
  const { reports } = JSON.parse(file) as {
    reports: readonly { report: Reported; record: string; proof: string }[];
  };
  assert.deepEqual(
    reports.map(({ report: { month }, record }) => [month, record]),
    [
      ["2026-09", subjects[1]],
      ["2026-08", subjects[0]],
    ],
  );
  for (const { proof, record } of reports) {
    const proved = (await (await fetch(house.base + proof)).json()) as Record<string, unknown>;
    assert.equal(proved["v"], 1, record);
  }
  const api = await (await fetch(`${house.base}/api/pledges/${pledge}`)).text();
  assert.ok(api.includes(createHash("sha256").update(file).digest("hex")), "the hash was signed");
  await page.goto(`${house.base}${DESK}?of=palawan+2026-09&pledge=${pledge}`);
  await page.getByText(`This has already been published, as ${CLAIM}.`).waitFor();
  const again = await page.request.post(house.base + DESK, {
    form: { of: "palawan 2026-09", pledge },
    headers: { Origin: house.base },
    maxRedirects: 0,
  });
  assert.equal(again.headers()["location"], `/pledges/${pledge}#${CLAIM}`);
  const csv = await (await fetch(`${house.base}/data/claims.csv`)).text();
  assert.equal(csv.split("\r\n").filter((row) => row.includes(CLAIM)).length, 1, "said once");
  for (const odd of ["", "palawan 1999-01", "atlantis 2026-09"]) {
    const nothing = await page.request.post(house.base + DESK, {
      form: { of: odd, pledge },
      headers: { Origin: house.base },
      maxRedirects: 0,
    });
    assert.equal(nothing.headers()["location"], DESK, odd);
  }
  assert.equal(
    (await fetch(`${house.base}/listening/evidence/listening-x-2026-09.json`)).status,
    404,
  );
  assert.deepEqual(await tooWide(page, house.base, [DESK, PROGRAMME]), []);
});
