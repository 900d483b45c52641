/** `npm start`: build if the sources are newer, then serve the first campaign, which is imported if there is no data yet. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";

const newest = (pattern: string): number =>
  Math.max(0, ...globSync(pattern).map((file) => statSync(file).mtimeMs));
const built = existsSync("dist/main.js") ? statSync("dist/main.js").mtimeMs : 0;

if (newest("src/**/*") > built) {
  const { status } = spawnSync(process.execPath, ["tools/build.ts"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
const serve = [process.execPath, "--enable-source-maps", "dist/main.js", "serve", "campaign"];
process.execve!(process.execPath, serve); // becomes the server, so that signals reach it
