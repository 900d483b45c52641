/** Readers report what is wrong, by a plain form and without an account. Rules MO14 and MO15. */
import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { comesBack, sendUnread } from "../../platform/web/comes-back.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { networkOf } from "../../platform/web/network.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { commentById, thingAbout } from "../conversation/api.ts";
import { type Report, askConversation } from "../conversation/model.ts";
import { ReportMain, type Reported, type ReportProps } from "./pages/report.tsx";
import { publicWordsIn, type PublicWords } from "./public-words.ts";

const REPORT = "/conversation/report";
const MAX_TEXT = 1000; // characters
const FIELDS = ["of", "reason", "text"] as const;

interface Visit {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly asked: Asked;
  readonly frame: Frame;
  readonly lang: string;
  readonly words: PublicWords;
  readonly to: (path: string) => string;
}

export function reportAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, now } = serving;
  const isNew = oneEach(now);

  const visiting =
    (work: (visit: Visit) => Promise<void>): Extra =>
    async (req, res, asked) => {
      const frame = await instance.snapshot(serving.frame);
      const lang = asked.lang ?? frame.language;
      const to = (path: string) => pathIn(frame, lang, path);
      res.setHeader("X-Robots-Tag", "noindex");
      return work({ req, res, asked, frame, lang, to, words: publicWordsIn(lang) });
    };

  /** What is reported, as long as it is shown. */
  const find = ({ frame, lang }: Visit, of: string): Promise<Reported | undefined> =>
    instance.snapshot(async (db) => {
      const today = dayAt(now());
      const found = /^[0-9a-f]{32}$/.test(of) ? await commentById(db, of) : undefined;
      if (!found && !/^[0-9a-f]{64}$/.test(of)) return undefined;
      const about = found?.comment.about ?? of;
      const thing = await thingAbout({ db, frame, lang, today }, about);
      if (!thing && !found) return undefined;
      return { ...(found && { comment: found.comment }), ...(thing && { thing }) };
    });

  function show(
    { req, res, asked, frame, words, to }: Visit,
    status: number,
    came: Omit<ReportProps, "words" | "to" | "lang">,
  ): Promise<void> {
    const { lang, report } = words;
    const main = ReportMain({ words, lang, to, ...came });
    const page = {
      kind: "page",
      uses: {},
      title: report.title,
      description: report.title,
    } as const;
    const unkept = { ...page, lang, main, current: "/conversation", unlisted: true } as const;
    return sendPage(req, res, { status, page: { ...unkept, unkept: true }, frame, asked });
  }

  const form = visiting(async (visit) => {
    const { asked } = visit;
    const of = asked.search.get("of") ?? "";
    if (asked.search.has("done")) return show(visit, 200, { typed: {}, isDone: true });
    const reported = await find(visit, of);
    return show(visit, reported ? 200 : 404, { typed: { of }, reported });
  });

  const post = visiting(async (visit) => {
    const { req, res, words, to } = visit;
    const read = await readForm(req, FIELDS);
    if ("problem" in read)
      return sendUnread(req, res, {
        status: read.problem.status,
        frame: visit.frame,
        asked: visit.asked,
      });
    const typed = read.fields;
    const { of, reason, text } = typed;
    const reported = await find(visit, of);
    if (!reported) return show(visit, 404, { typed });
    comesBack(req, (status, trouble) => show(visit, status, { typed, reported, trouble }));
    const { report } = words;
    const problems = {
      ...(!Object.hasOwn(report.reasons, reason) && { reason: report.reasonExpected }),
      ...(text.length > MAX_TEXT && { text: report.textExpected(MAX_TEXT) }),
    };
    if (Object.keys(problems).length > 0) return show(visit, 422, { typed, reported, problems });
    if (!serving.budgets.take("report", req)) {
      res.setHeader("Retry-After", "3600");
      return show(visit, 429, { typed, reported, trouble: report.busy });
    }
    const received = dayAt(now());
    const said: Omit<Report, "n" | "settled"> = { about: of, reason, text, received, host: null };
    // A second one of the same corner of the network says nothing new; whoever sends it need not know.
    const isKept =
      !isNew(of, networkOf(req)) || (await askConversation(instance.log.private).report(said));
    if (!isKept) return show(visit, 503, { typed, reported, trouble: report.full });
    res.setHeader("Cache-Control", "no-store");
    res.writeHead(303, { Location: to(`${REPORT}?done`), "Content-Length": "0" });
    res.end();
  });

  return { [`GET ${REPORT}`]: form, [`POST ${REPORT}`]: post };
}

const MOST = 10_000; // pairs that are remembered

/** Whether this window has not reported this today; a salted hash of both, in memory alone. */
function oneEach(now: () => number): (of: string, window: string) => boolean {
  let day = -1;
  let salt = "";
  const seen = new Set<string>();
  return (of, window) => {
    const today = Math.floor(now() / A_DAY);
    if (today !== day) {
      [day, salt] = [today, randomBytes(16).toString("hex")];
      seen.clear();
    }
    const key = createHash("sha256").update(`${salt}${of} ${window}`).digest("base64");
    if (seen.has(key) || seen.size >= MOST) return false;
    seen.add(key);
    return true;
  };
}
