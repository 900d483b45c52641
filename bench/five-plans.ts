/** Five plans from end to end, on the shipped ground and on four others: what each says of itself, and what a judge says of it. */
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { cnd, program, temporary } from "../tools/program.ts";
import { TEST_REGIONS, writeTestRegion } from "./test-regions.ts";

program();
using folder = temporary();
for (const part of ["regions", "terrain"])
  cpSync(join("campaign", part), join(folder.dir, part), { recursive: true });
const regions = [["pyrenees", join(folder.dir, "regions/pyrenees.yaml")]];
for (const one of TEST_REGIONS) {
  const dir = join(folder.dir, one.name);
  mkdirSync(dir);
  regions.push([one.name, await writeTestRegion(one, dir)]);
}
for (const [name, file] of regions) {
  const out = join(process.env["CND_PLANS"] ?? folder.dir, `${name}-out`);
  const { out: said, err, code } = cnd(["plan", file!, "--out", out, "--threads", "1"]);
  console.log(name, code, err, said);
}
