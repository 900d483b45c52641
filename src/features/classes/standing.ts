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

/** What a right answer is worth. */
export const FULL = 1000;
const STUCK = 2; // wrong answers

type Lessons = Pick<Course, "lessons">;
const stepped = new WeakMap<Lessons, readonly Step[]>();

/** Every exercise of a course, in its order: the same list for the same course. */
export function stepsOf(course: Lessons): readonly Step[] {
  const before = stepped.get(course);
  if (before) return before;
  const steps = (course.lessons ?? []).flatMap(({ id, markdown }) =>
    exercisesOf(markdown).map((one) => ({
      lesson: id,
      exercise: one.id,
      isTask: one.sort === "task",
    })),
  );
  stepped.set(course, steps);
  return steps;
}

/** What of an answer says where somebody stands. */
export type Counted = Pick<KeptAnswer, "lesson" | "exercise" | "score" | "by" | "came">;

/** Of one exercise: the score that counts, how many were wrong, and when one came last. */
export interface Sum extends StepStanding {
  readonly last: number;
}

/** @param steps of the course, in its order @param answers of this learner alone, in any order */
export function standingOf(
  { badge }: Pick<Course, "badge">,
  steps: readonly Step[],
  answers: readonly Counted[],
): Standing {
  return standingFrom({ badge }, steps, summed(steps, answers));
}

/** @param sums of each exercise, in the same order */
export function standingFrom(
  { badge }: Pick<Course, "badge">,
  steps: readonly Step[],
  sums: readonly Sum[],
): Standing {
  const isDone = (i: number) => sums[i]!.score === FULL;
  let [done, sum, next, stuck] = [0, 0, -1, -1];
  for (const [i, { score = 0, wrong, last }] of sums.entries()) {
    sum += score;
    if (score === FULL) done += 1;
    else if (next < 0) next = i;
    if (score !== FULL && wrong >= STUCK && (stuck < 0 || last >= sums[stuck]!.last)) stuck = i;
  }
  const percent = steps.length === 0 ? 0 : Math.floor(sum / steps.length / 10);
  const missing = steps.filter(
    (step, i) => step.isTask && badge?.shown?.includes(step.exercise) === true && !isDone(i),
  );
  return {
    steps: sums,
    done,
    percent,
    next: steps[next],
    stuck: steps[stuck],
    missing,
    isFinished: badge !== undefined && percent >= badge.pass && missing.length === 0,
  };
}

/** How many exercises somebody has tried and not got right yet, and how many wrong answers they gave to those. */
export function triedOf({ steps }: Pick<Standing, "steps">): {
  readonly tried: number;
  readonly wrong: number;
} {
  const all = steps.filter(({ score, wrong }) => wrong > 0 && score !== FULL);
  return { tried: all.length, wrong: all.reduce((sum, { wrong }) => sum + wrong, 0) };
}

/** Of each exercise. A board, which is asked for again and again, adds up as answers come (board/tallies.ts): to the same. */
function summed(steps: readonly Step[], answers: readonly Counted[]): readonly Sum[] {
  const places = placesOf(steps);
  const sums = steps.map(() => ({
    score: undefined as number | undefined,
    wrong: 0,
    last: 0,
    said: -1,
  }));
  for (const { lesson, exercise, score, by, came } of answers) {
    const at = places.get(lesson)?.get(exercise);
    if (at === undefined) continue; // the course has it no more
    const sum = sums[at]!;
    if (came > sum.last) sum.last = came;
    if (score === null) continue;
    if (steps[at]!.isTask) {
      if (by === null || came < sum.said) continue;
      sum.said = came;
      sum.score = score;
    } else {
      sum.score = Math.max(sum.score ?? 0, score);
      if (score < FULL) sum.wrong += 1;
    }
  }
  return sums;
}

type Places = ReadonlyMap<string, ReadonlyMap<string, number>>;
const known = new WeakMap<readonly Step[], Places>();

/** The place of each exercise, by its lesson: once for all learners of a class. */
function placesOf(steps: readonly Step[]): Places {
  const before = known.get(steps);
  if (before) return before;
  const places = new Map<string, Map<string, number>>();
  for (const [i, { lesson, exercise }] of steps.entries()) {
    const within = places.get(lesson) ?? new Map<string, number>();
    places.set(lesson, within.set(exercise, i));
  }
  known.set(steps, places);
  return places;
}
