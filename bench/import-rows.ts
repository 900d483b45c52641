/** `cnd import-data` on 100,000 rows of measured speed: from the file to tables that are committed, whole process. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cnd, temporary } from "../tools/program.ts";
import { report } from "./report.ts";

const ROWS = 100_000;
using folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const file = join(folder.dir, "tiles.csv");
const lines = Array.from({ length: ROWS }, (_, i) => {
  const quadkey = i.toString(4).padStart(16, "0");
  return `${quadkey},"POLYGON((${i % 180} 1, ${i % 90} 2))",${1000 + i},${500 + i},${i % 300},${i % 40},${i % 20}`;
});
writeFileSync(
  file,
  ["quadkey,tile,avg_d_kbps,avg_u_kbps,avg_lat_ms,tests,devices", ...lines].join("\n"),
);
run(["import", "campaign"]);
const said = [
  "--title",
  "Tiles",
  "--source",
  "https://example.com/tiles",
  "--licence",
  "CC BY 4.0",
];
const began = performance.now();
run(["import-data", file, "--kind", "tiles", "--date", "2026-10", ...said]);
const seconds = (performance.now() - began) / 1000;
report({ name: "import of 100,000 rows", value: seconds, unit: "s" });
report({ name: "rows imported a second", value: ROWS / seconds, unit: "rows/s" });

function run(args: readonly string[]): void {
  const { code, err } = cnd(args, env);
  if (code !== 0) throw new Error(err);
}
