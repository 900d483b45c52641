/** Where somebody stands in a course, from the answers that are kept of them. Pure: the board, badges and counts all ask it. */
import type { Course } from "../courses/api.ts";
import { exercisesOf } from "../courses/api.ts";
import type { KeptAnswer } from "./private/rows.ts";

/** An exercise, by the lesson that it stands in. */
export interface Step {
  readonly lesson: string;
  readonly exercise: string;
  readonly isTask: boolean;
}

export interface StepStanding {
  /** Of 1,000: the best answer, of a task what a teacher said last; none where nothing was answered. */
  readonly score: number | undefined;
  /** Answers of the learner that were not all right. */
  readonly wrong: number;
}

export interface Standing {
  /** In the order of the course's exercises. */
  readonly steps: readonly StepStanding[];
  /** Exercises that are all right, tasks that were shown. */
  readonly done: number;
  /** Of 100: the mean of the best scores of all exercises, tasks among them. */
  readonly percent: number;
  /** The first that is not done; none where all are. */
  readonly next: Step | undefined;
  /** Where two answers or more were wrong and none right, the one answered last. */
  readonly stuck: Step | undefined;
  /** The tasks that the badge asks for and no teacher saw yet. */
  readonly missing: readonly Step[];
  /** Whether the badge's rule holds; never where the course has none. */
  readonly isFinished: boolean;
}

const FULL = 1000;
const STUCK = 2; // wrong answers

/** Every exercise of a course, in its order. */
export const stepsOf = ({ lessons = [] }: Pick<Course, "lessons">): readonly Step[] =>
  lessons.flatMap(({ id, markdown }) =>
    exercisesOf(markdown).map((one) => ({
      lesson: id,
      exercise: one.id,
      isTask: one.sort === "task",
    })),
  );

/** @param steps of the course, in its order @param answers of this learner alone, in any order */
export function standingOf(
  { badge }: Pick<Course, "badge">,
  steps: readonly Step[],
  answers: readonly KeptAnswer[],
): Standing {
  const by = Map.groupBy(answers, ({ lesson, exercise }) => keyOf({ lesson, exercise }));
  const standings = steps.map((step) => standingAt(step, by.get(keyOf(step)) ?? []));
  const isDone = (i: number) => standings[i]!.score === FULL;
  const sum = standings.reduce((all, { score = 0 }) => all + score, 0);
  const percent = steps.length === 0 ? 0 : Math.floor(sum / steps.length / 10);
  const hard = steps
    .map((step, i) => ({ step, i, last: lastOf(by.get(keyOf(step)) ?? []) }))
    .filter(({ i }) => !isDone(i) && standings[i]!.wrong >= STUCK)
    .toSorted((a, b) => a.last - b.last)
    .at(-1);
  const missing = steps.filter(
    (step, i) => step.isTask && badge?.shown?.includes(step.exercise) === true && !isDone(i),
  );
  return {
    steps: standings,
    done: steps.filter((_, i) => isDone(i)).length,
    percent,
    next: steps.find((_, i) => !isDone(i)),
    stuck: hard?.step,
    missing,
    isFinished: badge !== undefined && percent >= badge.pass && missing.length === 0,
  };
}

function standingAt({ isTask }: Step, answers: readonly KeptAnswer[]): StepStanding {
  const scored = answers.filter(({ score }) => score !== null);
  if (isTask) {
    const said = scored.filter(({ by }) => by !== null).toSorted((a, b) => a.came - b.came);
    return { score: said.at(-1)?.score ?? undefined, wrong: 0 };
  }
  if (scored.length === 0) return { score: undefined, wrong: 0 };
  return {
    score: Math.max(...scored.map(({ score }) => score!)),
    wrong: scored.filter(({ score }) => score! < FULL).length,
  };
}

const keyOf = ({ lesson, exercise }: Pick<Step, "lesson" | "exercise">): string =>
  `${lesson} ${exercise}`;
const lastOf = (answers: readonly KeptAnswer[]): number =>
  Math.max(0, ...answers.map(({ came }) => came));
