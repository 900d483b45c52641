import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { readCsv } from "../../engines/csv/csv.ts";
import { EARTH_RADIUS } from "../../engines/terrain/great-circle.ts";
import { places } from "../places/feature.ts";
import { FRAME, openStage, type Stage } from "../stories/stage.fixture.ts";
import { aimAt, sheetsOf } from "./antennas.ts";
import { plans } from "./feature.ts";
import { samplePlan } from "./plan.fixture.ts";
import { PLAN_MADE, type Plan } from "./records.ts";

/** The sample as a planner of today writes it: two sectors on one summit, channels, levels and heights. */
function freshPlan(): Plan {
  const plan = samplePlan();
  const channel = { mhz: 5580, width: 20 };
  const sectors = [
    { azimuth: 300, beam: 90, tilt: 2, airtime: 0.64, channel },
    { azimuth: 20, beam: 90, tilt: -1, airtime: 0.125 },
  ];
  const seen = { sector: 0, rung: "64-QAM 3/4", level: -58.5, airtime: 0.12, ground: 1020 };
  return {
    ...plan,
    sites: plan.sites.map((one) => (one.id === "summit-1" ? { ...one, sectors } : one)),
    hops: plan.hops.map((one, i) => ({
      ...one,
      level: -60.5 - i,
      channel: i === 0 ? { mhz: 5815, width: 40 } : { name: "B3", width: 28 },
    })),
    places: plan.places.map((one) => (one.site === "summit-1" ? { ...one, ...seen } : one)),
  };
}

async function staged(plan: Plan = freshPlan()) {
  const stage = await openStage([places, plans]);
  Object.assign(stage, { frame: { ...FRAME, languages: [...FRAME.languages, "ar"] } });
  await stage.open(PLAN_MADE, "plans", "cerdanya", plan);
  return stage;
}
const text = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const main = async (stage: Stage, path: string) => (await stage.page(path)).main;
const SHEET = "/plans/cerdanya/sites/summit-1";

async function file(stage: Stage, path: string): Promise<string> {
  const answer = await stage.ask(path);
  assert.equal(answer?.kind, "file", path);
  return String(answer?.kind === "file" && answer.body);
}

test("PN80 a mast's sheet says where it stands, and of each hop where its antenna looks, on what channel, at whom", async () => {
  await using stage = await staged();
  const html = await main(stage, SHEET);
  assert.doesNotMatch(html, /<script/);
  const said = text(html);
  for (const words of [
    "42.35583, 1.83500",
    "42° 21′ 21″ N 1° 50′ 6″ E",
    "Ground above sea level 1,304 m Mast height 20 m",
    "Towards Puigcerdà, where the line arrives Azimuth 42.2° Tilt 0.48° down Above ground 20 m Azimuth there 222.3° Distance 11.4 km Radio 5g8-dish Frequency 5,800 MHz Channel 5,815 MHz , 40 MHz wide Received level -60.5 dBm Margin 32.2 dB",
    "Towards Summit at 1669 m Azimuth 274.3° Tilt 0.85° up",
    "Channel B3 , 28 MHz wide",
    "Azimuths are clockwise from true north. A compass points to magnetic north",
  ])
    assert.ok(said.includes(words), `${words}\n${said}`);
  for (const path of ["", "/sites/puigcerda-pop", "/sites/summit-2", "/hops/1", "/hops/2"])
    assert.ok(html.includes(`href="/plans/cerdanya${path}"`), path);
});

test("PN80 of each sector it says azimuth, tilt, channel and airtime, and where the places lie that it serves", async () => {
  await using stage = await staged();
  const html = text(await main(stage, SHEET));
  assert.match(
    html,
    /Sector 1 Azimuth 300° Tilt 2° down Beam width 90° .* Channel 5,580 MHz , 20 MHz wide Busy-hour airtime 64 %/,
  );
  assert.match(html, /Bellver de Cerdanya 285\.9° 4\.41 km -58\.5 dBm Éller 332\.5° 7\.59 km/);
  assert.match(html, /Sector 2 Azimuth 20° Tilt 1° up .* No place is served by this sector\./);
});

test("PN80 of an older plan it says what positions and heights give, and of the rest that it is not recorded", async () => {
  await using stage = await staged(samplePlan());
  const html = text(await main(stage, SHEET));
  assert.match(html, /Towards Summit at 1669 m Azimuth 274\.3° Tilt 0\.85° up/);
  assert.doesNotMatch(html, /Channel|Received level|Airtime|Sector|NaN|undefined/);
  assert.match(html, /This plan does not record which way the antennas for these places point/);
  const gateway = text(await main(stage, "/plans/cerdanya/sites/puigcerda-pop"));
  assert.match(gateway, /Puigcerdà Osséja/, "a place at the foot of its mast has no azimuth");
  const place = text(await main(stage, "/plans/cerdanya/places/toloriu"));
  assert.match(place, /Azimuth to the mast 279\.9° Distance to the mast 5\.64 km/);
  assert.match(place, /does not record the ground height here, so no tilt is given/);
  assert.doesNotMatch(place, /Modulation|Served by/);
});

test("PN80 a sheet stands in Arabic from right to left, and what is no mast of the plan has none", async () => {
  await using stage = await staged();
  const arabic = await stage.ask(`/ar${SHEET}`);
  assert.ok(arabic?.kind === "page" && arabic.lang === "ar");
  const html = String(await arabic.main);
  assert.match(html, /<bdi dir="ltr">42\.35583, 1\.83500<\/bdi>/);
  assert.match(html, /href="\/ar\/plans\/cerdanya\/sites\/summit-2"/);
  assert.equal(await stage.ask("/plans/cerdanya/sites/nowhere"), undefined);
  assert.equal(await stage.ask("/plans/nowhere/sites/summit-1"), undefined);
});

test("PN81 every antenna of a plan is on exactly one sheet, that of its own mast", () => {
  const site = fc.integer({ min: 0, max: 5 });
  const plan = fc.record({
    hops: fc.array(fc.tuple(site, site), { maxLength: 12 }),
    sectors: fc.array(site, { maxLength: 12 }),
    served: fc.array(fc.tuple(site, fc.option(fc.integer({ min: 0, max: 3 }))), { maxLength: 12 }),
  });
  const { sites, hops, places: listed, ...rest } = samplePlan();
  const sector = { azimuth: 0, beam: 90, airtime: 0 };
  fc.assert(
    fc.property(plan, (some) => {
      const ends = some.hops.filter(([from, to]) => from !== to);
      const made = sheetsOf({
        ...rest,
        sites: Array.from({ length: 6 }, (_, i) => ({
          ...sites[0]!,
          id: `s${i}`,
          lat: 42 + i / 10,
          sectors: some.sectors.filter((at) => at === i).map(() => sector),
        })),
        hops: ends.map(([from, to]) => ({ ...hops[0]!, from: `s${from}`, to: `s${to}` })),
        places: some.served.map(([at, by], i) => ({
          ...listed[0]!,
          id: `p${i}`,
          site: `s${at}`,
          ...(by !== null && { sector: by }),
        })),
      });
      const names = made.flatMap((sheet) => [
        ...sheet.hops.map(({ number, end, hop }) => {
          assert.equal(hop[end], sheet.site.id);
          return `${number} ${end}`;
        }),
        ...sheet.sectors.map(({ number }) => `${sheet.site.id} ${number}`),
        ...[...sheet.sectors.flatMap((one) => one.places), ...sheet.others].map(({ place }) => {
          assert.equal(place.site, sheet.site.id);
          return place.id;
        }),
      ]);
      assert.equal(new Set(names).size, names.length, names.join());
      assert.equal(names.length, 2 * ends.length + some.sectors.length + some.served.length);
    }),
  );
});

test("PN81 law: azimuths of both ends differ by 180° and the convergence of the meridians, and both look down by the bend of the Earth between them", () => {
  const end = fc.record({
    lat: fc.double({ min: -70, max: 70, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    top: fc.double({ min: 0, max: 4000, noNaN: true }),
  });
  const step = fc.double({ min: -0.4, max: 0.4, noNaN: true }).filter((n) => Math.abs(n) > 0.02);
  fc.assert(
    fc.property(
      end,
      step,
      step,
      fc.double({ min: 0, max: 4000, noNaN: true }),
      (a, north, east, top) => {
        const lon = ((a.lon + east + 540) % 360) - 180; // across the 180th meridian too
        const b = { lat: a.lat + north, lon, top };
        const [there, back] = [aimAt(a, b)!, aimAt(b, a)!];
        for (const { azimuth } of [there, back]) assert.ok(azimuth >= 0 && azimuth < 360);
        const turned = ((back.azimuth - there.azimuth + 540 + 180) % 360) - 180;
        const convergence = east * Math.sin(((a.lat + b.lat) / 2) * (Math.PI / 180));
        assert.ok(Math.abs(((turned - convergence + 540) % 360) - 180) < 0.12, `${turned}`);
        const bend = ((there.km / EARTH_RADIUS) * (180 / Math.PI)) / (4 / 3);
        const rise = Math.abs(top - a.top) / 1000 / there.km; // beyond small angles the sum bends too
        assert.ok(Math.abs(there.tilt! + back.tilt! - bend) < 0.011 + bend * rise ** 2);
      },
    ),
  );
});

test("PN81 a tilt is worked out as by hand: 100 m higher over 10 km", () => {
  const from = { lat: 0, lon: 0, top: 500 };
  const to = { lat: 0, lon: 0.0899320363724538, top: 600 }; // 10 km
  assert.deepEqual(aimAt(from, to), { azimuth: 90, tilt: -0.54, km: 10 }); // atan(0.01) - 0.0337°
  assert.deepEqual(aimAt(to, from), { azimuth: 270, tilt: 0.61, km: 10 });
  assert.equal(aimAt(from, { ...from, lon: 0.0001 }), undefined, "11 m give no direction");
});

test("PN82 all antennas come back from CSV, with a negative number as a number", async () => {
  await using stage = await staged();
  const rows: string[][] = [];
  const bytes = new TextEncoder().encode(await file(stage, "/plans/cerdanya/antennas.csv"));
  for await (const some of readCsv(
    (async function* () {
      yield bytes;
    })(),
  ))
    rows.push(...some.map(({ cells }) => [...cells]));
  const [header, ...lines] = rows as [string[], ...string[][]];
  const read = lines.map((cells) => {
    assert.equal(cells.length, header.length);
    return Object.fromEntries(header.map((name, i) => [name, cells[i]!]));
  });
  const plan = freshPlan();
  const served = plan.places.filter(({ site }) => site !== undefined);
  const count = (is: string) => read.filter((row) => row["is"] === is).length;
  assert.deepEqual(["hop", "sector", "client"].map(count), [
    2 * plan.hops.length,
    2,
    served.length,
  ]);
  assert.equal(new Set(read.map((row) => row["antenna"])).size, read.length);
  const row = (antenna: string) => read.find((one) => one["antenna"] === antenna)!;
  const hop = row("hops/1/to");
  assert.deepEqual(
    ["at", "towards", "azimuth", "azimuth there", "tilt", "channel mhz", "level dBm"].map(
      (key) => hop[key],
    ),
    ["summit-1", "puigcerda-pop", "42.2", "222.3", "0.48", "5815", "-60.5"],
  );
  assert.equal(Number(row("hops/1/from")["tilt"]), -0.4);
  const { azimuth, tilt, airtime } = row("sites/summit-1/sectors/2");
  assert.deepEqual([azimuth, tilt, airtime].map(Number), [20, -1, 0.125]);
  assert.equal(row("places/eller")["modulation"], "64-QAM 3/4");
});

test("PN82 the KML is well-formed, with every mast, hop, sector and place, whatever they are called", async () => {
  const plan = freshPlan();
  const odd = `<A> & "B" ]]>`;
  await using stage = await staged({
    ...plan,
    sites: plan.sites.map((one) => (one.id === "summit-1" ? { ...one, name: odd } : one)),
  });
  using document = XmlDocument.fromString(await file(stage, "/plans/cerdanya.kml"));
  const found = (path: string) =>
    document.find(path, { k: "http://www.opengis.net/kml/2.2" }).map(({ content }) => content);
  const names = found("//k:Placemark/k:name");
  const positions = found("//k:coordinates");
  assert.equal(names.length, plan.sites.length + plan.hops.length + 2 + plan.places.length);
  assert.ok(names.includes(odd));
  for (const position of positions)
    assert.match(position, /^-?[\d.]+,-?[\d.]+( -?[\d.]+,-?[\d.]+)?$/);
  const [lon, lat] = positions
    .find((one) => one.startsWith("1.835,42.35583 "))!
    .split(/[ ,]/)
    .map(Number);
  assert.deepEqual([lon, lat], [1.835, 42.35583]);
});

test("PN82 the GeoJSON says where both ends of a hop and the antenna of a place look", async () => {
  await using stage = await staged();
  const { features } = JSON.parse(await file(stage, "/plans/cerdanya.geojson")) as {
    features: { id: string; properties: Record<string, unknown> }[];
  };
  const of = (id: string) => features.find((one) => one.id === `cerdanya/${id}`)!.properties;
  const { fromAzimuth, toAzimuth, fromTilt, toTilt } = of("hops/1");
  assert.deepEqual([fromAzimuth, toAzimuth, fromTilt, toTilt], [222.3, 42.2, -0.4, 0.48]);
  const { azimuth, tilt, level, rung } = of("places/eller");
  assert.deepEqual([azimuth, tilt, level, rung], [152.4, -2.22, -58.5, "64-QAM 3/4"]);
  assert.match(String(of("sites/summit-1")["url"]), /\/plans\/cerdanya\/sites\/summit-1$/);
});

test("PN83 the plan and each hop lead to the sheets, and a place says how to turn its own antenna", async () => {
  await using stage = await staged();
  const plan = await main(stage, "/plans/cerdanya");
  for (const { id } of samplePlan().sites)
    assert.ok(plan.includes(`href="/plans/cerdanya/sites/${id}"`), id);
  for (const path of [".kml", "/antennas.csv"])
    assert.ok(plan.includes(`href="/plans/cerdanya${path}"`), path);
  const hop = await main(stage, "/plans/cerdanya/hops/1");
  assert.match(
    text(hop),
    /Puigcerdà, where the line arrives 222\.3° from true north, tilt 0\.4° up, 25 m above ground Summit at 1304 m 42\.2° from true north, tilt 0\.48° down, 20 m above/,
  );
  assert.match(hop, /href="\/plans\/cerdanya\/sites\/summit-1"/);
  const place = await main(stage, "/plans/cerdanya/places/eller");
  assert.match(
    text(place),
    /Azimuth to the mast 152\.4° Tilt 2\.22° up Distance to the mast 7\.59 km Served by Sector 1 Modulation 64-QAM 3\/4 Received level -58\.5 dBm/,
  );
  assert.match(place, /href="\/plans\/cerdanya\/sites\/summit-1"/);
});
