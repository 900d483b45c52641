import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { CAMPAIGN } from "./campaign.fixture.ts";
import { foldCampaign, foldPage, foldPageTranslations } from "./projection.ts";
import { campaignFolder } from "./folder.ts";

const said = (kind: string, body: JsonObject = {}): LogRecord => ({
  id: "i",
  kind: `${kind}/1`,
  subject: "s",
  at: "",
  author: "a",
  body,
});

test("C1 the last text is the campaign and the page; a withdrawal ends it, an edit brings it back", () => {
  const campaign = [
    said("campaign.opened", CAMPAIGN),
    said("campaign.edited", { ...CAMPAIGN, claim: "Another claim" }),
  ];
  assert.equal(foldCampaign(campaign)?.claim, "Another claim");
  assert.equal(foldCampaign([...campaign, said("campaign.withdrawn")]), undefined);
  const page = [said("page.written", { title: "Team", markdown: "Us." }), said("page.withdrawn")];
  assert.equal(foldPage(page), undefined);
  const back = said("page.edited", { title: "The team", markdown: "Us." });
  assert.equal(foldPage([...page, back])?.title, "The team");
});

test("C30 each language has its last translation of a page, and says so when the page was worded anew after it", () => {
  const page = { title: "Team", markdown: "Us." };
  const inFrench = { title: "L’équipe", markdown: "Nous.", lang: "fr", state: "machine" };
  const records = [said("page.written", page), said("page.translated", inFrench)];
  assert.equal(foldPage(records)?.title, "Team");
  const { lang: _, ...french } = inFrench;
  assert.deepEqual(foldPageTranslations(records), { fr: french });
  const again = [...records, said("page.edited", { ...page, markdown: "All of us." })];
  assert.equal(foldPageTranslations(again)["fr"]?.behind, true);
  const anew = [...again, said("page.translated", { ...inFrench, markdown: "Nous tous." })];
  assert.deepEqual(foldPageTranslations(anew), { fr: { ...french, markdown: "Nous tous." } });
});

test("C2 a record that does not fit changes nothing", () => {
  const records = [
    said("campaign.opened", CAMPAIGN),
    said("campaign.edited", { ...CAMPAIGN, colour: "red" }),
  ];
  assert.deepEqual(foldCampaign(records), CAMPAIGN);
});

test("C13 the folder refuses a language that is missing and a goal that ends before it begins", () => {
  const problems: string[] = [];
  const goal = { statement: "s", metric: "m", unit: "u", target: 5, from: "2026-11-24" };
  for (const by of ["2026-11-23", "2025", "2026-11", "2026"])
    campaignFolder.check?.({ ...CAMPAIGN, language: "ca", goal: { ...goal, by } }, (field) =>
      problems.push(`${by} ${field}`),
    );
  assert.deepEqual(problems, [
    "2026-11-23 languages",
    "2026-11-23 goal.by",
    "2025 languages",
    "2025 goal.by",
    "2026-11 languages",
    "2026 languages",
  ]);
});
