/**
 * A form that was not taken, through no fault of a field: too large, no place for it, a full disk. Where its words were read
 * it comes back with them and says why; where they were not, a page says so, and where they still stand. Rule WB4.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { unmarked } from "../words/fallback.ts";
import { chromeIn } from "./chrome.ts";
import type { Asked } from "./extra.ts";
import type { Frame } from "./frame.ts";
import type { Fault } from "./failure.ts";
import { sentencesPage } from "./pages.ts";
import { throwAway } from "./read-body.ts";
import { sendPage } from "./send-page.ts";

/** Answers with the form as it was typed. @param trouble why nothing was kept */
type WayBack = (status: number, trouble: string) => Promise<void>;

const ways = new WeakMap<IncomingMessage, WayBack>();

/** The form of this request was read: whatever fails from now on, it is answered so. */
export const comesBack = (req: IncomingMessage, way: WayBack): void => void ways.set(req, way);

/** @returns false where no form was read, or where it cannot be shown now; the answer has not begun then */
export async function cameBack(
  req: IncomingMessage,
  { status, about }: Fault,
  lang: string,
): Promise<boolean> {
  const way = ways.get(req);
  if (!way) return false;
  const words = chromeIn(lang);
  const trouble = { full: words.form.full, away: words.awayHint, failed: words.failedHint }[about];
  try {
    await way(status, trouble);
    return true;
  } catch {
    return false; // what it would be shown with cannot be read either
  }
}

/** Whether a page of ours, not a program, posts a form and waits for a page. */
export const isForm = (req: IncomingMessage): boolean =>
  req.method === "POST" && saysForm(req) && !isProgram(req);

const MAX_TYPE = 300; // characters of the header; a boundary has 70 at most (RFC 2046)

/** Whether its header says that it is a form, as a browser sends one. */
export const saysForm = ({ headers: { "content-type": type = "" } }: HasHeaders): boolean =>
  type.length <= MAX_TYPE &&
  /^(?:multipart\/form-data|application\/x-www-form-urlencoded)(?=[;\s]|$)/i.test(type);
type HasHeaders = Pick<IncomingMessage, "headers">;

/** A script of ours, which says what it reads. */
export const isProgram = ({ headers }: HasHeaders): boolean =>
  headers.accept === "application/json";

/** Nothing of the form was read. @param status.why in words of the form itself, where it has better ones */
export async function sendUnread(
  req: IncomingMessage,
  res: ServerResponse,
  answer: {
    readonly status: number;
    readonly why?: string;
    readonly frame: Frame;
    readonly asked?: Pick<Asked, "lang" | "opens">;
  },
): Promise<void> {
  const { status, frame, asked } = answer;
  const lang = asked?.lang ?? frame.language;
  const { form } = chromeIn(lang);
  const { why = unreadWords(status, lang) } = answer;
  await throwAway(req, res);
  if (status === 503 && !res.hasHeader("Retry-After")) res.setHeader("Retry-After", "60");
  if (isProgram(req)) return sendJson(res, status, { trouble: why });
  const page = sentencesPage(lang, form.nothingSent, [why, form.back]);
  return sendPage(req, res, { status, page, frame, ...(asked && { asked }) });
}

/** Why a form was not read. @param status that says so */
function unreadWords(status: number, lang: string): string {
  const { form } = chromeIn(lang);
  const reasons: Readonly<Record<number, string>> = {
    413: form.large,
    503: form.busy,
    507: form.full,
  };
  return reasons[status] ?? form.unread;
}

function sendJson(res: ServerResponse, status: number, said: object): void {
  const body = Buffer.from(unmarked(JSON.stringify(said)));
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(status, { "Content-Type": "application/json", "Content-Length": body.length });
  res.end(body);
}
