import assert from "node:assert/strict";
import test from "node:test";
import { conversation } from "../conversation/feature.ts";
import { opportunities } from "../opportunities/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { pledges } from "../pledges/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { projects } from "../projects/feature.ts";
import { stories } from "../stories/feature.ts";
import { openStage, type Stage } from "../stories/stage.fixture.ts";
import { speaking } from "../../platform/texts/view.ts";
import { unmarked } from "../../platform/words/fallback.ts";
import { withEnglish } from "../../platform/words/with-english.ts";
import { plans } from "./feature.ts";
import { planAt } from "./queries.ts";
import { samplePlan } from "./plan.fixture.ts";
import { PLAN_MADE, PLAN_WITHDRAWN, type Plan } from "./records.ts";

const features = [
  places,
  partners,
  people,
  programmes,
  stories,
  pledges,
  projects,
  opportunities,
  plans,
  conversation,
];
const place = (name: string) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [1.68692, 42.39025] },
  properties: { name, country: "ES" },
});

async function staged(set: Readonly<Partial<Record<keyof Plan, unknown>>> = {}) {
  const stage = await openStage(features);
  const lles = await stage.open("place.named/1", "places", "lles", place("Lles de Cerdanya"));
  const plan = samplePlan(set);
  const named = plan.places.map((one) =>
    one.id === "lles-de-cerdanya" ? { ...one, place: lles } : one,
  );
  const subject = await stage.open(PLAN_MADE, "plans", "cerdanya", { ...plan, places: named });
  return Object.assign(stage, { subject, [Symbol.asyncDispose]: stage[Symbol.asyncDispose] });
}
const main = async (stage: Stage, path: string) => (await stage.page(path)).main;
/** The text between two words of a page. */
const text = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("PN4 the list says people, places, masts and the price a person; the empty one invites", async () => {
  await using stage = await staged();
  assert.match(
    text(await main(stage, "/opportunities")),
    /would connect 19,039 people in 10 places with 2 masts, EUR 6\.81 per person/,
  );
  await stage.say(PLAN_WITHDRAWN, stage.subject, {});
  const empty = await main(stage, "/opportunities");
  assert.match(empty, /There are no plans yet\..*href="\/take-part\/opportunity\?kind=need"/);
  assert.doesNotMatch(empty, /cnd plan/, "it is read by people who run nothing");
  const moved = await stage.ask("/plans");
  assert.equal(moved?.kind === "redirect" && moved.to, "/opportunities#plans");
});

test("PN45 the link page's example is a position on the plan's own ground", async () => {
  await using stage = await staged();
  const { sites } = samplePlan();
  const { lat, lon } = sites[0]!;
  const html = text(await main(stage, "/plans/cerdanya/link"));
  assert.ok(
    html.includes(`or a position such as ${lat.toFixed(2)}, ${lon.toFixed(2)}. Or tap`),
    html,
  );
});

test("PN46 a step calls a relay what serves nobody, and any other mast on its way a mast", async () => {
  const { sites, steps } = samplePlan();
  const [first, ...later] = steps;
  const relay = later[0]!.site;
  const withRelay = (serves: boolean) => ({
    sites: sites.map((site) => (site.id === relay ? { ...site, serves } : site)),
    steps: [{ ...first!, relays: [relay] }, ...later],
  });
  await using relays = await staged(withRelay(false));
  assert.match(text(await main(relays, "/plans/cerdanya")), /and 1 relay /);
  await using masts = await staged(withRelay(true));
  const html = text(await main(masts, "/plans/cerdanya"));
  assert.match(html, /and 1 more mast /);
  assert.doesNotMatch(html, /and \d+ relay/);
});

test("PN5 people come first, then places, then money, and all of it is hatched", async () => {
  await using stage = await staged();
  const html = await main(stage, "/plans/cerdanya");
  const at = (words: RegExp) => {
    const found = html.search(words);
    assert.ok(found >= 0, String(words));
    return found;
  };
  const [who, where, money] = [
    at(/<p class="num claimed"><span>19,039/),
    at(/in 10 places, with 2 masts/),
    at(/<p class="num mid claimed"><span>EUR 6\.81/),
  ];
  assert.ok(who < where && where < money);
  assert.ok(money < at(/id="where"/) && at(/id="where"/) < at(/id="order"/));
  assert.match(html, /<span class="state claimed">computed, not yet verified/);
});

test("PN5 a plan that reaches nobody says so instead", async () => {
  await using stage = await staged({ steps: [] });
  const html = await main(stage, "/plans/cerdanya");
  assert.match(html, /this budget, the plan reaches nobody/);
  assert.doesNotMatch(html, /class="num/);
});

test("PN6 a light relief lies under the map, a heavy one and the coverage wait with their weight", async () => {
  await using light = await staged();
  const html = await main(light, "/plans/cerdanya");
  assert.match(html, /<figure class="map over c8"><picture><source[^>]*dark[^>]*><img/);
  assert.match(html, /<b>Where a device would have service<\/b><span>3 kB · 1 s/);
  const { map } = samplePlan();
  await using heavy = await staged({ map: { ...map, day: { ...map!.day, bytes: 60_000 } } });
  const waits = await main(heavy, "/plans/cerdanya");
  assert.doesNotMatch(waits, /<figure class="map over c8"><picture>/);
  assert.match(waits, /<b>Terrain relief on the map<\/b><span>60 kB · 3 s/);
  await using bare = await staged({ map: undefined });
  assert.doesNotMatch(await main(bare, "/plans/cerdanya"), /<img/);
});

test("PN6 every place is on the map by its people, and the line goes through all masts", async () => {
  await using stage = await staged();
  const html = await main(stage, "/plans/cerdanya");
  const map = /<figure class="map over c8">.*?<\/svg>/s.exec(html)![0];
  const plan = samplePlan();
  assert.equal(map.match(/class="cell"/g)?.length, plan.places.length - 1);
  assert.equal(map.match(/class="ring dots"/g)?.length, 1); // Lles, which is not reached
  assert.equal(map.match(/class="pin"/g)?.length, plan.sites.length);
  const [thread] = /<path class="thread" [^>]*d="[^"]*"/.exec(map)!;
  assert.equal(thread.match(/M/g)?.length, plan.hops.length);
});

test("PN7 each hop has its profile, its zone and a table of the same", async () => {
  await using stage = await staged();
  const html = await main(stage, "/plans/cerdanya/hops/1");
  assert.match(html, /From .*Puigcerdà, where the line arrives.* to .*Summit at 1304 m/);
  for (const id of ["ground", "zone", "line", "masts"])
    assert.match(html, new RegExp(`id="profile-${id}"[^>]* d="M\\d`), id);
  assert.match(text(html), /1,242 % of the first Fresnel zone/);
  const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([row]) => text(row));
  assert.ok(rows.length > 15 && rows.length <= 26, `${rows.length} rows`);
  assert.match(rows[0]!, /0 km 1,211 m 1,236 m 0 m/); // the ground and, 25 m over it, the antenna
  assert.match(rows.at(-1)!, /11\.4 km 1,304 m 1,324 m 0 m/);
});

test("PN7 what of a year a hop stands is said to four places: 99.9996 is not 100, and what is not known has no row", async () => {
  const [first, second] = samplePlan().hops;
  await using stage = await staged({
    hops: [
      { ...first, availability: 99.9996 },
      { ...second, availability: undefined },
    ],
  });
  assert.match(
    text(await main(stage, "/plans/cerdanya/hops/1")),
    /Availability 99\.9996 % about 2 minutes of outage a year/,
  );
  assert.doesNotMatch(text(await main(stage, "/plans/cerdanya/hops/2")), /Availability/);
  assert.match(text(await main(stage, "/plans/cerdanya")), / 99\.9996 % about 2 minutes /);
});

test("PN7 what a year lacks is said in hours; below 99 %, also in an older plan, no number is", async () => {
  const [first, second] = samplePlan().hops;
  const lasting = (availability: number, more = {}) => ({ ...first, availability, ...more });
  await using stage = await staged({
    hops: [lasting(99.95, { level: -61.3 }), { ...second, availability: 98.9999 }],
  });
  const hop = text(await main(stage, "/plans/cerdanya/hops/1"));
  assert.match(hop, /Received level -61\.3 dBm/);
  assert.match(hop, /99\.95 % about 4 hours of outage a year/);
  const below = /below 99 % more than 87 hours of outage a year/;
  for (const path of ["/plans/cerdanya/hops/2", "/plans/cerdanya"]) {
    assert.match(text(await main(stage, path)), below);
    assert.doesNotMatch(text(await main(stage, path)), /98\.99/);
  }
  await using capped = await staged({ hops: [lasting(99, { below: true }), second] });
  assert.match(text(await main(capped, "/plans/cerdanya/hops/1")), below);
});

test("PN40 a hop’s page says in words whether its way is clear, too narrow or blocked, and what both models say where they are far apart", async () => {
  const [first, second] = samplePlan().hops;
  await using stage = await staged({
    hops: [
      { ...first, clearance: 0.599, tightest: 11.2, p526: 0.4, itm: 14 },
      { ...second, clearance: -0.27, tightest: 3, p526: 0, itm: 9 },
    ],
  });
  const narrow = text(await main(stage, "/plans/cerdanya/hops/1"));
  assert.match(
    narrow,
    /but 11\.2 km from the first mast, only 59 % of the first Fresnel zone is free/,
  );
  assert.match(
    narrow,
    /Two models disagree .* 0\.4 dB according to ITU-R P\.526 .* 14 dB .*ITM.* larger loss/,
  );
  const blocked = text(await main(stage, "/plans/cerdanya/hops/2"));
  assert.match(
    blocked,
    /cannot see each other\. The ground blocks the line, most of all 3 km from/,
  );
  assert.doesNotMatch(blocked, /Two models/);
  await using early = await staged(); // of a plan that says neither place nor losses
  const clear = text(await main(early, "/plans/cerdanya/hops/1"));
  assert.match(clear, /The line is clear\. At its tightest point, [\d.]+ km from the first mast/);
  assert.doesNotMatch(clear, /Two models/);
});

test("PN8 people against money is a curve with the bound beside it, and a table", async () => {
  await using stage = await staged();
  const html = await main(stage, "/plans/cerdanya");
  assert.match(html, /<path class="rule" stroke-dasharray="6 6" d="M/);
  const table = /id="curve".*?<table>(.*?)<\/table>/s.exec(html)![1]!;
  assert.match(text(table), /EUR 75,482 16,918 17,256 EUR 129,698 19,039 19,420/);
  const curve = samplePlan().curve.map(({ cost, people: reached }) => ({ cost, people: reached }));
  await using bare = await staged({ curve });
  assert.doesNotMatch(await main(bare, "/plans/cerdanya"), /stroke-dasharray="6 6"/);
});

test("PN9 a place says when, by which way, and what is known of it; what nobody measured is said", async () => {
  await using stage = await staged();
  const html = await main(stage, "/plans/cerdanya/places/toloriu");
  assert.match(text(html), /The plan reaches this place in step 3, from Summit at 1669 m/);
  assert.equal(html.match(/href="\/plans\/cerdanya\/hops\/\d"/g)?.length, 2); // both on the way
  assert.match(text(html), /people 1009 Mar 2023 GeoNames, cities500/);
  assert.equal(html.match(/<td class="wanted">not measured yet/g)?.length, 2);
  assert.match(html, /\/measure">Measure it/);
  const missed = await main(stage, "/plans/cerdanya/places/lles-de-cerdanya");
  assert.match(missed, /says nothing about the connection people there have today/);
  assert.match(missed, /href="\/places\/lles"/);
});

test("PN10 the proof is in plain words, and what is weighed is not called people", async () => {
  const { proof } = samplePlan();
  const said = async (set: object) => {
    await using stage = await staged({ proof: { ...proof, ...set } });
    return text(await main(stage, "/plans/cerdanya"));
  };
  assert.match(
    await said({}),
    /Under these rules, no plan for this money reaches more than 19,420 people\. This plan reaches 19,039, so a better one could gain at most 2 %/,
  );
  assert.match(
    await said({ bound: proof.value, gap: 0 }),
    /no plan for this money reaches more people/,
  );
  assert.match(
    await said({ value: 30_000, bound: 30_600 }),
    /Under these rules and weights, no plan for this money scores more than 30,600\./,
  );
});

test("PN11 what it could not do and what it rests on stand on the page", async () => {
  await using stage = await staged();
  const html = text(await main(stage, "/plans/cerdanya"));
  for (const words of [
    "Lles de Cerdanya: one more mast would reach it",
    "Every mast is 20 m high; nobody has asked who owns the ground.",
    "free space and the sight between antennas",
    "0.2 % of heights were filled in, not measured",
    "each person: 1",
  ])
    assert.ok(html.includes(words), words);
  await using all = await staged({ open: [] });
  assert.match(await main(all, "/plans/cerdanya"), /The plan meets every requirement/);
});

test("PN12 the three measures stand side by side, with their source; one line names what is not known", async () => {
  await using stage = await staged();
  const html = await main(stage, "/plans/cerdanya");
  const part = /id="measures".*?<\/section>/s.exec(html)![0];
  assert.deepEqual(
    [...part.matchAll(/<h3>(\w+)<\/h3>/g)].map((m) => m[1]),
    ["Seamless", "Secure"],
  );
  assert.match(part, /We do not yet know: /);
  assert.match(part, /99\.9 % of the time/);
});

test("PN13 masts, hops and places are GeoJSON, and the bill of materials is CSV", async () => {
  await using stage = await staged();
  const one = await stage.ask("/plans/cerdanya.geojson");
  assert.equal(one?.kind, "file");
  const plan = samplePlan();
  const count = plan.sites.length + plan.hops.length + plan.places.length;
  const { features: found } = JSON.parse(String(one?.kind === "file" && one.body)) as {
    features: { id: string; geometry: { type: string; coordinates: unknown } }[];
  };
  assert.equal(found.length, count);
  assert.deepEqual(found.find(({ id }) => id === "cerdanya/hops/1")!.geometry.coordinates, [
    [1.92819, 42.4316],
    [1.835, 42.35583],
  ]);
  assert.match(await main(stage, "/plans/cerdanya"), /href="\/log\/subjects\/[0-9a-f]{64}"/);
  const all = await stage.ask("/data/plans.geojson");
  assert.equal(String(all?.kind === "file" && all.body), String(one?.kind === "file" && one.body));
  const bill = await stage.ask("/plans/cerdanya/materials.csv");
  assert.match(
    String(bill?.kind === "file" && bill.body),
    /\r\nRadio and dish for a hop,5g8-dish,,4,piece,900,,,,EUR,https:/,
    "an older plan does not tell purchases from yearly costs",
  );
});

test("PN100 the page says that there is a GeoTIFF of the coverage, and whom to ask for it", async () => {
  await using stage = await staged();
  const page = await main(stage, "/plans/cerdanya");
  const { by, map } = samplePlan();
  assert.ok(map);
  assert.ok(page.includes("planning program also writes the coverage as a GeoTIFF"));
  assert.ok(new RegExp(`Ask <bdi[^>]*>${by}</bdi> for it`).test(page), by);
  await using bare = await staged({ map: undefined });
  assert.ok(!(await main(bare, "/plans/cerdanya")).includes("GeoTIFF"));
});

test("PN101 a place's page says of how many of its houses, or of points, it is reached; of an older plan nothing", async () => {
  const [first, ...rest] = samplePlan().places;
  const said = async (share?: {
    least: number;
    most: number;
    of: number;
    are: "houses" | "points";
  }) => {
    await using stage = await staged({ places: [{ ...first!, ...(share && { share }) }, ...rest] });
    const page = await main(stage, `/plans/cerdanya/places/${first!.id}`);
    return /Share reached<\/dt>\s*<dd>\s*<span[^>]*>([^<]*)/.exec(page)?.[1];
  };
  assert.ok(first!.site);
  assert.equal(
    await said({ least: 0.7, most: 0.9, of: 81, are: "houses" }),
    "70 to 90 % of 81 houses",
  );
  assert.equal(
    await said({ least: 1, most: 1, of: 1, are: "points" }),
    "100 % of 1 point around the centre",
  );
  assert.equal(await said(), undefined);
});

test("PN13 a hop across the 180th meridian is cut there, and one that ends on it is whole", async () => {
  const [first, second] = samplePlan().sites;
  const hop = samplePlan().hops[0]!;
  const cut = async (from: number, to: number) => {
    await using stage = await staged({
      sites: [
        { ...first, lat: 42.4, lon: from },
        { ...second, lat: 42.6, lon: to },
      ],
      hops: [{ ...hop, from: first!.id, to: second!.id }],
    });
    const answer = await stage.ask("/plans/cerdanya.geojson");
    const { features: found } = JSON.parse(String(answer?.kind === "file" && answer.body)) as {
      features: { id: string; geometry: unknown }[];
    };
    return found.find(({ id }) => id === "cerdanya/hops/1")!.geometry;
  };
  const line = (...coordinates: number[][]) => ({ type: "LineString", coordinates });
  assert.deepEqual(await cut(179.9, -179.7), {
    type: "MultiLineString",
    coordinates: [
      [
        [179.9, 42.4],
        [180, 42.45],
      ],
      [
        [-180, 42.45],
        [-179.7, 42.6],
      ],
    ],
  });
  assert.deepEqual(await cut(-179.9, 179.9), {
    type: "MultiLineString",
    coordinates: [
      [
        [-179.9, 42.4],
        [-180, 42.5],
      ],
      [
        [180, 42.5],
        [179.9, 42.6],
      ],
    ],
  });
  assert.deepEqual(await cut(180, -179.9), line([-180, 42.4], [-179.9, 42.6]));
  assert.deepEqual(await cut(179.9, -180), line([179.9, 42.4], [180, 42.6]));
  assert.deepEqual(await cut(180, -180), line([-180, 42.4], [-180, 42.6]));
  assert.deepEqual(await cut(-1, 1), line([-1, 42.4], [1, 42.6]));
});

/** A small bill in three parts, as the planner writes it. */
const BILL = {
  money: {
    ...samplePlan().money,
    capex: 29_000.5,
    opex: 600.25,
    presentValue: 33_635.22,
    besides: {
      households: { capex: 12_000, opex: 1200, presentValue: 24_000 },
      transit: { capex: 0, opex: 974.4, presentValue: 7524.06 },
    },
    households: 7616,
    subscribers: 3046,
    priceMonth: 8.52,
  },
  materials: [
    ["Mast", "network", 2, "piece", 14_500.25, 290, 29_000.5, 580],
    ["Energy", "network", 81, "kWh a year", 0, 0.25, 0, 20.25],
    ["Subscriber's radio", "households", 100, "piece", 120, 12, 12_000, 1200],
    ["Transit", "transit", 160, "Mbit/s", 0, 6.09, 0, 974.4],
  ].map(([item, part, count, unit, price, priceYearly, purchase, yearly]) => ({
    item,
    part,
    count,
    unit,
    price,
    priceYearly,
    purchase,
    yearly,
  })),
  sites: samplePlan().sites.map((site, i) => ({
    ...site,
    power: [
      undefined,
      { from: "grid", watts: 65 },
      { from: "sun", watts: 25, panels: 0.286, battery: 2.369 },
    ][i],
  })),
};

test("PN61 the bill says network, households and transit apart, purchases apart from each year, subscribers apart from people covered", async () => {
  await using stage = await staged(BILL);
  const html = await main(stage, "/plans/cerdanya");
  const head = text(html.slice(0, html.indexOf('id="where"')));
  assert.match(head, /EUR 6\.81 per person covered, for the network, present value over 10 years/);
  assert.match(
    head,
    /EUR 8\.52 per month for a subscribing household, including its own equipment/,
  );
  assert.match(head, /3,046 of the 7,616 covered households subscribe/);
  const prices = text(/id="prices".*?<\/section>/s.exec(html)![0]);
  for (const row of [
    "Part Cost to build Running cost per year Present value",
    "Network EUR 29,001 EUR 600 EUR 33,635",
    "Households’ equipment EUR 12,000 EUR 1,200 EUR 24,000",
    "Transit to the internet EUR 0 EUR 974 EUR 7,524",
    "Everything EUR 41,001 EUR 2,775 EUR 65,159",
    "The budget pays for the network. The monthly price pays for everything",
    "Households covered 7,616 Households that subscribe 3,046",
    "Monthly price for a subscribing household EUR 8.52",
    "Bill of materials Amounts are in EUR.",
    "Energy No source is given. 81 kWh a year 0.25 20.25",
    "Network 29,000.50 600.25 Subscriber's radio",
    "Summit at 1304 m grid 65 W",
    "sun 25 W 0.29 kWp 2.4 kWh",
  ])
    assert.ok(prices.replaceAll("&#39;", "'").includes(row), `${row}\n${prices}`);
  assert.match(
    text(await main(stage, "/opportunities")),
    /EUR 6\.81 per person covered ?, EUR 8\.52 per month for a subscribing household/,
  );
  const bill = await stage.ask("/plans/cerdanya/materials.csv");
  assert.match(
    String(bill?.kind === "file" && bill.body),
    /\r\nEnergy,,network,81,kWh a year,0,0\.25,0,20\.25,EUR,,\r\n/,
  );
});

test("PN61 a plan from before has its network alone, and nothing is made of the rest", async () => {
  await using stage = await staged();
  const html = await main(stage, "/plans/cerdanya");
  const prices = text(/id="prices".*?<\/section>/s.exec(html)![0]);
  assert.match(prices, /Network EUR 88,000 EUR 5,400 EUR 129,698/);
  assert.match(prices, /Radio and dish for a hop .* 4 piece EUR 900 EUR 3,600/);
  assert.doesNotMatch(prices, /subscribe|Transit|Everything|Power at each mast/);
});

test("PN14 an example says that nobody has promised to build it", async () => {
  await using example = await staged();
  assert.match(
    await main(example, "/plans/cerdanya"),
    /It is not a promise to build anything\.<\/p>/,
  );
  await using real = await staged({ example: undefined, summary: "A plan." });
  assert.doesNotMatch(await main(real, "/plans/cerdanya"), /It is not a promise/);
});

test("PN15 a plan stands on the page of a place that it names", async () => {
  await using stage = await staged();
  const html = await main(stage, "/places/lles");
  assert.match(html, /Plans for this place.*href="\/plans\/cerdanya"/s);
  assert.match(html, /href="\/plans\/cerdanya\/places\/lles-de-cerdanya"/);
});

test("PN16 an old address leads on; what is unknown or withdrawn is no page", async () => {
  await using stage = await staged();
  await stage.say("slug.bound/1", stage.subject, { space: "plans", slug: "high-cerdanya" });
  for (const below of ["", "/hops/1", "/places/toloriu", "/link", "/materials.csv", ".geojson"]) {
    const answer = await stage.ask(`/plans/cerdanya${below}`);
    assert.equal(answer?.kind === "redirect" && answer.to, `/plans/high-cerdanya${below}`);
  }
  const nothing = ["/plans/no", "/plans/high-cerdanya/hops/9", "/plans/high-cerdanya/places/no"];
  for (const path of [...nothing, "/plans/high-cerdanya/hops/1e0"])
    assert.equal(await stage.ask(path), undefined, path);
  await stage.say(PLAN_WITHDRAWN, stage.subject, {});
  assert.equal(await stage.ask("/plans/high-cerdanya"), undefined);
});

test("PN23 projects that came of a plan stand on its page, each with its state", async () => {
  await using stage = await staged();
  assert.doesNotMatch(await main(stage, "/plans/cerdanya"), /Projects/);
  const masts = { title: "Two masts", summary: "The first two.", state: "building" };
  const opened = { ...masts, plan: stage.subject };
  const project = await stage.open("project.opened/1", "projects", "two-masts", opened);
  await stage.open("project.opened/1", "projects", "other", { ...masts, title: "Another" });
  const html = await main(stage, "/plans/cerdanya");
  const [part] = /<section aria-labelledby="projects-here">.*?<\/section>/s.exec(html)!;
  assert.match(
    text(part),
    /Projects that resulted from this plan building Two masts The first two\./,
  );
  assert.match(part, /href="\/projects\/two-masts"/);
  assert.doesNotMatch(part, /Another/);
  assert.ok(html.indexOf('id="build"') < html.indexOf(part));
  await stage.say("project.withdrawn/1", project, {});
  assert.doesNotMatch(await main(stage, "/plans/cerdanya"), /Two masts/);
});

test("PN21 a plan's page leads to its conversation", async () => {
  await using stage = await staged();
  assert.match(await main(stage, "/plans/cerdanya"), /href="\/plans\/cerdanya\/comment"/);
  assert.equal((await stage.ask("/plans/cerdanya/conversation"))?.kind, "page");
});

test("PN24 a plan says its words in the reader's language, and names as they are", async () => {
  await using stage = await staged({ assumptions: ["Nobody has told us so."] });
  const texts: Readonly<Record<string, string>> = {
    "Nobody has told us so.": "Personne ne nous l’a dit.",
  };
  const french = speaking(stage.db, {
    lang: "fr",
    own: "en",
    isUnreviewed: true,
    of: (space, words) => (space === "plans" ? texts[words] : undefined),
  });
  const plan = (await planAt(french, "cerdanya"))!.plan;
  assert.deepEqual(plan.assumptions, ["Personne ne nous l’a dit."]);
  const { name } = plan.places.find(({ id }) => id === "lles-de-cerdanya")!;
  assert.equal(
    withEnglish(`<b>${name}</b>`),
    `<b><span lang="en" dir="ltr" translate="no">${unmarked(name)}</span></b>`,
  );
  assert.equal((await planAt(stage.db, "cerdanya"))!.plan.assumptions[0], "Nobody has told us so.");
});
