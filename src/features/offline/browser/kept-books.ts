/**
 * The worker's books and courses: what a reader chose of one, pages and clips, as its list says (`/books/:slug/kept`,
 * `/courses/:slug/kept`). Whenever there is a link the list is asked for anew; what it names no longer goes.
 */

import { openCache } from "./caches.ts";

export const BOOKS = "books"; // lists and pages; clips and pictures lie with the parts of other pages
/** The address of a book or a course, in any language, with what was chosen of it. */
export const BOOK =
  /^(?:\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?\/(?:books|courses)\/[a-z0-9-]+(?:\?[\w=&%-]*)?$/;
const LIST = /\/kept$/;

/** What a book cannot do without: addresses of pages, and of all that they show. */
interface List {
  readonly pages: readonly string[];
  readonly parts: readonly string[];
}
/** The names of the caches for the parts, and for what a reader finds in the list of what is kept. */
interface Where {
  readonly parts: string;
  readonly list: string;
}

/** All of it, or an error and no book: the list comes last. @param path `/books/x?sign=ase&play=light` */
export async function keepBook(path: string, where: Where): Promise<void> {
  const { pathname, search } = new URL(path, location.origin);
  const list = `${pathname}/kept${search}`;
  const answer = await got(list);
  const cover = await got(path);
  const { pages, parts } = (await answer.clone().json()) as List;
  const books = await openCache(BOOKS);
  const kept = await openCache(where.parts);
  const bring = async () => {
    for (const part of parts)
      if (!(await kept.match(part))) await kept.put(part, await got(part, "default"));
  };
  await bring();
  const came = new Map<string, Response>();
  for (const page of pages) came.set(page, await got(page));
  await bring(); // before the list names them, another page that is read may have thrown some away
  const before = await ownOf(pathname);
  try {
    for (const [page, text] of came) await books.put(page, text);
    await (await openCache(where.list)).put(path, cover);
    await books.put(list, answer);
  } catch (error) {
    // Without room for it, nothing of it stays but what was whole before.
    if (!before.some((one) => LIST.test(new URL(one, location.origin).pathname)))
      await forgetBook(path, where.list);
    throw error;
  }
  const named = new Set([...pages, list]);
  for (const one of before) if (!named.has(one)) await books.delete(one);
  await dropOthers(path, where.list);
}

/** Pages and lists that are kept of a book or course, whatever was chosen of it. */
async function ownOf(pathname: string): Promise<string[]> {
  const urls = (await (await openCache(BOOKS)).keys()).map(({ url }) => new URL(url));
  return urls
    .filter((url) => url.pathname.startsWith(`${pathname}/`))
    .map((url) => url.pathname + url.search);
}

/** In the list of what is kept each stands once, as it was chosen last. */
async function dropOthers(path: string, list: string): Promise<void> {
  const { pathname, search } = new URL(path, location.origin);
  const kept = await openCache(list);
  for (const { url } of await kept.keys()) {
    const one = new URL(url);
    if (one.pathname === pathname && one.search !== search) await kept.delete(url);
  }
}

async function got(path: string, cache: RequestCache = "no-cache"): Promise<Response> {
  const answer = await fetch(path, { cache });
  if (!answer.ok || answer.redirected) throw new TypeError(`${path} did not come.`);
  return answer;
}

/** Whatever was chosen of it. */
export async function forgetBook(path: string, list: string): Promise<void> {
  const { pathname } = new URL(path, location.origin);
  await (await openCache(list)).delete(pathname, { ignoreSearch: true });
  const books = await openCache(BOOKS);
  for (const one of await ownOf(pathname)) await books.delete(one);
}

/** Does what is kept still stand? Where a signing was taken back, the book stays without it. @returns whether anything changed */
export async function askBooks(where: Where): Promise<boolean> {
  const books = await openCache(BOOKS);
  let changed = false;
  for (const request of await books.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!LIST.test(pathname)) continue;
    const tag = (await books.match(request))?.headers.get("etag");
    const headers = tag ? { "If-None-Match": tag } : {};
    const answer = await fetch(pathname + search, { cache: "no-store", headers });
    const path = pathname.replace(LIST, "");
    const isGone = answer.redirected || answer.status === 404 || answer.status === 410;
    if (!isGone && !answer.ok) continue;
    changed = true;
    if (isGone) await forgetBook(path, where.list);
    // One that does not come, gone as a whole or on a bad link, keeps no other from being asked after.
    await keepBook(isGone ? path : path + search, where).catch(() => undefined);
  }
  return changed;
}

/** What stays for their sake. */
export async function partsOfBooks(): Promise<Set<string>> {
  const used = new Set<string>();
  if (!(await caches.has(BOOKS))) return used;
  const books = await openCache(BOOKS);
  for (const request of await books.keys())
    if (LIST.test(new URL(request.url).pathname))
      for (const part of ((await (await books.match(request))!.json()) as List).parts)
        used.add(part);
  return used;
}
