/** Regions that are prepared at the desk: each lies in a folder of its own, with what was sent and what is known of it. Rule PN90. */
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { dataPaths } from "../../platform/process/data-folder.ts";
import type { RegionAtDesk } from "./regions-kept.ts";

type Part = Exclude<keyof RegionAtDesk, "id">;

const PARTS = ["layers", "typed", "settings", "slug", "runs", "published", "stopped"] as const;
const ID = /^\d{13}-[0-9a-f]{8}$/;
/** So many lie here at once; each may hold tiles of some hundred MB. */
export const MOST_REGIONS = 20;

export const regionPath = (dir: string, id: string): string => join(dataPaths(dir).regions, id);
export const filesPath = (dir: string, id: string): string => join(regionPath(dir, id), "files");
/** Where the region file of a plan lies, and where all that it makes goes. */
export const runPath = (dir: string, id: string): string => join(regionPath(dir, id), "run");
export const outPath = (dir: string, id: string): string => join(regionPath(dir, id), "out");

/** The newest first. */
export function listRegions(dir: string): readonly RegionAtDesk[] {
  const { regions } = dataPaths(dir);
  if (!existsSync(regions)) return [];
  const ids = readdirSync(regions).filter((name) => ID.test(name));
  return ids
    .toSorted()
    .toReversed()
    .flatMap((id) => readRegion(dir, id) ?? []);
}

export function readRegion(dir: string, id: string): RegionAtDesk | undefined {
  if (!ID.test(id)) return undefined;
  const about = read(dir, id, "about") as RegionAtDesk["about"] | undefined;
  if (!about) return undefined;
  const files = (read(dir, id, "files") ?? []) as RegionAtDesk["files"];
  const parts = PARTS.map((part) => [part, read(dir, id, part)] as const);
  const known = Object.fromEntries(parts.filter(([, found]) => found !== undefined));
  return { id, about, files, ...known };
}

/** A folder for one whose files are on their way; it is none before `about` is written. @param now UTC milliseconds */
export function newRegion(dir: string, now: number): string {
  const id = `${now}-${randomBytes(4).toString("hex")}`;
  mkdirSync(filesPath(dir, id), { recursive: true, mode: 0o700 });
  return id;
}

export const forgetRegion = (dir: string, id: string): void =>
  rmSync(regionPath(dir, id), { recursive: true, force: true });

/** Uploads that a crash cut off go; called when none is on its way. */
export function tidyRegions(dir: string): void {
  const { regions } = dataPaths(dir);
  if (!existsSync(regions)) return;
  for (const id of readdirSync(regions)) {
    const known = readRegion(dir, id);
    if (!known) forgetRegion(dir, id);
    else keepOnly(dir, known);
  }
}

/** Files that the region names no more go. */
export function keepOnly(dir: string, { id, files }: Pick<RegionAtDesk, "id" | "files">): void {
  const path = filesPath(dir, id);
  const named = new Set(files.map(({ name }) => name.split("/")[0]));
  for (const name of existsSync(path) ? readdirSync(path) : [])
    if (!named.has(name)) rmSync(join(path, name), { recursive: true, force: true });
}

/** Durable when it returns. @param what undefined where it is known no more */
export function noteRegion<P extends Part>(
  dir: string,
  id: string,
  part: P,
  what: RegionAtDesk[P] | undefined,
): void {
  const path = pathOf(dir, id, part);
  if (what === undefined) return rmSync(path, { force: true });
  writeFileSync(`${path}.new`, JSON.stringify(what), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** `files` is a folder. */
const pathOf = (dir: string, id: string, part: Part): string =>
  join(regionPath(dir, id), part === "files" ? "list.json" : `${part}.json`);

function read(dir: string, id: string, part: Part): unknown {
  const path = pathOf(dir, id, part);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
