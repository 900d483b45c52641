/** The picture by which a page shows on other sites, at the page's address below /cards. Rules WB12 to WB14. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Budgets } from "../budget/budget.ts";
import type { Card } from "../media/cards/card.ts";
import { cardName, type Cards } from "../media/cards/kept.ts";
import { MediaError } from "../media/media-error.ts";
import { unmarked } from "../words/fallback.ts";
import type { Extra } from "./extra.ts";
import { pathIn, type Frame } from "./frame.ts";
import type { Reader } from "./turns.ts";
import { namesTag } from "./etag.ts";
import type { Page } from "./route.ts";
import { directionOf } from "./words.ts";

/** The card of a page; undefined where it has none. @param lang of the address */
export function cardOf(page: Page, frame: Frame, lang: string): Card | undefined {
  if (!page.card) return undefined;
  const {
    title = page.title,
    line = "",
    picture,
    lang: said = page.lang ?? lang,
  } = page.card.shows;
  const { hashtag, name, base, colour, dir } = frame;
  return {
    title: cut(title),
    ...(line !== "" && { line: cut(line) }),
    tag: hashtag === "" ? unmarked(name) : `#${hashtag}`,
    site: new URL(base).hostname,
    lang: said,
    isRtl: (dir ?? directionOf(said)) === "rtl",
    colour: colour.night,
    ...(picture && { picture }),
  };
}

const MOST = 300; // characters; a card has room for half of them
const cut = (text: string): string => unmarked(text).slice(0, MOST);

/** Where the card of the page at `path` stands; a card that shows something else stands elsewhere. */
export const cardPath = (frame: Frame, lang: string, path: string, card: Card): string =>
  `${cardAddress(frame, lang, path)}?v=${cardName(card).slice(0, 8)}`;
export const cardAddress = (frame: Frame, lang: string, path: string): string =>
  pathIn(frame, lang, `/cards${path === "/" ? "" : path}.png`);

export interface CardsAt {
  /** The page at a path, in a language, as it stands now. */
  readonly look: (reader: Reader, path: string, lang: string | undefined) => Promise<Looked>;
  readonly cards: Cards;
  readonly budgets: Pick<Budgets, "enter" | "take">;
}
type Looked =
  | { readonly card: Card; readonly until: string }
  /** A path, with its language. */
  | { readonly to: string }
  | "gone"
  | undefined;

export function cardAddresses(at: CardsAt): Readonly<Record<string, Extra>> {
  const answer: Extra = (req, res, { path, lang }) => {
    const page = /^\/cards(\/.+)?\.png$/.exec(path);
    return page ? send(at, { path: page[1] ?? "/", lang }, req, res) : say(res, 404);
  };
  return { "GET /cards.png": answer, "GET /cards/*": answer };
}

const TRIES = 3; // while something is taken back again and again

async function send(
  { look, cards, budgets }: CardsAt,
  { path, lang }: { readonly path: string; readonly lang: string | undefined },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    const { cleared } = cards;
    const found = await look({ req, res }, path, lang);
    if (found === undefined || found === "gone") return say(res, found ? 410 : 404);
    if ("to" in found)
      return void res.writeHead(301, { Location: found.to, "Cache-Control": "no-cache" }).end();
    const { card, until } = found;
    const tag = `"${cardName(card)}"`;
    const isKnown = namesTag(req.headers["if-none-match"] ?? "", tag);
    let png = isKnown ? undefined : cards.kept(card, until);
    if (!isKnown && !png) {
      using place = budgets.enter("card", req, res);
      if (!place || !budgets.take("card", req)) return say(res, 503);
      png = await cards.draw(card, until).catch(unlessBusy);
      if (!png) return say(res, 503);
    }
    if (cards.cleared !== cleared) continue; // what was looked up may have been taken back
    res.setHeader("ETag", tag);
    res.setHeader("Cache-Control", "no-cache");
    if (isKnown) return void res.writeHead(304).end();
    res.writeHead(200, { "Content-Type": "image/png", "Content-Length": png!.length }).end(png);
    return;
  }
  say(res, 503);
}

function unlessBusy(error: unknown): undefined {
  if (error instanceof MediaError && error.code === "busy") return undefined;
  throw error;
}

function say(res: ServerResponse, status: 404 | 410 | 503): void {
  if (status === 503) res.setHeader("Retry-After", "60");
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(SAID[status]);
}
const SAID = {
  404: "No card stands at this address\n",
  410: "The page of this card was taken back\n",
  503: "Too many cards at once; please try again in a minute\n",
} as const;
