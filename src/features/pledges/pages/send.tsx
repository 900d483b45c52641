/** The form of a pledge: what somebody has to say about it, without account and without script. Rules P36 and P37. */
import { Choice, Hint, Line, NothingSent, Tick } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import type { Again } from "../../../platform/sent/sort.ts";
import { figureWords } from "../amounts.ts";
import type { PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";
import { sendWordsIn, type SendWords } from "../send-words.ts";
import { isWay, waysFor, type Way } from "../sent.ts";
import { PartyName } from "../components/party.tsx";
import { DisputeFields, EvidenceFields, FigureFields, type Fields } from "./send-fields.tsx";
import type { Shown } from "../components/status.tsx";

export interface SendProps extends Shown, Again {
  readonly line: PledgeLine;
}

export function SendMain(props: SendProps): Html {
  const { line, to, typed, problems = {}, trouble } = props;
  const words = sendWordsIn(props.lang);
  const { form, lang } = words;
  const { own = lang } = props;
  const { pledge, pledger, slug } = line;
  const ways = waysFor(pledge);
  const asked = typed["about"];
  const way = isWay(asked) && ways.includes(asked) ? asked : undefined;
  const claim = pledge.ledger.find(({ id }) => id === typed["claim"])?.id;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{way === undefined ? words.ask : words.ways[way].title}</h1>
        <p class="stand c8">
          {filled(words.about, {
            pledge: (
              <a href={to(`/pledges/${slug}`)} {...foreign(own, lang)}>
                {pledge.title}
              </a>
            ),
            pledger: <PartyName party={pledger} to={to} />,
          })}
        </p>
      </header>
      <NothingSent problems={problems} trouble={trouble ?? problems["about"]} lang={lang} />
      {way === undefined ? (
        <Ways ways={ways} slug={slug} words={words} to={to} />
      ) : (
        <>
          <nav class="chips" aria-label={words.what}>
            {ways.map((one) => (
              <a
                href={to(
                  sendPath(slug, one, one === "figure" || one === "answer" ? undefined : claim),
                )}
                aria-current={one === way ? ("page" as const) : undefined}
              >
                {words.ways[one].name}
              </a>
            ))}
          </nav>
          <div class="row">
            <form class="c7" method="post" action={to(`/pledges/${slug}/send`)}>
              <section aria-label={words.ways[way].name}>
                <input type="hidden" name="about" value={way} />
                <FieldsFor way={way} line={line} typed={typed} problems={problems} words={words} />
                <Line name="contact" typed={typed} problems={problems}>
                  {form.contact}
                  <Hint>{form.contactHint}</Hint>
                </Line>
                <Tick name="agree" typed={typed} problems={problems} required>
                  {form.agree}
                </Tick>
                <p class="acts field">
                  <button type="submit">{form.send}</button>
                </p>
              </section>
            </form>
            <Next way={way} form={form} />
          </div>
        </>
      )}
    </>
  );
}

function Ways(
  props: Pick<Shown, "to"> & {
    readonly ways: readonly Way[];
    readonly slug: string;
    readonly words: SendWords;
  },
) {
  const { ways, slug, words, to } = props;
  return (
    <ul class="lines">
      {ways.map((way) => (
        <li>
          <a href={to(sendPath(slug, way))}>{words.ways[way].name}</a>
          <span class="small">{words.ways[way].says}</span>
        </li>
      ))}
    </ul>
  );
}

function FieldsFor({
  way,
  line,
  ...props
}: Fields & Pick<SendProps, "line"> & { readonly way: Way }) {
  const { words, ...field } = props;
  const { form, lang } = words;
  const figures = line.pledge.ledger.map((e) => {
    const day = formatDay(e.asOf, lang, "short");
    return [e.id, words.figureBy(figureWords(e, lang), day, e.saidBy)] as const;
  });
  if (way === "answer") {
    const disputes = line.pledge.disputes.map(
      ({ id, by, date }) => [id, words.disputeBy(by, formatDay(date, lang))] as const,
    );
    return (
      <>
        <Choice name="dispute" options={disputes} lang={lang} required {...field}>
          {form.whichDispute}
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
        lang={lang}
        required={!isDispute}
        {...(isDispute && { none: form.whole })}
        {...field}
      >
        {form.whichFigure}
      </Choice>
      {way === "evidence" && <EvidenceFields {...props} />}
      {way === "correction" && <FigureFields {...props} />}
      {isDispute && <DisputeFields {...props} />}
    </>
  );
}

function Next({ way, form }: { readonly way: Way } & Pick<SendWords, "form">) {
  return (
    <div class="c5 branch">
      <Section id="then" title={form.next} mini>
        <ol class="path">
          <li class="on">
            <b>{form.address}</b>
            <small>{form.addressIs}</small>
          </li>
          <li>
            <b>{form.read}</b>
            <small>{way === "answer" ? form.readAnswer : form.readIs}</small>
          </li>
          <li>
            <b>{form.answered}</b>
            <small>{form.answeredIs}</small>
          </li>
          <li>
            <b>{form.back}</b>
            <small>{form.backIs}</small>
          </li>
        </ol>
      </Section>
    </div>
  );
}
