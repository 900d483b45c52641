/**
 * A choice from branches that were found for a bound: which of them together serve most within the budget, each site
 * once (a restricted master problem with whole numbers; Joncour and others 2010). Places may be in several of them and
 * count once.
 */
import type { Branch } from "../../../engines/selection/branches.ts";
import { fromBranches } from "../../../engines/selection/choice.ts";
import type { Network } from "../../../engines/selection/network.ts";
import type { Choice } from "../../../engines/selection/problem.ts";
import { addRow, emptyRows } from "../../../engines/selection/rows.ts";
import { openSolver } from "./solver.ts";

const SECONDS = 2;

/** @returns nothing where none of them together are worth more than what is reached */
export async function pooled(
  network: Network,
  branches: readonly Branch[],
  reached: number,
  shouldStop: () => boolean,
): Promise<Pick<Choice, "built" | "servedBy"> | undefined> {
  const list = branches.filter(({ sites }) => new Set(sites).size === sites.length);
  if (list.length === 0) return undefined;
  const { worth, problem } = network;
  const { budget = Number.POSITIVE_INFINITY, sites: most = Number.POSITIVE_INFINITY } =
    problem.limits;
  const rows = emptyRows();
  const having = (kind: "sites" | "places") => {
    const found = new Map<number, number[]>();
    for (const [i, branch] of list.entries())
      for (const item of new Set(branch[kind])) found.set(item, [...(found.get(item) ?? []), i]);
    return found;
  };
  const all = (amount: (branch: Branch) => number, limit: number): void => {
    if (Number.isFinite(limit))
      addRow(
        rows,
        Number.NEGATIVE_INFINITY,
        limit,
        list.map((branch, i) => [i, amount(branch)]),
      );
  };
  all(({ cost }) => cost, budget);
  all(({ counted }) => counted, most);
  for (const some of having("sites").values())
    addRow(
      rows,
      Number.NEGATIVE_INFINITY,
      1,
      some.map((i) => [i, 1]),
    );
  for (const [place, some] of having("places"))
    addRow(rows, Number.NEGATIVE_INFINITY, 0, [
      [list.length + place, 1],
      ...some.map((i) => [i, -1] as const),
    ]);
  const objective = [...list.map(() => 0), ...worth];
  const solver = await openSolver({
    objective,
    lower: objective.map(() => 0),
    upper: objective.map(() => 1),
    integer: objective.map((_, i) => i < list.length),
    rows,
  });
  try {
    solver.keepWhole();
    const { values } = solver.solve(SECONDS, 1e-4, shouldStop);
    if (!values) return undefined;
    const chosen = list.filter((_, i) => values[i]! > 0.5);
    const served = new Set(chosen.flatMap(({ places }) => places));
    const sum = [...served].reduce((total, place) => total + worth[place]!, 0);
    return sum > reached ? fromBranches(network, chosen) : undefined;
  } finally {
    solver.close();
  }
}
