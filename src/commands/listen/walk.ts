/** Which files `cnd listen PATH…` reads, and what it leaves out, in words. */
import { readdirSync, statSync, type Dirent } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

export interface Found {
  readonly path: string;
  /** The folder that it lies in, from what was asked for: a recorder that does not say which one it is goes by that. */
  readonly folder: string;
  readonly size: number;
}

export interface Left {
  readonly path: string;
  readonly why: string;
}

export interface Walked {
  readonly files: readonly Found[];
  /** What looks like a sound and is none that can be read. */
  readonly unread: readonly Left[];
  /** They are not followed: one may lead out of the folder, or back into it. */
  readonly links: readonly string[];
}

const SOUND = /\.(?:wav|wave|ogg|oga|opus|flac|mp3|m4a)$/i;
const DEEPEST = 32; // folders within one another

/** A file as it is; of a folder all sounds in it and in its folders, in the order of their names. What begins with a dot is passed over. */
export function walk(paths: readonly string[]): Walked {
  const [files, unread, links]: [Found[], Left[], string[]] = [[], [], []];
  const seen = new Set<string>();
  const take = (path: string, folder: string): void => {
    if (seen.has(resolve(path))) return; // asked for twice
    seen.add(resolve(path));
    const known = tried(() => statSync(path), path, unread);
    if (!known) return;
    if (known.isFile()) files.push({ path, folder, size: known.size });
    else unread.push({ path, why: NO_FILE });
  };
  const into = (dir: string, from: string, depth: number): void => {
    if (depth > DEEPEST)
      return void unread.push({ path: dir, why: `lies more than ${DEEPEST} folders deep` });
    const entries = tried(() => readdirSync(dir, { withFileTypes: true }), dir, unread) ?? [];
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
      one(entry, dir, from, depth);
  };
  const one = (entry: Dirent, dir: string, from: string, depth: number): void => {
    const path = join(dir, entry.name);
    if (entry.name.startsWith(".")) return; // of the system, or what a Mac leaves beside a file
    if (entry.isDirectory()) into(path, from, depth + 1);
    else if (!SOUND.test(entry.name)) return;
    else if (entry.isSymbolicLink()) links.push(path);
    else take(path, relative(from, dir) || basename(resolve(from)));
  };
  for (const path of paths) {
    const known = tried(() => statSync(path), path, unread); // a link that was asked for is meant
    if (known?.isDirectory()) into(path, path, 0);
    else if (known) take(path, basename(dirname(resolve(path))));
  }
  return { files, unread, links };
}

const NO_FILE = "expected a file, found a pipe or a device";

function tried<T>(read: () => T, path: string, unread: Left[]): T | undefined {
  try {
    return read();
  } catch (error) {
    unread.push({ path, why: whyNot(error) });
    return undefined;
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "is not there, or not any more",
  EACCES: "may not be read by this account",
  EPERM: "may not be read by this account",
  EIO: "could not be read: the stick or disk is damaged, or was pulled out",
  ENODEV: "could not be read: the stick was pulled out",
  ENXIO: "could not be read: the stick was pulled out",
  ENOTCONN: "could not be read: the stick was pulled out",
  ELOOP: "is a link that leads back to itself",
  ENAMETOOLONG: "has a name that is too long",
};

/** What the system says, in words. */
export function whyNot(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return WHY[code] ?? message;
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LONGEST = 300;

/** A name as one line shows it: what nobody sees, or what turns the line around, is written as its number. */
export function shownName(name: string): string {
  const plain = name
    .slice(0, LONGEST)
    .replaceAll(UNSEEN, (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`);
  return name.length > LONGEST ? `${plain}…` : plain;
}
