/** The addresses of the log's pages: `/log`, each record with its check, everything about one subject. */
import { formatVkey } from "../../engines/tlog/vkey.ts";
import { publicKeyOf } from "../records/keys.ts";
import { pathIn } from "../web/frame.ts";
import type { Answer, PageRequest, Route } from "../web/route.ts";
import { behind } from "./behind.ts";
import { historyOf, kindWords, subjectOf } from "./history.ts";
import type { Registry } from "./projection.ts";
import { LogPage } from "./log-page.tsx";
import { ownerAt } from "./ownership.ts";
import { logCounts, logHead } from "./reading.ts";
import { RecordPage } from "./record-page.tsx";
import { checkScript } from "./script.ts";
import { readOwnership } from "./standing.ts";
import { SubjectPage } from "./subject-page.tsx";
import { wordsIn } from "./words.ts";

/** @param logKeyName the key that signs checkpoints */
export function logRoutes({ kinds, projections }: Registry, logKeyName: string): Route[] {
  /** The log's size stands on the page, and every record changes it. */
  const everything = { projections: projections.map((p) => p.name) };

  async function logPage({ db, frame, lang }: PageRequest): Promise<Answer> {
    const head = await logHead(db);
    if (!head) return undefined;
    const words = wordsIn(lang);
    const shown = { head, counts: await logCounts(db), base: frame.base, lang: words.lang };
    return {
      kind: "page",
      uses: everything,
      title: words.log.title,
      description: words.log.description,
      lang: words.lang,
      main: <LogPage {...shown} />,
    };
  }

  async function recordPage(request: PageRequest): Promise<Answer> {
    const { db, frame, lang, params } = request;
    const id = params["id"]!;
    const subject = HASH.test(id) ? await subjectOf(db, id) : undefined;
    const head = await logHead(db);
    if (subject === undefined || !head) return undefined;
    const history = await historyOf(db, subject, kinds);
    const at = history.findIndex((record) => record.id === id);
    const record = history[at]!;
    const words = wordsIn(lang);
    const shown = {
      record,
      subject,
      byOwner: record.author === ownerAt(await readOwnership(db), record.index),
      later: history.length - 1 - at,
      behind: await behind(request, subject, record, history, kinds),
      head,
      vkey: formatVkey(head.origin, publicKeyOf(logKeyName)),
      base: frame.base,
      lang: words.lang,
      to: (path: string) => pathIn(frame, lang, path),
    };
    return {
      kind: "page",
      uses: { ...everything, subjects: [subject] },
      title: kindWords(record.kind, words),
      description: words.record.description,
      lang: words.lang,
      unlisted: true,
      script: checkScript.path,
      main: <RecordPage {...shown} />,
    };
  }

  async function subjectPage({ db, frame, lang, params }: PageRequest): Promise<Answer> {
    const subject = params["subject"]!;
    const history = HASH.test(subject) ? await historyOf(db, subject, kinds) : [];
    if (history.length === 0) return undefined;
    const words = wordsIn(lang);
    const to = (path: string) => pathIn(frame, lang, path);
    return {
      kind: "page",
      uses: { subjects: [subject] },
      title: words.subject.title,
      description: words.subject.description,
      lang: words.lang,
      unlisted: true,
      main: <SubjectPage history={history} lang={words.lang} to={to} />,
    };
  }

  return [
    { path: "/log", answer: logPage },
    { path: "/log/records/:id", answer: recordPage },
    { path: "/log/subjects/:subject", answer: subjectPage },
  ];
}

const HASH = /^[0-9a-f]{64}$/;
