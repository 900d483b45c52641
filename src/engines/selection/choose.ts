/** The choice of sites and hops under the limits, in seconds, with what no choice can exceed. */
import { quickBound } from "./bound.ts";
import { choiceOf } from "./choice.ts";
import { networkOf, type Network } from "./network.ts";
import type { Choice, Problem, Watch } from "./problem.ts";
import { grownFrom, isBetter, search } from "./search.ts";
import { seedOf } from "./seeds.ts";
import type { Tree } from "./tree.ts";

export interface Effort extends Watch {
  /** How often a part is torn down and grown anew. Default: by the size of the problem, some seconds. */
  readonly rounds?: number;
  /** Choices for less of the problem (fewer sites, less money …), told in its indexes: the answer is at least as good. */
  readonly seeds?: readonly Choice[];
}

const METHOD = "greedy growth and local search; bound by prices";
const SEEDED = 0.25; // of the rounds, once more from a seed that is better than what was found

/**
 * @returns the same for the same problem and effort; stopped, the best so far
 * @throws RangeError for what is no problem
 */
export function choose(problem: Problem, effort: Effort = {}): Choice {
  const network = networkOf(problem);
  const tree = treeFor(network, effort);
  const bound = quickBound(network, tree.worth);
  const choice = choiceOf(network, tree, bound, METHOD);
  return { ...choice, open: whatIsOpen(network, choice) };
}

/** The same without a bound and without what is open: a seed for a problem that this is a part of. */
export function foundIn(problem: Problem, effort: Effort): Choice {
  const network = networkOf(problem);
  const tree = treeFor(network, effort);
  return choiceOf(network, tree, Number.POSITIVE_INFINITY, METHOD);
}

function treeFor(network: Network, effort: Effort): Tree {
  const rounds = effort.rounds ?? roundsFor(network);
  return seeded(network, search(network, { ...effort, rounds }), rounds, effort);
}

/** The better of what was found and what the seeds become. */
function seeded(
  network: Network,
  found: Tree,
  rounds: number,
  { seeds = [], shouldStop }: Effort,
): Tree {
  let best = found;
  for (const seed of seeds) {
    const tree = seedOf(network, seed);
    const grown = tree && grownFrom(network, tree, shouldStop);
    if (grown && isBetter(grown, best)) best = grown;
  }
  if (best === found) return found;
  const again = { rounds: Math.ceil(SEEDED * rounds), ...(shouldStop && { shouldStop }) };
  return search(network, again, best);
}

const roundsFor = ({ arcs, siteOf }: Network): number =>
  Math.round(Math.min(300, Math.max(12, 1.2e7 / (arcs.to.length + 10 * siteOf.length + 1))));

function whatIsOpen(
  { problem, coveredBy, root, arcs }: Network,
  { built, servedBy }: Choice,
): string[] {
  const open: string[] = [];
  const { budget } = problem.limits;
  const raw = new Set(
    problem.sites.flatMap(({ options }) => options.flatMap((option) => [...option.covers])),
  );
  const unseen = coveredBy.length - raw.size;
  if (unseen > 0)
    open.push(`${unseen} of ${coveredBy.length} places are covered by no candidate site.`);
  const narrow = coveredBy.filter((by, place) => by.length === 0 && raw.has(place)).length;
  if (narrow > 0)
    open.push(
      `${narrow} places ask for more Mbit/s than any site that covers them, with the way to it, carries.`,
    );
  if (!root.some((option) => option >= 0))
    open.push("No site has an uplink, so nothing can be connected. Name a gateway.");
  else if (built.length === 0 && problem.places.length > unseen) {
    if (budget === 0) open.push("The budget is 0 and nothing that serves anybody is free.");
    else if (arcs.to.length === 0)
      open.push("No hop is clear, and no gateway serves a place within the limits.");
    else
      open.push("No place can be connected within the limits of budget, hops, sites and Mbit/s.");
  }
  const covered = servedBy.filter((site, place) => site < 0 && coveredBy[place]!.length > 0).length;
  if (built.length > 0 && covered > 0)
    open.push(
      `${covered} places that a candidate site covers are not connected within the limits.`,
    );
  return open;
}
