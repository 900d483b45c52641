/** The log's pages: `/log`, how we keep this honest, in plain words first; and each record with its check. */
import { formatVkey } from "../../engines/tlog/vkey.ts";
import { publicKeyOf } from "../records/keys.ts";
import { pathIn } from "../web/frame.ts";
import type { Answer, PageRequest, Route } from "../web/route.ts";
import { formatNumber } from "../web/words.ts";
import { historyOf, kindWords, subjectOf } from "./history.ts";
import type { Registry } from "./log.ts";
import { logCounts, logHead, type LogCounts, type LogHead } from "./reading.ts";
import { RecordPage } from "./record-page.tsx";
import { checkScript } from "./script.ts";
import { readState } from "./state.ts";
import { SubjectPage } from "./subject-page.tsx";

/** @param logKeyName the key that signs checkpoints */
export function logRoutes({ kinds, projections }: Registry, logKeyName: string): Route[] {
  /** The log's size stands on the page, and every record changes it. */
  const everything = { projections: projections.map((p) => p.name) };

  async function logPage({ db, frame, lang }: PageRequest): Promise<Answer> {
    const head = await logHead(db);
    if (!head) return undefined;
    return {
      kind: "page",
      uses: everything,
      title: "How we keep this honest",
      description:
        "Every entry is signed and kept in a log that anyone can copy and check. How to check it yourself.",
      lang: "en",
      main: <LogPage head={head} counts={await logCounts(db)} base={frame.base} lang={lang} />,
    };
  }

  async function recordPage({ db, frame, lang, params }: PageRequest): Promise<Answer> {
    const id = params["id"]!;
    const subject = HASH.test(id) ? await subjectOf(db, id) : undefined;
    const head = await logHead(db);
    if (subject === undefined || !head) return undefined;
    const history = await historyOf(db, subject, kinds);
    const at = history.findIndex((record) => record.id === id);
    const record = history[at]!;
    const shown = {
      record,
      subject,
      byOwner: record.author === (await readState(db, "owner")),
      later: history.length - 1 - at,
      head,
      vkey: formatVkey(head.origin, publicKeyOf(logKeyName)),
      base: frame.base,
      to: (path: string) => pathIn(frame, lang, path),
    };
    return {
      kind: "page",
      uses: { ...everything, subjects: [subject] },
      title: kindWords(record.kind),
      description: "One signed entry of the log, with its proof.",
      lang: "en",
      unlisted: true,
      script: checkScript.path,
      main: <RecordPage {...shown} />,
    };
  }

  async function subjectPage({ db, frame, lang, params }: PageRequest): Promise<Answer> {
    const subject = params["subject"]!;
    const history = HASH.test(subject) ? await historyOf(db, subject, kinds) : [];
    if (history.length === 0) return undefined;
    return {
      kind: "page",
      uses: { subjects: [subject] },
      title: "Every entry about this",
      description: "What was said about one thing, signed and dated, with a proof of each entry.",
      lang: "en",
      unlisted: true,
      main: <SubjectPage history={history} to={(path) => pathIn(frame, lang, path)} />,
    };
  }

  return [
    { path: "/log", answer: logPage },
    { path: "/log/records/:id", answer: recordPage },
    { path: "/log/subjects/:subject", answer: subjectPage },
  ];
}

const HASH = /^[0-9a-f]{64}$/;

function LogPage({
  head,
  counts,
  base,
  lang,
}: {
  head: LogHead;
  counts: LogCounts;
  base: string;
  lang: string;
}) {
  return (
    <>
      <header class="row head">
        <h1 class="c10">How we keep this honest</h1>
        <p class="stand c8">
          Whatever is said here is signed by whoever says it, dated, and added to the end of one
          list. Nothing in the list can be changed afterwards without everybody who kept a copy
          being able to show it.
        </p>
      </header>
      <section aria-labelledby="now">
        <h2 class="knot" id="now">
          The list today
        </h2>
        <ul class="lines c8">
          <li>
            <b>Entries</b>
            <span>{formatNumber(head.size, lang)}</span>
          </li>
          <li>
            <b>Texts erased at somebody’s wish</b>
            <span>{formatNumber(counts.erased, lang)}</span>
          </li>
          <li>
            <b>Name of the log</b>
            <span>{head.origin}</span>
          </li>
        </ul>
        <p>
          An erased text is gone from here. Its place in the list stays, so that the list still adds
          up, and says that a text was erased.
        </p>
      </section>
      <section aria-labelledby="words">
        <h2 class="knot" id="words">
          What the patterns mean
        </h2>
        <div class="row">
          <div class="c4">
            <span class="state claimed">self-reported</span>
            <p>Said by the one who pledged. We say so for everybody.</p>
          </div>
          <div class="c4">
            <span class="state evidenced">evidenced</span>
            <p>Filed with a source or data that others can check.</p>
          </div>
          <div class="c4">
            <span class="state attested">attested</span>
            <p>Signed here by somebody who is not the pledger.</p>
          </div>
        </div>
      </section>
      <section aria-labelledby="check">
        <h2 class="knot" id="check">
          Check it yourself
        </h2>
        <div class="prose">
          <p>
            Keep today’s <a href="/log/checkpoint">checkpoint</a>: three lines and a signature. With
            it, you can prove later whether anything that stood in the list today was taken out or
            changed. The signature is checked with this <a href="/log/vkey">key</a>.
          </p>
          <p>
            The list is a transparency log in the open form C2SP tlog-tiles, as software updates and
            web certificates use it. Its entries are at <code>{base}/log/tile/entries/…</code>, its
            hashes at <code>{base}/log/tile/…</code>, the text of an entry at{" "}
            <code>{base}/log/body/…</code>. Any reader of that form can follow it; Go’s{" "}
            <code>golang.org/x/mod/sumdb</code> is one.
          </p>
          <p>
            Every entry has a page that checks it in your browser, and a proof file to keep:{" "}
            <code>{base}/log/records/…</code> and <code>{base}/log/proof/….json</code>. A pledge
            links to its entries.
          </p>
          <p>
            Whoever runs a copy of this site checks everything with <code>cnd verify</code>.
          </p>
        </div>
      </section>
    </>
  );
}
