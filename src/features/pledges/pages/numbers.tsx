/** The three numbers side by side, as far as there are such (P5); what is open invites, in a sentence. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { linked } from "../../../platform/words/inline.tsx";
import { valueWords } from "../amounts.ts";
import { entryOf } from "../goal.ts";
import type { PledgeLine } from "../queries.ts";
import { claimPath } from "../proof-address.ts";
import { sendPath } from "../send-path.ts";
import { wordsIn } from "../words.ts";
import type { Shown } from "../components/status.tsx";

type OfPledge = Pick<PledgeLine, "slug" | "pledge">;

export function ThreeNumbers({ line, lang, to }: Shown & { readonly line: OfPledge }): Html {
  const claim = (id: string) => to(claimPath(line.slug, id));
  const { claimed, evidenced, attested } = threeOf(line);
  const say = wordsIn(lang).numbers;
  return (
    <p class="chips">
      {claimed && (
        <a class="state claimed" href={claim(claimed.id)}>
          {say.claimed(valueWords(claimed, lang))}
        </a>
      )}
      {evidenced && (
        <a class="state evidenced" href={claim(evidenced.id)}>
          {say.evidenced(valueWords(evidenced, lang), formatDay(evidenced.asOf, lang))}
        </a>
      )}
      {attested && (
        <a class="state attested" href={claim(attested.id)}>
          {say.attested(valueWords(attested, lang), formatDay(attested.asOf, lang))}
        </a>
      )}
    </p>
  );
}

/** What stands behind no figure yet, as an invitation: once, on the pledge's own page. */
export function WhatIsOpen(props: Shown & { readonly line: OfPledge }): Html {
  const { lang, to } = props;
  const { slug } = props.line;
  const { claimed, evidenced, attested } = threeOf(props.line);
  const say = wordsIn(lang).numbers;
  if (evidenced && attested) return <></>;
  return (
    <p class="small">
      {!evidenced && linked(say.noEvidence, to(sendPath(slug, "evidence", claimed?.id)))}{" "}
      {!attested && linked(say.noSignature, to(`/pledges/${slug}#sign`))}
    </p>
  );
}

function threeOf({ pledge }: OfPledge) {
  const { numbers } = pledge;
  const lead = entryOf(pledge, pledge.lead);
  const isEvidenced = lead?.texture === "evidenced" && numbers.evidenced === undefined;
  return {
    claimed: entryOf(pledge, numbers.claimed) ?? lead,
    evidenced: isEvidenced ? lead : entryOf(pledge, numbers.evidenced),
    attested: entryOf(pledge, numbers.attested),
  };
}
