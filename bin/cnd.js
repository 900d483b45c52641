#!/usr/bin/env node
// Runs the command line on the Node that the project pins, whatever Node started this file. In a checkout it runs
// the sources; in the published package, which has no sources, the built program.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const pinned = at("node_modules/node/bin/node");
const node = existsSync(pinned) ? pinned : process.execPath;
const args = existsSync(at("src/main.ts"))
  ? ["--disable-warning=ExperimentalWarning", "--import", at("tools/tsx-hook.ts"), at("src/main.ts")]
  : ["--enable-source-maps", at("dist/main.js")];
const child = spawn(node, [...args, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
