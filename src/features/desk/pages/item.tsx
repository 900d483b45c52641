/** One thing that was sent: all of it, and what the desk does with it. */
import {
  isAsked,
  isThanked,
  MAX_TURN,
  talkOf,
  type Submission,
} from "../../../platform/private/submissions.ts";
import type { Problems, SentSort, Typed } from "../../../platform/sent/sort.ts";
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Problem,
  Said,
  Words,
} from "../../../platform/web/form-fields.tsx";
import { reasonIn, thanksIn, wordsIn as sentWordsIn } from "../../../platform/sent/words.ts";
import { filled } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { DeskWords } from "../words.ts";

export interface Item {
  readonly words: DeskWords;
  readonly lang: string;
  readonly submission: Submission;
  /** Undefined where nothing of it is left, or where a newer program took it. */
  readonly sort: SentSort | undefined;
  readonly title: string;
  /** Where it stands, once it does. */
  readonly stands: string | undefined;
  /** Whether words to its sender go out by mail, too; and what became of the last. */
  readonly post: {
    readonly goes: boolean;
    readonly last?: "waiting" | "running" | "done" | "failed";
    readonly why?: string | undefined;
  };
  readonly typed: Typed;
  readonly problems: Problems;
  readonly trouble?: string;
  readonly filter: string;
  /** The address of the next one that waits. */
  readonly next: string | undefined;
}

export function ItemMain(props: Item): Html {
  const { words, lang, submission, sort, title, trouble, problems } = props;
  const { queue: w } = words;
  const isOpen = submission.state === "received" || submission.state === "reading";
  return (
    <section aria-labelledby="item">
      <h2 class="knot mini" id="item">
        <bdi>{submission.state === "withdrawn" ? submission.id : title}</bdi>
      </h2>
      <p class="meta">
        <span>{sort?.called?.one(lang) ?? w.other}</span>
        <span>{w.cameOn(formatDay(submission.received, lang))}</span>
      </p>
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      {trouble === undefined && <NothingSent heading={w.notDone} problems={problems} lang={lang} />}
      {sort && <What {...props} sort={sort} />}
      {isOpen && !sort && <p class="aside">{w.newer}</p>}
      {isOpen && sort && <Settle {...props} />}
      {!isOpen && <Settled {...props} />}
      {sort && (isOpen || submission.state === "accepted") && <Thank {...props} />}
    </section>
  );
}

/** All of it, as `cnd desk show` has it. */
function What(props: Item & { readonly sort: SentSort }): Html {
  const { submission, sort, words, post } = props;
  const { queue: w } = words;
  const { words: text, ...fields } = sort.fieldsOf(
    JSON.parse(submission.about) as object,
    words.lang,
  );
  return (
    <>
      {text !== undefined && (
        <p class="prose whole" dir="auto">
          {String(text)}
        </p>
      )}
      <dl class="facts">
        {Object.entries(fields).map(([name, value]) =>
          value === undefined || value === "" ? null : (
            <>
              <dt>{w.fields[name] ?? name}</dt>
              <dd>{typeof value === "boolean" ? value ? w.yes : w.no : <Value of={value} />}</dd>
            </>
          ),
        )}
        {submission.contact !== null && (
          <>
            <dt>{w.contact}</dt>
            <dd>
              <bdi>{submission.contact}</bdi>
              <Hint>{w.contactHint}</Hint>
            </dd>
          </>
        )}
      </dl>
      {talkOf(submission).map(({ by, words: said, on, does }) => (
        <>
          <p class="meta">
            <span>{does === "thank" ? w.thanked : by === "desk" ? w.asked : w.answered}</span>
            <span>{formatDay(on, words.lang)}</span>
          </p>
          <p class="prose whole" dir="auto">
            {does === "thank" ? thanksIn(words.lang, said) : said}
          </p>
        </>
      ))}
      {post.last && (
        <p>
          <small>
            {post.last === "failed" ? w.post.failed(post.why ?? "") : w.post[post.last]}
          </small>
        </p>
      )}
    </>
  );
}

function Value({ of }: { readonly of: string | number }): Html {
  const isLink = typeof of === "string" && /^(https?:\/\/|\/[a-z]+\/[a-z0-9-]+$)/.test(of);
  return isLink ? (
    <a href={of} rel="noreferrer">
      {of}
    </a>
  ) : (
    <bdi>{of}</bdi>
  );
}

function Settle({
  words: { queue: w },
  lang,
  submission,
  sort,
  typed,
  problems,
  filter,
  post,
}: Item): Html {
  const query = filter === "" ? "" : `?sort=${encodeURIComponent(filter)}`;
  const at = `/desk/queue/${submission.id}`;
  const isRefusal = "own" in typed;
  const isQuestion = "question" in typed;
  return (
    <>
      <section aria-labelledby="accept">
        <h3 id="accept">{w.accept}</h3>
        {sort?.acceptForm ? (
          sort.acceptForm(submission, {
            action: `${at}/accept${query}`,
            to: (as) =>
              `${at}?${new URLSearchParams({ ...(filter !== "" && { sort: filter }), as })}#accept`,
            lang,
            typed: isRefusal || isQuestion || "thanks" in typed ? {} : typed,
            problems,
          })
        ) : (
          <form method="post" action={`${at}/accept${query}`}>
            <Line name="path" typed={typed} problems={problems} required>
              {w.standingPath}
            </Line>
            <p class="acts">
              <button type="submit">{w.acceptStanding}</button>
            </p>
          </form>
        )}
      </section>
      <section aria-labelledby="ask">
        <h3 id="ask">{w.askBack}</h3>
        {isAsked(submission) ? (
          <p>{w.askedAlready}</p>
        ) : (
          <form method="post" action={`${at}/ask${query}`}>
            <Words
              name="question"
              rows={3}
              most={MAX_TURN}
              typed={isQuestion ? typed : {}}
              problems={problems}
            >
              {w.question}
              <Hint>{post.goes ? w.questionMailed : w.questionHint}</Hint>
            </Words>
            <p class="acts">
              <button type="submit" class="quiet">
                {w.askBack}
              </button>
            </p>
          </form>
        )}
      </section>
      <section aria-labelledby="refuse">
        <h3 id="refuse">{w.refuse}</h3>
        <form method="post" action={`${at}/refuse${query}`}>
          <Choice
            name="ready"
            lang={lang}
            typed={typed}
            problems={{}}
            options={sentWordsIn(lang).reasons.map((reason, i) => [String(i), reason])}
          >
            {w.ready}
            <Hint>{w.refuseHint}</Hint>
          </Choice>
          <div class="field">
            <label for="own">{w.own}</label>
            <Problem of="own" called={w.own} problems={problems} />
            <textarea
              id="own"
              name="own"
              rows={3}
              dir="auto"
              maxlength={500}
              aria-invalid={problems["own"] === undefined ? undefined : "true"}
              aria-describedby={problems["own"] === undefined ? undefined : "own-problem"}
            >
              {typed["own"] ?? ""}
            </textarea>
          </div>
          <p class="acts">
            <button type="submit" class="quiet">
              {w.refuse}
            </button>
          </p>
        </form>
      </section>
    </>
  );
}

/** Ready-made, or in the desk's own words; once. */
function Thank({ words: { queue: w }, lang, submission, typed, problems, filter, post }: Item) {
  if (isThanked(submission)) return <></>;
  const query = filter === "" ? "" : `?sort=${encodeURIComponent(filter)}`;
  const came = "thanks" in typed ? typed : {};
  const wrong = problems["thanks"] === undefined ? {} : problems;
  return (
    <section aria-labelledby="thank">
      <h3 id="thank">{w.thank}</h3>
      <form method="post" action={`/desk/queue/${submission.id}/thank${query}`}>
        <Choice
          name="readyThanks"
          lang={lang}
          typed={came}
          problems={{}}
          options={sentWordsIn(lang).thanks.map((thanks, i) => [String(i), thanks])}
        >
          {w.readyThanks}
          <Hint>{post.goes ? w.thankMailed : w.thankHint}</Hint>
        </Choice>
        <Words name="thanks" rows={3} most={MAX_TURN} optional typed={came} problems={wrong}>
          {w.ownThanks}
        </Words>
        <p class="acts">
          <button type="submit" class="quiet">
            {w.thank}
          </button>
        </p>
      </form>
    </section>
  );
}

function Settled({ words: { queue: w }, lang, submission, stands, next }: Item): Html {
  const { state, reason } = submission;
  if (state === "received" || state === "reading") return <></>;
  return (
    <>
      <Said>{w.settled[state]}</Said>
      {reason !== null && (
        <p>{filled(w.reason, { reason: <bdi>{reasonIn(lang, reason)}</bdi> })}</p>
      )}
      <p class="acts">
        {stands !== undefined && (
          <a href={stands}>{stands.startsWith("/desk/") ? w.goesOn : w.stands}</a>
        )}
        {next === undefined ? (
          <span>{w.done}</span>
        ) : (
          <a class="button" href={next}>
            {w.next}
          </a>
        )}
      </p>
    </>
  );
}
