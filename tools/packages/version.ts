/** The version, in the three files that say it. */

export interface Files {
  /** package.json */
  readonly about: string;
  /** package-lock.json */
  readonly lock: string;
  /** CHANGES.md */
  readonly changes: string;
}

const COMING = /^## Unreleased$/m;

/**
 * The files as they are with that version: what was under “Unreleased” is under it, and its day.
 * @param day YYYY-MM-DD
 * @throws Error where it is older than the one before, or CHANGES.md says nothing of it
 */
export function withVersion(files: Files, version: string, day: string): Files {
  const { version: before } = JSON.parse(files.about) as { readonly version: string };
  if (compare(version, before) < 0)
    throw new Error(`Expected a version after ${before}, got ${version}.`);
  const changes = files.changes.replace(COMING, `## ${version} (${day})`);
  if (sectionOf(changes, version) === "")
    throw new Error(
      `Expected a section “## Unreleased” or “## ${version}” in CHANGES.md with words in it.`,
    );
  const of = (text: string, times: number): string => {
    let left = times;
    return text.replaceAll(`"version": "${before}"`, (found) =>
      left-- > 0 ? `"version": "${version}"` : found,
    );
  };
  // The lock file says it of itself and of the package in it, before those of all others.
  return { about: of(files.about, 1), lock: of(files.lock, 2), changes };
}

/** What CHANGES.md says of a version, without its heading; empty where there is nothing. */
export function sectionOf(changes: string, version: string): string {
  const sections = changes.split(/^(?=## )/m);
  const own = sections.find((one) =>
    new RegExp(`^## ${version.replaceAll(".", "\\.")}(?: \\(|$)`, "m").test(one.split("\n")[0]!),
  );
  return (own ?? "").split("\n").slice(1).join("\n").trim();
}

/** What instances read that ask for newer releases: every version of CHANGES.md with a day, as JSON. */
export function releaseList(changes: string): string {
  const releases = [...changes.matchAll(/^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/gm)].map(
    ([, version = "", day]) => ({ version, day, changes: firstWords(sectionOf(changes, version)) }),
  );
  return `${JSON.stringify({ releases }, undefined, 1)}\n`;
}

/** Up to the first empty line, or the end of the first list. */
const firstWords = (section: string): string =>
  section
    .split(/\n\n(?!-)/)[0]!
    .replaceAll(/\s+/g, " ")
    .trim();

function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((one) => one.split(".").map(Number));
  const at = x!.findIndex((n, i) => n !== y![i]);
  return at === -1 ? 0 : x![at]! - y![at]!;
}
