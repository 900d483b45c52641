/**
 * The service worker: keeps the stories read last and those to be read later, the books and courses that were chosen, the front page and the
 * list of stories, so that they open without a link, and say so. What it keeps it asks after; what was withdrawn goes. It touches
 * no form and no other address.
 */
import { forgetting, isFull, openCache } from "./caches.ts";
import { askBooks, BOOK, BOOKS, forgetBook, keepBook, partsOfBooks } from "./kept-books.ts";
import { askFiles, isGone } from "./kept-files.ts";
import { rangeFrom } from "./range.ts";

const READ = "read";
const LATER = "later";
const LISTS = "lists"; // the front page and the list of stories, in the languages in which they were read last
const PARTS = "parts"; // the page of what is kept, its script, small pictures, what a tool cannot do without
const LAST = 20; // stories; with their small pictures and what else stands in PARTS 1.45 MB of the first campaign
const LAST_LISTS = 4; // two languages; 120 kB of the first campaign
const SMALL = 30_000; // bytes; what a page shows at once is no heavier
const ASK_EVERY = 600_000; // ms between two looks at whether what is kept still stands
const STORY = /^(?:\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?\/stories\/[a-z0-9-]+$/;
// A page that works without a link once its reader keeps it: where a link is tried over the ground of a plan, a badge is checked, or a detector tried.
const TOOL =
  /^(?:\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?\/(?:plans\/[a-z0-9-]+\/link|badges\/check|listening\/try)$/;
const PART =
  /^\/(?:media\/|keep\.js$|plans\/link-|books\/player-|courses\/practise-|badges\/(?:check|reader)-|listening\/(?:try|ears|microphone)-)/;
const KNOWN = "/badges/known.json"; // the keys of badges and what was taken back: each contact brings it anew
const LIST = /^\/(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?(?:(?<=^\/)stories|\/stories)?$/;
const KEEP = /^(?:\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?\/keep$/;

interface FetchEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}
interface Message {
  /** `forget`: what is on its way keeps nothing any more. */
  readonly data: Readonly<Partial<{ keep: string; ask: true; from: string; forget: true }>>;
  readonly ports: readonly { postMessage(answer: boolean | "full"): void }[];
  waitUntil(work: Promise<unknown>): void;
}
/** The little that is used of a worker's global scope. */
interface Scope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", work: (event: FetchEvent) => void): void;
  addEventListener(name: "fetch", work: (event: FetchEvent) => void): void;
  addEventListener(name: "message", work: (event: Message) => void): void;
}

let askAfter = 0;

/** What is said above a page that comes from here; `{day}` is when it was kept. */
interface Words {
  readonly kept: string;
  /** Above the page of what is kept, where another was asked for. */
  readonly instead: string;
}
type AllWords = Readonly<Record<string, Words>>;

declare const self: Scope;
/** By language; of a page in another one English is said. The server sets them before this script. */
declare const WORDS: AllWords;

function start(scope: Scope, words: AllWords): void {
  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== scope.location.origin) return;
    if (request.mode === "navigate") event.respondWith(open(event, url, words));
    else if (url.pathname === KNOWN) event.respondWith(newest(request));
    else if (PART.test(url.pathname)) event.respondWith(part(request));
  });
  scope.addEventListener("message", (event) => {
    const { keep, ask, from, forget: all } = event.data;
    forgetting(all === true);
    const [port] = event.ports;
    const done = keep === undefined ? ask && askAll(from) : keepLater(keep);
    event.waitUntil(
      Promise.resolve(done).then(
        () => port?.postMessage(true),
        (error: unknown) => port?.postMessage(isFull(error) ? "full" : false),
      ),
    );
  });
}

/** From the network where there is one; else what is kept; else the page that lists what is kept. */
async function open(event: FetchEvent, url: URL, words: AllWords): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(event.request);
  } catch (error) {
    askAfter = 0; // the next contact asks at once
    const kept = await caches.match(url.pathname, { ignoreSearch: true });
    if (kept) return saying(kept, words, KEEP.test(url.pathname) ? undefined : "kept");
    const list = await caches.match("/keep");
    if (list) return saying(list, words, KEEP.test(url.pathname) ? undefined : "instead");
    throw error;
  }
  if (STORY.test(url.pathname)) event.waitUntil(took(url.pathname, answer.clone()));
  if (LIST.test(url.pathname) && url.search === "" && answer.ok && !answer.redirected)
    event.waitUntil(keepList(url.pathname, answer.clone()));
  if (KEEP.test(url.pathname) && answer.ok) event.waitUntil(keepPage(url.pathname, answer.clone()));
  if (Date.now() > askAfter) event.waitUntil(askAll());
  return answer;
}

/** The kept page with a line of the worker's above it, in the language of the page. */
async function saying(kept: Response, all: AllWords, which?: keyof Words): Promise<Response> {
  if (which === undefined) return kept;
  const html = await withKept(await kept.text());
  const lang = /<html lang="([^"]*)"/.exec(html)?.[1] ?? "en";
  const known = all[lang] ? lang : (lang.split("-")[0] ?? "");
  const words = all[known] ?? all["en"]!;
  const day = new Date(kept.headers.get("date") ?? Date.now());
  const line = words[which].replace(
    "{day}",
    new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(day),
  );
  const headers = new Headers(kept.headers);
  for (const name of ["content-encoding", "content-length", "etag"]) headers.delete(name);
  const said = `<p role="status" id="kept-here"${all[known] ? "" : ' lang="en" dir="ltr"'}><strong>${line}</strong></p>`;
  return new Response(
    html.replace('<main id="main">', (main) => `${main}\n${said}`),
    { headers },
  );
}

/** A picture for wide screens that was not kept gives way to the one that was. */
async function withKept(html: string): Promise<string> {
  const parts = await openCache(PARTS);
  let shown = html;
  // bounded: a page of ours, in which a stranger's text holds no tag
  for (const [source, path] of html.matchAll(/<source\b[^>]*?\bsrcset="(\/media\/[^"]+)"[^>]*>/g))
    if (!(await parts.match(path!))) shown = shown.replace(source, "");
  return shown;
}

async function part(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  return kept ? rangeFrom(kept, request.headers.get("range")) : fetch(request);
}

/** As it is now; without a link as it was kept, where it was. */
async function newest(request: Request | string): Promise<Response> {
  const parts = await openCache(PARTS);
  const kept = await parts.match(request);
  const answer = await fetch(request).catch(() => kept ?? Response.error());
  if (kept && answer !== kept && answer.ok) await parts.put(request, answer.clone());
  return answer;
}

async function took(path: string, answer: Response): Promise<void> {
  if (isGone(answer)) return forget(path);
  if (!answer.ok || answer.redirected) return;
  await put(READ, path, answer);
  await trim();
}

async function keepList(path: string, page: Response): Promise<void> {
  const [, first = ""] = path.split("/");
  const isLang = async () => (await page.clone().text()).includes(`<html lang="${first}"`);
  if (first !== "" && first !== "stories" && !(await isLang())) return; // `/log` is no language
  await put(LISTS, path, page);
  const lists = await openCache(LISTS);
  const kept = await lists.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - LAST_LISTS)))
    await lists.delete(request);
}

/** Whoever wants to read without a link finds the way in without one, too. */
async function keepPage(path: string, page: Response): Promise<void> {
  const parts = await openCache(PARTS);
  await parts.put("/keep", page);
  await parts.add("/keep.js");
  const lists = await openCache(LISTS);
  const prefix = path.slice(0, -"/keep".length);
  for (const list of [prefix === "" ? "/" : prefix, `${prefix}/stories`]) {
    if (await lists.match(list)) continue;
    const answer = await fetch(list);
    if (answer.ok && !answer.redirected) await keepList(list, answer);
  }
}

async function keepLater(path: string): Promise<void> {
  if (BOOK.test(path)) {
    await keepBook(path, { parts: PARTS, list: LATER });
    return dropPictures();
  }
  if (!STORY.test(path) && !TOOL.test(path))
    throw new TypeError(
      "Expected the address of a story, of a book or course, or of a tool that works alone.",
    );
  const answer = await fetch(path);
  if (!answer.ok) throw new TypeError("The page did not come.");
  await put(LATER, path, answer);
}

/** Put last, so that the first is the one read longest ago. */
async function put(name: string, path: string, answer: Response): Promise<void> {
  const cache = await openCache(name);
  await cache.delete(path);
  await cache.put(path, answer.clone());
  await takeParts(await answer.text());
}

async function takeParts(html: string): Promise<void> {
  const parts = await openCache(PARTS);
  for (const picture of picturesIn(html)) {
    if (await parts.match(picture)) continue;
    const bytes = await fetch(picture);
    if (bytes.ok && Number(bytes.headers.get("content-length")) <= SMALL)
      await parts.put(picture, bytes);
  }
  for (const whole of wholeIn(html)) if (!(await parts.match(whole))) await parts.add(whole);
}

/** What a page shows at once; a picture behind a button is left to the reader. */
const picturesIn = (html: string): string[] => {
  // bounded: a page of ours, in which a stranger's text holds no tag
  const shown = html.replaceAll(/<details[^]*?<\/details>/g, "");
  // bounded: a page of ours, in which a stranger's text holds no tag
  return [...shown.matchAll(/<(?:img|source)\b[^>]*?\bsrc(?:set)?="(\/media\/[^"]+)"/g)].map(
    (found) => found[1]!,
  );
};

/** What a page says that it cannot do without, however heavy; its reader saw the weight and asked for it. */
const wholeIn = (html: string): string[] =>
  / data-whole="([^"]*)"/.exec(html)?.[1]?.split(" ") ?? [];

async function trim(): Promise<void> {
  const read = await openCache(READ);
  const kept = await read.keys();
  if (kept.length <= LAST) return;
  for (const request of kept.slice(0, kept.length - LAST)) await read.delete(request);
  await dropPictures();
}

/** Do the kept pages still stand? A changed one is kept anew, one that is gone is forgotten. */
async function askAll(from?: string): Promise<void> {
  // The page that registered this worker was opened before it was there.
  if (from !== undefined && KEEP.test(from)) {
    const page = await fetch(from);
    if (page.ok) await keepPage(from, page);
  }
  askAfter = Date.now() + ASK_EVERY;
  for (const name of [READ, LATER, LISTS]) {
    const cache = await openCache(name);
    for (const request of await cache.keys()) {
      const { pathname, search } = new URL(request.url);
      const path = pathname + search;
      const before = await cache.match(request);
      const tag = before?.headers.get("etag");
      const answer = await fetch(path, {
        cache: "no-store",
        headers: tag ? { "If-None-Match": tag } : {},
      });
      if (isGone(answer)) await forget(path);
      else if (answer.redirected) await cache.delete(request);
      else if (answer.ok) {
        await cache.put(path, answer.clone());
        await takeParts(await answer.text());
      }
    }
  }
  if (await caches.match(KNOWN)) await newest(KNOWN);
  await askBooks({ parts: PARTS, list: LATER });
  await dropPictures(); // a page that came anew may show less
  await askFiles(PARTS);
}

async function forget(path: string): Promise<void> {
  for (const name of [READ, LATER]) await (await openCache(name)).delete(path);
  if (BOOK.test(path)) await forgetBook(path, LATER);
  await dropPictures();
}

/** Parts that no kept page shows or needs. */
async function dropPictures(): Promise<void> {
  const used = await partsOfBooks();
  for (const name of [READ, LATER, LISTS, BOOKS]) {
    const cache = await openCache(name);
    for (const request of await cache.keys()) {
      const html = (await (await cache.match(request))?.text()) ?? "";
      for (const path of [...picturesIn(html), ...wholeIn(html)]) used.add(path);
    }
  }
  const parts = await openCache(PARTS);
  for (const request of await parts.keys()) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith("/keep") && !used.has(pathname)) await parts.delete(request);
  }
}

start(self, WORDS);
