/** Disputes and answers, side by side and dated; both stay (P24). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { foreign, linked } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import { answerDue } from "../dates.ts";
import type { Dispute } from "../fold.ts";
import { answerName, disputeName, proofPath } from "../proof-address.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";
import type { Shown } from "../components/status.tsx";

export function Disputes(props: Shown & { readonly line: PledgeLine }): Html {
  const { line, lang, to } = props;
  const say = wordsIn(lang).disputes;
  const { disputes } = line.pledge;
  const proof = (of: string) => to(proofPath(line.slug, of));
  if (disputes.length === 0) return <></>;
  return (
    <Section id="disputes" title={say.title}>
      {disputes.map(({ answer, ...dispute }) => (
        <div class="pair" id={disputeName(dispute.id)}>
          <Side
            said={dispute}
            who={dispute.by}
            proof={proof(disputeName(dispute.id))}
            lang={lang}
            own={props.own}
          />
          <p class={answer ? "tie held" : "tie"}>{answer ? say.answered : say.askedFor}</p>
          {answer ? (
            <Side
              said={answer}
              who={say.answerOf(answer.by)}
              proof={proof(answerName(dispute.id))}
              lang={lang}
              own={props.own}
            />
          ) : (
            <p>
              <a class="wanted" href={to(sendPath(line.slug, "answer", dispute.id))}>
                {say.answerBy(formatDay(answerDue(dispute.date), lang))}
              </a>
            </p>
          )}
        </div>
      ))}
    </Section>
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
  readonly own?: string | undefined;
}) {
  const { who, proof, lang, own = lang } = props;
  const { text, date, source, claim } = props.said;
  return (
    <blockquote>
      <p {...foreign(own, lang)}>{text}</p>
      <p class="small">
        {who}, <a href={proof}>{formatDay(date, lang)}</a>.
        {source && (
          <>
            {" "}
            <a href={source.url}>{source.title}</a>
          </>
        )}
        {claim !== undefined && <> {linked(wordsIn(lang).disputes.about, `#${claim}`)}</>}
      </p>
    </blockquote>
  );
}
