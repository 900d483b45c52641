/** How long choosing takes and how good it is known to be: 72 places and 720 summits of the Pyrenees, and ten times as many. */
import { choose } from "../src/engines/selection/choose.ts";
import type { Problem } from "../src/engines/selection/problem.ts";
import { chances } from "../src/engines/selection/search.ts";
import { prove } from "../src/features/plans/planning/prove.ts";
import { report } from "./report.ts";
import { alone, pyrenees, tenfold } from "./selection-instance.ts";

const timed = async <T>(work: () => T | Promise<T>): Promise<{ seconds: number; result: T }> => {
  const began = performance.now();
  const result = await work();
  return { seconds: (performance.now() - began) / 1000, result };
};

const real = pyrenees();
const single = alone(real, 1);
await prove(single, choose(single), { seconds: 5, gap: 0 }); // warm
let [slowest, proven] = [0, 0];
for (let sites = 1; sites <= 20; sites++) {
  const problem = alone(real, sites);
  const { seconds, result } = await timed(() =>
    prove(problem, choose(problem), { seconds: 20, gap: 0 }),
  );
  slowest = Math.max(slowest, seconds);
  if (result.gap === 0) proven += 1;
}
report({ name: "selection: proven optima, 1 … 20 of 720 sites", value: proven, unit: "of 20" });
report({ name: "selection: the slowest of them", value: slowest, unit: "s" });

const both = async (name: string, problem: Problem, proof: number): Promise<void> => {
  const quick = await timed(() => choose(problem));
  report({ name: `selection: ${name}, choice`, value: quick.seconds, unit: "s" });
  const sure = await timed(() => prove(problem, quick.result, { seconds: proof }));
  report({ name: `selection: ${name}, proof`, value: sure.seconds, unit: "s" });
  report({ name: `selection: ${name}, gap`, value: 100 * sure.result.gap, unit: "%" });
};
for (const budget of [750_000, 1_500_000])
  await both(
    `72 places, 792 sites, backhaul, budget ${budget}`,
    { ...real, limits: { ...real.limits, budget } },
    45,
  );
await both("720 places, 7,200 sites, backhaul", tenfold(chances(1)), 80);
