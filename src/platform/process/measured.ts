/** How much of the disk an instance takes, by part, and what memory its process has. */
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { dataPaths } from "./data-folder.ts";

/** Bytes of each part of the data folder. */
export interface Use {
  readonly database: number;
  readonly media: number;
  readonly uploads: number;
  readonly backups: number;
  /** Pages and pictures that are made again. */
  readonly cache: number;
  readonly rest: number;
  /** Left on the disk for the program. */
  readonly free: number;
  /** When it was looked at, UTC milliseconds. */
  readonly at: number;
}

/** Look at it. Tens of thousands of files take a second or two. */
export async function measured(dir: string, now: number): Promise<Use> {
  const paths = dataPaths(dir);
  const names = await readdir(paths.dir);
  const [media, uploads, backups, cache, ladder] = await Promise.all(
    [paths.media, paths.uploads, paths.backups, paths.cache, paths.ladder].map(sizeOf),
  );
  const isDatabase = (name: string) => join(paths.dir, name).startsWith(paths.database);
  const database = await sum(names.filter(isDatabase).map((name) => join(paths.dir, name)));
  const apart = new Set([paths.media, paths.uploads, paths.backups, paths.cache, paths.ladder]);
  const others = names
    .map((name) => join(paths.dir, name))
    .filter((path) => !apart.has(path) && !path.startsWith(paths.database));
  const { bavail, bsize } = await statfs(dir);
  return {
    database,
    media: media!,
    uploads: uploads!,
    backups: backups!,
    cache: cache! + ladder!,
    rest: await sum(others),
    free: bavail * bsize,
    at: now,
  };
}

async function sum(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += await sizeOf(path);
  return bytes;
}

/** Of a file or a folder; 0 of what is not there, or went meanwhile. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found?.isFile() ? found.size : 0;
  const names = await readdir(path).catch(() => []);
  return sum(names.map((name) => join(path, name)));
}
