/** Open questions by the day of the next check, and below them those that were answered. Rules QN1 and QN2. */
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import type { askedQuestions } from "../../stories/api.ts";
import type { QuestionWords } from "../words.ts";

type Asked = Awaited<ReturnType<typeof askedQuestions>>["asked"][number];

interface Props {
  readonly asked: readonly Asked[];
  readonly words: QuestionWords;
  readonly to: (path: string) => string;
}

export function QuestionsMain({ asked, words, to }: Props): Html {
  const open = asked.filter(({ settled }) => !settled).toSorted(by(({ again }) => again));
  const settled = asked.filter((one) => one.settled).toSorted(by((one) => one.settled!.on));
  const days = [...Map.groupBy(open, ({ again }) => again)];
  return (
    <>
      <PageHead title={words.title} stand={open.length > 0 ? words.stand : words.noneOpen} />
      {days.map(([day, some]) => (
        <Section id={`on-${day}`} title={formatDay(day, words.lang)} mini>
          <ul class="lines">
            {some.map((one) => (
              <li id={one.id}>
                <Question one={one} words={words} to={to} />{" "}
                <a href={to(`/stories/${one.slug}/comment?question=${one.id}`)} rel="nofollow">
                  {words.answer}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {settled.length > 0 && (
        <Section id="settled" title={words.settled}>
          <ul class="lines">
            {settled.toReversed().map((one) => (
              <li id={one.id}>
                <Question one={one} words={words} to={to} />{" "}
                {filled(words.settledOn, { day: formatDay(one.settled!.on, words.lang) })}{" "}
                <span {...foreign(one.own, words.lang)}>{one.settled!.answer}</span>{" "}
                <a href={one.settled!.source}>{words.source}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Question({ one, words, to }: Omit<Props, "asked"> & { readonly one: Asked }) {
  const story = (
    <a href={to(`/stories/${one.slug}#unknown`)} {...foreign(one.titleLang, words.lang)}>
      {one.title}
    </a>
  );
  return (
    <>
      <b {...foreign(one.lang, words.lang)}>{one.words}</b>{" "}
      <small>{filled(words.story, { story })}</small>
    </>
  );
}

const by = (key: (one: Asked) => string) => (a: Asked, b: Asked) =>
  key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
