/** A lesson: what is read, and what is tried between it. */
import { PageHead } from "../../../platform/web/heads.tsx";
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import { parseLesson } from "../exercises/parse.ts";
import { ExerciseForm, type Tried } from "../components/exercise.tsx";
import { AboutText, Licence, type CourseProps } from "./parts.tsx";

export interface LessonProps extends CourseProps {
  /** From 0. */
  readonly at: number;
  readonly tried?: Tried | undefined;
}

export function LessonMain(props: LessonProps): Html {
  const { course, text, words, lang, to, at, tried } = props;
  const path = `/courses/${course.slug}`;
  const lesson = text.lessons[at]!;
  const { parts } = parseLesson(lesson.markdown);
  const [before, after] = [text.lessons[at - 1], text.lessons[at + 1]];
  const said = JSON.stringify({
    right: words.right,
    notYet: words.notYet,
    unanswered: words.unanswered,
  });
  return (
    <article class="lesson" data-words={said}>
      <PageHead title={spoken(text.lang, lang, lesson.title)} tight />
      <p class="small">
        <a href={to(path)}>{spoken(text.lang, lang, text.title)}</a> ·{" "}
        {words.lesson(at + 1, text.lessons.length)}
      </p>
      <AboutText {...props} />
      {parts.map((part) =>
        part.is === "text" ? (
          <div class="prose" {...foreign(text.lang, lang)}>
            <Markdown text={part.markdown} lang={text.lang} to={to} />
          </div>
        ) : (
          <ExerciseForm
            exercise={part.exercise}
            action={to(`${path}/${lesson.id}/answer`)}
            words={words}
            lang={text.lang}
            tried={tried?.id === part.exercise.id ? tried : undefined}
          />
        ),
      )}
      <p class="small">{words.kept}</p>
      {!after && <p>{words.end}</p>}
      <p class="acts">
        {before && (
          <a class="button quiet" href={to(`${path}/${before.id}`)} rel="prev">
            {words.before}
          </a>
        )}
        {after && (
          <a class="button" href={to(`${path}/${after.id}`)} rel="next">
            {words.next}
          </a>
        )}
        <a class="button quiet" href={to(path)}>
          {words.all}
        </a>
      </p>
      <Licence {...props} />
    </article>
  );
}
