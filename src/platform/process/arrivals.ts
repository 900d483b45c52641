/** Exports of earlier sites that were sent to the desk: each lies in a folder of its own, with what is known of it. */
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
import { dataPaths } from "./data-folder.ts";
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
type Part = Exclude<keyof Arrival, "id">;

const ID = /^\d{13}-[0-9a-f]{8}$/;
const KEPT = 10; // of them; the oldest are forgotten first
const SOURCE = "source";

export const arrivalPath = (dir: string, id: string): string => join(dataPaths(dir).arrivals, id);
export const sourceOf = (dir: string, id: string): string => join(arrivalPath(dir, id), SOURCE);

/** The newest first. */
export function listArrivals(dir: string): readonly Arrival[] {
  const { arrivals } = dataPaths(dir);
  if (!existsSync(arrivals)) return [];
  const ids = readdirSync(arrivals).filter((name) => ID.test(name));
  return ids
    .toSorted()
    .toReversed()
    .flatMap((id) => readArrival(dir, id) ?? []);
}

export function readArrival(dir: string, id: string): Arrival | undefined {
  if (!ID.test(id)) return undefined;
  const about = read(dir, id, "about") as Arrival["about"] | undefined;
  if (!about) return undefined;
  const parts = (["looked", "taken", "came", "late", "undone"] as const).map((part) => [
    part,
    read(dir, id, part),
  ]);
  return { id, about, ...Object.fromEntries(parts.filter(([, found]) => found !== undefined)) };
}

/** A folder for one that is on its way; it is none before `about` is written. @param now UTC milliseconds */
export function newArrival(dir: string, now: number): string {
  const id = `${now}-${randomBytes(4).toString("hex")}`;
  for (const { id: old } of listArrivals(dir).slice(KEPT - 1)) forgetArrival(dir, old);
  mkdirSync(arrivalPath(dir, id), { recursive: true, mode: 0o700 });
  return id;
}

export const forgetArrival = (dir: string, id: string): void =>
  rmSync(arrivalPath(dir, id), { recursive: true, force: true });

/** Uploads that a crash cut off go; called when none is on its way. */
export function tidyArrivals(dir: string): void {
  const { arrivals } = dataPaths(dir);
  if (!existsSync(arrivals)) return;
  for (const name of readdirSync(arrivals))
    if (!existsSync(join(arrivals, name, "about.json")))
      rmSync(join(arrivals, name), { recursive: true, force: true });
}

/** Durable when it returns. */
export function noteArrival<P extends Part>(dir: string, id: string, part: P, what: Arrival[P]) {
  const path = join(arrivalPath(dir, id), `${part}.json`);
  writeFileSync(`${path}.new`, JSON.stringify(what), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

function read(dir: string, id: string, part: Part): unknown {
  const path = join(arrivalPath(dir, id), `${part}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
