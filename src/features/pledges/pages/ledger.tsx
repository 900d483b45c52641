/** The ledger: every pledger in the same cells and the same words. */
import type { Html } from "../../../platform/web/route.ts";
import { datedText, figureWords, leadWords, valueWords } from "../amounts.ts";
import { entryOf } from "../goal.ts";
import type { Entry } from "../ledger.ts";
import type { PledgeLine } from "../queries.ts";
import { proofPath } from "../proof-address.ts";
import { sendPath } from "../send-path.ts";
import { stateWord } from "../status.ts";
import { ThreeNumbers } from "./numbers.tsx";
import { PartyName, sinceWords, With } from "./party.tsx";
import { StatusLine, type Shown } from "./status.tsx";

/** `to` gives a path of the site in the page's language. */
export function PledgeLedger(props: Shown & { readonly lines: readonly PledgeLine[] }): Html {
  const { lines, lang, to } = props;
  if (lines.length === 0)
    return (
      <p class="stand">
        No pledge yet. <a href={to("/take-part")}>Yours can be the first.</a>
      </p>
    );
  return (
    <ol class="ledger">
      {lines.map((line) => (
        <LedgerLine line={line} lang={lang} to={to} />
      ))}
    </ol>
  );
}

export function LedgerLine({ line, lang, to }: Shown & { readonly line: PledgeLine }): Html {
  const { pledge, slug } = line;
  const lead = entryOf(pledge, pledge.lead);
  return (
    <li>
      <h3>
        <PartyName party={line.pledger} to={to} />
        <small>
          <With parties={line.with} to={to} />
          {sinceWords(line, lang)}
        </small>
      </h3>
      <div>
        <p>
          <b>
            <a href={to(`/pledges/${slug}`)}>{pledge.title}</a>
          </b>
        </p>
        <StatusLine line={line} lang={lang} to={to} />
        <p class="small">
          <a href={to(sendPath(slug))}>
            Send a figure, evidence or a dispute<span class="vh">: {pledge.title}</span>
          </a>
        </p>
      </div>
      <div>
        {lead ? (
          <Lead line={line} lead={lead} lang={lang} to={to} />
        ) : (
          <p>
            <a class="wanted" href={to(sendPath(slug, "figure"))}>
              A first figure is wanted
            </a>
          </p>
        )}
      </div>
    </li>
  );
}

function Lead({
  line,
  lead,
  lang,
  to,
}: Shown & { readonly line: PledgeLine; readonly lead: Entry }) {
  const { pledge, slug } = line;
  const notes = notesOn(line, lead, lang);
  const differs = pledge.wordings.length > 1;
  const proof = (id: string) => to(proofPath(slug, id));
  return (
    <>
      <p class={`num mid ${lead.texture}`}>
        <span>
          <a href={proof(lead.id)}>{leadWords(lead, lang)}</a>
        </span>
      </p>
      <p>
        <span class={`state ${lead.texture}`}>{stateWord(lead)}</span>
        <br />
        <small>{datedText(lead, lang)}</small>
      </p>
      {pledge.kind === "pledge" && <ThreeNumbers line={line} lang={lang} to={to} />}
      {(notes.length > 0 || differs) && (
        <p class="small">
          {notes.map((note) => `${note} `)}
          {differs && <a href={to(`/pledges/${slug}#wordings`)}>worded differently</a>}
        </p>
      )}
    </>
  );
}

/** What stands beside the figure that leads, by rule and for everybody alike. */
function notesOn({ pledge }: PledgeLine, lead: Entry, lang: string): string[] {
  const { kind, baseline, unit } = pledge;
  const notes: string[] = [];
  if (kind === "pledge" && !lead.counts)
    notes.push("The figure is not stated there as progress towards the promise.");
  if (lead.split && baseline)
    notes.push(
      `It counts ${valueWords({ value: lead.split.before }, lang)} from before the pledge.`,
    );
  const before = pledge.ledger.find((e) => e.id === lead.revises);
  if (before) notes.push(`It revises ${figureWords({ ...before, unit }, lang)}.`);
  return notes;
}
