/** `npm run build`: compile src/ into dist/ and put the files beside it that are not TypeScript. */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const tsc = spawnSync("node_modules/.bin/tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
if (tsc.status !== 0) process.exit(1);
for (const asset of globSync("src/**/*.css")) cpSync(asset, asset.replace(/^src/, "dist"));
