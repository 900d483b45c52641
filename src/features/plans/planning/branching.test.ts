/** That the bound from branches is one: against all choices there are on small problems. */
import assert from "node:assert/strict";
import test from "node:test";
import { seekerOf } from "../../../engines/selection/branches.ts";
import { networkOf } from "../../../engines/selection/network.ts";
import { chances } from "../../../engines/selection/search.ts";
import { spenderOf } from "../../../engines/selection/spending.ts";
import { bestOf, drawn } from "../../../engines/selection/tiny.fixture.ts";
import { branching } from "./branching.ts";

const SEEDS = Number(process.env["CND_SEEDS"] ?? 15); // the long run has more

test("however far it is split, the bound from branches is never below the best choice, and mostly near it", async () => {
  let [near, split] = [0, 0];
  assert.ok(SEEDS >= 10, `${SEEDS} seeds`);
  for (let seed = 0; seed < SEEDS; seed++) {
    const easy = drawn(chances(seed), { sites: 4, places: 5 });
    const places = easy.places.map((place) => ({ ...place, load: place.load + 1 }));
    const problem = { ...easy, places };
    const network = networkOf(problem);
    const best = bestOf(problem);
    let [bound, steps] = [Number.POSITIVE_INFINITY, 0];
    const reached = () => 0.5 * best;
    const spend = seed % 2 === 0 ? undefined : spenderOf(network, () => true);
    for await (const next of branching(network, seekerOf(network), reached, () => false, spend)) {
      assert.ok(next.bound <= bound + 1e-9, `seed ${seed}: the bound rises`);
      assert.ok(next.bound >= best - 1e-6, `seed ${seed}: ${next.bound} is below ${best}`);
      bound = next.bound;
      if ((steps += 1) === 40) break;
    }
    if (bound <= 1.05 * best) near += 1;
    if (steps > 2) split += 1;
  }
  assert.ok(
    near >= (2 / 3) * SEEDS && split >= SEEDS / 6,
    `${near} of ${SEEDS} near, ${split} split`,
  );
});
