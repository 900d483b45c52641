/** A pledge in one cell, on pages that lead to it: the same cell and the same words for every pledger. */
import type { Html } from "../../../platform/web/route.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { entryOf } from "../goal.ts";
import type { PledgeLine } from "../queries.ts";
import { wordsIn } from "../words.ts";
import { notesOn } from "../notes.ts";
import { LeadFigure } from "./lead.tsx";
import { PartyName, sinceWords, With } from "./party.tsx";
import type { Shown } from "./status.tsx";

export function ShortPledge(props: Shown & { readonly line: PledgeLine }): Html {
  const { line, lang, to, own = lang } = props;
  const { pledge, slug, status } = line;
  const words = wordsIn(lang);
  const lead = entryOf(pledge, pledge.lead);
  return (
    <div class="c4">
      <h3 {...foreign(own, words.lang)}>
        <a href={to(`/pledges/${slug}`)}>{pledge.title}</a>
      </h3>
      <p class="small">
        <PartyName party={line.pledger} to={to} />, <With parties={line.with} lang={lang} to={to} />
        {sinceWords(line, lang)}
        {status && <>; {status.words}</>}
      </p>
      {lead && (
        <>
          <LeadFigure {...props} slug={slug} lead={lead} />
          {notesOn(line, lead, lang).map((note) => (
            <p class="small">{note}</p>
          ))}
        </>
      )}
    </div>
  );
}
