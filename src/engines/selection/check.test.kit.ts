/** Whether a choice keeps to its problem, counted anew from the problem alone. */
import assert from "node:assert/strict";
import type { Choice, Problem } from "./problem.ts";

const sum = (list: Iterable<number>): number => [...list].reduce((a, b) => a + b, 0);

/** Fails where a choice is none. */
export function check({ sites, hops, places, limits }: Problem, choice: Choice): void {
  const bySite = new Map(choice.built.map((built) => [built.site, built]));
  assert.equal(bySite.size, choice.built.length, "a site is built once");
  const load = new Map(choice.built.map(({ site }) => [site, 0]));
  const own = new Map(load);
  const air = new Map<string, number>();
  for (const [place, site] of choice.servedBy.entries()) {
    if (site < 0) continue;
    const { option, depth } = bySite.get(site)!;
    assert.ok(sites[site]!.options[option]!.covers.includes(place), "it covers what it serves");
    own.set(site, own.get(site)! + places[place]!.load);
    const { covers, airtime } = sites[site]!.options[option]!;
    const takes = airtime?.[covers.indexOf(place)];
    const sector = `${site} ${takes?.sector}`;
    if (takes) air.set(sector, (air.get(sector) ?? 0) + takes.share);
    let [at, steps] = [bySite.get(site)!, 0];
    load.set(site, load.get(site)! + places[place]!.load);
    for (; at.from !== undefined; steps++) {
      at = bySite.get(at.from)!;
      load.set(at.site, load.get(at.site)! + places[place]!.load);
    }
    assert.equal(steps, depth);
  }
  for (const [sector, share] of air)
    assert.ok(share <= 1 + 1e-8, `site and sector ${sector} have the time: ${share}`);
  for (const { site, option, hop, from, depth, load: told } of choice.built) {
    const { uplink, capacity = Infinity, mast } = sites[site]!.options[option]!;
    assert.ok(own.get(site)! <= capacity + 1e-9, "a site serves what it can");
    assert.ok(Math.abs(load.get(site)! - told) < 1e-9, "its load is told");
    assert.ok(depth <= (limits.hops ?? Infinity));
    if (hop === undefined || from === undefined) {
      assert.ok(uplink !== undefined && told <= uplink + 1e-9, "without a hop it has an uplink");
      continue;
    }
    const offer = hops[hop]!;
    assert.deepEqual(new Set([offer.a, offer.b]), new Set([site, from]));
    const other = bySite.get(from)!;
    assert.equal(depth, other.depth + 1);
    const otherMast = sites[from]!.options[other.option]!.mast;
    const [atA, atB] = offer.a === site ? [mast, otherMast] : [otherMast, mast];
    assert.ok(
      offer.masts.some(([a, b]) => atA >= a && atB >= b),
      "the masts clear the hop",
    );
    assert.ok(told <= offer.capacity + 1e-9, "the hop carries what is behind it");
  }
  const cost = sum(
    choice.built.map(
      ({ site, option, hop }) =>
        sites[site]!.options[option]!.cost + (hop === undefined ? 0 : hops[hop]!.cost),
    ),
  );
  assert.ok(Math.abs(cost - choice.cost) < 1e-9 && cost <= (limits.budget ?? Infinity) + 1e-9);
  const counted = choice.built.filter(({ site, option }) => sites[site]!.options[option]!.cost > 0);
  assert.ok(counted.length <= (limits.sites ?? Infinity));
  const served = [...choice.servedBy.keys()].filter((place) => choice.servedBy[place]! >= 0);
  assert.equal(choice.people, sum(served.map((place) => places[place]!.people)));
  assert.ok(
    Math.abs(
      choice.weighed - sum(served.map((place) => places[place]!.people * places[place]!.weight)),
    ) < 1e-6,
  );
  assert.ok(choice.bound >= choice.weighed && choice.gap >= 0 && choice.gap <= 1);
}
