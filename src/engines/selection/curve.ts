/** The whole curve of people against budget: what more money reaches, and what less would still do. */
import { choose, type Effort } from "./choose.ts";
import type { Choice, CurvePoint, Problem } from "./problem.ts";

interface CurveEffort extends Effort {
  /** Default: twelve even steps up to the budget, or to what everything costs. */
  readonly budgets?: readonly number[];
  /** How each point is chosen. */
  readonly choose?: typeof choose;
}

/** @returns points by rising budget; none connects fewer than the one before, and none has a bound above the one after */
export function curve(
  problem: Problem,
  { budgets, choose: chosen = choose, ...effort }: CurveEffort = {},
): CurvePoint[] {
  const all =
    budgets ?? evenly(problem.limits.budget ?? choose(problem, { ...effort, rounds: 0 }).cost);
  const points: CurvePoint[] = [];
  for (const [i, budget] of all.toSorted((a, b) => a - b).entries()) {
    if (effort.shouldStop?.()) break;
    effort.progress?.(i / all.length);
    const { shouldStop, rounds = 20 } = effort;
    const before = points.at(-1)?.choice;
    const seeds = [...(effort.seeds ?? []), ...(before ? [before] : [])];
    const found = chosen(
      { ...problem, limits: { ...problem.limits, budget } },
      { rounds, seeds, ...(shouldStop && { shouldStop }) },
    );
    points.push({
      budget,
      choice:
        before && before.weighed > found.weighed
          ? { ...before, ...bounded(before, found.bound) }
          : found,
    });
  }
  for (let i = points.length - 2; i >= 0; i--) {
    const { budget, choice } = points[i]!;
    const bound = Math.min(choice.bound, points[i + 1]!.choice.bound);
    points[i] = { budget, choice: { ...choice, ...bounded(choice, bound) } };
  }
  effort.progress?.(1);
  return points;
}

const evenly = (budget: number): number[] =>
  Array.from({ length: 12 }, (_, i) => (budget * (i + 1)) / 12);

const bounded = ({ weighed }: Choice, bound: number): { bound: number; gap: number } => {
  const most = Math.max(bound, weighed);
  return { bound: most, gap: most > 0 ? (most - weighed) / most : 0 };
};
