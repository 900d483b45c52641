/** The board: who needs the teacher, what still lies on devices, and a card for each learner. */
import { raw } from "hono/html";
import { Said } from "../../../platform/web/form-fields.tsx";
import { INLAY, type Inlay } from "../../../platform/web/inlay.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { spoken } from "../../../platform/words/inline.tsx";
import { isShut } from "../private/rows.ts";
import { shortened, type Board, type Row, type TaskOf, type Told } from "./board.ts";
import { daysOf } from "./days.ts";
import { keptRows, type WrittenRow } from "./rows.ts";
import { RoomHead } from "../components/room-head.tsx";
import { Tap } from "./tap.tsx";
import { Tried } from "./tried.tsx";
import type { BoardVisit } from "./visit.tsx";
import { agoIn, type BoardWords } from "./words.ts";

interface BoardProps extends Pick<
  BoardVisit,
  "held" | "words" | "now" | "today" | "day" | "path" | "turn"
> {
  readonly board: Board;
}

const TAB_DAYS = 14; // shown at once; the others are behind a fold
/** What stands on a board once something has happened: its style is there before. */
const LATER = "set ended stuck details summary strong b";
const SHORT = 40; // characters of a task on its button

export function BoardPage(props: BoardProps & { readonly trouble?: string | undefined }): Html {
  const { held, words, path, day, board, trouble } = props;
  return (
    <>
      {trouble !== undefined && (
        <Said isWrong>
          <p>{trouble}</p>
        </Said>
      )}
      <RoomHead held={held} lang={words.lang} here="board" />
      {board.title === undefined && <p>{words.noCourse}</p>}
      <p class="acts">
        <a class="button quiet" href={`${path}?day=${day}`} id="again">
          {words.again}
        </a>
      </p>
      <p class="status" role="status" id="said" data-lost={words.notKept}></p>
      <form method="post" action={`${path}/tap`} id="tap">
        <input type="hidden" name="day" value={day} />
      </form>
      <div id="board" data-later={LATER} data-now={`${path}/now?day=${day}`}>
        <BoardPart {...props} />
      </div>
    </>
  );
}

/** What is asked for again while the page stands. */
export function BoardPart(props: BoardProps): Html {
  const { board, words, path } = props;
  if (board.rows.length === 0)
    return (
      <p>
        {words.nobody} <a href={`${path}/roster`}>{words.addLearners}</a>
      </p>
    );
  return (
    <>
      <Sums {...props} />
      <section class="first" aria-labelledby="first">
        <h2 class="knot mini" id="first">
          {words.stuck}
        </h2>
        {board.stuck.length === 0 && <p>{words.stuckNone}</p>}
        <ul class="lines">
          {board.stuck.map((row) => (
            <li>
              <a href={`#l${row.learner.number}`}>
                {row.learner.number} <bdi>{row.learner.name}</bdi>
              </a>
              <span>
                {spoken(board.lang, words.lang, row.stuck!.title)}: <Question {...props} {...row} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <h2 class="knot mini" id="everybody">
        {words.learners}
      </h2>
      <Days {...props} />
      <p class="small">{words.tapHint}</p>
      <ol class="board" aria-labelledby="everybody">
        {raw(INLAY)}
      </ol>
      <Tasks {...props} />
    </>
  );
}

/** Each as it was written before, where all that it says is the same. */
export const rowsOf = (props: BoardProps): readonly WrittenRow[] =>
  props.board.rows.map((row) => {
    const { id, number, name } = row.learner;
    // Where somebody stands is another thing when they have answered, a teacher has said something or the course was edited.
    const says = [number, name, row.isHere, shutFor(row.learner, props.now), row.standing];
    return { id, says, write: () => <Learner {...props} row={row} /> };
  });

/** The rows of the board, as what is put into its page. */
export const inlayOf = (props: BoardProps): Inlay | undefined =>
  props.board.rows.length === 0
    ? undefined
    : keptRows(`${props.held.room.id} ${props.words.lang}`, rowsOf(props), props.turn);

const Question = ({ board, words, stuck }: BoardProps & Pick<Row, "stuck">): Html => (
  <>{spoken(board.lang, words.lang, shortened(stuck!.question, 90))}</>
);

function Sums({ board, words, now }: BoardProps): Html {
  const { rows, held, here, finished, last } = board;
  return (
    <ul class="sums">
      <li>{words.here(here, rows.length)}</li>
      <li>{words.finished(finished, rows.length)}</li>
      <li>{last === undefined ? words.noAnswer : words.lastAnswer(agoIn(words, now - last))}</li>
      <li>
        {held.devices === 0 ? (
          words.holdsNone
        ) : (
          <strong>
            {words.holds(held.answers)},{" "}
            {words.onDevices(held.devices, agoIn(words, now - held.seen))}. {words.holdsHint}
          </strong>
        )}
      </li>
    </ul>
  );
}

/** The days whose attendance can be looked at and mended. */
function Days({ held, words, path, day, today }: BoardProps): Html {
  const days = daysOf(held.room);
  const link = (one: string) => (
    <a href={`${path}?day=${one}`} aria-current={one === day ? "page" : undefined}>
      {one === today ? words.today : formatDay(one, words.lang, "short")}
    </a>
  );
  const at = Math.max(0, Math.min(days.indexOf(day) - TAB_DAYS / 2, days.length - TAB_DAYS));
  const near = days.slice(at, at + TAB_DAYS);
  const others = days.filter((one) => !near.includes(one));
  return (
    <nav class="days" aria-label={words.dayList}>
      <span>{words.day}</span> {near.map(link)}
      {others.length > 0 && (
        <details id="others">
          <summary>{words.dayList}</summary>
          {others.map(link)}
        </details>
      )}
    </nav>
  );
}

function Learner({ row, ...props }: BoardProps & { readonly row: Row }): Html {
  const { words, board, now } = props;
  const { learner, standing, next, isHere, tasks } = row;
  const { number, name } = learner;
  const all = standing.steps.length;
  return (
    <li id={`l${number}`}>
      <h3>
        <span class="cardno">{number}</span> <bdi>{name}</bdi>
        {standing.isFinished && <b class="ended">{words.hasFinished}</b>}
      </h3>
      <p>
        <Tap
          id={`h${number}`}
          value={`here ${learner.id} ${isHere ? "no" : "yes"}`}
          isOn={isHere}
          label={words.hereOf(name)}
        >
          {words.isHere}
        </Tap>
      </p>
      {shutFor(learner, now) > 0 && <Shut {...props} learner={learner} />}
      <div>
        <p class="far-come">
          <progress
            value={standing.done}
            max={Math.max(1, all)}
            aria-label={words.done(standing.done, all)}
          />{" "}
          {words.done(standing.done, all)} ·{" "}
          {words.percent(formatNumber(standing.percent, words.lang))}
        </p>
        <Tried row={row} words={words} />
        <p class="small">
          {next ? (
            <>
              {words.next}: <Where step={next} board={board} words={words} />
            </>
          ) : (
            all > 0 && words.allDone
          )}
        </p>
        <Stuck row={row} {...props} />
      </div>
      {tasks.length > 0 && (
        <p class="shows">
          {tasks.map((task) => (
            <Shown task={task} row={row} {...props} />
          ))}
        </p>
      )}
    </li>
  );
}

/** Minutes; none where the card opens. */
const shutFor = (learner: Row["learner"], now: number): number =>
  isShut(learner, now) ? Math.ceil((learner.locked - now) / 60_000) : 0;

/** After five wrong numbers, typed by whomever: whoever has the card in hand need not wait. */
const Shut = (props: BoardProps & Pick<Row, "learner">): Html => {
  const { words, now, learner } = props;
  const { id, number, name } = learner;
  return (
    <p>
      {words.shut(shutFor(learner, now))}{" "}
      <Tap id={`o${number}`} value={`open ${id}`} label={words.openOf(name)}>
        {words.openAgain}
      </Tap>
    </p>
  );
};

const Where = ({ step, board, words }: { step: Told; board: Board; words: BoardWords }): Html => (
  <span title={step.question}>
    {spoken(board.lang, words.lang, `${step.title}, ${placeOf(step, board)}`)}
  </span>
);

/** Which exercise of its lesson it is. */
const placeOf = (step: Told, { steps }: Board): number =>
  steps.filter(({ lesson }) => lesson === step.lesson).indexOf(step) + 1;

function Stuck({ row, board, words }: BoardProps & { readonly row: Row }): Html {
  const { stuck, learner, standing } = row;
  if (!stuck) return <></>;
  const { wrong } = standing.steps[board.steps.indexOf(stuck)]!;
  return (
    <details class="stuck" id={`s${learner.number}`}>
      <summary>
        {words.stuckOn} <Where step={stuck} board={board} words={words} />
      </summary>
      <p>
        {spoken(board.lang, words.lang, stuck.question)} ({words.wrong(wrong)})
      </p>
    </details>
  );
}

function Shown({ task: of, row, board, words }: BoardProps & { task: TaskOf; row: Row }): Html {
  const { task, at, isShown, said } = of;
  const { id, number, name } = row.learner;
  const yes = isShown ? "no" : "yes";
  return (
    <Tap
      id={`t${number}-${at}`}
      value={`shown ${id} ${task.lesson} ${task.exercise} ${said} ${yes}`}
      isOn={isShown}
      label={words.shownOf(name, shortened(task.question, SHORT))}
    >
      {spoken(board.lang, words.lang, shortened(task.question, SHORT))}
    </Tap>
  );
}

/** What is to be looked for, once for all rows. */
function Tasks({ board, words }: BoardProps): Html {
  const tasks = board.steps.filter(({ isTask }) => isTask);
  if (tasks.length === 0) return <></>;
  return (
    <section aria-labelledby="tasks">
      <h2 class="knot mini" id="tasks">
        {words.tasks}
      </h2>
      <ul class="lines">
        {tasks.map(({ question, shown }) => (
          <li>
            {spoken(board.lang, words.lang, question)}{" "}
            <span class="small">
              {words.looksFor}: {spoken(board.lang, words.lang, shown)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
