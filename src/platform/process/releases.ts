/**
 * Newer releases of the program. Nobody is asked unless an owner said whom: then a list is read there once a day, and the
 * newest release on it that is newer than this program is kept, to be told. A list that is broken or lies changes nothing
 * of what was found before: what is told never grows older.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { day as dayForm } from "../folder/fields.ts";
import { dataPaths } from "./data-folder.ts";

const MOST_LIST = 1000; // releases; ten years of two a week
const MOST_WORDS = 600; // characters that are kept of what changed
/** Three numbers, what is tried out, and a mark of the build that says nothing of the order. */
const VERSION =
  /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})(?:-([0-9A-Za-z-]{1,20}(?:\.[0-9A-Za-z-]{1,20}){0,4}))?(?:\+[0-9A-Za-z.-]{1,40})?$/;

const isVersion = (text: string): boolean => text.length <= 200 && VERSION.test(text);

const Release = v.object({
  version: v.pipe(v.string(), v.check(isVersion, "a version such as 1.2.3")),
  day: dayForm,
  /** What changed, in the publisher's words, and where more stands. */
  changes: v.optional(v.pipe(v.string(), v.maxLength(100_000)), ""),
  link: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type Release = v.InferOutput<typeof Release>;
const List = v.object({ releases: v.pipe(v.array(v.unknown()), v.maxLength(MOST_LIST)) });

const State = v.object({
  /** Where the list is; nobody is asked without it. */
  address: v.string(),
  /** When it was asked last, UTC milliseconds; 0 before the first time. */
  asked: v.number(),
  /** Why it could not be read then; empty where it could. */
  failed: v.string(),
  /** The newest that was found there. The file may have come with a backup: a link that no browser should follow is none. */
  found: v.optional(
    v.pipe(
      Release,
      v.check(({ link = "https:" }) => link.startsWith("https:"), "an https address"),
    ),
  ),
});
export type Releases = v.InferOutput<typeof State>;

/** Undefined where nobody is to be asked. */
export function readReleases(dir: string): Releases | undefined {
  const { releases } = dataPaths(dir);
  if (!existsSync(releases)) return undefined;
  try {
    const state = v.parse(State, JSON.parse(readFileSync(releases, "utf8")));
    return state.address === "" ? undefined : state;
  } catch {
    return undefined; // damaged: then nobody is asked
  }
}

export function writeReleases(dir: string, state: Releases): void {
  const { releases } = dataPaths(dir);
  writeFileSync(`${releases}.new`, `${JSON.stringify(state)}\n`, { mode: 0o600, flush: true });
  renameSync(`${releases}.new`, releases);
}

/** What is to be told: the newest that was found, as long as it is newer than this program. */
export function newerThan(dir: string, version: string): Release | undefined {
  const found = readReleases(dir)?.found;
  return found && compareVersions(found.version, version) > 0 ? found : undefined;
}

/**
 * The newest of a list that is out on this day, whatever order it has; entries that do not fit are passed over, and so are
 * releases that are tried out. A link leads to where the list is, or to nowhere.
 * @throws Error with one line where it is no list
 */
export function newestIn(text: string, address: string, today: string): Release | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error("Expected a list of releases as JSON, and something else came.");
  }
  const list = v.safeParse(List, read);
  if (!list.success)
    throw new Error(`Expected {"releases": [ … ]} with at most ${MOST_LIST} entries.`);
  const { host } = new URL(address);
  const releases = list.output.releases
    .flatMap((one) => {
      const release = v.safeParse(Release, one);
      return release.success ? [release.output] : [];
    })
    .filter(({ version, day }) => day <= today && VERSION.exec(version)?.[4] === undefined)
    .toSorted((a, b) => compareVersions(b.version, a.version));
  const [newest] = releases;
  if (!newest) return undefined;
  const { link, changes, version, day } = newest;
  const url = link === undefined ? undefined : URL.parse(link);
  const isTheirs = url?.protocol === "https:" && url.host === host;
  return { version, day, changes: shortened(changes), ...(isTheirs && { link: url.href }) };
}

/** By semver 2.0: numbers as numbers, and what is tried out before what it becomes. What is no version is older than any. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((one) => (isVersion(one) ? VERSION.exec(one) : null));
  if (!x || !y) return Number(x !== null) - Number(y !== null);
  for (const i of [1, 2, 3]) {
    const by = Number(x[i]) - Number(y[i]);
    if (by !== 0) return by;
  }
  const [p, q] = [x[4], y[4]];
  if (p === undefined || q === undefined) return Number(p === undefined) - Number(q === undefined);
  return compareLabels(p.split("."), q.split("."));
}

function compareLabels(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [p, q] = [a[i], b[i]];
    if (p === undefined || q === undefined) return p === q ? 0 : p === undefined ? -1 : 1;
    if (p === q) continue;
    const [isNumber, isOther] = [/^\d+$/.test(p), /^\d+$/.test(q)];
    if (isNumber && isOther) return Number(p) - Number(q);
    if (isNumber !== isOther) return isNumber ? -1 : 1;
    return p < q ? -1 : 1;
  }
  return 0;
}

/** One line, without marks that no sentence has. */
function shortened(text: string): string {
  const line = text
    .slice(0, 4 * MOST_WORDS)
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim();
  return line.length <= MOST_WORDS ? line : `${line.slice(0, MOST_WORDS - 1)}…`;
}
