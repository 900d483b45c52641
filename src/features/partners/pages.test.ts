import assert from "node:assert/strict";
import test from "node:test";
import { places } from "../places/feature.ts";
import { openWorld, subjectOf } from "../places/world.test.kit.ts";
import { partners } from "./feature.ts";

const partner = (name: string, more: object = {}) => ({
  name,
  kind: "carrier",
  summary: `${name} serves a valley.`,
  standing: "named",
  ...more,
});

async function world() {
  const it = await openWorld([places, partners]);
  await it.say("places", "omalo", "place.named/1", {
    type: "Feature",
    geometry: { type: "Point", coordinates: [45.6, 42.4] },
    properties: { name: "Omalo", country: "GE" },
  });
  await it.say(
    "partners",
    "beta",
    "partner.named/1",
    partner("Beta", { place: subjectOf("places", "omalo") }),
  );
  await it.say("partners", "alpha", "partner.named/1", partner("Alpha", { standing: "joined" }));
  return it;
}

test("PT3 the same words introduce every organisation of a standing", async () => {
  await using it = await world();
  assert.match(
    await it.page("/organisations/beta"),
    /Described from published sources\. This organisation has not taken part and endorses nothing\./,
  );
  const joined = await it.page("/organisations/alpha");
  assert.match(joined, /Takes part in the campaign\./);
  await it.say("partners", "gamma", "partner.named/1", partner("Gamma", { standing: "joined" }));
  assert.equal((await it.page("/organisations/gamma")).replaceAll("Gamma", "Alpha"), joined);
});

test("PT4 who takes part stands first with the kinds that nobody fills yet, who is written about below", async () => {
  await using it = await world();
  await it.say("partners", "aleph", "partner.named/1", partner("Aleph"));
  const html = await it.page("/organisations");
  const [joined = "", described = ""] = html.split('id="described"');
  assert.match(joined, /id="partners".*Rural carriers.*href="\/organisations\/alpha"/s);
  assert.doesNotMatch(joined, /Beta|Aleph/);
  assert.equal(joined.match(/Be the first organisation in this group\./g)?.length, 4);
  assert.match(described, /id="carrier".*href="\/organisations\/beta"/s);
  assert.ok(described.indexOf("Aleph") < described.indexOf("Beta"), "by name");
  assert.doesNotMatch(described, /Alpha|Yours can be the first/);
  assert.equal(html.match(/published sources describe them/g)?.length, 1, "said once");
  assert.doesNotMatch(html, /<p class="small">/);
  assert.match(await it.page("/organisations/alpha"), /href="\/organisations#partners"/);
  assert.match(await it.page("/organisations/beta"), /href="\/organisations#carrier"/);
  assert.match(await it.page("/places/omalo"), /from published sources/);
});

test("PT5 a place's page shows its partners", async () => {
  await using it = await world();
  const html = await it.page("/places/omalo");
  assert.match(html, /Organisations here.*href="\/organisations\/beta"/s);
  assert.doesNotMatch(html, /Alpha/);
});

test("PT6 an old address leads to the present one; an unknown or withdrawn partner is no page", async () => {
  await using it = await world();
  await it.bind("partners", "beta", "beta-telecom");
  const leads = async (path: string) => {
    const answer = await it.get(path);
    return answer?.kind === "redirect" ? answer.to : answer?.kind;
  };
  assert.equal(await leads("/partners/beta"), "/organisations/beta-telecom");
  assert.equal(await leads("/organisations/beta"), "/organisations/beta-telecom");
  assert.equal(await leads("/partners/beta-telecom"), "/organisations/beta-telecom");
  assert.equal(await leads("/organisations/alpha"), "page");
  assert.equal(await leads("/partners/alpha"), "/organisations/alpha");
  assert.equal(await leads("/partners"), "/organisations#partners");
  assert.equal(await it.get("/organisations/nobody"), undefined);
  assert.equal(await it.get("/partners/nobody"), undefined);
  await it.say("partners", "alpha", "partner.withdrawn/1", {});
  assert.equal(await it.get("/organisations/alpha"), undefined);
  assert.equal(await it.get("/partners/alpha"), undefined);
});
