/** The sheet of a mast on paper and for search engines. */
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { places } from "../src/features/places/feature.ts";
import { plans } from "../src/features/plans/feature.ts";
import { samplePlan } from "../src/features/plans/plan.fixture.ts";
import { PLAN_MADE, type Plan } from "../src/features/plans/records.ts";
import { openStage } from "../src/features/stories/stage.fixture.ts";
import { serve, temporary } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

/** A mast with as much on it as a sheet has to hold. */
function crowded(): Plan {
  const plan = samplePlan();
  const [first] = plan.sites;
  const channel = { mhz: 5580, width: 20 };
  const ends = Array.from({ length: 3 }, (_, i) => ({
    ...plan.sites[1]!,
    id: `end-${i}`,
    name: `Summit of ${1300 + i} m 0.6 km east of Montgaillard`,
    lat: 42.5 + i / 20,
  }));
  return {
    ...plan,
    sites: [
      {
        ...first!,
        power: { from: "sun", watts: 130 },
        sectors: [0, 120, 240].map((azimuth) => ({
          azimuth,
          beam: 90,
          tilt: 2,
          airtime: 0.6,
          channel,
        })),
      },
      ...ends,
    ],
    hops: ends.map(({ id }) => ({
      ...plan.hops[0]!,
      from: first!.id,
      to: id,
      channel,
      level: -60.5,
    })),
    places: Array.from({ length: 18 }, (_, i) => ({
      ...plan.places[1]!,
      id: `place-${i}`,
      name: `Saint-Pierre-de-Rivière ${i}`,
      site: first!.id,
      sector: i % 3,
      level: -60.5,
    })),
  };
}

test("PN84 printed, a sheet of three hops and three sectors with six places each is one page of A4", async () => {
  await using stage = await openStage([places, plans]);
  await stage.open(PLAN_MADE, "plans", "crowded", crowded());
  const { html } = await stage.page("/plans/crowded/sites/puigcerda-pop");
  assert.equal(html.match(/MHz wide/g)?.length, 6);
  const page = await browser.newPage();
  await page.setContent(html);
  const pdf = (await page.pdf({ format: "A4", margin: PAPER })).toString("latin1");
  assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1);
  await page.close();
});

const PAPER = { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" };

test("PN83 each mast's sheet is in the sitemap, as each hop is", async () => {
  using folder = temporary();
  const env = { CND_DATA: `${folder.dir}/data` };
  succeed(["import", "docs/protocol/valid/plan"], env);
  await using server = await serve(env);
  const map = await (await fetch(`${server.base}/sitemap.xml`)).text();
  const { sites, hops } = samplePlan();
  for (const { id } of sites) assert.ok(map.includes(`/plans/cerdanya/sites/${id}<`), id);
  for (const i of hops.keys()) assert.ok(map.includes(`/plans/cerdanya/hops/${i + 1}<`));
});
