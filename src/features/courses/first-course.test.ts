/** The numbers that the first campaign's own course says and asks are those of the engines, over the ground that its plan rests on. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { shareOfIncome, YARDSTICK } from "../../engines/costs/affordability.ts";
import { solarFor, SUN_DEFAULTS } from "../../engines/costs/solar.ts";
import { bulge, clearance, fresnelRadius } from "../../engines/propagation/clearance.ts";
import { freeSpaceLoss } from "../../engines/propagation/free-space.ts";
import { distanceKm } from "../../engines/terrain/great-circle.ts";
import { parseHgt } from "../../engines/terrain/hgt.ts";
import { profileBetween } from "../../engines/terrain/profile.ts";
import { exercisesOf, parseLesson } from "./exercises/parse.ts";

const DIR = "campaign/courses/a-link-over-the-hill";
const LESSONS = [
  "01-what-a-link-needs",
  "02-reading-a-profile",
  "03-room-around-the-line",
  "04-power-for-a-night",
  "05-what-it-costs-a-person",
  "06-who-keeps-the-key",
];
const texts = LESSONS.map((name) => readFileSync(`${DIR}/${name}.md`, "utf8"));
const said = (lesson: number, words: string) =>
  assert.ok(texts[lesson - 1]!.includes(words), `lesson ${lesson} says ${words}`);
const exercises = new Map(texts.flatMap(exercisesOf).map((one) => [one.id, one]));

/** What an exercise takes for right, as far as its tolerance. */
function asks(id: string, value: number): void {
  const one = exercises.get(id);
  assert.ok(one?.sort === "number", id);
  assert.ok(Math.abs(one.answer - value) <= one.tolerance + 0.05, `${id}: ${one.answer}, ${value}`);
}

const plan = parse(readFileSync("campaign/plans/pyrenees.yaml", "utf8")) as {
  readonly places: readonly { id: string; lat: number; lon: number }[];
  readonly sites: readonly {
    id: string;
    lat: number;
    lon: number;
    ground: number;
    mast: number;
    power: { from: string; watts: number };
  }[];
  readonly steps: readonly { site: string; people: number; cost: number; places: string[] }[];
};
const MHZ = 5600;
const grid = parseHgt(gunzipSync(readFileSync("campaign/terrain/N42E001.hgt.gz")), "N42E001.hgt");
const town = plan.sites.find(({ id }) => id === "gateway-puigcerda")!;
const high = plan.sites.find(({ id }) => id === "osseja")!;
const low = plan.sites.find(({ id }) => id === "bellver-de-cerdanya")!;
const village = plan.places.find(({ id }) => id === "bellver-de-cerdanya")!;

function hop(from: typeof village, to: typeof village, fromMast: number, toMast: number) {
  const { heights, spacing } = profileBetween(grid, from, to);
  const km = distanceKm(from, to);
  const clear = clearance({ heights, spacing, fromMast, toMast, frequency: MHZ });
  const masts = [fromMast, toMast] as const;
  return { km, heights, spacing, masts, clear, half: fresnelRadius(km * 500, km * 500, MHZ) };
}
const straight = hop(town, village, 20, 6);
const up = hop(town, high, town.mast, high.mast);
const down = hop(high, low, high.mast, low.mast);

function tightestOf({ km, heights, spacing, masts }: ReturnType<typeof hop>) {
  const last = heights.length - 1;
  let best = { at: "", metres: "", radius: "", room: Number.POSITIVE_INFINITY };
  for (let i = 1; i < last; i++) {
    const [from, to] = [i * spacing, km * 1000 - i * spacing];
    const begins = heights[0]! + masts[0];
    const line = begins + ((heights[last]! + masts[1] - begins) * i) / last;
    const metres = line - heights[i]! - bulge(from, to);
    const radius = fresnelRadius(from, to, MHZ);
    const room = metres / radius;
    const [at, above, wide] = [(from / 1000).toFixed(2), metres.toFixed(1), radius.toFixed(1)];
    if (room < best.room) best = { at, metres: above, radius: wide, room };
  }
  return { ...best, room: best.room.toFixed(1) };
}

test("CU20 the first lesson’s decibels are those of free space", () => {
  assert.equal(down.km.toFixed(2), "17.75");
  assert.equal(freeSpaceLoss(down.km, MHZ).toFixed(1), "132.4");
  said(1, "Over 17.75 kilometres, at 5,600 megahertz, the loss in free space is 132.4 dB");
  asks("twenty-kilometres", freeSpaceLoss(2 * down.km, MHZ));
});

test("CU20 the profile is that of the ground, and the ridge stands where it says", () => {
  const { km, heights, spacing, clear } = straight;
  assert.equal(km.toFixed(1), "13.9");
  const ground = (at: number) => Math.round(heights.at(at)!);
  assert.deepEqual([ground(0), ground(clear.at), ground(-1)], [1211, 1177, 1048]);
  said(2, "From Puigcerdà (1,211 metres above sea level) to Bellver (1,048 metres)");
  const at = (clear.at * spacing) / 1000;
  assert.equal(at.toFixed(1), "11.4");
  const [begins, ends] = [heights[0]! + 20, heights.at(-1)! + 6];
  const line = begins + ((ends - begins) * clear.at) / (heights.length - 1);
  assert.deepEqual([begins, ends, line].map(Math.round), [1231, 1054, 1086]);
  asks("line-begins", Math.round(begins));
  asks("ridge-over-line", Math.round(heights[clear.at]!) - Math.round(line));
  assert.equal(Math.round(clear.metres), -94);
  said(2, "With the Earth’s bulge, the difference is 94 metres");
  assert.equal(bulge(km * 500, km * 500).toFixed(1), "2.8");
  said(2, "by 2.8 metres in the middle");
  assert.equal(Math.round(hop(town, village, 20, 30).clear.metres), -74);
  assert.equal((bulge(2, 2) / bulge(1, 1)).toFixed(6), "4.000000");
});

test("CU20 the room around the line is Fresnel’s, and both hops are clear", () => {
  const byFormula = (km: number) => 17.3 * Math.sqrt(km / (4 * 5.6));
  for (const { km, half } of [up, down]) assert.ok(Math.abs(byFormula(km) - half) < 0.05);
  assert.deepEqual(
    [up.km.toFixed(2), up.half.toFixed(1), down.half.toFixed(1)],
    ["5.05", "8.2", "15.4"],
  );
  asks("six-tenths", 0.6 * up.half);
  asks("radius-half-way", down.half);
  assert.ok(up.clear.worst > 1 && down.clear.worst > 1);
  assert.deepEqual(tightestOf(down), { at: "14.78", metres: "16.8", radius: "11.5", room: "1.5" });
  said(
    3,
    "the tightest place is 14.78 kilometres after Osséja. The line there is 16.8 metres above",
  );
  said(3, "the zone has a radius of 11.5 metres. The room is about one and a half times");
  said(3, "the ground is 1,297 metres high");
  assert.equal(high.ground, 1297);
});

test("CU20 panel and battery are those of the plan’s sun", () => {
  assert.deepEqual([high.power.from, high.power.watts], ["sun", 130]);
  said(4, "its equipment needs 130 watts");
  const sun = { ...SUN_DEFAULTS, hours: 2.5, autonomy: 4 };
  const twenty = solarFor(20, sun);
  assert.deepEqual([Math.round(twenty.panels), Math.round(twenty.battery * 1000)], [274, 2526]);
  said(4, "= 274 watts");
  said(4, "= 2,526 watt-hours");
  asks("panel-for-30", solarFor(30, sun).panels);
  asks("battery-for-30", solarFor(30, sun).battery);
  asks("day-of-20-watts", 20 * 24);
});

test("CU20 what it costs a person is what the plan reckons, by the yardstick", () => {
  const steps = plan.steps.filter(({ site }) => [high.id, low.id].includes(site));
  const cost = steps.reduce((sum, step) => sum + step.cost, 0);
  const people = steps.reduce((sum, step) => sum + step.people, 0);
  const reached = steps.flatMap(({ places }) => places);
  assert.deepEqual([steps.length, Math.round(cost), people, reached.length], [2, 157_035, 3994, 3]);
  assert.equal((cost / people).toFixed(2), "39.32");
  said(5, "They reach three villages with 3,994 people");
  said(5, "157,035 euros ÷ 3,994 people = 39.32 euros a person");
  asks("cost-a-person", 45_000 / 1800);
  asks("two-per-cent", 3);
  assert.equal(shareOfIncome(3, 150 * 12), YARDSTICK.percent);
});

const TRANSLATED = ["ar", "es", "fr", "hi", "pt", "sw", "zh"];
/** With a decimal comma; the others write a point. */
const COMMA = new Set(["es", "fr", "pt"]);

/** The numbers of a text as it is written in a language, from the smallest on, each once. */
function numbersIn(text: string, lang: string): number[] {
  const [point, group] = COMMA.has(lang) ? ([",", "."] as const) : ([".", ","] as const);
  const plain = text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replaceAll("٫", point)
    .replaceAll("٬", group)
    .replaceAll(/(?<=\d)[ \u00A0\u202F](?=\d{3}(?!\d))/g, "");
  const found = [...plain.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => {
    const whole = number.replaceAll(new RegExp(`[${group}](?=\\d{3}(?!\\d))`, "g"), "");
    return Number(whole.replace(",", "."));
  });
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** Each paragraph, and each text of an exercise, by where it stands. */
function placesOf(markdown: string): Map<string, string> {
  const places = new Map<string, string>();
  let paragraph = 0;
  const walk = (value: unknown, at: string): void => {
    if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`);
    else places.set(at, String(value));
  };
  for (const part of parseLesson(markdown.replace(/^---\n[^]*?\n---\n/, "")).parts)
    if (part.is === "exercise") walk(part.exercise, part.exercise.id);
    else for (const text of part.markdown.split(/\n{2,}/)) places.set(`${(paragraph += 1)}`, text);
  return places;
}

for (const lang of TRANSLATED)
  test(`CU20 the numbers of each paragraph and each exercise are the same in ${lang}`, () => {
    let seen = 0;
    for (const path of [DIR, ...LESSONS.map((name) => `${DIR}/${name}`)]) {
      const original = placesOf(readFileSync(`${path}.md`, "utf8"));
      const translated = placesOf(readFileSync(`${path}.${lang}.md`, "utf8"));
      assert.deepEqual([...translated.keys()], [...original.keys()], path);
      for (const [at, text] of original) {
        const numbers = numbersIn(text, "en");
        const its = translated.get(at)!;
        assert.deepEqual(numbersIn(its, lang), numbers, `${path}, ${at}: ${its}`);
        seen += numbers.length;
      }
    }
    assert.ok(seen > 100, `${seen} numbers`);
  });
