/** What a choice keeps to, against all choices there are on small problems (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, nat, property } from "fast-check";
import { quickBound } from "./bound.ts";
import { check } from "./check.test.kit.ts";
import { choose } from "./choose.ts";
import { curve } from "./curve.ts";
import { networkOf } from "./network.ts";
import { orderOf, reasonsOf } from "./order.ts";
import type { Problem, Step } from "./problem.ts";
import { chances } from "./search.ts";
import { bestOf, drawn } from "./tiny.fixture.ts";

const isBusy = (seed: number): boolean => seed % 2 === 1; // half of them have sectors that bind
const problems = nat(1_000_000).map((seed) =>
  drawn(chances(seed), { sites: 4, places: 5, isBusy: isBusy(seed) }),
);
const larger = nat(1_000_000).map((seed) =>
  drawn(chances(seed), { sites: 12, places: 20, isBusy: isBusy(seed) }),
);
const sum = (list: Iterable<number>): number => [...list].reduce((a, b) => a + b, 0);

test("SE1 every site hangs on an uplink by hops that its masts clear, within budget, hops, sites, Mbit/s and airtime", () => {
  let built = 0;
  holds(
    property(larger, (problem) => {
      const choice = choose(problem, { rounds: 15 });
      built += choice.built.length;
      check(problem, choice);
    }),
    { numRuns: 60 },
  );
  assert.ok(built > 60);
});

test("SE2 no choice within the limits is above the bound, and few are above what is found", () => {
  let [found, all] = [0, 0];
  holds(
    property(problems, (problem) => {
      const choice = choose(problem, { rounds: 30 });
      check(problem, choice);
      const best = bestOf(problem);
      assert.ok(choice.bound >= best - 1e-9, `the bound ${choice.bound} is below ${best}`);
      assert.ok(choice.weighed <= best + 1e-9);
      if (choice.weighed === best) found += 1;
      all += 1;
    }),
    { numRuns: 150, seed: 11 },
  );
  assert.ok(found >= 0.95 * all, `the best was found in ${found} of ${all}`);
});

test("law: a quick bound holds whatever is known, also nothing", () => {
  holds(
    property(problems, (problem) => {
      assert.ok(quickBound(networkOf(problem), 0) >= bestOf(problem) - 1e-9);
    }),
    { numRuns: 60 },
  );
});

test("SE3 the same problem has the same choice; stopped, it is a choice still", () => {
  holds(
    property(larger, nat(40), (problem, stops) => {
      assert.deepEqual(choose(problem, { rounds: 5 }), choose(problem, { rounds: 5 }));
      let asked = 0;
      check(problem, choose(problem, { rounds: 50, shouldStop: () => asked++ >= stops }));
      assert.ok(asked <= stops + 20, "it stops soon");
    }),
    { numRuns: 20 },
  );
  const shares: number[] = [];
  choose(drawn(chances(3), { sites: 12, places: 20 }), {
    rounds: 5,
    progress: (share) => shares.push(share),
  });
  assert.ok(shares.length > 3 && shares.at(-1) === 1);
});

test("SE4 steps are built on what stands, and together they are the choice", () => {
  let count = 0;
  holds(
    property(larger, (problem) => {
      const choice = choose(problem, { rounds: 5 });
      const steps = orderOf(problem, choice);
      const stands = new Set<number>();
      for (const step of steps) {
        assert.ok(step.places.length > 0);
        for (const site of step.sites) {
          const { from } = choice.built.find((built) => built.site === site)!;
          assert.ok(from === undefined || stands.has(from), "it hangs on what stands");
          stands.add(site);
        }
      }
      assert.equal(stands.size, choice.built.length);
      assert.equal(sum(steps.map((step) => step.people)), choice.people);
      assert.ok(Math.abs(sum(steps.map((step) => step.cost)) - choice.cost) < 1e-9);
      const isNext = (step: Step, before: ReadonlySet<number>): boolean => {
        const { from } = choice.built.find((built) => built.site === step.sites[0])!;
        return from === undefined || before.has(from);
      };
      const before = new Set<number>();
      for (const [i, step] of steps.entries()) {
        for (const other of steps.slice(i + 1))
          if (isNext(other, before))
            assert.ok(
              step.weighed * other.cost >= other.weighed * step.cost - 1e-9,
              "the best is next",
            );
        for (const site of step.sites) before.add(site);
      }
      count += steps.length;
    }),
    { numRuns: 40 },
  );
  assert.ok(count > 40);
});

const place = (people: number, load = 0) => ({ name: `${people} people`, people, weight: 1, load });
const gateway = { name: "Gate", options: [{ mast: 10, cost: 0, covers: [], uplink: 10 }] };
const line: Problem = {
  places: [place(10, 1), place(20, 1), place(30), place(40, 50), place(50)],
  sites: [
    gateway,
    { name: "Near", options: [{ mast: 10, cost: 5, covers: [0, 3] }] },
    { name: "Dear", options: [{ mast: 10, cost: 90, covers: [1] }] },
    { name: "Far", options: [{ mast: 10, cost: 5, covers: [4] }] },
  ],
  hops: [
    { a: 0, b: 1, cost: 1, capacity: 20, masts: [[10, 10]] },
    { a: 1, b: 2, cost: 1, capacity: 20, masts: [[10, 10]] },
    { a: 2, b: 3, cost: 1, capacity: 20, masts: [[10, 30]] },
  ],
  limits: { budget: 50 },
};

test("SE5 each place has a reason: its step, or what keeps it from being served", () => {
  const choice = choose(line);
  assert.deepEqual(reasonsOf(line, choice), [
    { kind: "served", step: 0, site: 1 },
    { kind: "costs more", site: 2, cost: 91 },
    { kind: "no site covers it" },
    { kind: "no capacity", site: 1 },
    { kind: "no way leads there", sites: [3] },
  ]);
});

test("SE6 what cannot be done is said, and serves nobody", () => {
  const cases: [Problem, RegExp][] = [
    [{ ...line, limits: { budget: 0 } }, /budget is 0/],
    [{ ...line, hops: [] }, /No hop is clear/],
    [{ ...line, sites: line.sites.slice(1), hops: [] }, /Name a gateway/],
    [{ ...line, limits: { budget: 50, hops: 0 } }, /within the limits/],
    [{ places: [], sites: [], hops: [], limits: {} }, /Name a gateway/],
  ];
  for (const [problem, why] of cases) {
    const choice = choose(problem);
    assert.deepEqual([choice.people, choice.built.length, choice.cost], [0, 0, 0]);
    assert.match(choice.open.join(" "), why);
  }
  assert.match(choose(line).open.join(" "), /1 of 5 places are covered by no/);
});

test("SE7 what is no number and what points nowhere is refused by its name", () => {
  const site = (change: object): Problem => ({
    ...line,
    sites: [{ name: "Hill", options: [{ mast: 10, cost: 1, covers: [], ...change }] }],
    hops: [],
  });
  assert.throws(
    () => choose(site({ cost: Number.NaN })),
    /^RangeError: Site 0 \(Hill\), option 0: a cost: expected a number from 0 up, got NaN\.$/,
  );
  assert.throws(() => choose(site({ mast: -5 })), /Site 0 \(Hill\).*mast in metres.*-5/);
  assert.throws(() => choose(site({ covers: [7] })), /Site 0 \(Hill\).*from 0 to 4, got 7/);
  assert.throws(
    () => choose({ ...line, places: [{ ...line.places[0]!, people: Infinity }] }),
    /Place 0 \(10 people\): people/,
  );
  assert.throws(
    () => choose({ ...line, hops: [{ ...line.hops[0]!, b: 0 }] }),
    /Hop 0 \(Gate - Gate\)/,
  );
  assert.throws(() => choose({ ...line, limits: { budget: -1 } }), /budget.*-1/);
});

test("SE8 more money never connects fewer, and its bound is never lower", () => {
  holds(
    property(larger, (problem) => {
      const points = curve(problem, { rounds: 2, budgets: [12, 3, 25, 0] });
      assert.deepEqual(
        points.map((point) => point.budget),
        [0, 3, 12, 25],
      );
      for (const [i, { budget, choice }] of points.entries()) {
        check({ ...problem, limits: { ...problem.limits, budget } }, choice);
        const before = points[i - 1]?.choice;
        assert.ok(!before || (before.weighed <= choice.weighed && before.bound <= choice.bound));
      }
    }),
    { numRuns: 25 },
  );
  assert.equal(curve(line).length, 12);
});

test("SE9 places at one point are both served, and more sites allowed than there are do no harm", () => {
  const twins = { ...line, places: line.places.map(() => place(10)), limits: { sites: 99 } };
  const choice = choose(twins);
  assert.deepEqual([...choice.servedBy], [1, 2, -1, 1, -1]);
});

test("SE1 a low mast is not reached by way of a high one at the same site", () => {
  const option = (mast: number, cost: number, covers: number[] = []) => ({ mast, cost, covers });
  const hop = (a: number, b: number, masts: [number, number]) => ({
    a,
    b,
    cost: 1,
    capacity: 9,
    masts: [masts],
  });
  const problem: Problem = {
    places: [place(100)],
    sites: [
      gateway,
      { name: "Hill", options: [option(15, 5, [0]), option(30, 1)] },
      { name: "Top", options: [option(15, 1)] },
    ],
    hops: [hop(0, 1, [10, 30]), hop(1, 2, [15, 15])],
    limits: { budget: 50 },
  };
  const choice = choose(problem);
  check(problem, choice);
  assert.equal(choice.people, 0);
});
