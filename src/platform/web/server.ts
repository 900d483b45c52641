/**
 * The web server. A page that is known to be fresh is answered straight from node:http; everything else
 * goes the slow way: read the address, find the route, look whether what the page rests on has changed.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { givePlace, type Budgets } from "../budget/budget.ts";
import { FIXED } from "../budget/limits.ts";
import { isAway } from "../db/away.ts";
import type { Db } from "../db/store.ts";
import type { ReadMedia } from "../log/projection.ts";
import { formerAddresses, readAddress } from "./address.ts";
import type { RelatedHook } from "./asking.ts";
import { cardAddress, type CardsAt } from "./cards.ts";
import { openCache, type CacheOptions, type PageCache } from "./cache.ts";
import { pathWithout, type Frame } from "./frame.ts";
import { freshEntries, type Away, type FreshEntries, type Rests } from "./fresh.ts";
import { openTurns, type Reader } from "./turns.ts";
import type { Asked, Extra } from "./extra.ts";
import { answerHead, headerPolicy } from "./headers.ts";
import { recompressWhenIdle } from "./idle.ts";
import { Busy, giveTurns } from "./in-turn.ts";
import { latestFrame, type LatestFrame } from "./latest-frame.ts";
import { nameOf, type Match } from "./match.ts";
import { newCounters, type Counters } from "./metrics.ts";
import { offerOf } from "./offer.ts";
import { opening } from "./opens.ts";
import { createPages, type Pages } from "./pages.ts";
import { openRefusing } from "./refusing.ts";
import type { Route, Uses } from "./route.ts";
import { createRouter, type Found } from "./router.ts";
import { entrySender } from "./send-entry.ts";
import type { Tally } from "./tally.ts";

export interface WebOptions extends Rests {
  readonly routes: readonly Route[];
  /** Every feature's `related`, in the features' order. */
  readonly related?: readonly RelatedHook[];
  /** The public base address without a trailing slash. */
  readonly base: string;
  /** @param lang in which its words are, where the campaign has them in it; its own without it */
  readonly frame: (db: Db, lang?: string) => Promise<Frame>;
  /** A handle that speaks this language, where the campaign's texts are in it. */
  readonly speaking?: (db: Db, lang: string, own: string) => Promise<Db>;
  /** Where one of these addresses of an earlier site leads now; asked for what nothing else stands at. */
  readonly former?: (db: Db, addresses: readonly string[]) => Promise<string | undefined>;
  /** The subject that stood at this path, without its language, and was taken back; asked for what nothing stands at. */
  readonly takenBack?: (db: Db, path: string) => Promise<string | undefined>;
  /** What the frame rests on. Defaults to the projections `campaign`, `pages` and `translations`. */
  readonly frameUses?: Uses;
  readonly cache: Omit<CacheOptions, "head">;
  readonly dev?: boolean;
  readonly readMedia?: ReadMedia;
  /** Addresses that answer for themselves, before any page: `GET /healthz`, `GET /log/*`, `POST /log/records`. */
  readonly extra?: Readonly<Record<string, Extra>>;
  /** The same pages in the form of the fediverse, for whoever asks for that. */
  readonly alternate?: Alternate;
  /** Told of each page that was sent, by its path. */
  readonly tally?: Pick<Tally, "count">;
  /** What requests may take. */
  readonly budgets: Budgets;
  /** Takes one line about an error. Defaults to standard error. */
  readonly log?: (line: string) => void;
}

export interface Alternate {
  readonly isAsked: (req: IncomingMessage) => boolean;
  /** @returns false where the page has no other form */
  readonly answer: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
}

export interface Web {
  readonly listener: (req: IncomingMessage, res: ServerResponse) => void;
  readonly counters: Counters;
  readonly cache: PageCache;
  /** The card of the page at a path without its language. */
  readonly lookAt: CardsAt["look"];
  /** Something was taken back by the latest commit: pages from before it are not shown where they cannot be looked at. */
  takenBack(): void;
  /** Ends the background work. */
  close(): void;
}

export function createWeb(options: WebOptions): Web {
  const { commits, snapshot, dev = false, alternate } = options;
  const extra = createRouter(Object.entries(options.extra ?? {}), "below");
  const log = options.log ?? ((line: string) => console.error(line));
  const policy = headerPolicy(options.base);
  const cache = openCache({
    ...options.cache,
    head: (about, coding, length) => answerHead(policy, about, coding, length),
  });
  const counters = newCounters(() => cache.pages);
  const pages = createPages({
    ...options,
    related: options.related ?? [],
    frameUses: options.frameUses ?? FRAME_USES,
    dev,
  });
  const idle = recompressWhenIdle(cache, counters);
  const away: Away = { takenBack: 0 };
  const giving = { budgets: options.budgets, turns: openTurns() };
  const fresh = freshEntries({ ...options, ...giving }, pages, cache, idle, counters, away);
  const frame = latestFrame(options);
  const send = entrySender(cache, counters, options.tally);
  const opens = opening(extra, pages);
  const around = { policy, counters, frame, pages, opens, log };
  const { plain, asFile, noPlace, fail } = openRefusing(around);

  function listener(req: IncomingMessage, res: ServerResponse): void {
    try {
      if (!alternate?.isAsked(req) && sendKnown(req, res)) return;
    } catch (error) {
      return fail(req, res, error);
    }
    slowly(req, res).catch((error: unknown) => {
      if (error instanceof Busy) plain(res, 503, ["Retry-After", String(FIXED.page.patience)]);
      else fail(req, res, error);
    });
  }

  /** The fast way: an answer under exactly this address that nothing has changed since. */
  function sendKnown(req: IncomingMessage, res: ServerResponse): boolean {
    if (req.method !== "GET" && req.method !== "HEAD") return false;
    const known = cache.get(req.url ?? "");
    if (known === undefined || !fresh.isFresh(known)) return false;
    const offered = offerOf(req.headers["accept-language"], known.about.tongues);
    const entry = offered === undefined ? known : cache.get(nameOf({ ...known.about, offered }));
    if (entry === undefined || !fresh.isFresh(entry) || !send(req, res, entry)) return false;
    counters.hits += 1;
    return true;
  }

  async function slowly(req: IncomingMessage, res: ServerResponse): Promise<void> {
    giveTurns(req, giving);
    const address = readAddress(req.url ?? "");
    if (typeof address === "number") return plain(res, address);
    const { path, search } = address;
    const method = req.method === "HEAD" ? "GET" : (req.method ?? "");
    const own = await ownAt(extra, frame.languages, method, path);
    if (own) {
      asFile(res);
      const { value: answer, ...asked } = own;
      using place = hasBody(req) ? options.budgets.enter("body", req, res) : undefined;
      if (place) givePlace(req, place);
      else if (hasBody(req)) return noPlace(req, res, own);
      await answer(req, res, { ...asked, search, opens: opens(method, own.path, search) });
      counters.answers[(res.statusCode / 100) | 0]! += 1;
      return;
    }
    if (alternate?.isAsked(req)) {
      asFile(res);
      if (await alternate.answer(req, res)) {
        counters.answers[(res.statusCode / 100) | 0]! += 1;
        return;
      }
      for (const name of res.getHeaderNames()) res.removeHeader(name);
    }
    const match = pages.match(path, search, await frame.languages());
    if (method !== "GET") {
      const allowed = [...extra.methods(path), ...(match.route ? ["GET", "HEAD"] : [])];
      if (allowed.length === 0) return plain(res, 404);
      return plain(res, 405, ["Allow", [...new Set(allowed)].join(", ")]);
    }
    const moved = match.moved ?? (address.moved && match.route ? match.key : undefined);
    if (moved !== undefined) return plain(res, 301, ["Location", moved]);
    const { shown, entry } = await withOffer({ req, res }, match, fresh);
    const asked = formerAddresses(path, search, entry.about.status);
    const { former } = options;
    const to = former && asked.length > 0 && (await snapshot((db) => former(db, asked)));
    if (to) return plain(res, 301, ["Location", to]);
    if (!send(req, res, entry)) send(req, res, await fresh.entry(shown, { req, res }));
  }

  return {
    listener,
    counters,
    cache,
    lookAt: cardLooker(pages, fresh, frame),
    takenBack: () => void (away.takenBack = commits.current()),
    close: () => idle.close(),
  };
}

/** An address that answers for itself, also below a language: `/fr/o/x` is `/o/x` in French. */
async function ownAt(
  extra: ReturnType<typeof createRouter<Extra>>,
  languages: () => Promise<readonly string[]>,
  method: string,
  path: string,
): Promise<Own | undefined> {
  const exact = extra.match(method, path);
  if (exact) return { ...exact, path };
  const [, lang = "", rest = ""] = /^\/([A-Za-z0-9-]+)(\/.+)$/.exec(path) ?? [];
  const found = extra.match(method, rest);
  if (!found || !(await languages()).slice(1).includes(lang)) return undefined;
  return { ...found, path: rest, lang };
}

const FRAME_USES = { projections: ["campaign", "pages", "translations", "held"] };

const hasBody = ({ headers }: IncomingMessage): boolean =>
  Number(headers["content-length"] ?? 0) > 0 || headers["transfer-encoding"] !== undefined;

/** With the offer of another language that the reader's browser asks for, where there is one. */
async function withOffer(reader: Reader, match: Match, fresh: FreshEntries) {
  const plainly = await fresh.entry(match, reader);
  const offered = offerOf(reader.req.headers["accept-language"], plainly.about.tongues);
  if (offered === undefined) return { shown: match, entry: plainly };
  const shown = { ...match, offered };
  const entry = await fresh.entry(shown, reader).catch((error: unknown) => {
    if (isAway(error)) return plainly; // without its offer, which nobody can make now
    throw error;
  });
  return { shown, entry };
}

/** By the page as it is kept; a file, or what is for programs, has no card and is not made to find that out. */
function cardLooker(pages: Pages, fresh: FreshEntries, frame: LatestFrame): Web["lookAt"] {
  return async (reader, path, asked) => {
    const all = await frame.languages();
    const at =
      asked === undefined || asked === all[0]
        ? path
        : path === "/"
          ? `/${asked}`
          : `/${asked}${path}`;
    const match = pages.match(at, new URLSearchParams(), all);
    const { route, key, lang } = match;
    if (!route || route.inOwnWords || key.includes(".")) return undefined;
    const { status, location, card, until } = (await fresh.entry(match, reader)).about;
    if (status === 410) return "gone";
    if (location !== "")
      return { to: cardAddress(frame.seen()!, lang, pathWithout(frame.seen()!, lang, location)) };
    return card && { card, until };
  };
}

interface Own extends Found<Extra>, Pick<Asked, "path" | "lang"> {}
