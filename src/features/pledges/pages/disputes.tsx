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
        <div class="row">
          <blockquote class="c6">
            <p>{text}</p>
            <p class="small">
              {by}, {formatDay(date, lang)}. <a href={source.url}>{source.title}</a>
            </p>
          </blockquote>
          {answer ? (
            <blockquote class="c6">
              <p>{answer.text}</p>
              <p class="small">
                Answer of {answer.by}, {formatDay(answer.date, lang)}.
                {answer.source && (
                  <>
                    {" "}
                    <a href={answer.source.url}>{answer.source.title}</a>
                  </>
                )}
              </p>
            </blockquote>
          ) : (
            <p class="c6">
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
