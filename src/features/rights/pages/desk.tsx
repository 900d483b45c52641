/** One request of the register, and what can be done about it. */
import { daysAfter, A_DAY } from "../../../engines/calendar/day.ts";
import { Line, NothingSent } from "../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { PersonCard } from "../../people/api.ts";
import type { Asked } from "../asked.ts";
import { DECIDED_IN } from "../deciding.ts";
import type { DeskWords } from "../desk-words.ts";
import type { SaidIn } from "../naming.ts";
import { talkOf, type RightsRequest } from "../private.ts";
import { wordsIn } from "../words.ts";

const PART = "/desk/rights";

/** What was sent with a form of the page and not taken. */
export interface Came {
  readonly does: string;
  readonly words: string;
  readonly who: string;
  readonly trouble: string;
}

interface RequestProps {
  readonly words: DeskWords;
  readonly request: RightsRequest;
  /** The person, while they stand in the log, and what else says the name. */
  readonly known:
    | {
        readonly card: PersonCard;
        /** Somebody else bears the name, so that it stays in what others say. */
        readonly isLeft: boolean;
        readonly saidIn: readonly SaidIn[];
      }
    | undefined;
  /** The name of the account that answered. */
  readonly by: string | undefined;
  readonly today: string;
  /** The day until which it may take longer. */
  readonly longer: string;
  readonly came?: Came | undefined;
}

export function RequestMain(props: RequestProps): Html {
  const { words: w, request, came } = props;
  const { state, hold } = request;
  return (
    <>
      <PlainHead title={wordsIn(w.lang).rights[request.what].name} stand={<Due {...props} />} />
      <NothingSent problems={{}} trouble={came?.trouble} lang={w.lang} />
      <Facts {...props} />
      <Naming {...props} />
      {state === "open" && (hold === null ? <Answer {...props} /> : <Decide {...props} />)}
      {state === "open" && <Others {...props} />}
    </>
  );
}

function Due({ words: w, request, today }: RequestProps) {
  const { state, hold, came, due, closed } = request;
  if (state !== "open")
    return <>{(state === "answered" ? w.answeredOn : w.withdrawnOn)(formatDay(closed!, w.lang))}</>;
  const by = formatDay(due, w.lang);
  const answer = due < today ? w.isLate(by) : w.by(by);
  if (hold !== "held") return <>{answer}</>;
  const last = daysAfter(came, DECIDED_IN);
  const days = Math.round((Date.parse(today) - Date.parse(came)) / A_DAY);
  return (
    <>
      {last < today ? w.overdue(days) : w.decideBy(formatDay(last, w.lang))} {answer}
    </>
  );
}

function Facts({ words: w, request, known, by }: RequestProps) {
  const { lang, form } = wordsIn(w.lang);
  const asked = JSON.parse(request.about) as Partial<Asked>;
  const { id, came, contact, extended, answer, closed, hold } = request;
  const { facts } = w;
  const who = known?.card.name ?? asked.name;
  const found =
    asked.found === undefined || asked.found === "consent" ? (
      asked.found && w.consent
    ) : (
      <a href={asked.found}>{asked.found}</a>
    );
  const rows: readonly (readonly [string, unknown])[] = [
    [facts.reference, id],
    [facts.state, hold && w.holds[hold]],
    [facts.for, asked.as && form.for[asked.as]],
    [facts.name, asked.name],
    [facts.place, asked.place],
    [facts.found, found],
    [
      facts.person,
      known && <a href={`/desk/content/people/${known.card.slug}`}>{known.card.name}</a>,
    ],
    [facts.words, asked.words],
    [facts.contact, contact],
    [facts.extended, extended],
    [facts.answer, answer],
  ];
  return (
    <>
      <dl class="facts">
        {rows.map(
          ([label, value]) =>
            value != null && (
              <>
                <dt>{label}</dt>
                <dd dir="auto">{value}</dd>
              </>
            ),
        )}
      </dl>
      <p>
        {w.came(formatDay(came, lang))}
        {by !== undefined && closed !== null && ` · ${w.answeredBy(formatDay(closed, lang), by)}`}
      </p>
      {talkOf(request).map(({ by: said, words, on }) => (
        <p class="prose" dir="auto">
          <small>
            {said === "desk" ? w.ask : wordsIn(w.lang).receipt.youSaid} · {formatDay(on, lang)}
          </small>
          <br />
          {words}
        </p>
      ))}
      {who !== undefined && (
        <p>
          <a href={`/desk/holdings?who=${encodeURIComponent(who)}`}>{w.look}</a>
        </p>
      )}
    </>
  );
}

function Naming({ words: w, known }: RequestProps) {
  if (!known) return <></>;
  return (
    <Section id="naming" title={w.naming} mini>
      {known.isLeft && <p>{w.namesake}</p>}
      {known.saidIn.length === 0 ? <p>{w.namingNone}</p> : <p>{w.namingHint}</p>}
      <ul class="lines">
        {known.saidIn.map(({ name, space }) => (
          <li dir="auto">
            {name} <small>{space}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A form of one text. */
function One(
  props: RequestProps & {
    readonly does: string;
    readonly title: string;
    readonly label: string;
    readonly button: string;
    readonly sure?: string;
    readonly hint?: string;
  },
) {
  const { request, came, does, title, label, button, sure, hint } = props;
  const typed = { [does]: came?.does === does ? came.words : "" };
  return (
    <Section id={`${does}-part`} title={title} mini>
      <form class="c7" method="post" action={`${PART}/${request.id}`}>
        {hint !== undefined && <p>{hint}</p>}
        <input type="hidden" name="do" value={does} />
        <div class="field">
          <label for={does}>{label}</label>
          <textarea id={does} name="words" rows={3} maxlength={2000} required dir="auto">
            {typed[does]}
          </textarea>
        </div>
        {sure !== undefined && (
          <div class="field">
            <label class="tick">
              <input type="checkbox" name="sure" value="yes" required /> {sure}
            </label>
          </div>
        )}
        <p class="acts">
          <button type="submit">{button}</button>
        </p>
      </form>
    </Section>
  );
}

const Answer = (props: RequestProps) => {
  const { words: w } = props;
  return (
    <One {...props} does="answer" title={w.answer} label={w.answerWords} button={w.answerSend} />
  );
};

function Decide(props: RequestProps) {
  const { words: w, request, known, came } = props;
  const field = { typed: { who: came?.who ?? "" }, problems: {} };
  const [release, why] =
    request.hold === "held" ? [w.release, w.releaseWhy] : [w.dismiss, w.dismissWhy];
  return (
    <>
      {request.hold === "waits" && (
        <Section id="hold-part" title={w.hold} mini>
          <form class="c7" method="post" action={`${PART}/${request.id}`}>
            <input type="hidden" name="do" value="hold" />
            {!known && (
              <Line {...field} name="who" required>
                {w.holdWho}
              </Line>
            )}
            <p class="acts">
              <button type="submit">{w.hold}</button>
            </p>
          </form>
        </Section>
      )}
      <One {...props} does="release" title={release} label={why} button={release} />
      {known && (
        <One
          {...props}
          does="uphold"
          title={w.uphold}
          label={w.upholdWhy}
          button={w.uphold}
          sure={w.upholdSure}
        />
      )}
    </>
  );
}

function Others(props: RequestProps) {
  const { words: w, request, longer } = props;
  return (
    <>
      {talkOf(request).at(-1)?.by !== "desk" && (
        <One {...props} does="ask" title={w.ask} label={w.askWords} button={w.askSend} />
      )}
      {request.extended === null && (
        <One
          {...props}
          does="extend"
          title={w.extend}
          label={w.extendWords}
          button={w.extendSend}
          hint={w.extendHint(formatDay(longer, w.lang))}
        />
      )}
    </>
  );
}
