#!/usr/bin/env node
// Runs the command line on the Node that the project pins, whatever Node started this file. In a checkout it runs
// the sources; in the published package, which has no sources, the built program on a Node that can run it.
import { spawn } from "node:child_process";
import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24; // Node's major version; the one of a checkout is newer
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const pinned = at("node_modules/node/bin/node");
const node = existsSync(pinned) ? pinned : process.execPath;
if (node !== pinned && Number.parseInt(process.versions.node) < NEEDED) {
  console.error(`Expected Node ${NEEDED} or newer, got ${process.versions.node}.`);
  process.exit(1);
}
const args = existsSync(at("src/main.ts"))
  ? ["--disable-warning=ExperimentalWarning", "--import", at("tools/tsx-hook.ts"), at("src/main.ts")]
  : ["--enable-source-maps", at("dist/main.js")];
// Modules are found compiled from the first one on, in threads too, and threads share the memory that was given back:
// a third less of it for a command with threads.
const env = {
  ...compiled(),
  MALLOC_ARENA_MAX: "2",
  ...process.env,
};
const all = [...args, ...process.argv.slice(2)];
const byNpx = process.env.npm_command === "exec";
// Where this Node can, this process becomes the program: one less, and signals reach it.
if (process.execve && process.platform !== "win32" && !byNpx) process.execve(node, [node, ...all], env);
const child = spawn(node, all, { stdio: "inherit", env });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
if (byNpx) {
  // npx hands a signal to a shell, which ends and tells nobody.
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || child.kill("SIGTERM"), 500).unref();
}
child.on("exit", (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});

/** The folder for compiled modules, which are run as they lie there: this user's alone, or none. */
function compiled() {
  const user = process.getuid?.();
  const dir = join(tmpdir(), `cnd-modules-${user}`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const found = lstatSync(dir); // somebody else may have been there first, with a folder or a link
    const isOwn = found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0;
    return isOwn ? { NODE_COMPILE_CACHE: dir } : {};
  } catch {
    return {}; // a little slower, and no less right
  }
}
