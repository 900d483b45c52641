/** `npm run build`: compile src/ into dist/, put the files beside it that are not TypeScript, and list what it is made of. */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync, writeFileSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const tsc = spawnSync("node_modules/.bin/tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
if (tsc.status !== 0) process.exit(1);
for (const asset of globSync("src/**/*.css")) cpSync(asset, asset.replace(/^src/, "dist"));
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
