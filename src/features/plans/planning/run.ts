/** A plan from end to end: each long step kept, so that a run that was stopped goes on; then everything is written. */
import { join } from "node:path";
import { problemOf, type Asked } from "./asking.ts";
import type { Going } from "./breath.ts";
import { candidatesOf } from "./candidates.ts";
import { choose } from "./choosing.ts";
import { coverageBy } from "./coverage.ts";
import type { Found } from "./found.ts";
import { boundsOf, frameAround } from "./frame.ts";
import { linesBetween } from "./hops.ts";
import { sharesOf } from "./houses.ts";
import { keepIn } from "./kept.ts";
import type { PlanFields } from "./plan-of.ts";
import { prepare } from "./prepare.ts";
import { reachesOf } from "./reach.ts";
import { layoutsOf } from "./sectors.ts";
import { shortBudgetOf } from "./short-budget.ts";
import { withUnknown } from "./unknown.ts";
import { writePlan, type Order } from "./write-plan.ts";

export interface Made {
  readonly plan: PlanFields;
  /** Paths of what was written. */
  readonly files: readonly string[];
  readonly seconds: number;
}

/** @throws PlanningError for inputs that are none, Stopped */
export async function makePlan(order: Order, going: Going): Promise<Made> {
  const began = performance.now();
  const { hash, open, ...prepared } = await prepare(order.file);
  const { region, terrain, places, roads } = prepared;
  const { grid } = terrain;
  const kept = keepIn(join(order.out, ".work"), hash);
  const { candidates, open: leftOut } = candidatesOf(region, terrain, places, roads);
  const ground = { ...prepared, grid, candidates };
  const reaches = await kept.step("reach", 0, () => reachesOf(ground, going));
  const lines = await kept.step("lines", 0, () => linesBetween(ground, going));
  const layouts = layoutsOf({ ...prepared, candidates, reaches });
  const asked: Asked = { ...prepared, candidates, reaches, layouts, lines };
  const answer = await kept.step("choice", 0, () => choose(problemOf(asked), region.search, going));
  const chosen = withUnknown(asked, answer);
  const short = await shortBudgetOf(asked, grid, chosen, going);
  const frame = frameAround(
    [...places, ...chosen.choice.built.map(({ site }) => candidates[site]!)],
    grid,
  );
  const judged = {
    ...asked,
    ...chosen,
    terrain,
    bounds: boundsOf(frame),
    open: [...open, ...leftOut],
    today: order.today,
    ...(short && { short }),
  };
  const found: Found = { ...judged, shares: await sharesOf(judged, going) };
  const coverage = await coverageBy(found, order.threads, going);
  const { plan, files } = await writePlan({ order, found, frame, coverage });
  await kept.clear();
  return { plan, files, seconds: (performance.now() - began) / 1000 };
}
