/**
 * `npm run release -- 1.2.3`: gives what is here that version and its tag, which bears what CHANGES.md says of it. The packages are
 * made from it after that. It pushes nothing.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dayAt } from "../src/engines/calendar/day.ts";
import { sectionOf, withVersion } from "./packages/version.ts";

const [version = "", ...others] = process.argv.slice(2);
if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version) || others.length > 0)
  stop("Expected a version such as 1.2.3: npm run release -- 1.2.3");
const tag = `v${version}`;
if (git("status", "--porcelain") !== "") stop("Expected no change that is not committed.");
if (git("tag", "--list", tag) !== "") stop(`${tag} is there already.`);

const read = (file: string) => readFileSync(file, "utf8");
const files = {
  about: read("package.json"),
  lock: read("package-lock.json"),
  changes: read("CHANGES.md"),
};
let next: typeof files;
try {
  next = withVersion(files, version, dayAt(Date.now()));
} catch (error) {
  stop((error as Error).message);
}
if (next.about !== files.about || next.changes !== files.changes) {
  writeFileSync("package.json", next.about);
  writeFileSync("package-lock.json", next.lock);
  writeFileSync("CHANGES.md", next.changes);
  git("commit", "--all", "--message", `Release ${version}`);
}
// Signed where git knows a key.
const how =
  git("config", "--default", "", "--get", "user.signingkey") === "" ? "--annotate" : "--sign";
const said = `${version}\n\n${sectionOf(next.changes, version)}`;
git("tag", how, tag, "--cleanup=verbatim", "--message", said);
console.log(`${tag} is here. Look at it: git show ${tag}
The packages, the same bytes whoever makes them with this npm and dpkg: npm ci && npm run pack && npm run deb
For everybody: git push --follow-tags`);

function git(...args: readonly string[]): string {
  const done = spawnSync("git", args, { encoding: "utf8" });
  if (done.status !== 0) stop(done.stderr.trim() || `git ${args.join(" ")} failed`);
  return done.stdout.trim();
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}
