/** One request about talking, in its language, and the ways in which it is answered. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { sendUnread } from "../../platform/web/comes-back.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { notePage } from "../../platform/web/pages.ts";
import type { Html } from "../../platform/web/route.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { wordsIn, type ConversationWords } from "./words.ts";

/** Where the author of something comes back to it. */
export const MINE = "/c/";

export interface Visit {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly asked: Asked;
  readonly frame: Frame;
  readonly lang: string;
  readonly words: ConversationWords;
  readonly today: string;
  readonly to: (path: string) => string;
}

export const visitor =
  ({ instance, frame: frameOf, now }: Serving) =>
  (work: (visit: Visit) => Promise<void>): Extra =>
  async (req, res, asked) => {
    const frame = await instance.snapshot(frameOf);
    const lang = asked.lang ?? frame.language;
    const to = (path: string) => pathIn(frame, lang, path);
    const today = dayAt(now());
    res.setHeader("X-Robots-Tag", "noindex");
    return work({ req, res, asked, frame, lang, words: wordsIn(lang), today, to });
  };

/** A page for this one request. */
export function send(
  { req, res, asked, frame, words }: Visit,
  status: number,
  answer: { readonly title: string; readonly main: Html; readonly script?: string },
): Promise<void> {
  const { lang } = words;
  const page = { kind: "page", uses: {}, description: answer.title, lang, ...answer } as const;
  const unkept = { ...page, current: "/conversation", unlisted: true, unkept: true } as const;
  return sendPage(req, res, { status, page: unkept, frame, asked });
}

export function lost({ req, res, asked, frame, lang }: Visit): Promise<void> {
  return sendPage(req, res, { status: 404, page: notePage(lang, "lost"), frame, asked });
}

export function seeOther({ res }: Pick<Visit, "res">, path: string): void {
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(303, { Location: path, "Content-Length": "0" });
  res.end();
}

/** A form of which nothing was read. @param why in words of its own */
export const unread = (
  { req, res, asked, frame }: Visit,
  status: number,
  why?: string,
): Promise<void> =>
  sendUnread(req, res, { status, frame, asked, ...(why !== undefined && { why }) });
