/**
 * Pictures and sound of an earlier site: found in a folder or fetched from the site, made anew by the door for files from outside,
 * named for the campaign folder.
 */
import { createHash } from "node:crypto";
import { lstat, mkdir, mkdtemp, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { takeFile } from "../platform/media/intake.ts";
import { HEAD_BYTES, mediaKind } from "../platform/media/kind.ts";
import { MediaError } from "../platform/media/media-error.ts";
import { fetchFrom, type Outside } from "./outside.ts";

type Sort = "picture" | "sound";
const LIMITS = {
  picture: { most: 40_000_000, patience: 20_000 }, // bytes, ms; a photograph as a camera writes it has half of that
  sound: { most: 100_000_000, patience: 300_000 }, // an hour at 200 kbit/s, over a line of 3 Mbit/s
} as const;

export interface Found {
  /** `media/2019-05-hill.jpg` */
  readonly path: string;
  /** Where the file lies now. */
  readonly from: string;
}

export interface Pictures extends AsyncDisposable {
  /** The picture or sound at an address of the site, or why it does not come along. */
  find(url: string, sort?: Sort): Promise<Found | string>;
}

interface Where {
  /** The campaign folder: a file that is there keeps its name. */
  readonly into: string;
  /** The folder with the site's files: `wp-content/uploads`. */
  readonly folder?: string;
  /** Fetch what is not in the folder, from this site alone. */
  readonly site?: string;
  readonly outside?: Outside;
  readonly signal?: AbortSignal | undefined;
  /** Where what was fetched lies until whoever asks has it, also after a stop; else it is gone at the end. */
  readonly kept?: string;
}

export async function openPictures({
  into,
  folder,
  site,
  outside,
  signal,
  kept: lasting,
}: Where): Promise<Pictures> {
  const root = folder === undefined ? undefined : await realpath(folder);
  const work = lasting ?? (await mkdtemp(join(tmpdir(), "cnd-pictures-")));
  const known = new Map<string, Promise<Found | string>>(); // by address
  const made = new Map<string, Promise<Found | string>>(); // by the path of the original
  const names = new Map<string, string>(); // path to the original that has it

  async function look(url: string, sort: Sort): Promise<Found | string> {
    signal?.throwIfAborted();
    const base = site ?? "https://earlier.invalid";
    const whole = url.replace(/^__GHOST_URL__/, base);
    const address = URL.parse(whole, base);
    if (!address) return "its address cannot be read";
    for (const pathname of spellings(address.pathname)) {
      const from =
        (root && (await inFolder(root, pathname, LIMITS[sort].most))) ??
        (site && (await fetched(new URL(pathname + address.search, address), sort)));
      if (from) return once(made, `${sort} ${pathname}`, () => named(from, pathname, sort));
    }
    if (!root && !site) return "no folder was given that holds it (--media), nor --fetch";
    return site ? "it is neither in the folder nor on the site" : "the folder does not hold it";
  }

  /** Only from the site itself. */
  async function fetched(address: URL, sort: Sort): Promise<string | undefined> {
    if (site === undefined || !outside || address.hostname !== new URL(site).hostname)
      return undefined;
    const { most, patience } = LIMITS[sort];
    const before = join(work, nameOf(address));
    if (await isThere(before)) return before;
    const answer = await fetchFrom(address, outside, { most, patience, signal });
    if (!answer?.ok || !answer.body) return undefined;
    return kept(answer.body, address, { work, most }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOSPC") throw error;
      return undefined; // the line broke in the middle of it, or it took too long: the others still come
    });
  }

  async function named(from: string, pathname: string, sort: Sort): Promise<Found | string> {
    try {
      const taken = await takeFile(from, { what: [sort], work });
      const kind = mediaKind(await headOf(taken.path));
      const stem = stemOf(pathname);
      const mark = createHash("sha256").update(pathname).digest("hex").slice(0, 8);
      const [plain, marked] = [`media/${stem}.${kind}`, `media/${stem}-${mark}.${kind}`];
      const isFree = !names.has(plain) && (await isFreeFor(join(into, plain), taken.path));
      const path = isFree ? plain : marked;
      names.set(path, pathname);
      return { path, from: taken.path };
    } catch (error) {
      if (error instanceof MediaError) return error.message;
      throw error;
    }
  }

  return {
    find: (url, sort = "picture") => once(known, `${sort} ${url}`, () => look(url, sort)),
    [Symbol.asyncDispose]: async () => {
      if (lasting === undefined) await rm(work, { recursive: true, force: true });
    },
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before) return before;
  const begun = work();
  known.set(key, begun);
  return begun;
}

/** Nothing stands there, or the same picture from an earlier time. */
async function isFreeFor(path: string, from: string): Promise<boolean> {
  const there = await readFile(path).catch(() => undefined);
  return there === undefined || there.equals(await readFile(from));
}

/** The original before a smaller print of it: `hill-300x200.jpg` was made from `hill.jpg`. */
function spellings(pathname: string): string[] {
  const original = pathname.replace(/-\d+x\d+(?=\.\w+$)/, "");
  return [...new Set([original, pathname])];
}

/** The longest end of the path that the folder holds. A link is not followed, and no path leads out. */
async function inFolder(root: string, pathname: string, most: number): Promise<string | undefined> {
  let parts: string[];
  try {
    parts = decodeURIComponent(pathname).split("/").filter(Boolean);
  } catch {
    return undefined;
  }
  if (parts.some((part) => part === ".." || part === "." || part.includes("\0"))) return undefined;
  for (let at = 0; at < parts.length; at++) {
    const path = join(root, ...parts.slice(at));
    const found = await lstat(path).catch(() => undefined);
    if (!found?.isFile() || found.size > most) continue;
    if ((await realpath(path)).startsWith(root + sep)) return path;
  }
  return undefined;
}

async function kept(
  body: AsyncIterable<Uint8Array>,
  address: URL,
  { work, most }: { work: string; most: number },
): Promise<string | undefined> {
  await mkdir(work, { recursive: true });
  const path = join(work, nameOf(address));
  {
    await using file = await open(`${path}.part`, "w");
    let size = 0;
    for await (const chunk of body) {
      if ((size += chunk.length) > most) return undefined;
      await file.write(chunk);
    }
  }
  await rename(`${path}.part`, path); // whole before it has its name
  return path;
}

const nameOf = ({ href }: URL): string => createHash("sha256").update(href).digest("hex");
const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );

async function headOf(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(HEAD_BYTES) });
  return buffer.subarray(0, bytesRead);
}

/** `/wp-content/uploads/2019/05/Hill top.jpg` as `2019-05-Hill-top`. */
function stemOf(pathname: string): string {
  const [, rest = pathname] = /\/(?:uploads|images|media)\/(.*)/.exec(pathname) ?? [];
  const plain = rest
    .replace(/\.\w+$/, "")
    .replaceAll(/%[0-9a-f]{2}/gi, "-")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return plain.slice(-100).replace(/^-+/, "") || "picture";
}
