/** `npm start`: build if the sources are newer, import the first campaign if there is no data yet, serve it. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { dataDir, knownOrigin } from "../src/commands/context.ts";

const newest = (pattern: string): number =>
  Math.max(0, ...globSync(pattern).map((file) => statSync(file).mtimeMs));
const built = existsSync("dist/main.js") ? statSync("dist/main.js").mtimeMs : 0;

if (newest("src/**/*") > built) run(["tools/build.ts"]);
const settings = {
  port: 0,
  data: process.env["CND_DATA"],
  url: process.env["CND_URL"],
  database: process.env["CND_DATABASE"],
  mail: undefined,
  dev: false,
};
if ((await knownOrigin(settings, dataDir(settings))) === undefined)
  run(["dist/main.js", "import", "campaign"]);
const serve = [process.execPath, "--enable-source-maps", "dist/main.js", "serve"];
process.execve!(process.execPath, serve); // becomes the server, so that signals reach it

function run(args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
