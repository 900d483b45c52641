/** The three numbers side by side, always; what is open invites (P5). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { valueWords } from "../amounts.ts";
import type { Pledge } from "../fold.ts";
import { entryOf } from "../goal.ts";

/** @param send where a figure, evidence or a signature is sent */
export function ThreeNumbers(props: {
  readonly pledge: Pledge;
  readonly lang: string;
  readonly send: string;
  /** Where the record of a figure is shown, by the figure's id. */
  readonly proof: (id: string) => string;
}): Html {
  const { pledge, lang, send, proof } = props;
  const { numbers } = pledge;
  const lead = entryOf(pledge, pledge.lead);
  const claimed = entryOf(pledge, numbers.claimed) ?? lead;
  const isEvidenced = lead?.texture === "evidenced" && numbers.evidenced === undefined;
  const evidenced = isEvidenced ? lead : entryOf(pledge, numbers.evidenced);
  const attested = entryOf(pledge, numbers.attested);
  return (
    <p class="chips">
      {claimed && (
        <a class="state claimed" href={proof(claimed.id)}>
          claimed: {valueWords(claimed, lang)}
        </a>
      )}
      {evidenced ? (
        <a class="state evidenced" href={proof(evidenced.id)}>
          evidenced: {valueWords(evidenced, lang)}, {formatDay(evidenced.asOf, lang)}
        </a>
      ) : (
        <a href={send}>evidence: wanted</a>
      )}
      {attested ? (
        <a class="state attested" href={proof(attested.id)}>
          attested: {valueWords(attested, lang)}, {formatDay(attested.asOf, lang)}
        </a>
      ) : (
        <a href={send}>attestation: open</a>
      )}
    </p>
  );
}
