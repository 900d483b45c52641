/** The three numbers side by side, always; what is open invites (P5). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { valueWords } from "../amounts.ts";
import { entryOf } from "../goal.ts";
import type { PledgeLine } from "../queries.ts";
import { claimPath } from "../proof-address.ts";
import { sendPath } from "../send-path.ts";
import { wordsIn } from "../words.ts";
import type { Shown } from "./status.tsx";

export function ThreeNumbers({
  line,
  lang,
  to,
}: Shown & { readonly line: Pick<PledgeLine, "slug" | "pledge"> }): Html {
  const { pledge, slug } = line;
  const claim = (id: string) => to(claimPath(slug, id));
  const { numbers } = pledge;
  const say = wordsIn(lang).numbers;
  const lead = entryOf(pledge, pledge.lead);
  const claimed = entryOf(pledge, numbers.claimed) ?? lead;
  const isEvidenced = lead?.texture === "evidenced" && numbers.evidenced === undefined;
  const evidenced = isEvidenced ? lead : entryOf(pledge, numbers.evidenced);
  const attested = entryOf(pledge, numbers.attested);
  return (
    <p class="chips">
      {claimed && (
        <a class="state claimed" href={claim(claimed.id)}>
          {say.claimed(valueWords(claimed, lang))}
        </a>
      )}
      {evidenced ? (
        <a class="state evidenced" href={claim(evidenced.id)}>
          {say.evidenced(valueWords(evidenced, lang), formatDay(evidenced.asOf, lang))}
        </a>
      ) : (
        <a class="small" href={to(sendPath(slug, "evidence", claimed?.id))}>
          {say.evidenceWanted}
        </a>
      )}
      {attested ? (
        <a class="state attested" href={claim(attested.id)}>
          {say.attested(valueWords(attested, lang), formatDay(attested.asOf, lang))}
        </a>
      ) : (
        <a class="small" href={to(`/pledges/${slug}#sign`)}>
          {say.attestationOpen}
        </a>
      )}
    </p>
  );
}
