/**
 * How good a choice is: HiGHS solves the model without whole numbers and adds the rows that its answers break, then
 * with whole numbers. It races with a model of branches, which bounds better where money or Mbit/s bind. Where they lean is
 * looked at again by the search, so that the choice gets better too.
 */
import { seekerOf, type Seeker } from "../../../engines/selection/branches.ts";
import {
  boundedBy,
  choiceOf,
  partOf,
  roundedBound,
  treeOf,
} from "../../../engines/selection/choice.ts";
import { separatorOf } from "../../../engines/selection/cuts.ts";
import { modelOf, type Model } from "../../../engines/selection/model.ts";
import { emptyRows } from "../../../engines/selection/rows.ts";
import { networkOf, type Network } from "../../../engines/selection/network.ts";
import type { Choice, Problem, Watch } from "../../../engines/selection/problem.ts";
import { search } from "../../../engines/selection/search.ts";
import { isWithinReach } from "../../../engines/selection/ways.ts";
import { branching, type Bounded } from "./branching.ts";
import { openSolver, type Solver } from "./solver.ts";

interface Proof extends Watch {
  /** After which it answers with the bound that it has. */
  readonly seconds: number;
  /** Good enough, as a share of the bound. Default: 0.001. */
  readonly gap?: number;
}

const RELAXED = 0.75; // the share of the time for the model without whole numbers
const STALE = 6; // rounds without a better bound, after which whole numbers do more
const LOOKS = 500; // rounds of search where the solver leans
const LEANS = 0.001;
// Beyond so many columns whole numbers bound less in a minute than more rows do, and take hundreds of megabytes.
const MANY = 2500;
const TRIAL = 0.15; // the share of the time after which the better of two bounds has all of it
const PATIENCE = 0.04; // of the time for one search for branches

/** @returns a choice that is at least as good, with a bound that is at most as high; the same one where the solver fails */
export async function prove(problem: Problem, choice: Choice, proof: Proof): Promise<Choice> {
  const network = networkOf(problem);
  const keeps = isWithinReach(network);
  const model = modelOf(network, keeps);
  if (choice.gap <= (proof.gap ?? 0.001) || model.objective.length === 0) return choice;
  const state = new State(network, choice, proof);
  let solver: Solver | undefined;
  const rivals: Rival[] = [];
  try {
    solver = await openSolver(model);
    rivals.push(rivalOf(proving(network, model, solver, state)));
    const seek = patient(seekerOf(network, keeps), PATIENCE * proof.seconds);
    const reached = () => state.best.weighed;
    rivals.push(rivalOf(branching(network, seek, reached, () => state.isOver())));
    await race(rivals, state);
  } catch (error) {
    // A solver in WebAssembly that runs out of memory aborts; what was proven before stands.
    if (!(error instanceof Error)) throw error;
    return { ...state.best, open: [...state.best.open, `The proof ended early: ${error.message}`] };
  } finally {
    for (const { steps } of rivals) await steps.return?.();
    solver?.close();
  }
  return state.best;
}

/** The two models have turns of like time at first; then the one with the lower bound has the rest. */
async function race(rivals: Rival[], state: State): Promise<void> {
  for (let left = rivals; left.length > 0 && !state.isOver();) {
    state.tell();
    const isTrial = state.spent() < TRIAL * state.proof.seconds;
    const rank = (rival: Rival): number => (isTrial ? rival.spent : rival.bound);
    const rival = left.reduce((a, b) => (rank(b) < rank(a) ? b : a));
    const began = state.spent();
    const { done, value } = await rival.steps.next();
    rival.spent += state.spent() - began;
    if (done) left = left.filter((other) => other !== rival);
    else {
      rival.bound = Math.min(rival.bound, value.bound);
      state.lower(value.bound);
      state.lean(value.sites);
    }
  }
}

interface Rival {
  readonly steps: Iterator<Bounded, void> | AsyncIterator<Bounded, void>;
  spent: number;
  bound: number;
}

const rivalOf = (steps: Rival["steps"]): Rival => ({
  steps,
  spent: 0,
  bound: Number.POSITIVE_INFINITY,
});

/** Stops a search for branches that takes so many seconds: there the other model bounds better. */
function patient(seek: Seeker, seconds: number): Seeker {
  return (prices, shouldStop) => {
    const until = performance.now() + 1000 * seconds;
    return seek(prices, () => performance.now() > until || shouldStop?.() === true);
  };
}

/** The best choice and bound so far, and where the solver leans. */
class State {
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

  /** @param isDue whether to search again even where hardly a site is new */
  lean(sites: Iterable<number>, isDue = false): void {
    for (const site of sites) this.#leaning.add(site);
    if (!isDue && this.#leaning.size <= 1.15 * this.#looked) return;
    this.#looked = this.#leaning.size;
    if (!this.isOver())
      this.best = lookedAt(this.#network, this.best, this.#leaning, () => this.isOver());
  }
}

function* proving(
  network: Network,
  model: Model,
  solver: Solver,
  state: State,
): Generator<Bounded, void> {
  const { seconds, gap = 0.001, shouldStop } = state.proof;
  const separate = separatorOf(network, model);
  const isSmall = model.objective.length <= MANY;
  let [stale, isWhole, least] = [0, false, Number.POSITIVE_INFINITY];
  for (;;) {
    const share = isWhole || !isSmall ? 1 : RELAXED;
    const time = Math.max(0.5, share * seconds - state.spent());
    const answer = solver.solve(time, gap / 2, shouldStop);
    stale = answer.bound < least * 0.9998 ? 0 : stale + 1;
    least = Math.min(least, answer.bound);
    state.lower(least);
    if (state.isOver() || (!answer.values && isWhole)) return;
    const rows = emptyRows();
    const broken = answer.values ? separate(answer.values, rows) : 0;
    const sites = answer.values ? [...sitesIn(network, model, answer.values)] : [];
    if (isWhole || broken === 0) state.lean(sites, answer.values !== undefined);
    yield { bound: least, sites };
    if (broken > 0) solver.addRows(rows);
    if (isWhole && broken === 0) return;
    const isTired = isSmall && (stale >= STALE || state.spent() > RELAXED * seconds);
    if (!isWhole && (broken === 0 || isTired)) {
      isWhole = true;
      solver.keepWhole();
    }
  }
}

const METHOD =
  "greedy growth and local search; bound by mixed-integer programming (HiGHS) with cuts and branches";

function* sitesIn(
  { problem, levelAt }: Network,
  { levelColumn }: Model,
  values: Float64Array,
): Generator<number> {
  for (const site of problem.sites.keys())
    if ((values[levelColumn[levelAt[site]!]!] ?? 0) > LEANS) yield site;
}

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
  return { ...choiceOf(network, tree, Math.max(best.bound, tree.worth), METHOD), open: best.open };
}
