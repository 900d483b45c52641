/** What is answered where there is no page, and where something went wrong. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { readAddress } from "./address.ts";
import { chromeIn } from "./chrome.ts";
import type { Asked } from "./extra.ts";
import { cameBack, isForm, sendUnread } from "./comes-back.ts";
import { errorLine, faultOf } from "./failure.ts";
import type { Frame } from "./frame.ts";
import { FILE_POLICY, type HeaderPolicy, type Headers } from "./headers.ts";
import type { LatestFrame } from "./latest-frame.ts";
import { SenderLeft } from "./leaving.ts";
import type { Counters } from "./metrics.ts";
import type { Opens } from "./opens.ts";
import { sentencesPage, type Pages } from "./pages.ts";
import { throwAway } from "./read-body.ts";
import { sendPage } from "./send-page.ts";

interface Refusing {
  /** A line of text. */
  readonly plain: (res: ServerResponse, status: number, more?: Headers) => void;
  /** The headers of an answer that is no page of the cache. */
  readonly asFile: (res: ServerResponse) => void;
  /** Of a body for which there is no place now. */
  readonly noPlace: (
    req: IncomingMessage,
    res: ServerResponse,
    asked: Pick<Asked, "path" | "lang">,
  ) => Promise<void>;
  /** One line for the operator, without a reader's words; an honest page for the reader. */
  readonly fail: (req: IncomingMessage, res: ServerResponse, error: unknown) => void;
}

interface RefusingOptions {
  readonly policy: HeaderPolicy;
  readonly counters: Counters;
  readonly frame: LatestFrame;
  readonly pages: Pages;
  readonly opens: Opens;
  /** Takes one line about an error. */
  readonly log: (line: string) => void;
}

export function openRefusing({
  policy,
  counters,
  frame,
  pages,
  opens,
  log,
}: RefusingOptions): Refusing {
  function plain(res: ServerResponse, status: number, more: Headers = []): void {
    counters.answers[(status / 100) | 0]! += 1;
    const text = `${status} ${PLAIN[status] ?? ""}\n`;
    const type = [
      "Content-Type",
      "text/plain; charset=utf-8",
      "Content-Length",
      String(text.length),
    ];
    res.writeHead(status, [
      ...policy.always,
      "Content-Security-Policy",
      FILE_POLICY,
      ...type,
      ...more,
    ]);
    res.end(text);
  }

  function asFile(res: ServerResponse): void {
    for (let i = 0; i < policy.always.length; i += 2)
      res.setHeader(policy.always[i]!, policy.always[i + 1]!);
    res.setHeader("Content-Security-Policy", FILE_POLICY);
  }

  async function noPlace(
    req: IncomingMessage,
    res: ServerResponse,
    { path, lang }: Pick<Asked, "path" | "lang">,
  ): Promise<void> {
    if (!isForm(req)) {
      await throwAway(req, res);
      return plain(res, 503, ["Retry-After", "60"]);
    }
    const [own = "en"] = await frame.languages();
    counters.answers[5] += 1;
    const asked = { lang: lang ?? own, opens: opens("POST", path, new URLSearchParams()) };
    await sendUnread(req, res, {
      status: 503,
      frame: (await frame.inLanguage(asked.lang))!,
      asked,
    });
  }

  /** One line for the operator, without a reader's words; an honest page for the reader. */
  async function failed(req: IncomingMessage, res: ServerResponse, error: unknown): Promise<void> {
    if (error instanceof SenderLeft) return void res.destroy();
    const fault = faultOf(error);
    if (fault.about !== "away") counters.errors += 1; // which is said once, and counted by a gauge of its own
    if (fault.about !== "away" || isNews())
      log(
        `${req.method === "HEAD" ? "GET" : req.method} ${routeName(req, pages, frame.seen())} failed: ${errorLine(error)}`,
      );
    if (res.headersSent || res.destroyed) return void res.destroy();
    for (const name of res.getHeaderNames()) res.removeHeader(name);
    asFile(res);
    if (fault.again !== undefined) res.setHeader("Retry-After", String(fault.again));
    if (!req.complete) res.setHeader("Connection", "close"); // the rest of what is being sent is not read
    counters.answers[5] += 1;
    const lang = languageAt(req, pages, frame.seen());
    if (await cameBack(req, fault, lang)) return;
    const seen = await frame.inLanguage(lang);
    if (!seen) return plain(res, fault.status);
    const words = chromeIn(lang);
    const said = [words[`${fault.about}Hint`], ...(isForm(req) ? [words.form.back] : [])] as const;
    const page = sentencesPage(lang, words[fault.about], said);
    await sendPage(req, res, { status: fault.status, page, frame: seen, asked: { lang } });
  }
  let said = -Infinity;
  function isNews(): boolean {
    if (performance.now() - said < SAID_AGAIN) return false;
    said = performance.now();
    return true;
  }
  function fail(req: IncomingMessage, res: ServerResponse, error: unknown): void {
    failed(req, res, error).catch(() => res.destroy());
  }

  return { plain, asFile, noPlace, fail };
}

const SAID_AGAIN = 60_000; // ms between two lines about a database that is away

const PLAIN: Readonly<Record<number, string>> = {
  301: "Moved",
  400: "This address cannot be read",
  404: "Nothing stands at this address",
  405: "This address does not take that method",
  414: "This address is too long",
  503: "Not at this moment; please try again in a minute",
  500: "The fault is ours; please try again in a minute",
  507: "Our disk is full, and nothing of this was kept; please try again later",
};

/** The language that the address asks for. */
function languageAt(req: IncomingMessage, pages: Pages, frame: Frame | undefined): string {
  const address = readAddress(req.url ?? "");
  if (!frame || typeof address === "number") return frame?.language ?? "en";
  const { language, languages } = frame;
  const others = languages.filter((one) => one !== language);
  return pages.match(address.path, address.search, [language, ...others]).lang;
}

/** The pattern of the route, because an address may hold what a reader typed. */
function routeName(req: IncomingMessage, pages: Pages, frame: Frame | undefined): string {
  const address = readAddress(req.url ?? "");
  if (typeof address === "number") return "an unreadable address";
  const { route } = pages.match(
    address.path,
    address.search,
    frame ? [frame.language, ...frame.languages] : ["en"],
  );
  return route?.path ?? /^\/[a-z-]{1,20}(?=\/|$)/.exec(address.path)?.[0] ?? "an unknown address";
}
