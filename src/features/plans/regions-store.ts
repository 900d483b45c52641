/** Regions that are prepared at the desk: each lies in a folder of its own, with what was sent and what is known of it. Rule PN90. */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataPaths } from "../../platform/process/data-folder.ts";
import { keptFolders } from "../../platform/process/kept-folders.ts";
import type { RegionAtDesk } from "./regions-kept.ts";

/** So many lie here at once; each may hold tiles of some hundred MB. */
export const MOST_REGIONS = 20;

const folders = keptFolders<RegionAtDesk>(
  (dir) => dataPaths(dir).regions,
  ["files", "layers", "typed", "settings", "slug", "runs", "published", "stopped"],
);
export const {
  pathOf: regionPath,
  list: listRegions,
  read: readRegion,
  forget: forgetRegion,
  note: noteRegion,
} = folders;
export const filesPath = (dir: string, id: string): string => join(regionPath(dir, id), "files");
/** Where the region file of a plan lies, and where all that it makes goes. */
export const runPath = (dir: string, id: string): string => join(regionPath(dir, id), "run");
export const outPath = (dir: string, id: string): string => join(regionPath(dir, id), "out");

/** A folder for one whose files are on their way. @param now UTC milliseconds */
export function newRegion(dir: string, now: number): string {
  const id = folders.make(dir, now);
  mkdirSync(filesPath(dir, id), { mode: 0o700 });
  noteRegion(dir, id, "files", []);
  return id;
}

/** Uploads that a crash cut off go; called when none is on its way. */
export function tidyRegions(dir: string): void {
  folders.tidy(dir);
  for (const known of listRegions(dir)) keepOnly(dir, known);
}

/** Files that the region names no more go. */
export function keepOnly(dir: string, { id, files }: Pick<RegionAtDesk, "id" | "files">): void {
  const path = filesPath(dir, id);
  const named = new Set(files.map(({ name }) => name.split("/")[0]));
  for (const name of existsSync(path) ? readdirSync(path) : [])
    if (!named.has(name)) rmSync(join(path, name), { recursive: true, force: true });
}
