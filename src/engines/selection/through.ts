/**
 * What can be left out: an option is in no better choice where even the branch worth most that has it brings the bound
 * below what is reached (fixing by reduced costs; for the arcs of routes Irnich and others 2010). Each option is put into
 * the branches that were found, hop by hop up to the gateways. Where that costs more than lies between the bound and what
 * is reached it is followed no farther, so that all of it takes no longer than a few searches for branches.
 */
import { isSame, layersOf, startsOf, type Layer } from "./branches.ts";
import { above, EMPTY, mostWithin, paid, type Front } from "./front.ts";
import { optionsOf, type Network } from "./network.ts";
import {
  offersOf,
  planOf,
  pricedOf,
  stepsOf,
  type Plan,
  type Priced,
  type Prices,
} from "./pricing.ts";

/**
 * @param keeps whether an option may be built
 * @param spare weighed people between the bound at these prices and the best choice that is known
 * @returns 1 for each option that may be in a better choice, or was not looked at before it was stopped; nothing where
 * not even the branches were
 */
export function mayBetter(
  network: Network,
  keeps: (option: number) => boolean,
  prices: Prices,
  spare: number,
  shouldStop: () => boolean = () => false,
): Uint8Array | undefined {
  const plan = planOf(network, keeps);
  const priced = pricedOf(network, plan, prices);
  const layers = layersOf(network, plan, priced, shouldStop);
  if (!layers) return undefined;
  const around: Around = {
    network,
    keeps,
    plan,
    priced,
    spare,
    last: layers.length - 1,
    into: intoEach(network),
    grown: growing(network, plan, priced, layers),
    best: startsOf(network, plan, priced, layers),
  };
  const kept = new Uint8Array(network.siteOf.length);
  for (const o of plan.options)
    if (shouldStop() || network.uplink[o]! > 0 || reaches(around, o)) kept[o] = 1;
  return kept;
}

interface Around {
  readonly network: Network;
  readonly keeps: (option: number) => boolean;
  readonly plan: Plan;
  readonly priced: Priced;
  readonly spare: number;
  /** Hops behind an option, beyond which no more hangs there. */
  readonly last: number;
  /** Arcs into each site. */
  readonly into: readonly (readonly number[])[];
  /** What hangs on an option with so many hops behind it, however little that is worth. */
  readonly grown: (option: number, depth: number) => Front;
  readonly best: ReturnType<typeof startsOf>;
}

function intoEach({ arcs, problem }: Network): number[][] {
  const into = problem.sites.map((): number[] => []);
  for (const [arc, site] of arcs.to.entries()) into[site]!.push(arc);
  return into;
}

function growing(
  network: Network,
  plan: Plan,
  priced: Priced,
  layers: readonly Layer[],
): Around["grown"] {
  const known = layers.map((): Front[] => []);
  return (o, depth) => {
    const at = Math.min(depth, layers.length - 1);
    const site = network.siteOf[o]!;
    return (known[at]![o] ??= stepsOf(
      network,
      plan,
      priced,
      o,
      offersOf(network, plan, priced, site, network.levelOf[o]!, layers[at]!.behind).values(),
    ).at(-1)!.all);
  };
}

/** Whether a branch with that option comes near enough to the best of its first site. */
function reaches(around: Around, option: number): boolean {
  const { network, plan, spare, last, grown } = around;
  const { siteOf } = network;
  let live = new Map<number, Front>();
  for (let depth = 0; depth <= plan.deepest; depth++) {
    const next = new Map<number, Front>();
    for (const [o, part] of carriers(around, live)) {
      const front = above(plan.fronts.both(grown(o, depth), part, plan.into[siteOf[o]!]!), -spare);
      if (front.load.length > 0) next.set(o, front);
    }
    const own = above(grown(option, depth), -spare);
    const all = next.get(option) ?? EMPTY;
    if (own.load.length > 0) next.set(option, plan.fronts.either(all, own));
    if (isAtTop(around, next, depth < plan.deepest)) return true;
    // Deeper layers have nothing that the last one has not.
    const isDone =
      depth >= last &&
      next.size === live.size &&
      [...next].every(([o, front]) => isSame(front, live.get(o) ?? EMPTY));
    if (isDone) return false;
    live = next;
  }
  return false;
}

/** Options from which a hop leads to one of those, and what it brings. */
function carriers(
  { network, keeps, plan, priced, into, spare }: Around,
  live: ReadonlyMap<number, Front>,
): Map<number, Front> {
  const { siteOf, levelOf, arcs } = network;
  const found = new Map<number, Front>();
  for (const [o, front] of live)
    for (const arc of into[siteOf[o]!]!) {
      if (arcs.toLevel[arc]! > levelOf[o]!) continue;
      const fee = priced.money * arcs.cost[arc]! + priced.hop;
      const part = paid(front, fee, plan.width[arc]!, -spare);
      if (part.load.length === 0) continue;
      for (const nearer of optionsOf(network, arcs.from[arc]!))
        if (keeps(nearer) && levelOf[nearer]! >= arcs.fromLevel[arc]!)
          found.set(nearer, plan.fronts.either(found.get(nearer) ?? EMPTY, part));
    }
  return found;
}

/** Whether one of those, hung on a gateway or on its own uplink, is worth enough. */
function isAtTop(
  { network, plan, priced, into, spare, best }: Around,
  live: ReadonlyMap<number, Front>,
  mayHang: boolean,
): boolean {
  const { siteOf, levelOf, uplink, arcs } = network;
  const isEnough = (first: number, front: Front, most: number): boolean => {
    const at = mostWithin(front, most);
    return at >= 0 && front.value[at]! - (best.get(first)?.at.value ?? 0) > -spare;
  };
  for (const [o, front] of live) {
    const site = siteOf[o]!;
    if (uplink[o]! > 0 && isEnough(site, front, plan.up[o]!)) return true;
    for (const arc of mayHang ? into[site]! : []) {
      const gate = plan.openTo[arcs.from[arc]!]!;
      if (gate < arcs.fromLevel[arc]! || arcs.toLevel[arc]! > levelOf[o]!) continue;
      const fee = priced.money * arcs.cost[arc]! + priced.hop;
      if (isEnough(site, paid(front, fee, plan.width[arc]!, Number.NEGATIVE_INFINITY), plan.most))
        return true;
    }
  }
  return false;
}
