import assert from "node:assert/strict";
import test from "node:test";
import { CAMPAIGN } from "../campaign/campaign.fixture.ts";
import { campaignOf } from "../campaign/feature.ts";
import { campaignFrame } from "../campaign/api.ts";
import { conversation } from "../conversation/feature.ts";
import { events } from "../events/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { pledges } from "../pledges/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { stories } from "../stories/feature.ts";
import { BASE, openStage, type Stage } from "../stories/stage.fixture.ts";
import { openLetter } from "./feature.ts";

const features = [
  campaignOf([]),
  places,
  partners,
  people,
  programmes,
  stories,
  pledges,
  events,
  conversation,
  openLetter,
];

async function staged(hasLetter = true): Promise<Stage> {
  const stage = await openStage(features);
  await stage.open("campaign.opened/1", "campaign", "wells", CAMPAIGN);
  const page = { title: "To whoever digs", summary: "We share water.", markdown: "Dig *here*." };
  if (hasLetter) await stage.open("page.written/1", "pages", "letter", page);
  stage.frame = await campaignFrame(stage.db, BASE);
  return stage;
}

let last = 0;
/** @returns its subject */
async function signed(stage: Stage, name: string | undefined, more: object = {}): Promise<string> {
  last += 1;
  const id = String(last).padStart(32, "0");
  const body = { id, kind: "person", signed: "2026-11-24", confirmed: "mail", ...more };
  const subject = await stage.open("letter.signed/1", "none", id, body);
  if (name !== undefined) await stage.say("letter.named/1", subject, { name });
  return subject;
}

test("OL1 a campaign without the page has no letter; with it, the letter stands at its own address", async () => {
  await using none = await staged(false);
  assert.equal(await none.ask("/letter"), undefined);
  assert.equal(await none.ask("/letter/feed.xml"), undefined);
  assert.doesNotMatch((await none.page("/")).main, /letter/);

  await using stage = await staged();
  assert.match((await stage.page("/letter")).main, /To whoever digs[^]*Dig <em>here<\/em>/);
  const old = await stage.ask("/pages/letter");
  assert.equal(old?.kind === "redirect" && old.to, "/letter");
  assert.ok(stage.frame.pages.some(({ path }) => path === "/letter"));
  assert.ok(!stage.frame.pages.some(({ path }) => path === "/pages/letter"));
});

test("OL7 OL9 it is counted by kind and country as self-reported, and the front page says how many", async () => {
  await using stage = await staged();
  assert.match(
    (await stage.page("/")).main,
    /The open letter[^]*To whoever digs[^]*Be the first to sign/,
  );
  await signed(stage, "Ana", { country: "ZA" });
  await signed(stage, "Ben", { country: "ZA", kind: "carrier" });
  await signed(stage, undefined, { country: "KE" });
  const dana = await signed(stage, "Dana");
  const words = async (path: string) =>
    (await stage.page(path)).main.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  const letterPage = await words("/letter");
  assert.match(
    letterPage,
    /4 signatures so far\. People and organisations who have signed These figures are self-reported/,
  );
  assert.match(letterPage, /1 name has not been read yet, or is not shown\./);
  assert.match(letterPage, /Person 3 Carrier 1/);
  assert.match(letterPage, /South Africa 2 Kenya 1/);
  assert.match(letterPage, /Dana .* Ben .* Ana/, "the newest first");
  assert.match(
    await words("/"),
    /4 signatures so far\. The latest signatures: Dana , Ben , Ana \./,
  );
  await stage.say("letter.withdrawn/1", dana, { by: "signer" });
  assert.match(await words("/"), /3 signatures so far\. The latest signatures: Ben , Ana \./);
  assert.doesNotMatch(await words("/letter"), /Dana/);
  assert.ok((await stage.page("/")).page.uses.projections!.includes("letter"));
});

test("OL7 the names stand by pages of fifty", async () => {
  await using stage = await staged();
  for (let i = 1; i <= 60; i += 1) await signed(stage, `Somebody ${i}.`);
  const first = (await stage.page("/letter")).main;
  assert.match(first, /Somebody 60\.[^]*Somebody 11\./);
  assert.doesNotMatch(first, /Somebody 10\./);
  const second = (await stage.page("/letter?page=2")).main;
  assert.match(second, /Somebody 10\.[^]*Somebody 1\./);
  assert.doesNotMatch(second, /By kind/);
  for (const page of ["3", "0", "x", "9".repeat(23)])
    assert.equal(await stage.ask(`/letter?page=${page}`), undefined, page);
});
