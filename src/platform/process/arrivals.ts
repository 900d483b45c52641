/** Exports of earlier sites that were sent to the desk: each lies in a folder of its own, with what is known of it. */
import { join } from "node:path";
import { dataPaths } from "./data-folder.ts";
import { keptFolders } from "./kept-folders.ts";
import type { Arrived, Came, LateFiles, Wish } from "./house.ts";

/** What is known of one, as far as it has come. */
export interface Arrival {
  readonly id: string;
  readonly about: Wish & { readonly called: string; readonly made: number };
  /** What would come; absent until it was looked at. */
  readonly looked?: Arrived;
  /** What came, once it was taken in. */
  readonly taken?: Arrived;
  /** The things that come with it, noted before they do. */
  readonly came?: readonly Came[];
  /** What was brought in after it. */
  readonly late?: LateFiles;
  /** How many were taken out again. */
  readonly undone?: number;
}

const KEPT = 10; // of them; the oldest are forgotten first
const SOURCE = "source";

const folders = keptFolders<Arrival>(
  (dir) => dataPaths(dir).arrivals,
  ["looked", "taken", "came", "late", "undone"],
);
export const {
  pathOf: arrivalPath,
  list: listArrivals,
  read: readArrival,
  forget: forgetArrival,
  tidy: tidyArrivals,
  note: noteArrival,
} = folders;
export const sourceOf = (dir: string, id: string): string => join(arrivalPath(dir, id), SOURCE);

/** A folder for one that is on its way, in place of the oldest where there are many. @param now UTC milliseconds */
export function newArrival(dir: string, now: number): string {
  for (const { id: old } of listArrivals(dir).slice(KEPT - 1)) forgetArrival(dir, old);
  return folders.make(dir, now);
}
