/** `npm run build`: compile src/ into dist/, and list what it is made of. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const compile = ["--disable-warning=ExperimentalWarning", "tools/compile.ts", "dist"];
if (spawnSync(process.execPath, compile, { stdio: "inherit" }).status !== 0) process.exit(1);
const bill = [
  "sbom",
  "--offline",
  "--sbom-format",
  "cyclonedx",
  "--package-lock-only",
  "--omit",
  "dev",
];
const listed = spawnSync("npm", bill, { encoding: "utf8", maxBuffer: 16_000_000 });
if (listed.status !== 0 || !listed.stdout.includes('"CycloneDX"')) {
  console.error(`The list of packages was not made: ${listed.stderr.trim()}`);
  process.exit(1);
}
writeFileSync("dist/sbom.cdx.json", listed.stdout);
