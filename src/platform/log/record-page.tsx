/** `/log/records/:id`: what one record says, where it stands in the log, and the check of both. */
import { timeDay } from "../records/clock.ts";
import { formatDay, formatNumber } from "../web/words.ts";
import { Sources } from "../web/sources.tsx";
import { filled, linked, spoken } from "../words/inline.tsx";
import { readable } from "./browser/check-proof.ts";
import type { Behind } from "./behind.ts";
import { kindWords, minuteOf, type Said } from "./history.ts";
import type { LogHead } from "./reading.ts";
import { wordsIn } from "./words.ts";
import { Section } from "../web/heads.tsx";

interface Shown {
  readonly record: Said;
  readonly subject: string;
  /** Whether the key that opened this campaign signed it. */
  readonly byOwner: boolean;
  readonly behind: Behind;
  /** How many records of the same subject are read after this one. */
  readonly later: number;
  readonly head: LogHead;
  readonly vkey: string;
  readonly base: string;
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function RecordPage(shown: Shown) {
  const { record, subject, byOwner, later, head, lang, to } = shown;
  const all = wordsIn(lang);
  const words = all.record;
  const say = (n: number) => formatNumber(n, lang);
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{kindWords(record.kind, all)}</h1>
        <p class="stand c8">{words.about}</p>
        <div class="c8">
          <p class="meta">
            <a href={to(`/log/subjects/${subject}`)}>{words.same}</a>
            <a href={to("/log")}>{all.log.title}</a>
          </p>
        </div>
      </header>
      <Section id="what" title={words.what}>
        <ul class="lines">
          <Line name={words.kind}>{record.kind}</Line>
          <li>
            <b>{words.dated}</b>
            <span>{minuteOf(record.at, lang)}</span>
          </li>
          <Line name={byOwner ? words.byOwner : words.byOther}>{record.author}</Line>
          <Line name={words.record}>{record.id}</Line>
        </ul>
        <Words record={record} lang={lang} to={to} />
        {shown.behind.hasNotes && <p class="small">{words.notesLeft}</p>}
        {later > 0 && <p>{linked(words.later(later), to(`/log/subjects/${subject}`))}</p>}
      </Section>
      <StandsBehind {...shown} />
      <Section id="where" title={words.where}>
        <p>
          {words.entryOf(say(record.index), say(head.size))} {words.stands}
        </p>
        <pre class="whole" dir="ltr">
          {head.checkpoint}
        </pre>
      </Section>
      <Check {...shown} />
    </article>
  );
}

function StandsBehind({ behind: { page, sources }, lang, to }: Shown) {
  const { record: words } = wordsIn(lang);
  if (!page && sources.length === 0) return <></>;
  return (
    <Section id="behind" title={words.behind}>
      {page && (
        <p>
          {filled(words.page, {
            page: <a href={to(page.path)}>{spoken(page.lang, lang, page.title)}</a>,
          })}
        </p>
      )}
      {sources.length > 0 && (
        <>
          <p>{words.sources(sources.length)}</p>
          <Sources sources={sources} lang={lang} />
        </>
      )}
    </Section>
  );
}

function Check({ record, vkey, base, lang }: Shown) {
  const { record: words, proof: said } = wordsIn(lang);
  const proof = `/log/proof/${record.id}.json`;
  return (
    <Section id="check" title={words.check}>
      <p
        class="status"
        role="status"
        id="result"
        data-proof={proof}
        data-id={record.id}
        data-vkey={vkey}
        data-words={JSON.stringify(said)}
      >
        {words.notRun}
      </p>
      <ul class="lines" id="steps"></ul>
      <h3>{words.yourself}</h3>
      <p>{linked(words.file, proof)}</p>
      <pre class="whole" dir="ltr">
        {`curl -O ${base}${proof}\ncnd verify --proof ${record.id}.json --vkey '${vkey}'`}
      </pre>
      <p>{words.key}</p>
    </Section>
  );
}

/** The text, or the honest reason why there is none. */
function Words({ record: { text }, lang, to }: Pick<Shown, "record" | "lang" | "to">) {
  const words = wordsIn(lang).record;
  if (text.is === "here")
    return (
      <pre class="whole" id="said" dir="auto">
        {readable(text.body)}
      </pre>
    );
  if (text.is === "erased")
    return (
      <p>
        {linked(
          words.withdrawn.replace("{day}", formatDay(timeDay(text.at), lang)),
          to(`/log/records/${text.by}`),
        )}
      </p>
    );
  if (text.is === "personal") return <p>{words.personal}</p>;
  return <p>{words.idle}</p>;
}

function Line({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <li>
      <b>{name}</b>
      <code class="whole" dir="ltr">
        {children}
      </code>
    </li>
  );
}
