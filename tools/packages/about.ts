/** What the packages say of themselves, and the moment that all their files bear. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface About {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly type: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** package.json of the checkout. */
export const about = (): About => JSON.parse(readFileSync("package.json", "utf8")) as About;

/**
 * SOURCE_DATE_EPOCH, else when the commit was made, so that one commit always makes the same bytes.
 * @param otherwise where there is neither
 * @returns seconds since 1970
 */
export function moment(otherwise?: number): number {
  const asked = process.env["SOURCE_DATE_EPOCH"];
  if (asked !== undefined && !/^\d{1,12}$/.test(asked))
    throw new Error(`SOURCE_DATE_EPOCH: expected seconds since 1970, got ${asked}.`);
  if (asked !== undefined) return Number(asked);
  try {
    const said = execFileSync("git", ["log", "-1", "--format=%ct"], { stdio: "pipe" });
    return Number(String(said));
  } catch {
    if (otherwise !== undefined) return otherwise;
    throw new Error("Expected a git checkout, or the moment of the release in SOURCE_DATE_EPOCH.");
  }
}
