/** What is answered to one request and kept nowhere: handlers return it as a value, and it is sent here. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { unmarked } from "../words/fallback.ts";
import { sendUnread } from "./comes-back.ts";
import type { Frame } from "./frame.ts";
import type { Inlay } from "./inlay.ts";
import { notePage } from "./pages.ts";
import type { Page } from "./route.ts";
import { sendPage } from "./send-page.ts";

interface More {
  /** Defaults to 200; what leads on has 303. */
  readonly status?: number;
  /** Seconds after which it is worth to try again. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** For the trail of the desk: whom or what it was done to, and a word that says more, such as a role; false where nothing was done. */
  readonly noted?: { readonly about?: string; readonly detail?: string } | false;
}
export interface PageReply extends More {
  readonly page: Page;
  /** A long part of it that was written before. */
  readonly inlay?: Inlay;
  /** Its language; and where it stands, or will stand, for one that other languages have or that is looked at beforehand. */
  readonly place?: { readonly lang: string; readonly path?: string };
  /** Where its form is found in another language, where what was sent says what its address said: a path without its language. */
  readonly opens?: string;
  /** In place of the one of the request. */
  readonly frame?: Frame;
}
/** What is no page. */
export type PlainReply =
  /** Another page follows what was sent. */
  | (More & { readonly to: string })
  /** For a script of ours. @param bare without the end of its line */
  | (More & { readonly json: unknown; readonly bare?: true })
  /** A table to take along. */
  | (More & { readonly csv: string })
  /** A line, its end not included. @param bare without it */
  | (More & { readonly text: string; readonly bare?: true })
  | (More & { readonly file: Uint8Array; readonly type: string; readonly cache: string })
  | (More & { readonly empty: true });
/** Bytes that are sent as they are read, and end the answer. */
type StreamReply = More & {
  readonly sends: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
};
export type Sendable = PageReply | PlainReply | StreamReply;
export type Reply =
  | Sendable
  /** Nothing of the form was read. @param why in words of the form itself, where it has better ones */
  | {
      readonly unread: { readonly status: number; readonly message?: string };
      readonly why?: string;
    };

/** Whose request it is, as far as a page has to know. */
interface Asking {
  readonly frame: Frame;
  readonly lang: string;
  /** Where the page is found in another language. */
  readonly opens?: string | undefined;
  /** Names that nobody reads who is not at the desk. */
  readonly hidden?: readonly string[] | undefined;
}

export async function sendReply(
  req: IncomingMessage,
  res: ServerResponse,
  { frame, lang, opens, hidden }: Asking,
  reply: Reply,
): Promise<void> {
  const asked = { lang, ...(opens !== undefined && { opens }) };
  if ("unread" in reply) {
    const { unread, ...why } = reply;
    return sendUnread(req, res, { status: unread.status, ...why, frame, asked });
  }
  if (!("page" in reply) && !("sends" in reply)) return sendPlain(res, reply);
  setHeaders(res, reply);
  if ("sends" in reply) return reply.sends(req, res);
  const { page, inlay, status = 200, place = { lang } } = reply;
  const as = reply.frame ?? frame;
  const shown = reply.opens === undefined ? asked : { lang, opens: reply.opens };
  return sendPage(req, res, { status, page, inlay, frame: as, asked: shown, place, hidden });
}

export function sendPlain(res: ServerResponse, reply: PlainReply): void {
  res.setHeader("Cache-Control", "file" in reply ? reply.cache : "no-store");
  setHeaders(res, reply);
  const { status = 200 } = reply;
  if ("to" in reply) res.writeHead(303, { Location: reply.to, "Content-Length": "0" }).end();
  else if ("empty" in reply) res.writeHead(status).end();
  else {
    const [type, body] = bodyOf(reply);
    res.writeHead(status, { ...type, "Content-Length": body.length }).end(body);
  }
}

function setHeaders(res: ServerResponse, { retryAfter, headers = {}, cookies }: More): void {
  if (retryAfter !== undefined) res.setHeader("Retry-After", String(retryAfter));
  if (cookies) res.setHeader("Set-Cookie", cookies);
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
}

type HasBody = Exclude<PlainReply, { readonly to: string } | { readonly empty: true }>;

function bodyOf(reply: HasBody): readonly [type: Readonly<Record<string, string>>, Uint8Array] {
  if ("file" in reply) return [{ "Content-Type": reply.type }, reply.file];
  if ("json" in reply) {
    const line = JSON.stringify(reply.json) + (reply.bare ? "" : "\n");
    return [JSON_TYPE, Buffer.from(unmarked(line))];
  }
  if ("csv" in reply) return [CSV, Buffer.from(unmarked(reply.csv))];
  return [PLAIN, Buffer.from(unmarked(reply.text + (reply.bare ? "" : "\n")))];
}
const JSON_TYPE = { "Content-Type": "application/json" };
const CSV = { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": "attachment" };
const PLAIN = { "Content-Type": "text/plain; charset=utf-8" };

/** A page for one request, which nobody finds by searching. */
export const unkeptPage = (
  lang: string,
  about: Pick<Page, "title" | "main"> & Partial<Page>,
): Page => ({
  kind: "page",
  uses: {},
  description: about.title,
  lang,
  unlisted: true,
  unkept: true,
  ...about,
});

/** Nothing stands there. */
export const lost = ({ lang }: Pick<Asking, "lang">): Reply => ({
  status: 404,
  page: notePage(lang, "lost"),
});

/** What was typed comes back. */
export const tooOften = (reply: Sendable, seconds = 3600): Reply => ({
  ...reply,
  status: 429,
  retryAfter: seconds,
});
