/** What the board of a class says, from what is kept of it: pure. */
import {
  exercisesOf,
  textIn,
  type Course,
  type Exercise,
  type ToldCourse,
} from "../../courses/api.ts";
import type { Learner } from "../private/rows.ts";
import type { HeldClass } from "../room.ts";
import type { BoardClass } from "./answers.ts";
import type { Standing, Step } from "../standing.ts";
import { placeKey, standingBy, type Tallies } from "./tallies.ts";

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
  /** The same thing while they have answered nothing and the course is as it was. */
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
  const steps = toldSteps(held, lang);
  const of = new Map(steps.map((step) => [placeKey(step), step]));
  const told = (step: Step | undefined) => step && of.get(placeKey(step));
  const here = new Set(held.attendance.filter((one) => one.day === day).map((one) => one.learner));
  const tasks = steps.map((task, at) => ({ task, at })).filter(({ task }) => task.isTask);
  const rows = held.learners.map((learner): Row => {
    const tallies = held.tallies.get(learner.id);
    const standing = standingOnce(held.course?.thing ?? NO_COURSE, held.steps, tallies);
    return {
      learner,
      standing,
      next: told(standing.next),
      stuck: told(standing.stuck),
      tasks: tasks.map(({ task, at }) => ({
        task,
        at,
        isShown: standing.steps[at]!.score === 1000,
        said: tallies?.of.get(placeKey(task))?.sayings ?? 0,
      })),
      isHere: here.has(learner.id),
      last: tallies?.last,
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
    last: latest(rows),
  };
}

const NO_COURSE = {};
const NO_STEPS: readonly Told[] = [];
const NOTHING = {};
const standings = new WeakMap<object, WeakMap<object, Standing>>();

/** Forty learners times sixty exercises are added up when something is new, and not whenever somebody looks. */
function standingOnce(
  course: Pick<Course, "badge">,
  steps: readonly Step[],
  tallies: Tallies | undefined,
): Standing {
  let of = standings.get(course);
  if (!of) standings.set(course, (of = new WeakMap()));
  let standing = of.get(tallies ?? NOTHING);
  if (!standing) of.set(tallies ?? NOTHING, (standing = standingBy(course, steps, tallies)));
  return standing;
}

const toldIn = new WeakMap<object, Map<string, readonly Told[]>>();

/** The exercises of the course in this language; where a translation lacks one, in the course's own. The same list while it is as it was. */
export function toldSteps(
  held: Pick<HeldClass, "course" | "steps">,
  lang: string,
): readonly Told[] {
  if (!held.course) return NO_STEPS;
  const { thing } = held.course;
  let of = toldIn.get(thing);
  if (!of) toldIn.set(thing, (of = new Map()));
  let told = of.get(lang);
  if (!told) of.set(lang, (told = toldOf(held.course, held.steps, lang)));
  return told;
}

function toldOf(course: ToldCourse, steps: readonly Step[], lang: string): readonly Told[] {
  const own = textIn(course, course.thing.language).lessons;
  const lessons = new Map([...own, ...textIn(course, lang).lessons].map((one) => [one.id, one]));
  const found = new Map<string, Exercise>();
  for (const { id, markdown } of [...own, ...lessons.values()])
    for (const one of exercisesOf(markdown))
      found.set(placeKey({ lesson: id, exercise: one.id }), one);
  return steps.map((step) => {
    const exercise = found.get(placeKey(step))!;
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

function latest(rows: readonly Row[]): number | undefined {
  const all = rows.flatMap(({ last }) => last ?? []);
  return all.length === 0 ? undefined : Math.max(...all);
}

export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
