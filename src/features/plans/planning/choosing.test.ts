/** More choice is never worse, through the thread that makes a plan's choice (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { partOf } from "../../../engines/selection/choice.ts";
import { choose as search } from "../../../engines/selection/choose.ts";
import { chances } from "../../../engines/selection/search.ts";
import { drawn } from "../../../engines/selection/tiny.fixture.ts";
import { choose } from "./choosing.ts";

test("PM74 with two radios a plan serves no fewer than with one of them, where the search alone would", async () => {
  for (const [seed, alone] of [
    [211, "b"],
    [506, "a"],
  ] as const) {
    const problem = drawn(chances(seed), { sites: 12, places: 20, isBusy: seed % 2 === 1 });
    const radios = problem.hops.map((_, i) => "ab"[i % 2]!);
    const hop = (index: number): boolean => radios[index] === alone;
    const less = search(partOf(problem, [...problem.sites.keys()], { hop }).part);
    assert.ok(search(problem).weighed < less.weighed, `seed ${seed} shows nothing any more`);
    // A gap of 1 is proven at once.
    const asking = { problem, radios, search: { seconds: 1, gap: 1, points: 1 } };
    const { choice } = await choose(asking, {});
    assert.ok(choice.weighed >= less.weighed, `seed ${seed}: ${choice.weighed}, ${less.weighed}`);
  }
});
