import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { cellOfPoint } from "../datasets/api.ts";
import { subjectOf, type World } from "../places/world.test.kit.ts";
import { place, world } from "./world.test.kit.ts";

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

test("AT7 a layer is a link: its marks, what they mean, whose they are, and the same as a list", async () => {
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
  assert.match(chosen, /1 similar table is not shown\./);
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
    /South Africa<small>around <bdi>3.*1,234<\/td><td class="n">7<\/td><td class="n">5</s,
  );
  assert.match(
    await it.page("/atlas/oceania?layer=schools"),
    /Schools: no data for this region yet\./,
  );
  assert.doesNotMatch(await it.page("/atlas/africa?layer=none"), /class="cell"/);
});

test("AT7 where nothing was measured here the atlas invites; what is published is drawn", async () => {
  await using it = await world();
  const none = await it.page("/atlas/africa?layer=measured");
  assert.match(none, /Measured here: no data published yet\..*href="\/measure"/s);
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
  assert.match(html, /href="\/measure#all"/);
  await using few = await world();
  const { down: _, ...unsaid } = said("2026-10", 5, 1);
  await few.say("measurements", "a", "measurement.aggregated/1", unsaid);
  const listed = await few.page("/atlas?layer=measured");
  assert.match(listed, /id="layer".*<td class="n">5<\/td><td class="n">too few/s);
  const map = listed.slice(0, listed.indexOf("</figure>"));
  assert.doesNotMatch(map, /class="cell"/, "what too few could say has no size");
});

test("AT7 of more cells than can be drawn the page says how many are not, and stays small", async () => {
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
  assert.match(html, /The map shows 600 of \d,\d{3} cells: those with the most data\./);
  assert.match(html, /16 of \d,\d{3} cells are shown\./);
  const bytes = brotliCompressSync(html).length;
  assert.ok(bytes < 24_000, `${bytes} bytes`);
  assert.doesNotMatch(html, /<script|onclick| style=/);
});
