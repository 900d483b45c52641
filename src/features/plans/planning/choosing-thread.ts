/** The thread in which the choice is made: found in seconds, proven in the time that is given, for less and for more money too. */
import { parentPort, workerData } from "node:worker_threads";
import { boundedBy } from "../../../engines/selection/choice.ts";
import { curve } from "../../../engines/selection/curve.ts";
import { orderOf, reasonsOf } from "../../../engines/selection/order.ts";
import { chooseWithParts } from "../../../engines/selection/parts.ts";
import type { Choice, CurvePoint } from "../../../engines/selection/problem.ts";
import type { Asking, Said } from "./choosing.ts";
import { prove } from "./prove.ts";

const [FOUND, PROVEN] = [0.2, 0.6]; // shares of the work, for the bar alone

void answer(workerData as Asking);

/**
 * Half of the time is the plan's proof, the other half that of less and of more money. What less money, fewer radios, lower
 * masts or fewer hops find is a seed of the plan, and the plan one of what more money finds.
 */
async function answer({
  problem,
  radios,
  search: { seconds, gap, points },
}: Asking): Promise<void> {
  const say = (said: Said) => parentPort?.postMessage(said);
  const budget = problem.limits.budget!;
  const all = Array.from({ length: points }, (_, i) => (2 * budget * (i + 1)) / points);
  const budgets = all.filter((one) => Math.abs(one - budget) > 1e-6 * budget);
  const less = curve(problem, {
    budgets: budgets.filter((one) => one < budget),
    choose: (asked, effort) => chooseWithParts(asked, { radios }, effort),
  });
  const hops = Array.from({ length: problem.limits.hops ?? 0 }, (_, i) => i + 1); // those below the limit count
  const found = chooseWithParts(
    problem,
    { radios, byMasts: true, lower: { hops } },
    {
      seeds: less.slice(-1).map((point) => point.choice),
      progress: (share) => say({ share: share * FOUND }),
    },
  );
  const proven = await prove(problem, found, {
    seconds: seconds / 2,
    gap,
    progress: (share) => say({ share: FOUND + share * (PROVEN - FOUND) }),
  });
  const more = curve(problem, { budgets: budgets.filter((one) => one > budget), seeds: [proven] });
  const around: CurvePoint[] = [{ budget, choice: proven }];
  for (const point of [...less, ...more]) {
    const asked = { ...problem, limits: { ...problem.limits, budget: point.budget } };
    const proof = { seconds: seconds / 2 / budgets.length, gap };
    around.push({ ...point, choice: await prove(asked, point.choice, proof) });
    say({ share: PROVEN + (1 - PROVEN) * (around.length / points) });
  }
  const money = rising(around);
  // The proof for less money may have found what the plan's own has not.
  const { choice } = money.find((point) => point.budget === budget)!;
  const steps = orderOf(problem, choice);
  const reasons = reasonsOf(problem, choice, steps);
  say({ chosen: { choice, steps, reasons, curve: money } });
}

/** By money: more of it reaches no less, and less of it no more than more of it could. */
function rising(found: readonly CurvePoint[]): CurvePoint[] {
  const points = found.toSorted((a, b) => a.budget - b.budget);
  for (let i = 1; i < points.length; i++) {
    const [{ choice: before }, { budget, choice }] = [points[i - 1]!, points[i]!];
    if (before.weighed > choice.weighed)
      points[i] = { budget, choice: { ...before, ...bounded(before, choice.bound) } };
  }
  for (let i = points.length - 2; i >= 0; i--) {
    const { budget, choice } = points[i]!;
    const bound = Math.min(choice.bound, points[i + 1]!.choice.bound);
    points[i] = { budget, choice: { ...choice, ...bounded(choice, bound) } };
  }
  return points;
}

const bounded = ({ weighed }: Choice, bound: number) =>
  boundedBy(weighed, Math.max(bound, weighed));
