import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { subjectOf, type World } from "../places/world.test.kit.ts";
import { claim, evidenceFor, pledgeBody } from "../pledges/bodies.test.kit.ts";
import { REGIONS } from "./regions.ts";
import { toneOf } from "./tones.ts";
import { place, world } from "./world.test.kit.ts";

/** Rows are put as a projection puts them, so that the page alone is in question. */
async function figures(it: World, slug: string, unit: string, rows: Record<string, number>) {
  await it.say("datasets", slug, "dataset.imported/1", {
    title: `Figures ${slug}`,
    kind: "country-indicator",
    unit,
    source: { title: "A series", url: "https://example.com/series", publisher: "An office" },
    licence: "CC BY 4.0",
    date: "2023",
    retrieved: "2026-11-01",
    file: { media: `${"a".repeat(64)}.csv`, name: "media/a.csv", bytes: 2000 },
    mapping: { country: "iso3", date: "year", value: "n" },
    rows: 2,
    leftOut: 3,
  });
  const dataset = subjectOf("datasets", slug);
  const values = Object.entries(rows).map(([country, value], i) => ({
    dataset,
    line: i + 2,
    country,
    date: "2022",
    value: String(value),
  }));
  await it.db
    .withTables<{ indicator_row: (typeof values)[number] }>()
    .insertInto("indicator_row")
    .values(values)
    .execute();
}

test("AT1 with a thousand places a page is still small, and has no script", async () => {
  await using it = await world();
  for (let i = 0; i < 1000; i++) {
    const at: [number, number] = [((i * 37) % 330) - 160, ((i * 17) % 120) - 50];
    await it.say("places", `p-${i}`, "place.named/1", place(`Place ${i}`, "KE", at));
  }
  const html = await it.page("/atlas");
  assert.match(html, /1,?002 places/);
  assert.match(html, /300 of 1,?002 places are shown\./);
  assert.match(html, /120 of 1,?002 places are shown\. Choose a region/);
  const bytes = brotliCompressSync(html).length;
  assert.ok(bytes < 20_000, `${bytes} bytes`);
  assert.doesNotMatch(html, /<script|onclick| style=/);
});

test("AT2 land is shaded by one measure, with unit, date and source; without a figure it has its own tone", async () => {
  await using it = await world();
  assert.match(await it.page("/atlas"), /class="land t0"/);
  assert.doesNotMatch(await it.page("/atlas"), /class="land t[1-4]"|legend/);
  await figures(it, "use", "% of people", { KE: 40, MX: 81.2 });
  const html = await it.page("/atlas");
  for (const tone of ["t0", "t2", "t4"])
    assert.match(html, new RegExp(`class="land ${tone}" d="M\\d`));
  assert.match(html, /Figures use, per 100 people/);
  assert.match(html, /up to 2023\..*example\.com\/series.*An office/s);
  assert.deepEqual(
    [100, 90, 89.9, 75, 50, 49.9, undefined].map(toneOf).join(),
    "t1,t1,t2,t2,t3,t4,t0",
  );
});

test("AT3 every place is in the list, west to east, with what stands there and how far it has come", async () => {
  await using it = await world();
  const html = await it.page("/atlas");
  assert.match(html, /one line joins 2 places from West in the west to East in the east/);
  const table = html.slice(html.indexOf("<tbody>"));
  assert.match(
    table,
    /\/places\/west.*\/stories\/built.*<td><\/td>.*\/places\/east.*Tell the first story.*building/s,
  );
  assert.match(html, /class="pin" .*class="pin open"/s);
  assert.match(html, /class="ring dash"/);
});

test("AT4 zoom and filters are links that keep each other; what nobody offers is no filter", async () => {
  await using it = await world();
  const building = await it.page("/atlas?state=building");
  assert.match(building, /1 matching place\. Places with a story here: 0\./);
  assert.match(building, /href="\/atlas\/africa\?state=building"/);
  assert.doesNotMatch(building, /places\/west/);
  const africa = await it.page("/atlas/africa");
  assert.match(africa, /places\/east/);
  assert.doesNotMatch(africa, /places\/west/);
  assert.match(africa, /href="\/atlas\/africa\?state=not-known"/);
  assert.match(
    await it.page("/atlas?state=%3Cb%3E&topic=none"),
    /2 places\. Places with a story here: 1\./,
  );
  assert.equal(await it.get("/atlas/atlantis"), undefined);
  assert.match(await it.page("/atlas/oceania"), /We know of no places here yet/);
});

test("AT4 every country is in one region at most", () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  const held = codes.filter((code) => REGIONS.some((region) => region.holds(code)));
  assert.ok(held.length > 240, `${held.length}`);
  for (const code of held)
    assert.equal(REGIONS.filter((region) => region.holds(code)).length, 1, code);
});

test("AT5 the need and the pledges stand side by side with their dates", async () => {
  await using it = await world();
  await figures(it, "offline", "people without", { KE: 30_000_000, MX: 12_000_000 });
  const empty = await it.page("/atlas");
  assert.match(empty, /Estimate: 42 million in total for 2 countries, based on figures from 2022/);
  assert.match(empty, /none in this ledger so far/);
  await it.say("partners", "alpha", "partner.named/1", {
    name: "Alpha",
    kind: "company",
    summary: "A company.",
    standing: "named",
  });
  const claims = [claim("a", 3_000_000, "2024"), claim("b", 5_000_000, "2025")];
  const said = pledgeBody({ goal: true, claims, evidence: [evidenceFor("a")] });
  await it.say("pledges", "million", "pledge.made/1", said);
  const html = await it.page("/atlas");
  assert.match(
    html,
    /1 pledge: 5 million people claimed, 3 million evidenced, 0 attested, using figures up to 2025/,
  );
  const estimates = {
    kind: "series",
    target: undefined,
    title: "Offline in the world",
    metric: "people without",
  };
  const { target: _, ...series } = pledgeBody({ ...estimates, claims });
  await it.say("pledges", "world", "pledge.made/1", series);
  assert.match(
    await it.page("/atlas"),
    /Offline in the world<\/dt><dd>5 million people, 2025.*\/pledges\/world">Source: Alpha/s,
  );
  assert.doesNotMatch(html, /pledges\/world|pledges\/million/, "no series of another measure");
  assert.match(html, /We do not subtract these figures from one another/);
});

test("AT6 no figure without its year, and no dataset without source, licence, dates and file", async () => {
  await using it = await world();
  assert.match(await it.page("/atlas"), /No dataset has been imported yet/);
  await figures(it, "use", "% of people", { KE: 40.81, MX: 81.2 });
  const html = await it.page("/atlas");
  assert.match(html, /Kenya<\/th><td class="n">40.81<\/td><td class="n">2022/);
  const [, countries = ""] = html.split('id="countries"');
  assert.match(countries, /Kenya<\/th>.*Mexico<\/th>/s, "by name and not by rank");
  assert.match(
    html,
    /example\.com\/series.*An office.*CC BY 4\.0.*Data from 2023.*1 November 2026/s,
  );
  assert.match(html, /left out because they did not match the format: 3/);
  assert.match(html, /Rows on this server: 0/);
  assert.match(html, new RegExp(`/media/${"a".repeat(64)}\\.csv`));
});

test("AT8 the figures stand once, under the map of the world; their old address leads there", async () => {
  await using it = await world();
  await figures(it, "use", "% of people", { KE: 40.81, MX: 81.2 });
  const html = await it.page("/atlas");
  assert.match(
    html,
    /id="indicators".*<details><summary id="countries">.*Kenya<\/th>.*id="datasets"/s,
  );
  assert.match(html, /href="#indicators"/);
  const africa = await it.page("/atlas/africa");
  assert.match(africa, /href="\/atlas#indicators"/);
  assert.doesNotMatch(africa, /id="indicators"|id="datasets"/);
  const moved = await it.get("/indicators?state=building");
  assert.equal(moved?.kind === "redirect" && moved.to, "/atlas?state=building#indicators");
});
