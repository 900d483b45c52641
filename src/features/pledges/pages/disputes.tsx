/** Disputes and answers, side by side and dated; both stay (P24). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { answerDue } from "../dates.ts";
import { answerName, disputeName, proofPath } from "../proof-address.ts";
import type { PledgeLine } from "../queries.ts";
import type { Shown } from "./status.tsx";

export function Disputes(props: Shown & { readonly line: PledgeLine }): Html {
  const { line, lang, to } = props;
  const { disputes } = line.pledge;
  const proof = (of: string) => to(proofPath(line.slug, of));
  if (disputes.length === 0) return <></>;
  return (
    <section aria-labelledby="disputes">
      <h2 class="knot" id="disputes">
        Disputed
      </h2>
      {disputes.map(({ id, text, by, date, source, answer }) => (
        <div class="row">
          <blockquote class="c6">
            <p>{text}</p>
            <p class="small">
              {by}, <a href={proof(disputeName(id))}>{formatDay(date, lang)}</a>.{" "}
              <a href={source.url}>{source.title}</a>
            </p>
          </blockquote>
          {answer ? (
            <blockquote class="c6">
              <p>{answer.text}</p>
              <p class="small">
                Answer of {answer.by},{" "}
                <a href={proof(answerName(id))}>{formatDay(answer.date, lang)}</a>.
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
              <a class="wanted" href={to("/take-part#figure")}>
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
