/** What the board of a class says, from what is kept of it: pure. */
import { exercisesOf, textIn, type Exercise } from "../../courses/api.ts";
import type { Learner } from "../private/rows.ts";
import { standingsOf, type HeldClass } from "../room.ts";
import type { BoardClass } from "./answers.ts";
import type { Standing, Step } from "../standing.ts";

/** An exercise as a teacher reads it. */
export interface Told extends Step {
  /** The title of its lesson. */
  readonly title: string;
  readonly question: string;
  /** Of a task: what a teacher looks for. */
  readonly shown?: string;
}

export interface Row {
  readonly learner: Learner;
  readonly standing: Standing;
  readonly next: Told | undefined;
  readonly stuck: Told | undefined;
  readonly tasks: readonly TaskOf[];
  readonly isHere: boolean;
  /** When their last answer came. */
  readonly last: number | undefined;
}

export interface TaskOf {
  readonly task: Told;
  /** Its place among the exercises. */
  readonly at: number;
  readonly isShown: boolean;
  /** How often a teacher said something of it: the next saying has an id of its own, and the same one said twice is one. */
  readonly said: number;
}

export interface Board {
  /** The language that the course is told in here. */
  readonly lang: string;
  readonly title: string | undefined;
  readonly steps: readonly Told[];
  /** By the number of the card: a row stays where it is while a finger is on its way. */
  readonly rows: readonly Row[];
  /** Whom to go to: those who wait longest first. */
  readonly stuck: readonly Row[];
  readonly finished: number;
  readonly here: number;
  /** Answers that lie on devices, on how many of these, and the one of them that was heard longest ago. */
  readonly held: { readonly answers: number; readonly devices: number; readonly seen: number };
  /** When the last answer of all came. */
  readonly last: number | undefined;
}

/** @param day the one whose attendance is told */
export function boardOf(held: BoardClass, lang: string, day: string): Board {
  const standings = standingsOf(held);
  const steps = toldSteps(held, lang);
  const of = new Map(steps.map((step) => [keyOf(step), step]));
  const told = (step: Step | undefined) => step && of.get(keyOf(step));
  const here = new Set(held.attendance.filter((one) => one.day === day).map((one) => one.learner));
  const said = sayings(held);
  const last = lastAnswers(held);
  const tasks = steps.map((task, at) => ({ task, at })).filter(({ task }) => task.isTask);
  const rows = held.learners.map((learner): Row => {
    const standing = standings.get(learner.id)!;
    return {
      learner,
      standing,
      next: told(standing.next),
      stuck: told(standing.stuck),
      tasks: tasks.map(({ task, at }) => ({
        task,
        at,
        isShown: standing.steps[at]!.score === 1000,
        said: said.get(`${learner.id} ${keyOf(task)}`) ?? 0,
      })),
      isHere: here.has(learner.id),
      last: last.get(learner.id),
    };
  });
  const holding = held.devices.filter(({ holds }) => holds > 0);
  return {
    lang: held.course ? textIn(held.course, lang).lang : lang,
    title: held.course && textIn(held.course, lang).title,
    steps,
    rows,
    stuck: rows
      .filter(({ stuck }) => stuck)
      .toSorted((a, b) => (a.last ?? 0) - (b.last ?? 0) || a.learner.number - b.learner.number),
    finished: rows.filter(({ standing }) => standing.isFinished).length,
    here: rows.filter(({ isHere }) => isHere).length,
    held: {
      answers: holding.reduce((sum, { holds }) => sum + holds, 0),
      devices: holding.length,
      seen: Math.min(...holding.map(({ seen }) => seen)),
    },
    last: last.size === 0 ? undefined : Math.max(...last.values()),
  };
}

/** The exercises of the course in this language; where a translation lacks one, in the course's own. */
export function toldSteps(
  { course, steps }: Pick<HeldClass, "course" | "steps">,
  lang: string,
): readonly Told[] {
  if (!course) return [];
  const own = textIn(course, course.thing.language).lessons;
  const lessons = new Map([...own, ...textIn(course, lang).lessons].map((one) => [one.id, one]));
  const found = new Map<string, Exercise>();
  for (const { id, markdown } of [...own, ...lessons.values()])
    for (const one of exercisesOf(markdown))
      found.set(keyOf({ lesson: id, exercise: one.id }), one);
  return steps.map((step) => {
    const exercise = found.get(keyOf(step))!;
    return {
      ...step,
      title: lessons.get(step.lesson)!.title,
      question: questionOf(exercise),
      ...(exercise.sort === "task" && { shown: exercise.shown }),
    };
  });
}

/** What is asked, without the answers to its gaps. */
export function questionOf(one: Exercise): string {
  const asked = (one as unknown as Readonly<Record<string, string>>)[one.sort]!;
  return one.sort === "gap" ? asked.replaceAll(/\[[^[\]]{1,200}\]/g, "…") : asked;
}

/** How often a teacher said something, by learner and task. */
function sayings({ answers }: BoardClass): ReadonlyMap<string, number> {
  const said = new Map<string, number>();
  for (const one of answers)
    if (one.by !== null) {
      const key = `${one.learner} ${keyOf(one)}`;
      said.set(key, (said.get(key) ?? 0) + 1);
    }
  return said;
}

/** When somebody answered last, by learner; what a teacher saw is no answer of theirs. */
function lastAnswers({ answers }: BoardClass): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { learner, by, came } of answers)
    if (by === null && came > (last.get(learner) ?? 0)) last.set(learner, came);
  return last;
}

const keyOf = ({ lesson, exercise }: Pick<Step, "lesson" | "exercise">): string =>
  `${lesson} ${exercise}`;

export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
