/** A wanted availability decides what is offered and chosen, and levels are everywhere the same (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { stringify } from "yaml";
import { RADIOS, radioOf } from "../../../engines/costs/radios.ts";
import { ITM_DEFAULTS } from "../../../engines/propagation/itm/options.ts";
import { linkBudget, linkOverGround } from "../../../engines/propagation/link.ts";
import { outagesOf, type FixedLink } from "../../../engines/propagation/outage.ts";
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import { profileBetween } from "../../../engines/terrain/profile.ts";
import { lossOver, radioFor } from "../browser/budget.ts";
import { hopOf } from "../browser/hop.ts";
import { radiosOf } from "../link-form.ts";
import { siteNamed, wayTo } from "../numbers.ts";
import { worstOf } from "./air.ts";
import { candidatesOf } from "./candidates.ts";
import { linesBetween } from "./hops.ts";
import { holdsTogether, planFor } from "./plan.test.kit.ts";
import { parseRegion } from "./region.ts";
import { at, gridOf, regionFields } from "./region.test.kit.ts";

const AIR = {
  rain: 42,
  gradient: -250,
  source: { title: "Maps of the air", url: "https://example.org/air" },
};
const grid = gridOf();
const BACKHAUL = ["link-80ghz", "link-18ghz", "link-5ghz-ac"];

/** Per cent of a year, as the engine says it for ends of these heights. */
function outage(
  way: Pick<FixedLink, "km" | "mhz" | "ends">,
  margin: number,
  air: Pick<typeof AIR, "rain" | "gradient">,
): number {
  const { rainOutage, multipathOutage } = outagesOf({ ...way, polarisation: "vertical" }, margin, {
    latitude: 42.45,
    ...air,
  });
  return rainOutage! + multipathOutage!;
}

test("PM28 a line has the fastest step of modulation that keeps its share of the outage, whatever masts are built", async () => {
  const air = { ...AIR, rain: 150 };
  const fields = { ...regionFields(), air };
  const backhaul = { radios: BACKHAUL, reach: 12, fade: 3, hops: 3, availability: 99.8 };
  const region = parseRegion(stringify({ ...fields, backhaul }), "valleys.yaml");
  const road = [at(10, 10), at(10, 110), at(110, 60)];
  const places = [{ id: "eastham", name: "Eastham", ...at(60, 100), people: 600 }];
  const { candidates } = candidatesOf(region, { grid, voids: undefined }, places, [road]);
  const radios = BACKHAUL.map((id) => radioOf(id, "backhaul"));
  const ground = { radios, grid, candidates };
  const lines = await linesBetween({ region, ...ground }, {});
  const share = (100 - 99.8) / 3;
  let slowed = 0;
  for (const { a, b, km, radio: id, capacity, margin } of lines) {
    const [from, to] = [candidates[a]!, candidates[b]!];
    const pairs = from.masts.flatMap((x) => to.masts.map((y) => [x, y] as const));
    const worst = (mhz: number, dB: number) =>
      Math.max(
        ...pairs.map(([x, y]) =>
          outage({ km, mhz, ends: [from.ground + x, to.ground + y] }, dB, air),
        ),
      );
    const { mhz, rungs } = radioOf(id, "backhaul");
    assert.ok(worst(mhz, margin) <= share + 1e-9, `${id} over ${km} km`);
    const step = rungs.findIndex(({ mbps }) => mbps === capacity);
    const faster = rungs[step + 1];
    if (!faster) continue;
    const left = margin - (faster.sensitivity - rungs[step]!.sensitivity);
    if (left < 3) continue;
    slowed += 1;
    // What multipath takes at the most careful ends may be a little more than at any pair.
    assert.ok(worst(mhz, left) > share - 0.005, `${id} over ${km} km carries a faster step`);
  }
  assert.ok(slowed > 5, `${slowed} lines are slowed by rain`);
  const { availability: _, ...unasked } = region.backhaul;
  const all = await linesBetween({ region: { ...region, backhaul: unasked }, ...ground }, {});
  assert.ok(
    lines.length < all.length,
    `${lines.length} of ${all.length}: some radios stand nowhere`,
  );
});

/** A chain of masts that stand, each in reach of the next alone. */
const chained = (backhaul: object) => (fields: Record<string, unknown>) => {
  fields["air"] = { ...AIR, rain: 120 };
  fields["masts"] = [40, 60].map((column) => ({
    name: `Mast ${column}`,
    ...at(60, column),
    mast: 30,
  }));
  fields["candidates"] = { summits: 0, settlements: false };
  fields["backhaul"] = { radios: ["link-80ghz"], reach: 1.5, fade: 0, hops: 2, ...backhaul };
};

test("PM28 all hops on the way to each mast that serves stand together as much as the region file wants", async () => {
  const free = await planFor(chained({}));
  for (const availability of [99.9, 99.95]) {
    const { plan } = await planFor(chained({ availability }));
    holdsTogether(plan);
    assert.equal(worstOf(plan)!.way.length, 2);
    for (const { id } of plan.sites.filter(({ serves }) => serves)) {
      const stands = wayTo(plan, id).reduce((all, hop) => (all * hop.availability!) / 100, 100);
      assert.ok(stands >= availability, `${id}: ${stands} of ${availability} %`);
    }
    assert.ok(plan.measures!.seamless!.availability!.value >= availability);
    assert.ok(
      plan.assumptions.some((said) => said.includes(`for ${availability} % of an average year`)),
    );
  }
  assert.ok(worstOf(free.plan)!.availability < 99.9, "which without it would not");
});

test("PM28 where no way stands as much, no hop is built and the plan says why", async () => {
  const { plan } = await planFor(chained({ availability: 99.995 }));
  assert.deepEqual(plan.hops, []);
  assert.ok(
    plan.open.some((said) => said.includes("at most 2 clear hops that together work for 99.995 %")),
    plan.open.join("\n"),
  );
});

test("PM26 where the worst way is below what its law holds for, the plan says that and no number", async () => {
  const { plan } = await planFor((fields) => {
    chained({})(fields);
    fields["air"] = { ...AIR, rain: 280 };
    fields["masts"] = [{ name: "Far", ...at(20, 60), mast: 30 }];
    (fields["backhaul"] as { reach: number }).reach = 6;
  });
  holdsTogether(plan);
  const capped = plan.hops.filter(({ below }) => below);
  assert.ok(capped.length > 0 && capped.every(({ availability }) => availability === 99));
  assert.equal(plan.measures!.seamless, undefined);
  assert.match(
    plan.open.join("\n"),
    /more than 87 hours in an average year, so its availability is below 99 %/,
  );
});

test("PM29 plan, link page and `radio link` say one level and one margin of a clear link, within 0.1 dB", async () => {
  let looked = 0;
  for (const radio of ["link-80ghz", "link-18ghz", "link-7ghz", "link-5ghz-ac"]) {
    const { plan } = await planFor((fields) => {
      fields["backhaul"] = { radios: [radio], reach: 15, fade: 3 };
    });
    for (const { from, to, fromMast, toMast, mhz, level, margin, capacity } of plan.hops) {
      const ends = [siteNamed(plan, from)!, siteNamed(plan, to)!] as const;
      const way = { ...profileBetween(grid, ...ends), fromMast, toMast };
      const { eirp, gain, rungs } = RADIOS.find(({ id }) => id === radio)!;
      const { sensitivity } = rungs.find(({ mbps }) => mbps === capacity)!;
      const ground = { ...way, itm: { ...ITM_DEFAULTS, frequency: mhz } };
      const ofCommand = linkBudget(
        ground,
        linkOverGround(ground),
        { power: eirp - gain, fromGain: gain, toGain: gain, sensitivity },
        { latitude: 42.5 },
      );
      const known = radioFor(radiosOf(plan), [ends[1].name, ends[0].name], mhz)!;
      const arrives = known.power - lossOver(hopOf({ ...way, frequency: mhz })!);
      for (const [said, wanted] of [
        [level!, ofCommand.received],
        [arrives, ofCommand.received],
        [margin, ofCommand.margin],
        [arrives - known.needs, ofCommand.margin],
      ] as const)
        assert.ok(Math.abs(said - wanted) <= 0.1 + 1e-9, `${radio}: ${said}, expected ${wanted}`);
      assert.ok(distanceKm(...ends) > 1);
      assert.equal(known.mbps, capacity);
      looked += 1;
    }
  }
  assert.ok(looked >= 4);
});
