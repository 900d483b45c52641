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
}): Html {
  const { pledge, lang, send } = props;
  const { numbers } = pledge;
  const lead = entryOf(pledge, pledge.lead);
  const claimed = entryOf(pledge, numbers.claimed) ?? lead;
  const isEvidenced = lead?.texture === "evidenced" && numbers.evidenced === undefined;
  const evidenced = isEvidenced ? lead : entryOf(pledge, numbers.evidenced);
  const attested = entryOf(pledge, numbers.attested);
  return (
    <p class="chips">
      {claimed && <span class="state claimed">claimed: {valueWords(claimed, lang)}</span>}
      {evidenced ? (
        <span class="state evidenced">
          evidenced: {valueWords(evidenced, lang)}, {formatDay(evidenced.asOf, lang)}
        </span>
      ) : (
        <a class="small" href={send}>
          evidence: wanted
        </a>
      )}
      {attested ? (
        <span class="state attested">
          attested: {valueWords(attested, lang)}, {formatDay(attested.asOf, lang)}
        </span>
      ) : (
        <a class="small" href={send}>
          attestation: open
        </a>
      )}
    </p>
  );
}
