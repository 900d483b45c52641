/** The Node that the .deb brings: that of the checkout, for each machine, with what it must be. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { extract } from "tar";
import { run, type Machine } from "./tree.ts";

/** As published on npm, beside the package `node` of package.json, which fetches the same for the machine it is on. */
export const PINNED: { readonly version: string } & Readonly<Record<Machine, string>> = {
  version: "26.10.0",
  x64: "sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==",
  arm64:
    "sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==",
};

/**
 * Fetched once, and kept in the cache of the checkout.
 * @param to where the program `node` and its licences `node-LICENSE` come to lie
 * @throws Error where what came is not what is pinned
 */
export async function bringNode(machine: Machine, to: string, licences: string): Promise<void> {
  const kept = resolve(".cache/node");
  const name = `node-linux-${machine}`;
  const file = join(kept, `${name}-${PINNED.version}.tgz`);
  mkdirSync(kept, { recursive: true });
  if (!existsSync(file)) run("npm", ["pack", `${name}@${PINNED.version}`], kept);
  const came = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
  if (came !== PINNED[machine])
    throw new Error(
      `Expected ${file} with ${PINNED[machine]}, got ${came}. Delete it, and try again.`,
    );
  const cwd = join(kept, `${name}-${PINNED.version}`);
  mkdirSync(cwd, { recursive: true });
  await extract({ file, cwd, strip: 1 }, ["package/bin/node", "package/LICENSE"]);
  cpSync(join(cwd, "bin/node"), to);
  cpSync(join(cwd, "LICENSE"), licences);
}
