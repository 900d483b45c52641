/** What the sender sees at the secret address: how far it has come, what was sent, and the way to take it back. */
import { TakeBack } from "../web/take-back.tsx";
import { linked } from "../words/inline.tsx";
import { isAsked, MAX_TURN, talkOf, type Submission } from "../private/submissions.ts";
import type { Html } from "../web/route.ts";
import { formatDay } from "../web/words.ts";
import { Hint, NothingSent, Words, type FieldProps } from "../web/form-fields.tsx";
import type { Again, InLanguage, LaterForm, SentSort, Spoken } from "./sort.ts";
import { reasonIn, thanksIn, wordsIn, type SentWords } from "./words.ts";
import type { Frame } from "../web/frame.ts";
import { PageHead, Section } from "../web/heads.tsx";
import { PassOn, Thanks, type ToPassOn } from "../web/thanks.tsx";

interface SentProps extends Spoken {
  readonly submission: Submission;
  readonly sort: SentSort;
  readonly frame: Frame;
  readonly passOn?: ToPassOn | undefined;
  /** The full secret address. */
  readonly address: string;
  /** The path of what it became, where it stands. */
  readonly became?: string;
  /** What came with one of the forms of this page and was not taken. */
  readonly came?: Again & { readonly does: "withdraw" | "answer" | "later" };
  /** What can be sent from here, with the secret that its form carries. */
  readonly later?: LaterForm;
  readonly id?: string;
}

/** What is left of one that was taken back. */
export function WithdrawnMain({ lang, to }: InLanguage): Html {
  const words = wordsIn(lang);
  return <PageHead title={words.headings.withdrawn} stand={linked(words.gone, to("/take-part"))} />;
}

export function SentMain(props: SentProps): Html {
  const { submission, sort, address, lang, own, to, came } = props;
  const action = new URL(address).pathname;
  const hasNoForm = came?.does === "withdraw" || (came?.does === "later" && !props.later);
  const { state, received, about } = submission;
  const words = wordsIn(lang);
  return (
    <>
      {state === "received" && !isAsked(submission) ? (
        <Thanks title={words.headings.received} next={words.waits} />
      ) : (
        <header class="row head">
          <h1 class="c10">{words.headings[state]}</h1>
          <Answer {...props} words={words} />
        </header>
      )}
      <Way state={state} words={words} />
      {hasNoForm && <NothingSent problems={{}} trouble={came?.trouble} lang={lang} />}
      <Talk {...props} action={action} words={words} />
      <Later {...props} action={action} />
      <Section id="address" title={words.address} mini>
        <p>
          <a href={address} dir="ltr">
            {address}
          </a>
        </p>
        <p>{words.keep}</p>
      </Section>
      <PassOn frame={props.frame} lang={lang} page={props.passOn} />
      <Section id="sent" title={words.sentOn(formatDay(received, words.lang))} mini>
        {sort.What(submission, address, { lang, own, to })}
      </Section>
      <TakeBack
        action={action}
        unsure={came?.does === "withdraw" && came.trouble === undefined}
        words={{
          title: words.takeBack,
          unsure: words.unsure,
          sure: words.sure(sort.withdrawing(submission, lang)),
          send: words.withdraw,
        }}
      />
      {(state === "refused" || state === "accepted") && (
        <p>{linked(words.another, to(sort.again(JSON.parse(about) as object)))}</p>
      )}
    </>
  );
}

function Answer(props: SentProps & { readonly words: SentWords }) {
  const { submission, sort, became, lang, words } = props;
  const { state, reason } = submission;
  if (isAsked(submission)) return <p class="stand c8">{words.asks}</p>;
  if (state === "reading") return <p class="stand c8">{words.looked}</p>;
  const why = reason !== null && <bdi>{reasonIn(lang, reason)}</bdi>;
  if (state === "refused") return <p class="stand c8">{why || words.noReason}</p>;
  return (
    <div class="c8">
      {why && <p class="stand">{why}</p>}
      <p class="stand">
        {became === undefined ? (
          (sort.preparing?.(lang) ?? words.noLonger)
        ) : (
          <a href={became}>{words.see}</a>
        )}
      </p>
    </div>
  );
}

type Inner = SentProps & { readonly action: string };

/** What the desk asked back, what was answered, and a place to answer. */
function Talk(props: Inner & { readonly words: SentWords }) {
  const { submission, came, lang, words, action } = props;
  const turns = talkOf(submission);
  const back = came?.does === "answer" ? came : undefined;
  if (turns.length === 0 && !back) return <></>;
  const { typed = {}, problems = {}, trouble } = back ?? {};
  const isTalk = back !== undefined || turns.some(({ does }) => does !== "thank");
  return (
    <Section id="talk" title={isTalk ? words.talk : words.deskThanks} mini>
      {turns.map(({ by, words: said, on, does }) => (
        <>
          <p class="meta">
            <span>
              {does === "thank"
                ? words.deskThanks
                : by === "desk"
                  ? words.deskAsks
                  : words.youAnswered}
            </span>
            <span>{formatDay(on, words.lang)}</span>
          </p>
          <p class="prose" dir="auto">
            {does === "thank" ? thanksIn(lang, said) : said}
          </p>
        </>
      ))}
      {(isAsked(submission) || back) && (
        <form method="post" action={action}>
          <NothingSent problems={problems} trouble={trouble} lang={lang} />
          <input type="hidden" name="do" value="answer" />
          <AnswerFields words={words} typed={typed} problems={problems} />
        </form>
      )}
    </Section>
  );
}

/** Also where the link in a mail leads. */
export const AnswerFields = ({ words, ...field }: FieldProps & { readonly words: SentWords }) => (
  <>
    <Words name="words" rows={5} most={MAX_TURN} {...field}>
      {words.yourAnswer}
      <Hint>{words.answerHint}</Hint>
    </Words>
    <p class="acts">
      <button type="submit">{words.answer}</button>
    </p>
  </>
);

function Later({ later, id, came, lang, action }: Inner) {
  if (!later) return <></>;
  const back = came?.does === "later" ? came : undefined;
  const { typed = {}, problems = {}, trouble } = back ?? {};
  return (
    <Section id="later" title={later.title} mini>
      <form method="post" action={action}>
        <NothingSent problems={problems} trouble={trouble} lang={lang} />
        <input type="hidden" name="do" value="later" />
        <input type="hidden" name="id" value={typed["id"] ?? id} />
        {later.fields({ typed, problems })}
        <p class="acts">
          <button type="submit">{later.send}</button>
        </p>
      </form>
    </Section>
  );
}

function Way({ state, words }: Pick<Submission, "state"> & { readonly words: SentWords }) {
  const { way } = words;
  const reached = state === "received" ? 0 : state === "reading" ? 1 : 2;
  const steps = [way.received, way.reading, reached < 2 ? way.answered : way[state]];
  return (
    <ol class="path wide" aria-label={words.howFar}>
      {steps.map((step, i) => (
        <li
          class={i <= reached ? "on" : undefined}
          aria-current={i === reached ? "step" : undefined}
        >
          <b>{step}</b>
        </li>
      ))}
    </ol>
  );
}
