/** Reading what a client asks for: one form per address, so that no spelling slips past a rule or fills the cache. */

import type { Parameters } from "./route.ts";

const MAX_ADDRESS = 2000; // characters; a slug has 80, a query a few words
const MAX_VALUE = 200; // characters of one query parameter

export interface Address {
  /** Decoded once and encoded again; never with dot segments, doubled slashes or a slash at its end. */
  readonly path: string;
  readonly search: URLSearchParams;
  /** It was asked for with a slash at its end, which belongs elsewhere. */
  readonly moved: boolean;
}

/** The address, or the status that refuses it. */
export function readAddress(asked: string): Address | 400 | 414 {
  if (asked.length > MAX_ADDRESS) return 414;
  const local = asked.replace(/^https?:\/\/[^/?#]*/i, ""); // the absolute form, which proxies send
  const [, raw = "", search = ""] = /^(\/[^?#]*)(?:\?([^#]*))?$/.exec(local) ?? [];
  if (raw === "" || raw.includes("//") || /%(?:2f|5c|25)/i.test(raw)) return 400;
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return 400;
  }
  // oxlint-disable-next-line no-control-regex -- no path of ours holds them, and databases and file systems trip on them
  if (/[\u0000-\u001f\u007f\\]|\/\.{1,2}(?:\/|$)/.test(path)) return 400;
  const moved = path !== "/" && path.endsWith("/");
  path = encodeURI(moved ? path.slice(0, -1) : path);
  return { path, search: new URLSearchParams(search), moved };
}

// oxlint-disable-next-line no-control-regex -- PostgreSQL refuses NUL in text
const NO_TEXT = /[\u0000-\u001f]|\p{NChar}/u;

/** Of the parameters asked for, those that may mean something. The rest never reach a page nor the name it is cached under. */
export function allowedQuery(
  search: URLSearchParams,
  known: Parameters,
): Readonly<Record<string, string>> {
  const pairs = Object.entries(known).flatMap(([name, means]) => {
    const value = search.get(name) ?? "";
    const isText = value !== "" && value.length <= MAX_VALUE && !NO_TEXT.test(value);
    return isText && means(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(pairs);
}

/** The one form of a path with its query: what a page is cached under, and its canonical address. */
export function keyOf(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === "" ? path : `${path}?${search}`;
}

const MAX_TRIED = 6; // parameters of an old address that are looked up alone

/** Whatever others append to count who came from where: it never tells one page from another. */
const COUNTS_ONLY = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid)$/i;

/** The parameters that may tell one page from another. */
export const meantBy = (search: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...search].filter(([name]) => !COUNTS_ONLY.test(name)));

/**
 * The spellings under which an earlier site may have had an address, the most exact first. A page of ours that stands at
 * the path wins over them, but for the front: `/?p=12` was a post of its own. What is gone may lead on, too: it may have become
 * one with another.
 */
export function formerAddresses(path: string, search: URLSearchParams, status: number): string[] {
  const meant = meantBy(search);
  const alone = [...meant].slice(0, MAX_TRIED).map((pair) => new URLSearchParams([pair]));
  const tried = [search, meant, ...alone].map((query) => keyOf(path, Object.fromEntries(query)));
  if (path === "/") return [...new Set(tried)].filter((address) => address !== "/");
  return status === 404 || status === 410 ? [...new Set([...tried, path])] : [];
}

/** WordPress keeps smaller prints beside each picture: `hill-300x200.jpg` was made from `hill.jpg`. */
export const originalOf = (address: string): string => address.replace(/-\d+x\d+(?=\.\w+$)/, "");
