/** Plans of the small region, made from end to end. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import * as v from "valibot";
import { checkPlan } from "../check.ts";
import { PlanFile, type PlanFields } from "./plan-of.ts";
import { regionFields, writeRegion, type RegionFolder } from "./region.test.kit.ts";
import { makePlan } from "./run.ts";

const made: string[] = [];
after(() => made.forEach((dir) => rmSync(dir, { recursive: true })));

/** A region's folder that is gone when the tests are over. */
export function madeRegion(...of: Parameters<typeof writeRegion>): RegionFolder {
  const folder = writeRegion(...of);
  made.push(folder.dir);
  return folder;
}

type Change = (fields: ReturnType<typeof regionFields>) => void;
export async function planFor(
  change: Change = () => undefined,
  more: Parameters<typeof writeRegion>[1] & {
    readonly into?: string;
    readonly threads?: number;
  } = {},
) {
  const fields = regionFields();
  change(fields);
  const { dir, file } = madeRegion(fields, more);
  const out = join(dir, "out");
  const order = {
    file,
    slug: "valleys",
    out,
    threads: more.threads ?? 1,
    today: "2026-11-26",
    ...(more.into !== undefined && { into: more.into }),
  };
  const { plan, files } = await makePlan(order, {});
  return { plan, files, out, dir, file, order };
}

export function holdsTogether(plan: PlanFields): void {
  v.parse(PlanFile, plan);
  const problems: string[] = [];
  checkPlan(plan, (field, message) => problems.push(`${field}: ${message}`));
  assert.deepEqual(problems, []);
}
