import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { checkPlan } from "./check.ts";
import { foldPlan } from "./projection.ts";
import { samplePlan } from "./plan.fixture.ts";
import { PLAN_EDITED, PLAN_MADE, PLAN_WITHDRAWN, type Plan } from "./records.ts";

const fold = (...said: (readonly [string, unknown])[]) =>
  foldPlan(recordsOf(subjectOf("plans", "a"), ...said))?.title;
const called = (title: string) => samplePlan({ title });

test("PN1 the last statement stands, a withdrawal ends it, a later edit brings it back", () => {
  assert.equal(fold([PLAN_MADE, called("A")], [PLAN_EDITED, called("B")]), "B");
  assert.equal(fold([PLAN_MADE, called("A")], [PLAN_WITHDRAWN, {}]), undefined);
  assert.equal(
    fold([PLAN_MADE, called("A")], [PLAN_WITHDRAWN, {}], [PLAN_EDITED, called("B")]),
    "B",
  );
});

test("PN1 what does not fit the form changes nothing", () => {
  const plan = called("B");
  const odd = [
    {},
    { ...plan, budget: 5 },
    { ...plan, proof: { ...plan.proof, gap: 2 } },
    { ...plan, money: { ...plan.money, capex: Number.NaN } },
    { ...plan, bounds: [1, 2, 3] },
    { ...plan, sites: plan.sites.map((site) => ({ ...site, mast: -5 })) },
  ];
  for (const body of odd) assert.equal(fold([PLAN_MADE, called("A")], [PLAN_EDITED, body]), "A");
});

const problems = (change: (plan: Plan) => unknown): string[] => {
  const plan = samplePlan();
  change(plan);
  const found: string[] = [];
  checkPlan(plan, (field, message) => found.push(`${field}: ${message}`));
  return found;
};
/** A plan that may be written into. */
type Open = { -readonly [K in keyof Plan]: Plan[K] };

test("PN2 what a plan names stands in it, once, and in order", () => {
  assert.deepEqual(
    problems(() => undefined),
    [],
  );
  assert.deepEqual(
    problems((plan) => (plan.places[1]!.id = plan.places[0]!.id)),
    [
      "places.1.id: expected an id of its own, found puigcerda twice",
      "steps.1.places.0: expected the id of a place of this plan, found bellver-de-cerdanya",
    ],
  );
  assert.deepEqual(
    problems((plan) => (plan.places[0]!.site = "nowhere")),
    ["places.0.site: expected the id of a site of this plan, found nowhere"],
  );
  assert.deepEqual(
    problems((plan) => (plan.steps[1]!.relays = ["nowhere"])),
    ["steps.1.relays.0: expected the id of a site of this plan, found nowhere"],
  );
  assert.deepEqual(
    problems((plan) => (plan.steps[1]!.order = 5)),
    ["steps.1.order: expected 2, the steps in their order, found 5"],
  );
  assert.deepEqual(
    problems((plan) => (plan.proof.bound = 10)),
    ["proof.bound: expected at least what the plan reaches, 19039, found 10"],
  );
  assert.deepEqual(
    problems((plan) => ((plan as Open).bounds = [42.6, 2.1, 42.5, 2])),
    [
      "bounds.2: expected a north above 42.6, found 42.5",
      "bounds.3: expected an east beyond 2.1, found 2",
    ],
  );
});

test("PN60 where a bill tells its parts, its rows add up to their sums, to the cent", () => {
  const row = { item: "Mast", count: 1, unit: "piece", price: 10.01 };
  const billed = (set: Partial<Plan["money"]>) =>
    problems((plan) => {
      const open = plan as Open;
      const besides = {
        households: { capex: 0.2, opex: 0, presentValue: 0.2 },
        transit: { capex: 0, opex: 6.09, presentValue: 50 },
      };
      open.money = { ...plan.money, capex: 10.01, opex: 0, besides, ...set };
      open.materials = [
        { ...row, part: "network", purchase: 10.01, yearly: 0 },
        { ...row, part: "households", purchase: 0.1, yearly: 0 },
        { ...row, part: "households", purchase: 0.1, yearly: 0 },
        { ...row, part: "transit", purchase: 0, yearly: 6.09 },
      ];
    });
  assert.deepEqual(billed({}), []);
  assert.deepEqual(billed({ capex: 10 }), [
    "money.capex: expected 10.01, the sum of its materials, found 10",
  ]);
  const wrong = { capex: 0.2, opex: 0, presentValue: 1 };
  assert.deepEqual(billed({ besides: { households: wrong, transit: wrong } }), [
    "money.besides.transit.capex: expected 0, the sum of its materials, found 0.2",
    "money.besides.transit.opex: expected 6.09, the sum of its materials, found 0",
  ]);
});

test("PN2 hops lead from a gateway to every mast, and never in a circle", () => {
  assert.deepEqual(
    problems((plan) => plan.hops.shift()),
    [
      "sites.1.id: expected hops that lead from a gateway to summit-1, found none",
      "sites.2.id: expected hops that lead from a gateway to summit-2, found none",
    ],
  );
  assert.deepEqual(
    problems((plan) => (plan.hops[0]!.from = "summit-2")),
    [
      "sites.1.id: expected hops that lead from a gateway to summit-1, found none",
      "sites.2.id: expected hops that lead from a gateway to summit-2, found none",
    ],
  );
  assert.deepEqual(
    problems((plan) => plan.hops.push({ ...plan.hops[0]!, to: "summit-2" })),
    ["hops.2.to: expected one hop to each site, found a second to summit-2"],
  );
});
