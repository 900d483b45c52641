/** Five plans from end to end, on the shipped ground and on four others: what each says of itself, and what a judge says of it. */
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { radioOf } from "../src/engines/costs/radios.ts";
import { cnd, program, temporary } from "../tools/program.ts";
import { judged } from "./plan-judge.ts";
import { report } from "./report.ts";
import { TEST_REGIONS, writeTestRegion } from "./test-regions.ts";

program();
using folder = temporary();
for (const part of ["regions", "terrain"])
  cpSync(join("campaign", part), join(folder.dir, part), { recursive: true });
const PYRENEES = join(folder.dir, "regions/pyrenees.yaml");
const regions = [{ name: "pyrenees", file: PYRENEES, tile: "tests/data/terrain/N42E001.hgt.gz" }];
for (const one of TEST_REGIONS) {
  const dir = join(folder.dir, one.name);
  mkdirSync(dir);
  regions.push({ name: one.name, file: await writeTestRegion(one, dir), tile: one.tile });
}
const { rungs } = radioOf("sector-5ghz-ac", "access");
const mbps = new Map(rungs.map((rung) => [rung.name, rung.mbps]));
for (const { name, file, tile } of regions) {
  const out = join(folder.dir, `${name}-out`);
  const began = performance.now();
  const { code, err, out: said } = cnd(["plan", file, "--out", out, "--threads", "1"]);
  if (code !== 0) throw new Error(err);
  report({ name: `plan-${name}`, value: (performance.now() - began) / 1000, unit: "s" });
  report({
    name: `plan-${name}-people`,
    value: Number(/^([0-9]+) people/m.exec(said)?.[1]),
    unit: "people",
  });
  report({ name: `plan-${name}-gap`, value: Number(/gap ([0-9.]+) %/.exec(said)?.[1]), unit: "%" });
  const { demand, backhaul } = parse(readFileSync(file, "utf8")) as {
    demand: { household: number; takeUp: number; mbps: number };
    backhaul: { clearance?: number };
  };
  const verdict = judged({
    file: join(out, `${name}.yaml`),
    csv: join(out, `${name}-materials.csv`),
    tile,
    mbps,
    asked: (people) => (people / demand.household) * demand.takeUp * demand.mbps,
    wanted: backhaul.clearance ?? 0.6,
  });
  for (const [what, value] of Object.entries(verdict))
    report({ name: `plan-${name}-${what}`, value, unit: what === "cents" ? "cents" : "" });
}
