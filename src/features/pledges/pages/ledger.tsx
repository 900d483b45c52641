/** The ledger: every pledger in the same cells and the same words. */
import type { Html } from "../../../platform/web/route.ts";
import { foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import { entryOf } from "../goal.ts";
import type { Entry } from "../ledger.ts";
import { notesOn } from "../notes.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";
import { MAKE_PATH } from "../make.ts";
import { wordsIn } from "../words.ts";
import { LeadFigure } from "../components/lead.tsx";
import { ThreeNumbers } from "./numbers.tsx";
import { PartyName, sinceWords, With } from "../components/party.tsx";
import { StatusLine, type Shown } from "../components/status.tsx";

/** `to` gives a path of the site in the page's language. */
export function PledgeLedger(props: Shown & { readonly lines: readonly PledgeLine[] }): Html {
  const { lines, ...shown } = props;
  const { lang, to } = shown;
  if (lines.length === 0)
    return <p class="stand">{linked(wordsIn(lang).firstPledge, to(MAKE_PATH))}</p>;
  return (
    <ol class="ledger">
      {lines.map((line) => (
        <LedgerLine line={line} {...shown} />
      ))}
    </ol>
  );
}

function LedgerLine(props: Shown & { readonly line: PledgeLine }): Html {
  const { line, lang, to, own = lang } = props;
  const { pledge, slug } = line;
  const words = wordsIn(lang);
  const lead = entryOf(pledge, pledge.lead);
  return (
    <li>
      <h3>
        <PartyName party={line.pledger} to={to} />
        <small>
          <With parties={line.with} lang={lang} to={to} />
          {sinceWords(line, lang)}
        </small>
      </h3>
      <div>
        <p>
          <b>
            <a href={to(`/pledges/${slug}`)} {...foreign(own, words.lang)}>
              {pledge.title}
            </a>
          </b>
        </p>
        <StatusLine line={line} lang={lang} to={to} />
        <p class="small">
          <a href={to(sendPath(slug))}>
            {words.sendAbout}
            <span class="vh">: {spoken(own, words.lang, pledge.title)}</span>
          </a>
        </p>
      </div>
      <div>
        {lead ? (
          <Lead {...props} lead={lead} />
        ) : (
          <p>
            <a class="wanted" href={to(sendPath(slug, "figure"))}>
              {words.firstFigure}
            </a>
          </p>
        )}
      </div>
    </li>
  );
}

function Lead(props: Shown & { readonly line: PledgeLine; readonly lead: Entry }) {
  const { line, lead, lang, to } = props;
  const words = wordsIn(lang);
  const { pledge, slug } = line;
  const notes = notesOn(line, lead, lang);
  const differs = pledge.wordings.length > 1;
  return (
    <>
      <LeadFigure {...props} slug={slug} lead={lead} />
      {pledge.kind === "pledge" && <ThreeNumbers line={line} lang={lang} to={to} />}
      {(notes.length > 0 || differs) && (
        <p class="small">
          {notes.map((note) => `${note} `)}
          {differs && <a href={to(`/pledges/${slug}#wordings`)}>{words.wordedDifferently}</a>}
        </p>
      )}
    </>
  );
}
