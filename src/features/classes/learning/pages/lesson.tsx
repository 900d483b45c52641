/** A lesson as the public one, but what is answered is kept. */
import { PageHead } from "../../../../platform/web/heads.tsx";
import { Markdown } from "../../../../platform/web/markdown.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { filled, foreign, spoken } from "../../../../platform/words/inline.tsx";
import {
  courseWordsIn,
  ExerciseForm,
  parseLesson,
  practiseScript,
  type Exercise,
  type Tried,
} from "../../../courses/api.ts";
import { sendKey } from "../../secrets.ts";
import { nextStep, pathOf, type Here } from "../here.ts";
import { DoneForm, type Props } from "./parts.tsx";

export interface LessonProps extends Props {
  readonly here: Here;
  /** The lesson, from 0. */
  readonly at: number;
  readonly tried?: Tried | undefined;
  /** Ids for the answers of forms that are sent without script, one after the other. */
  readonly newId: () => string;
}

export function LessonMain(props: LessonProps): Html {
  const { words, to, here, at } = props;
  const { text } = here.course!;
  const lesson = text.lessons[at]!;
  const [before, after] = [text.lessons[at - 1], text.lessons[at + 1]];
  const { right, notYet, unanswered, lesson: counted } = courseWordsIn(words.lang);
  return (
    <article class="lesson" data-words={JSON.stringify({ right, notYet, unanswered })}>
      <PageHead title={spoken(text.lang, words.lang, lesson.title)} tight />
      <p class="small">
        <a href={to("/class/now")}>{words.back}</a> · {counted(at + 1, text.lessons.length)}
      </p>
      {parseLesson(lesson.markdown).parts.map((part) =>
        part.is === "text" ? (
          <div class="prose" {...foreign(text.lang, words.lang)}>
            <Markdown text={part.markdown} lang={text.lang} to={to} />
          </div>
        ) : (
          <Kept {...props} exercise={part.exercise} />
        ),
      )}
      <p class="small">{words.kept}</p>
      <p class="acts">
        {before && (
          <a class="button quiet" href={to(`/class/lessons/${before.id}`)} rel="prev">
            {words.before}
          </a>
        )}
        {after && (
          <a class="button" href={to(`/class/lessons/${after.id}`)} rel="next">
            {words.after}
          </a>
        )}
        <a class="button quiet" href={to("/class/now")}>
          {words.back}
        </a>
      </p>
      <DoneForm words={words} to={to} seat={here} hint />
      <script type="module" src={practiseScript.path}></script>
    </article>
  );
}

function Kept(props: LessonProps & { readonly exercise: Exercise }): Html {
  const { words, to, here, at, tried, newId, exercise } = props;
  const { learner, room, course, steps } = here;
  const { text } = course!;
  const lesson = text.lessons[at]!.id;
  const own = tried?.id === exercise.id ? tried : undefined;
  return (
    <ExerciseForm
      exercise={exercise}
      action={to("/class/answer")}
      kept={{ learner: learner.id, send: sendKey(room, learner.id), lesson, id: newId() }}
      words={courseWordsIn(words.lang)}
      lang={text.lang}
      tried={own}
      below={
        <Below
          {...props}
          index={steps.findIndex((one) => one.lesson === lesson && one.exercise === exercise.id)}
        />
      }
    />
  );
}

/** What is known of it so far, and the way on once it is right. */
function Below(props: LessonProps & { readonly exercise: Exercise; readonly index: number }): Html {
  const { words, to, here, index } = props;
  const known = here.standing.steps[index];
  const isDone = known?.score === 1000;
  const next = nextStep(here, index);
  const said = saidOf(props, known?.score);
  const [way, path] = next ? [words.nextStep, pathOf(next)] : [words.back, "/class/now"];
  return (
    <>
      <p
        class="small so-far"
        data-done={words.isDone}
        data-way={way}
        data-path={to(path)}
        hidden={said === undefined}
      >
        {said}
      </p>
      {isDone && (
        <p class="acts on">
          <a class="button" href={to(path)}>
            {way}
          </a>
        </p>
      )}
    </>
  );
}

function saidOf(
  { words, here, exercise, at }: LessonProps & { readonly exercise: Exercise },
  score: number | undefined,
): unknown {
  const lesson = here.course!.text.lessons[at]!.id;
  const own = here.answers.filter((one) => one.lesson === lesson && one.exercise === exercise.id);
  if (exercise.sort === "task") {
    const by = own.findLast((one) => one.by !== null)?.by;
    if (score === undefined || by === undefined || by === null) return undefined;
    return filled((score === 1000 ? words.seen : words.notSeen)("{who}"), { who: <bdi>{by}</bdi> });
  }
  if (score === 1000) return words.isDone;
  if (score !== undefined) return score > 0 ? words.best(Math.floor(score / 10)) : undefined;
  return own.length > 0 ? words.changed : undefined;
}
