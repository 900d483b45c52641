/** Disputes and answers, side by side and dated; both stay (P24). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { answerDue } from "../dates.ts";
import type { Dispute } from "../fold.ts";

export function Disputes(props: {
  readonly disputes: readonly Dispute[];
  readonly lang: string;
  /** Where the pledger answers this dispute. */
  readonly answerAt: (dispute: string) => string;
}): Html {
  const { disputes, lang, answerAt } = props;
  if (disputes.length === 0) return <></>;
  return (
    <section aria-labelledby="disputes">
      <h2 class="knot" id="disputes">
        Disputed
      </h2>
      {disputes.map(({ id, claim, text, by, date, source, answer }) => (
        <div class="pair" id={id}>
          <div>
            <blockquote>
              <p>{text}</p>
            </blockquote>
            <p class="small">
              {by}, {formatDay(date, lang)}. <a href={source.url}>{source.title}</a>
              {claim !== undefined && (
                <>
                  . About <a href={`#${claim}`}>this figure</a>
                </>
              )}
            </p>
          </div>
          <p class="tie">{answer ? "answered" : "answer wanted"}</p>
          {answer ? (
            <div>
              <blockquote>
                <p>{answer.text}</p>
              </blockquote>
              <p class="small">
                Answer of {answer.by}, {formatDay(answer.date, lang)}.
                {answer.source && (
                  <>
                    {" "}
                    <a href={answer.source.url}>{answer.source.title}</a>
                  </>
                )}
              </p>
            </div>
          ) : (
            <p>
              <a class="wanted" href={answerAt(id)}>
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
