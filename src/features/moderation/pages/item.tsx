/** One of what waits: its words, what it answers, who says it, and what spoke for a closer look. */
import { Changes } from "../../../platform/web/changes.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, languageName } from "../../../platform/web/words.ts";
import { filled } from "../../../platform/words/inline.tsx";
import {
  Card,
  conversationWordsIn,
  Heard,
  reasonIn,
  Said,
  type CommentCard,
} from "../../conversation/api.ts";
import type { Remark } from "../../conversation/model.ts";
import { sortOfSignal, type Line } from "../lines.ts";
import type { ModerationWords } from "../words.ts";

interface ItemProps {
  readonly line: Line;
  readonly words: ModerationWords;
}

export function Item({ line, words }: ItemProps): Html {
  const { id, kind, remark, thing, isHeld } = line;
  return (
    <section
      aria-labelledby="item"
      data-id={id}
      data-version={remark ? String(remark.version) : ""}
      data-held={isHeld ? "yes" : undefined}
      data-kind={kind}
    >
      <h2 class="knot mini" id="item" tabindex={-1}>
        <bdi>{remark ? (remark.name ?? words.somebody) : (thing?.title ?? words.lost)}</bdi>
      </h2>
      <p class="meta">
        <span>{words.kinds[kind]}</span>
        {remark && <span>{words.cameOn(formatDay(remark.received, words.lang))}</span>}
        {remark && <Who {...{ line, remark, words }} />}
        {thing && (
          <span>
            {filled(words.about, {
              thing: (
                <a href={thing.thread} rel="noopener">
                  {thing.title}
                </a>
              ),
            })}
          </span>
        )}
      </p>
      {isHeld && <p class="aside">{words.held}</p>}
      <Signals line={line} words={words} />
      {line.answered && (
        <>
          <p class="small">
            {filled(words.answers, { name: <bdi>{line.answered.name ?? words.somebody}</bdi> })}
          </p>
          <blockquote class="small" dir="auto">
            {excerpt(line.answered.text)}
          </blockquote>
        </>
      )}
      {remark && <Words remark={remark} words={words} />}
      {remark && <Card comment={JSON.parse(remark.more) as CommentCard} />}
      {remark && <Heard remark={remark} thing={thing} lang={words.lang} />}
      {remark && remark.contact !== null && (
        <p class="small">{filled(words.contact, { contact: <bdi>{remark.contact}</bdi> })}</p>
      )}
      {remark?.appeal != null && <Appeal remark={remark} words={words} />}
      <Reports line={line} words={words} />
      <Notes line={line} words={words} />
    </section>
  );
}

function Who({ line: { talker }, remark, words }: ItemProps & { readonly remark: Remark }) {
  const { came, author, uri } = remark;
  const history = talker
    ? words.history(talker.accepted, talker.refused)
    : author === null
      ? words.unknown
      : words.firstTime;
  return (
    <>
      <span>
        {uri === null ? (
          words.only[came]
        ) : (
          <a href={uri} rel="nofollow noreferrer">
            {new URL(uri).host}
          </a>
        )}
      </span>
      <span>{history}</span>
      {talker?.standing && <span>{words.standings[talker.standing]}</span>}
      {author !== null && (
        <span>
          <a href={`/desk/conversation/people?who=${encodeURIComponent(author)}`}>{words.stand}</a>
        </span>
      )}
      {remark.lang !== null && <span>{languageName(remark.lang)}</span>}
    </>
  );
}

function Signals({ line, words }: ItemProps) {
  const said = line.signals.flatMap((signal) => {
    const [code = "", ...rest] = signal.split(":");
    const says = (words.signals as Readonly<Record<string, string>>)[code];
    const detail = rest.join(":");
    const trouble = (words.troubles as Readonly<Record<string, string>>)[detail];
    if (code === "trouble") return trouble === undefined ? [] : [{ text: trouble, detail, signal }];
    return says === undefined ? [] : [{ text: says, detail, signal }];
  });
  if (said.length === 0) return <></>;
  return (
    <ul class="small">
      {said.map(({ text, detail, signal }) => (
        <li class={sortOfSignal(signal)}>{filled(text, { detail: <b dir="auto">{detail}</b> })}</li>
      ))}
    </ul>
  );
}

function Words({ remark, words }: { readonly remark: Remark; readonly words: ModerationWords }) {
  const lang = remark.lang ?? undefined;
  if (remark.edit === null)
    return (
      <div class="prose" dir="auto" lang={lang}>
        <Said text={remark.text} />
      </div>
    );
  return <Changes before={remark.text} after={remark.edit} lang={lang} words={words} />;
}

function Appeal({ remark, words }: { readonly remark: Remark; readonly words: ModerationWords }) {
  return (
    <>
      {remark.reason !== null && (
        <p class="small">
          {words.refusedFor} <bdi>{reasonIn(conversationWordsIn(words.lang), remark.reason)}</bdi>
        </p>
      )}
      <p class="small">{words.appealed}</p>
      <blockquote dir="auto">
        <Said text={remark.appeal ?? ""} />
      </blockquote>
    </>
  );
}

function Reports({ line: { reports }, words }: ItemProps) {
  if (reports.length === 0) return <></>;
  return (
    <>
      <p class="small">{words.reports(reports.length)}</p>
      <ul>
        {reports.map(({ reason, text, host }) => (
          <li>
            {words.reportReasons[reason as keyof ModerationWords["reportReasons"]] ?? reason}
            {host !== null && ` (${host})`}
            {text !== "" && (
              <>
                : <bdi>{text}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ line: { notes }, words }: ItemProps) {
  if (notes.length === 0) return <></>;
  return (
    <>
      <p class="small">{words.notes}</p>
      <ul>
        {notes.map(({ who, day, text }) => (
          <li>
            <bdi>{who}</bdi>, {formatDay(day, words.lang)}: <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

const MAX_EXCERPT = 240; // characters of what is answered

const excerpt = (text: string): string =>
  text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT).toWellFormed()}…` : text;
