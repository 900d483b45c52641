/** Things that came to the desk as files: each lies in a folder of its own, with what is known of it beside, part by part. */
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

/** What is known of one; `about` is written last of what begins it, and without it there is none. */
interface Known {
  readonly id: string;
  readonly about: unknown;
}
export type PartOf<T extends Known> = Exclude<keyof T, "id"> & string;

const ID = /^\d{13}-[0-9a-f]{8}$/;

/**
 * @param rootOf the folder of all of them, below the data folder
 * @param partsOf what else may be known of one
 */
export function keptFolders<T extends Known>(
  rootOf: (dir: string) => string,
  partsOf: readonly Exclude<PartOf<T>, "about">[],
) {
  const pathOf = (dir: string, id: string): string => join(rootOf(dir), id);
  const namesIn = (dir: string): string[] =>
    existsSync(rootOf(dir)) ? readdirSync(rootOf(dir)) : [];

  const partIn = (dir: string, id: string, part: string): unknown => {
    const path = join(pathOf(dir, id), `${part}.json`);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  };

  function read(dir: string, id: string): T | undefined {
    if (!ID.test(id)) return undefined;
    const parts = ["about", ...partsOf].map((part) => [part, partIn(dir, id, part)] as const);
    const known = Object.fromEntries(parts.filter(([, found]) => found !== undefined));
    return "about" in known ? ({ id, ...known } as unknown as T) : undefined;
  }

  /** The newest first. */
  const list = (dir: string): readonly T[] =>
    namesIn(dir)
      .toSorted()
      .toReversed()
      .flatMap((id) => read(dir, id) ?? []);

  /** A folder for one that is on its way; it is none before `about` is written. @param now UTC milliseconds */
  function make(dir: string, now: number): string {
    const id = `${now}-${randomBytes(4).toString("hex")}`;
    mkdirSync(pathOf(dir, id), { recursive: true, mode: 0o700 });
    return id;
  }

  const forget = (dir: string, id: string): void =>
    rmSync(pathOf(dir, id), { recursive: true, force: true });

  /** Uploads that a crash cut off go; called when none is on its way. */
  const tidy = (dir: string): void => {
    for (const name of namesIn(dir)) if (!read(dir, name)) forget(dir, name);
  };

  /** Durable when it returns. @param what undefined where it is known no more */
  function note<P extends PartOf<T>>(dir: string, id: string, part: P, what: T[P] | undefined) {
    const path = join(pathOf(dir, id), `${part}.json`);
    if (what === undefined) return rmSync(path, { force: true });
    writeFileSync(`${path}.new`, JSON.stringify(what), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }

  return { pathOf, list, read, make, forget, tidy, note };
}
