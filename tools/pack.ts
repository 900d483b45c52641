/**
 * `npm run pack`: the program as `npm install --global` takes it, with all that it needs for Linux on x64 and arm64 inside.
 * `npm run deb`: a `.deb` for each. Both come to lie here, with a list of what they are made of and their checksums.
 */
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { about, moment } from "./packages/about.ts";
import { releaseList } from "./packages/version.ts";
import { ARCHITECTURES, makeDeb } from "./packages/deb.ts";
import { MACHINES, makeTree, needed, run, sameEverywhere } from "./packages/tree.ts";

const [what, ...only] = process.argv.slice(2);
const cache = resolve(".cache/packages");
const { name, version } = about();
try {
  console.log(`${name} ${version}, of ${new Date(moment() * 1000).toISOString()}`);
  if (what === "deb") await debs();
  else pack();
  writeFileSync("releases.json", releaseList(readFileSync("CHANGES.md", "utf8")));
  checksums();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

/** As a registry would serve it. Sharp’s compiled part is the one thing that differs between the machines: both lie in it. */
function pack(): void {
  const [own, other] = MACHINES.map((machine) => join(cache, `tgz-${machine}`));
  for (const machine of MACHINES) makeTree(join(cache, `tgz-${machine}`), machine);
  for (const one of globSync("node_modules/@img/*", { cwd: other! }))
    cpSync(join(other!, one), join(own!, one), { recursive: true });
  sameEverywhere(own!);
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", resolve(".")], own);
  copyFileSync(join(own!, "dist/sbom.cdx.json"), `${name}-${version}.cdx.json`);
}

/** For the machines that were named as Debian does, else for all. */
async function debs(): Promise<void> {
  needed("dpkg-deb", "It comes with Debian and its kin.");
  const wanted = MACHINES.filter(
    (machine) => only.length === 0 || only.includes(ARCHITECTURES[machine]),
  );
  if (wanted.length === 0)
    throw new Error(
      `Expected ${Object.values(ARCHITECTURES).join(" or ")}, got ${only.join(" ")}.`,
    );
  for (const machine of wanted) {
    const dir = join(cache, `deb-${machine}`);
    await makeDeb(dir, machine, makeTree(dir, machine));
  }
}

/** Of all packages of this version that lie here: `sha256sum --check SHA256SUMS`. */
function checksums(): void {
  const files = globSync(`${name}[-_]${version}*.{tgz,deb,cdx.json}`).toSorted();
  const lines = files.map((file) => {
    const bytes = readFileSync(file);
    console.log(`${(bytes.length / 1_000_000).toFixed(1).padStart(6)} MB  ${file}`);
    return `${createHash("sha256").update(bytes).digest("hex")}  ${file}\n`;
  });
  writeFileSync("SHA256SUMS", lines.join(""));
}
