/** The best choice and bound of a proof so far, and where its solvers lean: there the search looks again. */
import {
  boundedBy,
  choiceOf,
  partOf,
  roundedBound,
  treeOf,
} from "../../../engines/selection/choice.ts";
import { networkOf, type Network } from "../../../engines/selection/network.ts";
import type { Choice, Watch } from "../../../engines/selection/problem.ts";
import { grownFrom, search } from "../../../engines/selection/search.ts";
import { seedOf } from "../../../engines/selection/seeds.ts";
import type { Tree } from "../../../engines/selection/tree.ts";

export interface Proof extends Watch {
  /** After which it answers with the bound that it has. */
  readonly seconds: number;
  /** Good enough, as a share of the bound. Default: 0.001. */
  readonly gap?: number;
}

const LOOKS = 500; // rounds of search where the solver leans

export class State {
  best: Choice;
  readonly proof: Proof;
  readonly #network: Network;
  readonly #leaning = new Set<number>();
  readonly #began = performance.now();
  #looked = 0;

  constructor(network: Network, choice: Choice, proof: Proof) {
    this.best = choice;
    this.proof = proof;
    this.#network = network;
  }

  spent(): number {
    return (performance.now() - this.#began) / 1000;
  }

  isOver(): boolean {
    const { gap = 0.001, seconds, shouldStop } = this.proof;
    return this.best.gap <= gap || this.spent() >= seconds || shouldStop?.() === true;
  }

  tell(): void {
    this.proof.progress?.(Math.min(1, this.spent() / this.proof.seconds));
  }

  lower(least: number): void {
    const bound = roundedBound(this.#network, least);
    if (!(bound < this.best.bound)) return;
    const { weighed } = this.best;
    const method = METHOD;
    this.best = { ...this.best, ...boundedBy(weighed, Math.max(bound, weighed)), method };
  }

  /** Takes what is better, grown with what is left. */
  offer(found: Pick<Choice, "built" | "servedBy">): void {
    const seed = seedOf(this.#network, found);
    const tree = seed && grownFrom(this.#network, seed, () => this.isOver());
    if (!tree || tree.worth <= this.best.weighed) return;
    this.best = better(this.#network, this.best, tree);
    this.lean(tree.sites, true);
  }

  /** @param isDue whether to search again even where hardly a site is new */
  lean(sites: Iterable<number>, isDue = false): void {
    for (const site of sites) this.#leaning.add(site);
    if (!isDue && this.#leaning.size <= 1.15 * this.#looked) return;
    this.#looked = this.#leaning.size;
    if (!this.isOver())
      this.best = lookedAt(this.#network, this.best, this.#leaning, () => this.isOver());
  }
}

const METHOD =
  "greedy growth and local search; bound by mixed-integer programming (HiGHS) with cuts and branches";

/** Searched again among the sites that the solver leans to and those that are built. */
function lookedAt(
  network: Network,
  best: Choice,
  leaning: ReadonlySet<number>,
  shouldStop: () => boolean,
): Choice {
  const sites = [...new Set([...leaning, ...best.built.map(({ site }) => site)])].toSorted(
    (a, b) => a - b,
  );
  const { part, whole } = partOf(network.problem, sites);
  const small = networkOf(part);
  const found = search(small, { rounds: LOOKS, shouldStop });
  if (found.worth <= best.weighed) return best;
  const told = whole(choiceOf(small, found, found.worth, METHOD));
  const tree = treeOf(network, told);
  return better(network, best, tree);
}

const better = (network: Network, best: Choice, tree: Tree): Choice => ({
  ...choiceOf(network, tree, Math.max(best.bound, tree.worth), METHOD),
  open: best.open,
});
