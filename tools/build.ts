/** `npm run build`: compile src/ into dist/, and list what it is made of. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { moment } from "./packages/about.ts";
import { billOf, written } from "./packages/bill.ts";

const compile = ["--disable-warning=ExperimentalWarning", "tools/compile.ts", "dist"];
if (spawnSync(process.execPath, compile, { stdio: "inherit" }).status !== 0) process.exit(1);
writeFileSync("dist/sbom.cdx.json", written(billOf(".", "all", moment(Date.now() / 1000))));
