/** The fold before a story's sources: what is not known yet, when we look again, and what was found. Rule S38. */
import { pathIn } from "../../../platform/web/frame.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import { questionsIn, type Asked } from "../questions.ts";
import type { StoryProps } from "./props.ts";

export function Unknown({ view, request, words }: StoryProps) {
  const questions = questionsIn(view.story, view.text);
  if (questions.length === 0) return <></>;
  const { frame, lang } = request;
  const to = (path: string) => pathIn(frame, lang, path);
  const answered = ({ settled, own }: Asked) =>
    settled && (
      <>
        {filled(words.settled, { day: formatDay(settled.on, words.lang) })}{" "}
        <span {...foreign(own, words.lang)}>{settled.answer}</span>{" "}
        <a href={settled.source}>{words.source}</a>
      </>
    );
  return (
    <details id="unknown">
      <summary>{words.unknown}</summary>
      <ul class="lines">
        {questions.map((one) => (
          <li id={one.id}>
            <b {...foreign(one.lang, words.lang)}>{one.words}</b>{" "}
            {answered(one) ?? (
              <>
                {filled(words.again, { day: formatDay(one.again, words.lang) })}{" "}
                <a href={to(`/stories/${view.slug}/comment?question=${one.id}`)} rel="nofollow">
                  {words.answerIt}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
