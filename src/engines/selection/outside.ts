/** What the way to the internet is worth at most to what hangs on an option, so that most labels are not followed. */
import type { Layer } from "./branches.ts";
import type { Front } from "./front.ts";
import { optionsOf, type Network } from "./network.ts";
import { offersOf, stepsOf, type Plan, type Priced } from "./pricing.ts";

/**
 * @param best what the best branch of each first site is worth
 * @returns for so many hops upwards at most, each option, and each amount of Mbit/s in steps that it carries: what its way
 * adds at most, less the best of its first site; -Infinity where no way is wide enough
 */
export function outside(
  network: Network,
  plan: Plan,
  priced: Priced,
  layers: readonly Layer[],
  best: ReadonlyMap<number, number>,
): Float64Array[][] {
  const { siteOf, levelOf, uplink } = network;
  const hung: Front[] = [];
  const none = Array.from(siteOf, () => nothing(plan));
  for (const o of plan.options) {
    const { behind } = layers.at(-1)!;
    const offers = offersOf(network, plan, priced, siteOf[o]!, levelOf[o]!, behind);
    hung[o] = stepsOf(network, plan, priced, o, offers.values()).at(-1)!.all;
    if (uplink[o]! > 0) none[o]!.fill(-(best.get(siteOf[o]!) ?? 0), 0, plan.up[o]! + 1);
  }
  const out = [none];
  while (out.length <= plan.deepest)
    out.push(farther(network, plan, priced, hung, best, out.at(-1)!));
  return out;
}

const nothing = ({ most }: Plan): Float64Array =>
  new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY);

/** The same with one hop more. @param hung what hangs on each option */
function farther(
  network: Network,
  plan: Plan,
  priced: Priced,
  hung: readonly Front[],
  best: ReadonlyMap<number, number>,
  before: readonly Float64Array[],
): Float64Array[] {
  const { levelOf, arcs, arcAt, problem } = network;
  const through = new Map(plan.options.map((o) => [o, carried(hung[o]!, before[o]!)]));
  const next = before.map((one) => one.slice());
  for (const site of problem.sites.keys())
    for (let arc = arcAt[site]!; arc < arcAt[site + 1]!; arc++) {
      const to = arcs.to[arc]!;
      const fee = priced.money * arcs.cost[arc]! + priced.hop;
      const ways = optionsOf(network, site)
        .filter((o) => levelOf[o]! >= arcs.fromLevel[arc]!)
        .flatMap((o) => through.get(o) ?? []);
      if (plan.openTo[site]! >= arcs.fromLevel[arc]!)
        ways.push(nothing(plan).fill(-(best.get(to) ?? 0)));
      for (const o of optionsOf(network, to))
        for (const way of levelOf[o]! >= arcs.toLevel[arc]! ? ways : [])
          for (let load = 0; load <= plan.width[arc]!; load++)
            next[o]![load] = Math.max(next[o]![load]!, way[load]! - fee);
    }
  return next;
}

/** What an option and its way add to each amount that is hung on it. */
function carried({ load, value }: Front, out: Float64Array): Float64Array {
  const all = new Float64Array(out.length).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < load.length; i++)
    for (let k = 0; k + load[i]! < out.length; k++)
      all[k] = Math.max(all[k]!, value[i]! + out[k + load[i]!]!);
  return all;
}
