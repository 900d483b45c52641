/** A page that is made for one request and kept nowhere: the answer to a form, and what stands at a secret address. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Asked } from "./extra.ts";
import { triedIn, type Frame } from "./frame.ts";
import { codingFor, headerPolicy, HTML } from "./headers.ts";
import { shownWithout } from "./hidden-names.ts";
import { inTurn } from "./in-turn.ts";
import { laidIn, type Inlay } from "./inlay.ts";
import type { Page } from "./route.ts";
import { documentOf } from "./shell.tsx";
import { weigh } from "./weigh.ts";

interface OnePage {
  readonly status: number;
  readonly page: Page;
  /** What was written before and is put in where the page says. */
  readonly inlay?: Inlay | undefined;
  readonly frame: Frame;
  /** How it was asked for: its links stay in that language. */
  readonly asked?: Pick<Asked, "lang" | "opens">;
  /** Names that are taken out of what is said of others. */
  readonly hidden?: readonly string[] | undefined;
  /** Its language; and where it will stand, for one that is looked at beforehand. */
  readonly place?: { readonly lang: string; readonly path?: string } | undefined;
}

/** @throws Busy where its turn does not come; SenderLeft */
export const sendPage = (
  req: IncomingMessage,
  res: ServerResponse,
  answer: OnePage,
): Promise<void> => inTurn(req, res, () => write(req, res, answer));

async function write(req: IncomingMessage, res: ServerResponse, answer: OnePage): Promise<void> {
  const { status, page, asked, inlay, hidden } = answer;
  const { place = { lang: asked?.lang ?? answer.frame.language } } = answer;
  const frame = triedIn(answer.frame, new URLSearchParams(req.url?.split("?")[1]));
  const { before, after, style } = await documentOf(
    page,
    { frame, opens: asked?.opens, ...place },
    inlay,
  );
  const { identity, br } = weigh(
    laidIn(shownWithout(before, hidden), inlay),
    shownWithout(after, hidden),
    true,
  );
  const isBrotli = codingFor(req.headers["accept-encoding"]) === "br";
  const body = isBrotli ? br : identity;
  if (isBrotli) res.setHeader("Content-Encoding", "br");
  res.setHeader(
    "Content-Security-Policy",
    headerPolicy(frame.base).forStyle(
      style,
      page.script !== undefined || page.watch !== undefined,
      page.frames,
    ),
  );
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(status, { "Content-Type": HTML, "Content-Length": String(body.length) });
  res.end(body);
}
