/**
 * The proof goes on with less: what branches tell is taken for a better choice, and options that are in none that is
 * better still are left out. On what is left all that follows is quicker, and bounds more.
 */
import { partOf } from "../../../engines/selection/choice.ts";
import { networkOf, type Network } from "../../../engines/selection/network.ts";
import type { Choice } from "../../../engines/selection/problem.ts";
import { mayBetter } from "../../../engines/selection/through.ts";
import { isWithinReach } from "../../../engines/selection/ways.ts";
import type { Bounded } from "./branching.ts";
import { pooled } from "./pool.ts";
import type { State } from "./proof-state.ts";

/** Some of a problem. */
export interface Ground {
  readonly network: Network;
  /** Whether an option may be built. */
  readonly keeps: (option: number) => boolean;
  /** Its sites by their index in all of the problem. */
  readonly sites: readonly number[];
  /** Turns what is chosen there into what is chosen in all of the problem. */
  readonly whole: (choice: Choice) => Choice;
}

export const wholeOf = (network: Network): Ground => ({
  network,
  keeps: isWithinReach(network),
  sites: [...network.problem.sites.keys()],
  whole: (choice) => choice,
});

const GROWN = 1.2; // so many times as many branches, after which they are looked at together again
const NEARER = 0.7; // of what lay between the bound and what is reached, below which more can be left out
const EXACT = 1e-6; // of the bound: what arithmetic may take from it
const LESS = 0.8; // of the options: with more it is not begun anew

/** @returns what takes the news of the bound, and tells less ground where there is some */
export function narrowing(
  ground: Ground,
  state: State,
): (news: Bounded) => Promise<Ground | undefined> {
  let [looked, spared] = [0, Number.POSITIVE_INFINITY];
  return async ({ root, branches }) => {
    if (!root || !branches || state.isOver()) return undefined;
    if (branches.length > GROWN * looked) {
      looked = branches.length;
      const stop = () => state.isOver();
      const found = await pooled(ground.network, branches, state.best.weighed, stop);
      if (found) state.offer(ground.whole({ ...state.best, ...found }));
    }
    const spare = root.bound - state.best.weighed;
    if (state.isOver() || spare > NEARER * spared) return undefined;
    spared = spare;
    return lessOf(ground, root.prices, spare + EXACT * root.bound, state);
  };
}

function lessOf(
  { network, keeps, sites, whole }: Ground,
  prices: NonNullable<Bounded["root"]>["prices"],
  spare: number,
  state: State,
): Ground | undefined {
  const kept = mayBetter(network, keeps, prices, spare, () => state.isOver());
  if (!kept) return undefined;
  const { optionAt, siteOf, problem } = network;
  const before = siteOf.reduce((sum, _, o) => sum + (keeps(o) ? 1 : 0), 0);
  if (kept.reduce((sum, one) => sum + one, 0) > LESS * before) return undefined;
  const left = [...problem.sites.keys()].filter((site) =>
    kept.subarray(optionAt[site], optionAt[site + 1]).includes(1),
  );
  const cut = partOf(problem, left, { option: (site, o) => kept[optionAt[site]! + o] === 1 });
  const small = networkOf(cut.part);
  return {
    network: small,
    keeps: isWithinReach(small),
    sites: left.map((site) => sites[site]!),
    whole: (choice) => whole(cut.whole(choice)),
  };
}
