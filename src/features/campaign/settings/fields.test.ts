import assert from "node:assert/strict";
import test from "node:test";
import * as v from "valibot";
import { CAMPAIGN } from "../campaign.fixture.ts";
import { CampaignBody } from "../records.ts";
import { readSettings, typedOf } from "./fields.ts";
import { wordsIn } from "./words.ts";

const goal = {
  statement: "A thousand wells",
  metric: "wells dug",
  unit: "wells",
  target: 1000,
  from: "2026-11-25",
  by: "2031",
};
const campaign = v.parse(CampaignBody, { ...CAMPAIGN, goal });

/** What is saved where this is typed as how many. */
function targetOf(goalTarget: string, lang: string, before = campaign): unknown {
  const read = readSettings({ ...typedOf(before), goalTarget }, before, wordsIn(lang));
  return "campaign" in read ? read.campaign.goal?.target : Object.keys(read.problems);
}

test("C15 a number is read as the desk's language writes it, and no thousand becomes a one", () => {
  for (const [typed, lang, number] of [
    ["1,500", "en", 1500],
    ["1.5", "en", 1.5],
    ["1.500", "es", 1500],
    ["1.000.000", "pt", 1_000_000],
    ["1,5", "fr", 1.5],
    ["1 500", "fr", 1500],
    ["١٬٥٠٠", "ar", 1500],
  ] as const)
    assert.equal(targetOf(typed, lang), number, `${typed} ${lang}`);
  assert.deepEqual(targetOf("a lot", "en"), ["goalTarget"]);
  assert.deepEqual(targetOf("-5", "en"), ["goalTarget"]);
});

test("C15 what nobody touched is as it was, whatever the language of the desk", () => {
  const before = { ...campaign, goal: { ...goal, target: 1.125 } };
  for (const lang of ["en", "es", "fr", "ar", "hi"]) {
    const read = readSettings(typedOf(before), before, wordsIn(lang));
    assert.deepEqual("campaign" in read && read.campaign, before, lang);
  }
});
