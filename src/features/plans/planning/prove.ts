/**
 * How good a choice is: HiGHS solves the model without whole numbers and adds the rows that its answers break, then
 * with whole numbers. It races with a model of branches, which bounds better where money or Mbit/s bind. Where they lean is
 * looked at again by the search, so that the choice gets better too.
 */
import { seekerOf, type Seeker } from "../../../engines/selection/branches.ts";
import { separatorOf } from "../../../engines/selection/cuts.ts";
import { modelOf, type Model } from "../../../engines/selection/model.ts";
import { spenderOf } from "../../../engines/selection/spending.ts";
import { emptyRows } from "../../../engines/selection/rows.ts";
import { networkOf, type Network } from "../../../engines/selection/network.ts";
import type { Choice, Problem } from "../../../engines/selection/problem.ts";
import { branching, type Bounded } from "./branching.ts";
import { narrowing, wholeOf, type Ground } from "./narrowing.ts";
import { State, type Proof } from "./proof-state.ts";
import { openSolver, type Solver } from "./solver.ts";

const RELAXED = 0.75; // the share of the time for the model without whole numbers
const STALE = 6; // rounds without a better bound, after which whole numbers do more
const LEANS = 0.001;
// Beyond so many columns whole numbers bound less in a minute than more rows do, and take hundreds of megabytes.
const MANY = 2500;
const TRIAL = 0.15; // the share of the time after which the better of two bounds has all of it
const PATIENCE = 0.04; // of the time for one search for branches

/** @returns a choice that is at least as good, with a bound that is at most as high; the same one where the solver fails */
export async function prove(problem: Problem, choice: Choice, proof: Proof): Promise<Choice> {
  const network = networkOf(problem);
  if (choice.gap <= (proof.gap ?? 0.001)) return choice;
  const state = new State(network, choice, proof);
  try {
    for (let ground: Ground | undefined = wholeOf(network); ground;)
      ground = await raced(ground, state);
  } catch (error) {
    // A solver in WebAssembly that runs out of memory aborts; what was proven before stands.
    if (!(error instanceof Error)) throw error;
    return { ...state.best, open: [...state.best.open, `The proof ended early: ${error.message}`] };
  }
  return state.best;
}

/** @returns less ground, which has all that is better than what is known; nothing where the proof is over */
async function raced(ground: Ground, state: State): Promise<Ground | undefined> {
  const { network, keeps } = ground;
  const model = modelOf(network, keeps);
  if (model.objective.length === 0) return undefined;
  let solver: Solver | undefined;
  const rivals: Rival[] = [];
  try {
    solver = await openSolver(model);
    rivals.push(rivalOf(proving(ground, model, solver, state)));
    const seek = patient(seekerOf(network, keeps), PATIENCE * state.proof.seconds);
    const reached = () => state.best.weighed;
    const spend = spenderOf(network, keeps);
    rivals.push(rivalOf(branching(network, seek, reached, () => state.isOver(), spend)));
    return await race(rivals, ground, state);
  } finally {
    for (const { steps } of rivals) await steps.return?.();
    solver?.close();
  }
}

/** The two models have turns of like time at first; then the one with the lower bound has the rest. */
async function race(rivals: Rival[], ground: Ground, state: State): Promise<Ground | undefined> {
  const started = state.spent();
  const trial = TRIAL * (state.proof.seconds - started);
  const narrows = narrowing(ground, state);
  for (let left = rivals; left.length > 0 && !state.isOver();) {
    state.tell();
    const isTrial = state.spent() - started < trial || left.some(({ spent }) => spent === 0);
    const rank = (rival: Rival): number => (isTrial ? rival.spent : rival.bound);
    const quick = left.filter(({ isLong }) => !isLong);
    const rival = (isTrial && quick.length > 0 ? quick : left).reduce((a, b) =>
      rank(b) < rank(a) ? b : a,
    );
    const began = state.spent();
    const { done, value } = await rival.steps.next();
    rival.spent += state.spent() - began;
    if (done) left = left.filter((other) => other !== rival);
    else {
      rival.bound = Math.min(rival.bound, value.bound);
      rival.isLong = value.isLong === true;
      state.lower(value.bound);
      state.lean(value.sites.map((site) => ground.sites[site]!));
      const less = await narrows(value);
      if (less) return less;
    }
  }
  return undefined;
}

interface Rival {
  readonly steps: Iterator<Bounded, void> | AsyncIterator<Bounded, void>;
  spent: number;
  bound: number;
  isLong: boolean;
}

const rivalOf = (steps: Rival["steps"]): Rival => ({
  steps,
  spent: 0,
  bound: Number.POSITIVE_INFINITY,
  isLong: false,
});

/** Stops a search for branches that takes so many seconds: there the other model bounds better. */
function patient(seek: Seeker, seconds: number): Seeker {
  return (prices, shouldStop) => {
    const until = performance.now() + 1000 * seconds;
    return seek(prices, () => performance.now() > until || shouldStop?.() === true);
  };
}

function* proving(
  ground: Ground,
  model: Model,
  solver: Solver,
  state: State,
): Generator<Bounded, void> {
  const { network } = ground;
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
    if (isWhole || broken === 0)
      state.lean(
        sites.map((site) => ground.sites[site]!),
        answer.values !== undefined,
      );
    const isTired = isSmall && (stale >= STALE || state.spent() > RELAXED * seconds);
    const isDue = !isWhole && (broken === 0 || isTired);
    yield { bound: least, sites, isLong: isWhole || isDue };
    if (broken > 0) solver.addRows(rows);
    if (isWhole && broken === 0) return;
    if (isDue) {
      isWhole = true;
      solver.keepWhole();
    }
  }
}

function* sitesIn(
  { problem, levelAt }: Network,
  { levelColumn }: Model,
  values: Float64Array,
): Generator<number> {
  for (const site of problem.sites.keys())
    if ((values[levelColumn[levelAt[site]!]!] ?? 0) > LEANS) yield site;
}
