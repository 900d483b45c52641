/** That the model for a solver forbids nothing that can be built (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, nat, property } from "fast-check";
import { treeOf } from "./choice.ts";
import { choose } from "./choose.ts";
import { separatorOf } from "./cuts.ts";
import { modelOf, type Model } from "./model.ts";
import { emptyRows } from "./rows.ts";
import { networkOf, type Network } from "./network.ts";
import type { Choice } from "./problem.ts";
import { chances } from "./search.ts";
import { drawn } from "./tiny.fixture.ts";
import { isWithinReach } from "./ways.ts";

const larger = nat(1_000_000).map((seed) =>
  drawn(chances(seed), { sites: 12, places: 20, isBusy: seed % 2 === 1 }),
);
const sum = (list: Iterable<number>): number => [...list].reduce((a, b) => a + b, 0);

/** What a choice is in the columns of a model. */
function written(network: Network, model: Model, choice: Choice): Float64Array {
  const { optionAt, levelAt, mast, levelMast, arcs } = network;
  const values = new Float64Array(model.objective.length);
  const tree = treeOf(network, choice);
  for (const { site, option } of choice.built) {
    const o = optionAt[site]! + option;
    values[model.optionColumn[o]!] = 1;
    for (let level = levelAt[site]!; level < levelAt[site + 1]!; level++)
      if (levelMast[level]! <= mast[o]!) values[model.levelColumn[level]!] = 1;
    const arc = tree.arc[site]!;
    if (arc < 0) continue;
    const entry = model.entries.findLast(
      ({ site: at, level, levels, cost, capacity }) =>
        at === site &&
        level === arcs.toLevel[arc] &&
        levels.includes(arcs.fromLevel[arc]!) &&
        cost <= arcs.cost[arc]! &&
        capacity >= arcs.capacity[arc]!,
    )!;
    values[entry.column] = 1;
  }
  for (const [index, site] of choice.servedBy.entries()) {
    if (site < 0) continue;
    values[model.placeColumn[index]!] = 1;
    const { option } = choice.built.find((one) => one.site === site)!;
    const serving = model.servings.find(
      (one) =>
        one.site === site &&
        one.place === index &&
        (one.option ?? network.optionAt[site]! + option) === network.optionAt[site]! + option,
    );
    if (serving) values[serving.column] = 1;
  }
  return values;
}

test("SE10 whatever is built can be written in the model, with all its people, and no row or cut forbids it", () => {
  let [rowsSeen, cutsSeen] = [0, 0];
  holds(
    property(larger, nat(1_000_000), (problem, seed) => {
      const choice = choose(problem, { rounds: 5 });
      const network = networkOf(problem);
      const model = modelOf(network, isWithinReach(network));
      const values = written(network, model, choice);
      const worth = sum(model.objective.map((value, column) => value * values[column]!));
      assert.ok(Math.abs(worth - choice.weighed) < 1e-6);
      const cuts = emptyRows();
      const next = chances(seed);
      const separate = separatorOf(network, model);
      for (let i = 0; i < 5; i++)
        cutsSeen += separate(
          values.map((value) => (next() < 0.3 ? next() : value * next())),
          cuts,
        );
      for (const { lower, upper, starts, indices, values: factors } of [model.rows, cuts])
        for (const [row, low] of lower.entries()) {
          let total = 0;
          for (let k = starts[row]!; k < starts[row + 1]!; k++)
            total += factors[k]! * values[indices[k]!]!;
          assert.ok(
            total >= low - 1e-6 && total <= upper[row]! + 1e-6,
            `row ${row}: ${low} ${total} ${upper[row]}`,
          );
          rowsSeen += 1;
        }
    }),
    { numRuns: 60 },
  );
  assert.ok(cutsSeen > 1000 && rowsSeen > 5000, `${cutsSeen} cuts, ${rowsSeen} rows`);
});
