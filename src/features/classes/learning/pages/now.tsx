/** The first page of a learner: the next step, how far they are, and all lessons. */
import { PlainHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { filled, foreign } from "../../../../platform/words/inline.tsx";
import { nextStep, pathOf, type Here } from "../here.ts";
import { DoneForm, WithPicture, type Props } from "./parts.tsx";

export function NowMain(props: Props & { readonly here: Here; readonly tongues: Html }): Html {
  const { words, to, here, tongues } = props;
  const { learner, room, course, steps, standing } = here;
  const next = nextStep(here);
  const isDone = steps.length > 0 && standing.done === steps.length;
  return (
    <>
      <PlainHead
        title={filled(words.hello("{name}"), { name: <bdi>{learner.name}</bdi> })}
        stand={<bdi>{room.name}</bdi>}
      />
      <WithPicture words={words} learner={learner} />
      {!course && <p class="aside">{words.noCourse}</p>}
      {isDone && (
        <p class="aside" role="status">
          {words.allDone}
        </p>
      )}
      {course?.told.thing.badge && standing.isFinished && (
        <p>
          <a href={to("/class/badge")}>{words.badge}</a>
        </p>
      )}
      {next && course && (
        <>
          <p class="acts next">
            <a class="button large" href={to(pathOf(next))}>
              {standing.done === 0 && here.answers.length === 0 ? words.begin : words.next}
            </a>
          </p>
          <p>{filled(words.nextIs("{lesson}"), { lesson: titleOf(here, next.lesson, words) })}</p>
        </>
      )}
      {course && <HowFar words={words} to={to} here={here} />}
      <DoneForm words={words} to={to} seat={here} hint />
      {course && <Lessons {...props} />}
      <p>
        <a href={to("/class/mine")}>{words.mine}</a>
      </p>
      {tongues}
    </>
  );
}

const HowFar = ({ words, here: { steps, standing } }: Props & { readonly here: Here }): Html => (
  <p>
    <progress value={standing.done} max={steps.length || 1} aria-hidden="true"></progress>
    <br />
    {words.progress(standing.done, steps.length)}
  </p>
);

const titleOf = ({ course }: Here, id: string, { lang }: Props["words"]): Html => (
  <bdi {...foreign(course?.text.lang ?? lang, lang)}>
    {course?.text.lessons.find((one) => one.id === id)?.title}
  </bdi>
);

function Lessons({ words, to, here }: Props & { readonly here: Here }): Html {
  const { course, steps, standing } = here;
  return (
    <Section id="lessons" title={words.lessons} mini>
      <ol>
        {course!.text.lessons.map(({ id }) => {
          const own = [...steps.entries()].filter(([, step]) => step.lesson === id);
          const done = own.filter(([i]) => standing.steps[i]!.score === 1000).length;
          const tasks = own.filter(
            ([i, { isTask }]) => isTask && standing.steps[i]!.score !== 1000,
          );
          return (
            <li>
              <a href={to(`/class/lessons/${id}`)}>{titleOf(here, id, words)}</a>{" "}
              <span class="small">
                {own.length > 0 && words.progress(done, own.length)}
                {tasks.length > 0 && ` · ${words.toShow}`}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
