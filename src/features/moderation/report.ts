/** Readers report what is wrong, by a plain form and without an account. Rules MO14 and MO15. */
import { createHash, randomBytes } from "node:crypto";
import { A_DAY } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic, type Fields, type PublicVisit } from "../../platform/web/handler.ts";
import { networkOf } from "../../platform/web/network.ts";
import { tooOften, unkeptPage, type PageReply, type Reply } from "../../platform/web/reply.ts";
import { commentById, thingAbout } from "../conversation/api.ts";
import { type Report, askConversation } from "../conversation/model.ts";
import { ReportMain, type Reported, type ReportProps } from "./pages/report.tsx";
import { publicWordsIn, type PublicWords } from "./public-words.ts";

const REPORT = "/conversation/report";
const MAX_TEXT = 1000; // characters
const FIELDS = ["of", "reason", "text"] as const;

type Visit = PublicVisit<PublicWords>;

export function reportAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, now } = serving;
  const isNew = oneEach(now);
  const at = inPublic(serving, { words: publicWordsIn, unlisted: true });

  /** What is reported, as long as it is shown. */
  const find = ({ frame, lang, today }: Visit, of: string): Promise<Reported | undefined> =>
    instance.snapshot(async (db) => {
      const found = /^[0-9a-f]{32}$/.test(of) ? await commentById(db, of) : undefined;
      if (!found && !/^[0-9a-f]{64}$/.test(of)) return undefined;
      const about = found?.comment.about ?? of;
      const thing = await thingAbout({ db, frame, lang, today }, about);
      if (!thing && !found) return undefined;
      return { ...(found && { comment: found.comment }), ...(thing && { thing }) };
    });

  async function open(visit: Visit): Promise<Reply> {
    const { search } = visit;
    const of = search.get("of") ?? "";
    if (search.has("done")) return form(visit, { typed: {}, isDone: true });
    const reported = await find(visit, of);
    return form(visit, { typed: { of }, reported }, reported ? 200 : 404);
  }

  async function take(visit: Visit & Fields<(typeof FIELDS)[number]>): Promise<Reply> {
    const { req, words, to, today: received, fields: typed } = visit;
    const { of, reason, text } = typed;
    const reported = await find(visit, of);
    if (!reported) return form(visit, { typed }, 404);
    visit.comesBack((status, trouble) => form(visit, { typed, reported, trouble }, status));
    const { report } = words;
    const problems = {
      ...(!Object.hasOwn(report.reasons, reason) && { reason: report.reasonExpected }),
      ...(text.length > MAX_TEXT && { text: report.textExpected(MAX_TEXT) }),
    };
    if (Object.keys(problems).length > 0) return form(visit, { typed, reported, problems }, 422);
    if (!serving.budgets.take("report", req))
      return tooOften(form(visit, { typed, reported, trouble: report.busy }));
    const said: Omit<Report, "n" | "settled"> = { about: of, reason, text, received, host: null };
    // A second one of the same corner of the network says nothing new; whoever sends it need not know.
    const isKept =
      !isNew(of, networkOf(req)) || (await askConversation(instance.log.private).report(said));
    if (!isKept) return form(visit, { typed, reported, trouble: report.full }, 503);
    return { to: to(`${REPORT}?done`) };
  }

  return { [`GET ${REPORT}`]: at(open), [`POST ${REPORT}`]: at(FIELDS, take) };
}

function form(
  { words, to, frame }: Visit,
  came: Omit<ReportProps, "words" | "to" | "lang" | "frame">,
  status = 200,
): PageReply {
  const { lang, report } = words;
  const main = ReportMain({ words, lang, to, frame, ...came });
  return {
    status,
    page: unkeptPage(lang, { title: report.title, main, current: "/conversation" }),
    ...(came.reported && { opens: `${REPORT}?of=${came.typed.of}` }),
  };
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
