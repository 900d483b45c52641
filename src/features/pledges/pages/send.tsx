/** The form of a pledge: what somebody has to say about it, without account and without script. Rules P36 and P37. */
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Tick,
  type FieldProps,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Again } from "../../../platform/sent/sort.ts";
import { figureWords } from "../amounts.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";
import { isWay, WAYS, waysFor, type Way } from "../sent.ts";
import { PartyName } from "./party.tsx";
import { DisputeFields, EvidenceFields, FigureFields } from "./send-fields.tsx";
import type { Shown } from "./status.tsx";

export interface SendProps extends Shown, Again {
  readonly line: PledgeLine;
}

export function SendMain(props: SendProps): Html {
  const { line, lang, to, typed, problems = {}, trouble } = props;
  const { pledge, pledger, slug } = line;
  const ways = waysFor(pledge);
  const asked = typed["about"];
  const way = isWay(asked) && ways.includes(asked) ? asked : undefined;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{way === undefined ? "What do you want to send?" : TITLES[way]}</h1>
        <p class="stand c8">
          About <a href={to(`/pledges/${slug}`)}>{pledge.title}</a>, by{" "}
          <PartyName party={pledger} to={to} />. No account is needed. A person reads it before
          anything is published.
        </p>
      </header>
      <NothingSent problems={problems} trouble={trouble ?? problems["about"]} />
      {way === undefined ? (
        <Ways ways={ways} slug={slug} to={to} />
      ) : (
        <>
          <nav class="chips" aria-label="What you send">
            {ways.map((one) => (
              <a
                href={to(sendPath(slug, one))}
                aria-current={one === way ? ("page" as const) : undefined}
              >
                {WAYS[one].name}
              </a>
            ))}
          </nav>
          <div class="row">
            <form class="c7" method="post" action={`/pledges/${slug}/send`}>
              <section aria-label={WAYS[way].name}>
                <input type="hidden" name="about" value={way} />
                <Fields way={way} line={line} lang={lang} typed={typed} problems={problems} />
                <Line name="contact" typed={typed} problems={problems}>
                  How can the desk reach you?
                  <Hint>Optional. Never shown; deleted when you withdraw.</Hint>
                </Line>
                <Tick name="agree" typed={typed} problems={problems} required>
                  It may be published once a person has read it. Never how to reach me.
                </Tick>
                <p class="acts field">
                  <button type="submit">Send</button>
                </p>
              </section>
            </form>
            <Then way={way} />
          </div>
        </>
      )}
    </>
  );
}

const TITLES: Readonly<Record<Way, string>> = {
  figure: "Send a figure",
  evidence: "File evidence",
  correction: "Correct a figure",
  dispute: "Dispute a figure",
  answer: "Answer a dispute",
};

const SAYS: Readonly<Record<Way, string>> = {
  figure: "A number that somebody gave, with the date it speaks of and where it can be read.",
  evidence: "Something that others can check: a document, a method, a census, a measurement.",
  correction: "A later value of a figure that stands here. Both are shown.",
  dispute: "What you hold against a figure or the promise, with a source. The pledger can answer.",
  answer: "For the pledger: your words stand beside the dispute, dated. Both stay.",
};

function Ways({ ways, slug, to }: Pick<Shown, "to"> & { ways: readonly Way[]; slug: string }) {
  return (
    <ul class="lines">
      {ways.map((way) => (
        <li>
          <a href={to(sendPath(slug, way))}>{WAYS[way].name}</a>
          <span class="small">{SAYS[way]}</span>
        </li>
      ))}
    </ul>
  );
}

function Fields({
  way,
  line,
  lang,
  ...props
}: FieldProps & Pick<SendProps, "line" | "lang"> & { readonly way: Way }) {
  const { typed, problems } = props;
  const figures = line.pledge.ledger.map(
    (e) =>
      [e.id, `${figureWords(e, lang)}, ${formatDay(e.asOf, lang, "short")} (${e.saidBy})`] as const,
  );
  if (way === "answer") {
    const disputes = line.pledge.disputes.map(
      ({ id, by, date }) => [id, `${by}, ${formatDay(date, lang)}`] as const,
    );
    return (
      <>
        <Choice name="dispute" options={disputes} typed={typed} problems={problems} required>
          Which dispute does it answer?
        </Choice>
        <DisputeFields {...props} isAnswer />
      </>
    );
  }
  if (way === "figure") return <FigureFields {...props} />;
  const isDispute = way === "dispute";
  return (
    <>
      <Choice
        name="claim"
        options={figures}
        typed={typed}
        problems={problems}
        required={!isDispute}
        {...(isDispute && { none: "The promise as a whole" })}
      >
        Which figure is it about?
      </Choice>
      {way === "evidence" && <EvidenceFields {...props} />}
      {way === "correction" && <FigureFields {...props} />}
      {isDispute && <DisputeFields {...props} />}
    </>
  );
}

function Then({ way }: { readonly way: Way }) {
  return (
    <div class="c5 branch">
      <section aria-labelledby="then">
        <h2 class="knot mini" id="then">
          What happens then
        </h2>
        <ol class="path">
          <li class="on">
            <b>You get an address</b>
            <small>a page that only you know: keep it</small>
          </li>
          <li>
            <b>A person reads it</b>
            <small>
              {way === "answer"
                ? "and makes sure that it comes from the pledger"
                : "and opens what you link to"}
            </small>
          </li>
          <li>
            <b>You see the answer there</b>
            <small>accepted, with the link; or not taken up, with the reason</small>
          </li>
          <li>
            <b>You can take it back there</b>
            <small>its words are erased; the page of the pledge says so, with the day</small>
          </li>
        </ol>
      </section>
    </div>
  );
}
