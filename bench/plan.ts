/** The plan of the Pyrenees from end to end, by the program as it is built; and with twice the load and more hilltops. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cnd, program, temporary } from "../tools/program.ts";
import { report } from "./report.ts";

program(); // built before the clock runs
using folder = temporary();
for (const part of ["regions", "terrain"])
  cpSync(join("campaign", part), join(folder.dir, part), { recursive: true });
const region = join(folder.dir, "regions/pyrenees.yaml");

planned("plan-pyrenees");
const harder = readFileSync(region, "utf8")
  .replace("summits: 400", "summits: 720")
  .replace("mbps: 0.3", "mbps: 0.6")
  .replace("seconds: 28", "seconds: 80");
writeFileSync(region, harder);
planned("plan-pyrenees-twice-the-load");

function planned(name: string): void {
  const began = performance.now();
  const { code, err, out } = cnd(["plan", region, "--out", join(folder.dir, name)]);
  if (code !== 0) throw new Error(err);
  report({ name, value: (performance.now() - began) / 1000, unit: "s" });
  const gap = Number(/gap ([0-9.]+) %/.exec(out)?.[1]);
  report({ name: `${name}-gap`, value: gap, unit: "%" });
}
