/** What the sender sees at the secret address: how far it has come, what was sent, and the way to take it back. */
import { TakeBack } from "../web/take-back.tsx";
import { linked } from "../words/inline.tsx";
import type { Submission } from "../private/submissions.ts";
import type { Html } from "../web/route.ts";
import { formatDay } from "../web/words.ts";
import type { InLanguage, SentSort, Spoken } from "./sort.ts";
import { reasonIn, wordsIn, type SentWords } from "./words.ts";

export interface SentProps extends Spoken {
  readonly submission: Submission;
  readonly sort: SentSort;
  /** The full secret address. */
  readonly address: string;
  /** The path of what it became, where it stands. */
  readonly became?: string;
  /** Withdrawing was asked for without the tick. */
  readonly unsure?: boolean;
}

/** What is left of one that was taken back. */
export function WithdrawnMain({ lang, to }: InLanguage): Html {
  const words = wordsIn(lang);
  return (
    <header class="row head">
      <h1 class="c10">{words.headings.withdrawn}</h1>
      <p class="stand c8">{linked(words.gone, to("/take-part"))}</p>
    </header>
  );
}

export function SentMain(props: SentProps): Html {
  const { submission, sort, address, lang, own, to, unsure = false } = props;
  const { state, received, about } = submission;
  const words = wordsIn(lang);
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.headings[state]}</h1>
        <Answer {...props} words={words} />
      </header>
      <Way state={state} words={words} />
      <section aria-labelledby="address">
        <h2 class="knot mini" id="address">
          {words.address}
        </h2>
        <p>
          <a href={address} dir="ltr">
            {address}
          </a>
        </p>
        <p>{words.keep}</p>
      </section>
      <section aria-labelledby="sent">
        <h2 class="knot mini" id="sent">
          {words.sentOn(formatDay(received, words.lang))}
        </h2>
        {sort.What(submission, address, { lang, own, to })}
      </section>
      <TakeBack
        action={new URL(address).pathname}
        unsure={unsure}
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
  if (state === "received") return <p class="stand c8">{words.waits}</p>;
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
