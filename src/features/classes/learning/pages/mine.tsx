/** All that is kept of a learner, in words, and the way to have it erased. */
import { Hint, Line, Tick } from "../../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatDay } from "../../../../platform/web/words.ts";
import { filled } from "../../../../platform/words/inline.tsx";
import type { Answer } from "../../../courses/api.ts";
import type { KeptAnswer, Learner } from "../../private/rows.ts";
import type { Here } from "../here.ts";
import { exerciseIn, wordsOf } from "../judging.ts";
import { DoneForm, type Props } from "./parts.tsx";
import { wallDay } from "../../wall-day.ts";

const SHOWN = 40; // answers, the latest; the file has all

interface MineProps extends Props {
  readonly here: Here;
  readonly lang: string;
}

export function MineMain(props: MineProps): Html {
  const { words, to, here, lang } = props;
  const { learner, room, attendance, answers } = here;
  const day = (one: string) => formatDay(one, lang);
  return (
    <>
      <PlainHead title={words.mine} stand={words.mineLead} />
      <dl>
        <dt>{words.name}</dt>
        <dd>
          <bdi>{learner.name}</bdi>
        </dd>
        <dt>{words.room}</dt>
        <dd>
          <bdi>{room.name}</bdi>, {words.from(day(room.starts), day(room.ends))}
        </dd>
        <dt>{words.place}</dt>
        <dd>
          <bdi>{room.place}</bdi>
        </dd>
        <dt>{words.days}</dt>
        <dd>
          {attendance.length === 0
            ? words.noDays
            : attendance.map((one) => day(one.day)).join(" · ")}
        </dd>
      </dl>
      <Section id="answers" title={words.answers(answers.length)} mini>
        {answers.length === 0 && <p>{words.noAnswers}</p>}
        <ol reversed start={answers.length}>
          {answers
            .slice(-SHOWN)
            .toReversed()
            .map((one) => (
              <Kept {...props} one={one} />
            ))}
        </ol>
        {answers.length > SHOWN && <p>{words.moreInFile(answers.length - SHOWN)}</p>}
      </Section>
      <p class="small">
        {words.hashes} {words.forgotten}
      </p>
      <p class="acts">
        <a class="button" href={to("/class/mine.json")} download="my-class.json">
          {words.take}
        </a>
        <a class="button quiet" href={to("/class/now")}>
          {words.back}
        </a>
        <a class="button quiet" href={to("/class/erase")}>
          {words.erase}
        </a>
      </p>
      <DoneForm words={words} to={to} seat={here} hint />
    </>
  );
}

function Kept({ words, here, lang, one }: MineProps & { readonly one: KeptAnswer }): Html {
  const { course } = here;
  const lesson = course?.text.lessons.find(({ id }) => id === one.lesson)?.title ?? one.lesson;
  const exercise = exerciseIn(course?.told, lang, one);
  const said = wordsOf(exercise, JSON.parse(one.answer) as Answer);
  return (
    <li>
      <bdi>{lesson}</bdi>, {one.exercise}
      {said !== "" && (
        <>
          : <bdi>{said}</bdi>
        </>
      )}
      , {scoreWords(words, one)} <span class="small">({formatDay(wallDay(one.came), lang)})</span>
    </li>
  );
}

function scoreWords(words: Props["words"], { score, by }: KeptAnswer): unknown {
  if (by !== null)
    return filled((score === 1000 ? words.saidBy : words.notSeenBy)("{who}"), {
      who: <bdi>{by}</bdi>,
    });
  return score === null ? words.noScore : words.score(Math.floor(score / 10));
}

export function EraseMain(
  props: Props & {
    readonly learner: Learner;
    readonly problems: Readonly<Partial<Record<string, string>>>;
  },
): Html {
  const { words, to, learner, problems } = props;
  return (
    <>
      <PlainHead title={words.eraseTitle} stand={words.eraseWhy} />
      <p>{words.eraseBadge}</p>
      <form method="post" action={to("/class/erase")} class="tell typed" autocomplete="off">
        <input type="hidden" name="learner" value={learner.id} />
        <Tick name="sure" typed={{}} problems={problems} required>
          {words.tick}
        </Tick>
        <Line name="pin" typed={{}} problems={problems} inputmode="numeric" maxlength={12} required>
          {words.pin} <Hint>{words.pinHint}</Hint>
        </Line>
        <p class="acts">
          <button>{words.eraseSure}</button>
          <a class="button quiet" href={to("/class/mine")}>
            {words.back}
          </a>
        </p>
      </form>
    </>
  );
}
