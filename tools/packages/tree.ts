/** What the packages install: the built program and all that it reads, as it lies on the machine that runs it. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { about, moment } from "./about.ts";
import { billOf, written, type Bill } from "./bill.ts";

/** As Node calls it; of Linux with glibc. */
export type Machine = "x64" | "arm64";
export const MACHINES: readonly Machine[] = ["x64", "arm64"];

/** Copied as they are. `dist` and `node_modules` are made. */
export const HELD = [
  "LICENSE",
  "README.md",
  "CHANGES.md",
  "bin",
  "translations",
  "campaign",
  "docs/operating.md",
  "docs/limits.md",
  "docs/host",
  "docs/promises.md",
  "docs/recipes",
] as const;

/** Which npm brings for the types of another package, though they are asked for in development alone. */
const UNASKED = ["node_modules/typescript", "node_modules/@typescript"];

/** What only compilers and debuggers read of a package; of 172 MB it is 54. */
const UNREAD = /\.(?:map|[cm]?tsx?|flow|tsbuildinfo)$/;

/**
 * Make the tree anew, with everything in it at the moment of the release.
 * @param dir emptied first
 * @returns what it is made of
 * @throws Error where npm or the build failed
 */
export function makeTree(dir: string, machine: Machine): Bill {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) cpSync(file, join(dir, file));
  // Nobody's scripts are run, so nothing is compiled, and what is for another machine can be made here.
  const how =
    "ci --omit=dev --ignore-scripts --no-audit --no-fund --prefer-offline --os=linux --libc=glibc";
  run("npm", [...how.split(" "), `--cpu=${machine}`], dir);
  for (const one of UNASKED) rmSync(join(dir, one), { recursive: true });
  run(process.execPath, ["tools/compile.ts", join(dir, "dist")]);
  callInstalled(join(dir, "dist"));
  const bill = billOf(dir, "here", moment());
  writeFileSync(join(dir, "dist/sbom.cdx.json"), written(bill));
  for (const one of HELD) cpSync(one, join(dir, one), { recursive: true });
  for (const one of ["package-lock.json", "node_modules/.package-lock.json", "node_modules/.bin"])
    rmSync(join(dir, one), { recursive: true, force: true });
  const unread = globSync("node_modules/**", { cwd: dir }).filter(
    (one) => UNREAD.test(one) && lstatSync(join(dir, one)).isFile(),
  );
  if (unread.length < 1000)
    throw new Error(`Expected packages to let go of, found ${unread.length}.`);
  for (const one of unread) rmSync(join(dir, one));
  for (const one of globSync("node_modules/**/.bin", { cwd: dir }))
    rmSync(join(dir, one), { recursive: true });
  writeFileSync(join(dir, "package.json"), `${JSON.stringify(packed(), null, 2)}\n`);
  sameEverywhere(dir);
  return bill;
}

/** An installed program is called `cnd`, and says so in its lines; that of a checkout `bin/cnd.js`. @param dist what was compiled */
export function callInstalled(dist: string): void {
  for (const file of globSync("**/*.js", { cwd: dist })) {
    const text = readFileSync(join(dist, file), "utf8");
    if (text.includes("bin/cnd.js"))
      writeFileSync(join(dist, file), text.replaceAll("bin/cnd.js", "cnd"));
  }
}

/** package.json as a registry would serve it: everything inside, for the machines that it is for. */
export function packed() {
  const { name, version, description, license, type, engines, bin, dependencies } = about();
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    bin,
    files: ["dist", ...HELD],
    os: ["linux"],
    cpu: MACHINES,
    libc: ["glibc"],
    dependencies,
    bundleDependencies: Object.keys(dependencies),
  };
}

/** What differs between two who build: rights, by their umask, and times. */
export function sameEverywhere(dir: string): void {
  const at = moment();
  // Not by a glob, which passes over names that begin with a dot.
  const all = [".", ...(readdirSync(dir, { recursive: true }) as string[])].map((one) =>
    join(dir, one),
  );
  // Deepest first: what is changed in a folder changes its time.
  for (const one of all.toSorted().toReversed()) {
    const found = lstatSync(one);
    if (found.isSymbolicLink()) throw new Error(`Expected no link in a package, found ${one}.`);
    chmodSync(one, found.isDirectory() || found.mode & 0o111 ? 0o755 : 0o644);
    utimesSync(one, at, at);
  }
}

/** @throws Error with what it said */
export function run(program: string, args: readonly string[], cwd = "."): string {
  const { npm_config_local_prefix: _, ...env } = process.env; // of the npm that started this
  const done = spawnSync(program, args, { cwd, env, encoding: "utf8", maxBuffer: 64_000_000 });
  if (done.status === 0) return done.stdout;
  const why = done.error?.message ?? done.stderr.trim();
  throw new Error(`${basename(program)} ${args.join(" ")} failed: ${why}`);
}

/** @throws Error that says how to come to it */
export function needed(program: string, how: string): void {
  const found = (process.env["PATH"] ?? "")
    .split(":")
    .some((dir) => existsSync(join(dir, program)));
  if (!found) throw new Error(`Expected the program ${program}, found none. ${how}`);
}
