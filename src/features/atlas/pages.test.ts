import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { cellOfPoint, datasets } from "../datasets/feature.ts";
import { measurements } from "../measurements/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { openWorld, subjectOf, type World } from "../places/world.test.kit.ts";
import { places } from "../places/feature.ts";
import { claim, evidenceFor, pledgeBody } from "../pledges/bodies.test.kit.ts";
import { pledges } from "../pledges/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { story } from "../stories/stage.fixture.ts";
import { stories } from "../stories/feature.ts";
import { atlas } from "./feature.ts";
import { REGIONS } from "./regions.ts";
import { toneOf } from "./tones.ts";

const place = (name: string, country: string, [lon, lat]: [number, number], more: object = {}) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { name, country, ...more },
});

async function world(): Promise<World> {
  const below = [places, partners, people, programmes, stories, pledges, measurements, datasets];
  const it = await openWorld([...below, atlas]);
  const east = place("East", "KE", [37, 0], { state: "building" });
  await it.say("places", "east", "place.named/1", east);
  await it.say("places", "west", "place.named/1", place("West", "MX", [-96, 17]));
  const told = { title: "What we built", places: [subjectOf("places", "west")] };
  await it.say("stories", "built", "story.told/1", story({ ...told, topics: ["economy"] }));
  return it;
}

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

test("A1 with a thousand places a page is still small, and has no script", async () => {
  await using it = await world();
  for (let i = 0; i < 1000; i++) {
    const at: [number, number] = [((i * 37) % 330) - 160, ((i * 17) % 120) - 50];
    await it.say("places", `p-${i}`, "place.named/1", place(`Place ${i}`, "KE", at));
  }
  const html = await it.page("/atlas");
  assert.match(html, /1,?002 places/);
  assert.match(html, /300 of 1,?002 places are drawn/);
  assert.match(html, /These are 120 of 1,?002 places/);
  const bytes = brotliCompressSync(html).length;
  assert.ok(bytes < 20_000, `${bytes} bytes`);
  assert.doesNotMatch(html, /<script|onclick| style=/);
});

test("A2 land is shaded by one measure, with unit, date and source; without a figure it has its own tone", async () => {
  await using it = await world();
  assert.match(await it.page("/atlas"), /class="land t0"/);
  assert.doesNotMatch(await it.page("/atlas"), /class="land t[1-4]"|legend/);
  await figures(it, "use", "% of people", { KE: 40, MX: 81.2 });
  const html = await it.page("/atlas");
  for (const tone of ["t0", "t2", "t4"])
    assert.match(html, new RegExp(`class="land ${tone}" d="M\\d`));
  assert.match(html, /Figures use: of 100 people/);
  assert.match(html, /up to 2023\..*example\.com\/series.*An office/s);
  assert.deepEqual(
    [100, 90, 89.9, 75, 50, 49.9, undefined].map(toneOf).join(),
    "t1,t1,t2,t2,t3,t4,t0",
  );
});

test("A3 every place is in the list, west to east, with what stands there and how far it has come", async () => {
  await using it = await world();
  const html = await it.page("/atlas");
  assert.match(html, /one line joins 2 places from West in the west to East in the east/);
  const table = html.slice(html.indexOf("<tbody>"));
  assert.match(
    table,
    /\/places\/west.*\/stories\/built.*not known.*\/places\/east.*Wanted: tell yours.*building/s,
  );
  assert.match(html, /class="pin" .*class="pin open"/s);
  assert.match(html, /class="ring dash"/);
});

test("A4 zoom and filters are links that keep each other; what nobody offers is no filter", async () => {
  await using it = await world();
  const building = await it.page("/atlas?state=building");
  assert.match(building, /1 place that fits, 0 with/);
  assert.match(building, /href="\/atlas\/africa\?state=building"/);
  assert.doesNotMatch(building, /places\/west/);
  const africa = await it.page("/atlas/africa");
  assert.match(africa, /places\/east/);
  assert.doesNotMatch(africa, /places\/west/);
  assert.match(africa, /href="\/atlas\/africa\?state=not-known"/);
  assert.match(await it.page("/atlas?state=%3Cb%3E&topic=none"), /2 places, 1 with a story/);
  assert.equal(await it.get("/atlas/atlantis"), undefined);
  assert.match(await it.page("/atlas/oceania"), /None known to us yet/);
});

test("A4 every country is in one region at most", () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  const held = codes.filter((code) => REGIONS.some((region) => region.holds(code)));
  assert.ok(held.length > 240, `${held.length}`);
  for (const code of held)
    assert.equal(REGIONS.filter((region) => region.holds(code)).length, 1, code);
});

test("A5 the need and the pledges stand side by side with their dates", async () => {
  await using it = await world();
  await figures(it, "offline", "people without", { KE: 30_000_000, MX: 12_000_000 });
  const empty = await it.page("/indicators");
  assert.match(
    empty,
    /42 million, an estimate: the sum over 2 countries, by their figures of 2022/,
  );
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
  const html = await it.page("/indicators");
  assert.match(
    html,
    /1 pledge: 5 million people claimed, 3 million evidenced, 0 attested, by figures up to 2025/,
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
    await it.page("/indicators"),
    /Offline in the world<\/dt><dd>5 million people, 2025.*\/pledges\/world">Alpha/s,
  );
  assert.doesNotMatch(html, /pledges\/world|pledges\/million/, "no series of another measure");
  assert.match(html, /None is subtracted from another/);
});

test("A6 no figure without its year, and no dataset without source, licence, dates and file", async () => {
  await using it = await world();
  assert.match(await it.page("/indicators"), /No dataset has been brought in yet/);
  await figures(it, "use", "% of people", { KE: 40.81, MX: 81.2 });
  const html = await it.page("/indicators");
  assert.match(html, /Kenya<\/th><td class="n">40.81<\/td><td class="n">2022/);
  assert.ok(html.indexOf("Kenya") < html.indexOf("Mexico"), "by name and not by rank");
  assert.match(html, /example\.com\/series.*An office.*CC BY 4\.0.*Data of 2023.*1 November 2026/s);
  assert.match(html, /3 left out/);
  assert.match(html, /0 of them are on this server/);
  assert.match(html, new RegExp(`/media/${"a".repeat(64)}\\.csv`));
});

/** Cells as the projection of datasets puts them. */
async function cells(it: World, kind: "tiles" | "schools", date: string, sums: readonly object[]) {
  const slug = `${kind}-${date}`;
  await it.say("datasets", slug, "dataset.imported/1", {
    title: `Table ${slug}`,
    kind,
    source: { title: "Open data", url: `https://example.com/${slug}`, publisher: "An office" },
    licence: "CC BY 4.0",
    date,
    file: { media: `${"b".repeat(64)}.csv`, name: "media/b.csv", bytes: 2000 },
    mapping: {},
    rows: 2,
  });
  const dataset = subjectOf("datasets", slug);
  type Tables = {
    map_cell: { dataset: string; cell: string; state: string };
    dataset: { subject: string; held: number };
  };
  const db = it.db.withTables<Tables>();
  await db.updateTable("dataset").set({ held: 2 }).where("subject", "=", dataset).execute();
  const rows = sums.map(({ cell, ...sum }: { cell?: string }) => ({
    dataset,
    cell: cell!,
    state: JSON.stringify(sum),
  }));
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto("map_cell")
      .values(rows.slice(i, i + 500))
      .execute();
}
const tile = (lat: number, lon: number, down: number, tests = 10) => ({
  cell: cellOfPoint(lat, lon),
  tiles: 1,
  tests,
  down,
  up: 100,
  latency: 50,
});

test("A7 a layer is a link: its marks, what they mean, whose they are, and the same as a list", async () => {
  await using it = await world();
  assert.doesNotMatch(await it.page("/atlas"), /layer=tiles|layer=schools|class="cell"/);
  await cells(it, "tiles", "2025-01", [tile(10, 10, 1)]);
  const sums = [tile(0, 37, 800, 12_345), tile(17, -96, 60_000)];
  await cells(it, "tiles", "2026-07", sums);
  await cells(it, "schools", "2026-01", [
    { cell: cellOfPoint(-31.9, 29.1), schools: 1234, connected: 7, unconnected: 5 },
  ]);
  const chosen = await it.page("/atlas/africa?layer=tiles&state=building");
  assert.match(chosen, /href="\/atlas\/africa\?state=building&amp;layer=schools"/);
  assert.match(chosen, /href="\/atlas\/asia\?state=building&amp;layer=tiles"/);
  assert.match(chosen, /aria-current="true">Measured speed/);
  assert.match(chosen, /example\.com\/tiles-2026-07.*Table tiles-2026-07, July 2026, CC BY 4\.0/s);
  assert.match(chosen, /1 other table of this kind is not drawn/);
  const list = chosen.slice(chosen.indexOf('id="layer"'), chosen.indexOf('id="places"'));
  assert.match(list, /\/places\/east">East<\/a>.*12,345<\/td><td class="n">800</s);
  assert.doesNotMatch(list, /60,000|\/places\/west/, "no cell of another region");
  assert.match(list, new RegExp(`/media/${"b".repeat(64)}\\.csv`));
  const side = (html: string) => Number(/class="cell" d="M\d+ \d+h(\d+)/.exec(html)?.[1]);
  const americas = await it.page("/atlas/americas?layer=tiles");
  assert.ok(side(chosen) > side(americas) && side(americas) > 0, "the slower, the larger");
  const schools = await it.page("/atlas/africa?layer=schools");
  assert.match(
    schools,
    /South Africa<small>around 3.*1,234<\/td><td class="n">7<\/td><td class="n">5</s,
  );
  assert.match(
    await it.page("/atlas/oceania?layer=schools"),
    /Schools: nothing in this region yet/,
  );
  assert.doesNotMatch(await it.page("/atlas/africa?layer=none"), /class="cell"/);
});

test("A7 where nothing was measured here the atlas invites; what is published is drawn", async () => {
  await using it = await world();
  const none = await it.page("/atlas/africa?layer=measured");
  assert.match(none, /Measured here: nothing is published yet.*href="\/measure"/s);
  const said = (month: string, n: number, down: number) => ({
    cell: "847a6e7ffffffff",
    month,
    n,
    down: { n, q1: 1, median: down, q3: 2 * down, atLeast: 0 },
    requests: { sent: 10, lost: 0 },
    failures: {},
    typed: 0,
  });
  await it.say("measurements", "a", "measurement.aggregated/1", said("2026-09", 5, 111));
  await it.say("measurements", "b", "measurement.aggregated/1", said("2026-10", 6, 640));
  const html = await it.page("/atlas?layer=measured");
  assert.match(html, /class="cell"/);
  assert.match(
    html,
    /Oct 2026<\/td><td class="n">6<\/td><td class="n">640<\/td><td class="n">too few/,
  );
  assert.doesNotMatch(html, />111</, "of a cell its newest month");
  assert.match(html, /href="\/measurements"/);
});

test("A7 of more cells than can be drawn the page says how many are not, and stays small", async () => {
  await using it = await world();
  const sums = new Map<string, object>();
  for (let lat = -34; lat < 60; lat += 2)
    for (let lon = -120; lon < 140; lon += 2.5) {
      const one = tile(lat, lon, (lon + 120) * 300, 1000 + lat + lon);
      sums.set(one.cell, one);
    }
  await cells(it, "tiles", "2026-07", [...sums.values()]);
  for (let i = 0; i < 1000; i++) {
    const at: [number, number] = [((i * 37) % 330) - 160, ((i * 17) % 120) - 50];
    await it.say("places", `p-${i}`, "place.named/1", place(`Place ${i}`, "KE", at));
  }
  const html = await it.page("/atlas?layer=tiles");
  assert.match(html, / 600 of \d{4} cells are drawn/);
  assert.match(html, /These are 16 of \d,\d{3} cells/);
  const bytes = brotliCompressSync(html).length;
  assert.ok(bytes < 24_000, `${bytes} bytes`);
  assert.doesNotMatch(html, /<script|onclick| style=/);
});
