/** Disputes and answers, side by side and dated; both stay (P24). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { answerDue } from "../dates.ts";
import type { Dispute } from "../fold.ts";

export function Disputes(props: {
  readonly disputes: readonly Dispute[];
  readonly lang: string;
  readonly send: string;
}): Html {
  const { disputes, lang, send } = props;
  if (disputes.length === 0) return <></>;
  return (
    <section aria-labelledby="disputes">
      <h2 class="knot" id="disputes">
        Disputed
      </h2>
      {disputes.map(({ text, by, date, source, answer }) => (
        <div class="pair">
          <Side text={text} who={by} date={date} source={source} lang={lang} />
          <p class={answer ? "tie held" : "tie"}>{answer ? "answered" : "answer asked for"}</p>
          {answer ? (
            <Side {...answer} who={`Answer of ${answer.by}`} lang={lang} />
          ) : (
            <p>
              <a class="wanted" href={send}>
                The answer of the pledger stands here; asked for by{" "}
                {formatDay(answerDue(date), lang)}
              </a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function Side(props: {
  readonly text: string;
  readonly who: string;
  readonly date: string;
  readonly source?: Dispute["source"] | undefined;
  readonly lang: string;
}) {
  const { text, who, date, source, lang } = props;
  return (
    <blockquote>
      <p>{text}</p>
      <p class="small">
        {who}, {formatDay(date, lang)}.
        {source && (
          <>
            {" "}
            <a href={source.url}>{source.title}</a>
          </>
        )}
      </p>
    </blockquote>
  );
}
