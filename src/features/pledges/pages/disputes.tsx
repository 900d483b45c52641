/** Disputes and answers, side by side and dated; both stay (P24). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { answerDue } from "../dates.ts";
import type { Dispute } from "../fold.ts";
import { answerName, disputeName, proofPath } from "../proof-address.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";
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
      {disputes.map(({ answer, ...dispute }) => (
        <div class="pair" id={dispute.id}>
          <Side
            said={dispute}
            who={dispute.by}
            proof={proof(disputeName(dispute.id))}
            lang={lang}
          />
          <p class={answer ? "tie held" : "tie"}>{answer ? "answered" : "answer asked for"}</p>
          {answer ? (
            <Side
              said={answer}
              who={`Answer of ${answer.by}`}
              proof={proof(answerName(dispute.id))}
              lang={lang}
            />
          ) : (
            <p>
              <a class="wanted" href={to(sendPath(line.slug, "answer", dispute.id))}>
                The answer of the pledger stands here; asked for by{" "}
                {formatDay(answerDue(dispute.date), lang)}
              </a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

type Said = Pick<Dispute, "text" | "date" | "claim"> & {
  readonly source?: Dispute["source"] | undefined;
};

function Side(props: {
  readonly said: Said;
  readonly who: string;
  /** The record that said it. */
  readonly proof: string;
  readonly lang: string;
}) {
  const { who, proof, lang } = props;
  const { text, date, source, claim } = props.said;
  return (
    <blockquote>
      <p>{text}</p>
      <p class="small">
        {who}, <a href={proof}>{formatDay(date, lang)}</a>.
        {source && (
          <>
            {" "}
            <a href={source.url}>{source.title}</a>
          </>
        )}
        {claim !== undefined && (
          <>
            {" "}
            About <a href={`#${claim}`}>this figure</a>
          </>
        )}
      </p>
    </blockquote>
  );
}
