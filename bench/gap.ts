/**
 * How far choices are from what no choice can exceed: 40 instances on the five grounds (villages and loads drawn anew), each
 * at five budgets. A minute of processor each, two hours in all at most: `CND_GAP=5` has only the first five instances,
 * one of each ground, and `CND_GAP_SECONDS` another time.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { choose } from "../src/engines/selection/choose.ts";
import type { Problem } from "../src/engines/selection/problem.ts";
import { problemOf } from "../src/features/plans/planning/asking.ts";
import { candidatesOf } from "../src/features/plans/planning/candidates.ts";
import { linesBetween } from "../src/features/plans/planning/hops.ts";
import { prepare } from "../src/features/plans/planning/prepare.ts";
import { prove } from "../src/features/plans/planning/prove.ts";
import { reachesOf } from "../src/features/plans/planning/reach.ts";
import { layoutsOf } from "../src/features/plans/planning/sectors.ts";
import { temporary } from "../tools/program.ts";
import { report } from "./report.ts";
import { TEST_REGIONS, writeTestRegion } from "./test-regions.ts";

const COUNT = Number(process.env["CND_GAP"] ?? 40);
const SECONDS = Number(process.env["CND_GAP_SECONDS"] ?? 60); // of a processor
const BUSY = 4; // times as long by the clock, where other work has the processor
const BUDGETS = [0.4, 0.7, 1, 1.5, 2]; // of the region's own

/** The problem of a region, as a plan asks it. */
async function askedOf(file: string): Promise<Problem> {
  const prepared = await prepare(file);
  const { region, terrain, places, roads } = prepared;
  const { candidates } = candidatesOf(region, terrain, places, roads);
  const ground = { ...prepared, grid: terrain.grid, candidates };
  const reaches = await reachesOf(ground, {});
  const lines = await linesBetween(ground, {});
  const layouts = layoutsOf({ ...prepared, candidates, reaches });
  return problemOf({ ...prepared, candidates, reaches, layouts, lines });
}

/** The shipped region as it is and with other loads; the test regions with other villages, more of them, other loads. */
async function problemAt(index: number, dir: string): Promise<{ name: string; problem: Problem }> {
  const [round, which] = [Math.floor(index / 5), index % 5];
  const turn = [1, 0.7, 1.5, 1.2, 0.5, 2, 0.85, 1.3][round % 8]!;
  if (which === 4) {
    const problem = await askedOf("campaign/regions/pyrenees.yaml");
    const places = problem.places.map((place) => ({ ...place, load: turn * place.load }));
    return { name: `pyrenees-${round}`, problem: { ...problem, places } };
  }
  const of = TEST_REGIONS[which]!;
  mkdirSync(dir);
  const villages = of.villages + 3 * (round % 4);
  const region = { ...of, seed: 28 + round, villages, mbps: turn * of.mbps };
  return {
    name: `${of.name}-${round}`,
    problem: await askedOf(await writeTestRegion(region, dir)),
  };
}

using folder = temporary();
const gaps: number[] = [];
for (let index = 0; index < COUNT; index++) {
  const { name, problem } = await problemAt(index, join(folder.dir, `${index}`));
  for (const times of BUDGETS) {
    const budget = times * problem.limits.budget!;
    const asked = { ...problem, limits: { ...problem.limits, budget } };
    const began = process.cpuUsage();
    const spent = (): number => {
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1e6;
    };
    const shouldStop = (): boolean => spent() > SECONDS;
    const { gap, weighed } = await prove(asked, choose(asked), {
      seconds: BUSY * SECONDS,
      shouldStop,
    });
    gaps.push(100 * gap);
    report({ name: `gap-${name}-${times}`, value: 100 * gap, unit: "%" });
    report({ name: `gap-${name}-${times}-people`, value: weighed, unit: "people" });
    report({ name: `gap-${name}-${times}-time`, value: spent(), unit: "s" });
  }
}
gaps.sort((a, b) => a - b);
report({ name: "gap-median", value: gaps[Math.floor(gaps.length / 2)]!, unit: "%" });
report({ name: "gap-worst", value: gaps.at(-1)!, unit: "%" });
