/** The figure of a pledge that leads: its value, what it rests on, and its date. */
import type { Html } from "../../../platform/web/route.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { datedText, leadWords } from "../amounts.ts";
import type { Entry } from "../ledger.ts";
import { claimPath } from "../proof-address.ts";
import { stateWord } from "../status.ts";
import { wordsIn } from "../words.ts";
import type { Shown } from "./status.tsx";

export function LeadFigure(props: Shown & { readonly slug: string; readonly lead: Entry }): Html {
  const { slug, lead, lang, to, own = lang } = props;
  return (
    <>
      <p class={`num mid ${lead.texture}`}>
        <span>
          <a href={to(claimPath(slug, lead.id))}>{leadWords(lead, lang)}</a>
        </span>
      </p>
      <p>
        <span class={`state ${lead.texture}`}>{stateWord(lead, lang)}</span>
        <br />
        <small {...foreign(own, wordsIn(lang).lang)}>{datedText(lead, own)}</small>
      </p>
    </>
  );
}
