/** The list of what a build is made of (CycloneDX), by npm, without what npm makes up anew each time. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

interface Component {
  readonly "bom-ref": string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** The parts of a CycloneDX document that are looked at here. */
export interface Bill {
  readonly bomFormat: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly components: readonly Component[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
}

/**
 * What runs of that folder’s package.json, by its lock file.
 * @param which `all` that any machine may install, or those that lie `here`
 * @param at the moment that it bears, in seconds since 1970
 * @throws Error where npm made no list
 */
export function billOf(dir: string, which: "all" | "here", at: number): Bill {
  const how = "sbom --offline --sbom-format cyclonedx --package-lock-only --omit dev".split(" ");
  const listed = spawnSync("npm", how, { cwd: dir, encoding: "utf8", maxBuffer: 16_000_000 });
  if (listed.status !== 0 || !listed.stdout.includes('"CycloneDX"'))
    throw new Error(`The list of packages was not made: ${listed.stderr.trim()}`);
  const all = JSON.parse(listed.stdout) as Bill;
  const isHere = ({ properties }: Component): boolean => {
    const path = properties?.find(({ name }) => name === "cdx:npm:package:path")?.value;
    return which === "all" || path === undefined || existsSync(join(dir, path));
  };
  const components = all.components.filter(isHere);
  const gone = new Set(
    all.components.filter((one) => !components.includes(one)).map((one) => one["bom-ref"]),
  );
  const dependencies = all.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: dependsOn.filter((on) => !gone.has(on)),
    }));
  return named({ ...all, components, dependencies }, at);
}

/** With a serial number that is worked out from the content, and the moment of the release. */
export function named(bill: Bill, at: number): Bill {
  const timestamp = new Date(at * 1000).toISOString();
  const made = { ...bill, metadata: { ...bill.metadata, timestamp }, serialNumber: undefined };
  const hash = createHash("sha256").update(JSON.stringify(made)).digest("hex");
  // A UUID of version 8, whose bits are ours to give (RFC 9562).
  const uuid = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(hash)!.slice(1);
  const [a, b, c, d, e] = uuid;
  return { ...made, serialNumber: `urn:uuid:${a}-${b}-8${c}-8${d}-${e}` } as Bill;
}

export const written = (bill: Bill): string => `${JSON.stringify(bill, null, 2)}\n`;
