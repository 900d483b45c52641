/** That a proof is one: against all choices there are on small problems. */
import assert from "node:assert/strict";
import test from "node:test";
import { choose } from "../../../engines/selection/choose.ts";
import { separatorOf } from "../../../engines/selection/cuts.ts";
import { modelOf } from "../../../engines/selection/model.ts";
import { emptyRows } from "../../../engines/selection/rows.ts";
import { networkOf } from "../../../engines/selection/network.ts";
import { chances } from "../../../engines/selection/search.ts";
import { bestOf, drawn } from "../../../engines/selection/tiny.fixture.ts";
import { prove } from "./prove.ts";
import { openSolver } from "./solver.ts";

const SEEDS = Number(process.env["CND_SEEDS"] ?? 15); // the long run has more
const tiny = (seed: number) =>
  drawn(chances(seed), { sites: 4, places: 5, isBusy: seed % 2 === 1 });

test("a proven bound is never below the best choice, and mostly equal to it", async () => {
  let tight = 0;
  assert.ok(SEEDS >= 10, `${SEEDS} seeds`);
  for (let seed = 0; seed < SEEDS; seed++) {
    const problem = tiny(seed);
    const best = bestOf(problem);
    const proven = await prove(problem, choose(problem, { rounds: 0 }), { seconds: 5, gap: 0 });
    assert.ok(
      proven.bound >= best - 1e-9,
      `seed ${seed}: the bound ${proven.bound} is below ${best}`,
    );
    assert.ok(proven.weighed <= best + 1e-9, `seed ${seed}`);
    assert.deepEqual(
      proven.open.filter((line) => line.includes("early")),
      [],
    );
    if (proven.bound === best) tight += 1;
  }
  assert.ok(tight >= 0.85 * SEEDS, `${tight} of ${SEEDS}`);
});

test("without limits of Mbit/s and hops the proof closes: the model with its cuts is the problem", async () => {
  assert.ok(SEEDS >= 10, `${SEEDS} seeds`);
  for (let seed = 0; seed < SEEDS / 2; seed++) {
    const { places, sites, hops, limits } = tiny(seed);
    const problem = {
      places: places.map((place) => ({ ...place, load: 0 })),
      sites,
      hops,
      limits: { budget: limits.budget! },
    };
    const proven = await prove(problem, choose(problem), { seconds: 5, gap: 0 });
    assert.deepEqual(
      [proven.weighed, proven.bound],
      [bestOf(problem), bestOf(problem)],
      `seed ${seed}`,
    );
  }
});

test("a ring of sites that hold only each other up is cut off", async () => {
  const option = (covers: number[]) => [{ mast: 10, cost: 1, covers }];
  const hop = (a: number, b: number) => ({
    a,
    b,
    cost: 0,
    capacity: 9,
    masts: [[10, 10]] as const,
  });
  const problem = {
    places: [{ name: "There", people: 100, weight: 1, load: 0 }],
    sites: [
      { name: "Gate", options: [{ mast: 10, cost: 0, covers: [], uplink: 9 }] },
      { name: "Relay", options: [{ mast: 10, cost: 50, covers: [] }] },
      { name: "Ring", options: option([0]) },
      { name: "Ring too", options: option([]) },
    ],
    hops: [hop(0, 1), hop(1, 2), hop(2, 3)],
    limits: { budget: 40 },
  };
  const network = networkOf(problem);
  const model = modelOf(network);
  const solver = await openSolver(model);
  try {
    const loose = solver.solve(5, 0);
    assert.equal(Math.round(loose.bound), 100);
    const rows = emptyRows();
    assert.ok(separatorOf(network, model)(loose.values!, rows) > 0);
    solver.addRows(rows);
    assert.ok(solver.solve(5, 0).bound <= 80 + 1e-6, "the whole relay is paid by what it carries");
  } finally {
    solver.close();
  }
  const proven = await prove(problem, choose(problem), { seconds: 5, gap: 0 });
  assert.deepEqual([proven.weighed, proven.bound], [0, 0]);
});

test("a proof that is stopped answers with what it has", async () => {
  const problem = tiny(4);
  const choice = choose(problem, { rounds: 0 });
  const stopped = await prove(problem, choice, { seconds: 60, gap: 0, shouldStop: () => true });
  assert.ok(stopped.bound <= choice.bound && stopped.weighed >= choice.weighed);
});
