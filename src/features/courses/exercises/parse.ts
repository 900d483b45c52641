/** A lesson as what is read and what is practised, in their order. */
import * as v from "valibot";
import { found, misfits, fieldName } from "../../../platform/folder/problem.ts";
import { parseTree, TreeError } from "../../../platform/folder/tree.ts";
import { unfold } from "../../../platform/folder/form.ts";
import { exerciseProblems, formOf, SORTS, unmade, type Exercise, type Sort } from "./form.ts";

export type Part =
  | { readonly is: "text"; readonly markdown: string }
  | { readonly is: "exercise"; readonly exercise: Exercise };

export interface LessonProblem {
  /** Counted from the first line of the lesson's text, which is 1. */
  readonly line: number;
  /** Of the exercise: `answers[1].text`; empty where all of it is meant. */
  readonly field: string;
  /** "expected …, found …" */
  readonly message: string;
}

const FENCE = /^```exercise[ \t]*$/;
const END = /^```[ \t]*$/;
export const MOST_EXERCISES = 60; // of one lesson: more is a day, not a lesson

/** The lines of a text, or of an exercise with its fences */
export interface Block {
  readonly is: Part["is"];
  readonly lines: readonly string[];
  /** From 0. */
  readonly at: number;
  /** Whether a line ends the exercise. */
  readonly hasEnd: boolean;
}

/** A lesson cut into texts and exercises by turns, a text first and last: each line of it, in its order, is in one of them. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  const put = (is: Block["is"], at: number, end: number, hasEnd = true) =>
    blocks.push({ is, at, lines: lines.slice(at, end), hasEnd });
  const next = (from: number, what: RegExp): number => {
    for (let i = from; i < lines.length; i++) if (what.test(lines[i]!)) return i;
    return -1;
  };
  let at = 0;
  for (;;) {
    const fence = next(at, FENCE);
    put("text", at, fence < 0 ? lines.length : fence);
    if (fence < 0) return blocks;
    const end = next(fence + 1, END);
    at = end < 0 ? lines.length : end + 1;
    put("exercise", fence, at, end >= 0);
  }
}

/** The parts of a lesson, and what is wrong with its exercises; one that cannot be read is left out of the parts. */
export function parseLesson(markdown: string): {
  readonly parts: readonly Part[];
  readonly problems: readonly LessonProblem[];
} {
  const parts: Part[] = [];
  const problems: LessonProblem[] = [];
  for (const { is, lines, at, hasEnd } of blocksOf(markdown)) {
    const text = lines.join("\n").trim();
    if (is === "text") {
      if (text !== "") parts.push({ is, markdown: text });
    } else if (!hasEnd)
      problems.push({
        line: at + 1,
        field: "",
        message: "expected a line ``` that ends the exercise, found none",
      });
    else {
      const read = readExercise(lines.slice(1, -1).join("\n"));
      if (read.exercise) parts.push({ is, exercise: read.exercise });
      problems.push(...read.problems.map((one) => ({ ...one, line: one.line + at + 1 })));
    }
  }
  return { parts, problems: [...problems, ...twice(parts)] };
}

/** @param yaml without its fence; lines are counted from 1 */
function readExercise(yaml: string): {
  readonly exercise?: Exercise;
  readonly problems: readonly LessonProblem[];
} {
  try {
    const { value } = parseTree(yaml, { format: "yaml", form: [] });
    const fields = v.is(v.record(v.string(), v.unknown()), value) ? value : {};
    const sorts = SORTS.filter((sort) => Object.hasOwn(fields, sort));
    const [sort] = sorts;
    if (sort === undefined || sorts.length > 1)
      return one(
        1,
        "",
        `expected the question under one of ${SORTS.join(", ")}, found ${found(sort === undefined ? value : sorts.join(" and "))}`,
      );
    const form = unfold(formOf(sort));
    const tree = parseTree(yaml, { format: "yaml", form });
    const wrong = misfits(formOf(sort), tree.value);
    if (wrong.length > 0)
      return {
        problems: wrong.map(({ path, message }) => ({
          line: tree.lineOf(path),
          field: fieldName(path),
          message,
        })),
      };
    const exercise = { sort, ...(tree.value as object) } as Exercise;
    const own = exerciseProblems(exercise);
    const problems = (own.length > 0 ? own : unmade(exercise)).map(({ at, message }) => ({
      line: tree.lineOf([at]),
      field: at,
      message,
    }));
    return own.length > 0 ? { problems } : { exercise, problems };
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return one(error.line, "", error.message);
  }
}

const one = (line: number, field: string, message: string) => ({
  problems: [{ line, field, message }],
});

/** An id names one exercise of its lesson; answers are kept by it. */
function twice(parts: readonly Part[]): LessonProblem[] {
  const ids = parts.flatMap((part) => (part.is === "exercise" ? [part.exercise.id] : []));
  const again = ids.find((id, i) => ids.indexOf(id) < i);
  const problems: LessonProblem[] = [];
  if (again !== undefined)
    problems.push({
      line: 1,
      field: "id",
      message: `expected an id of its own, found ${again} again`,
    });
  if (ids.length > MOST_EXERCISES)
    problems.push({
      line: 1,
      field: "",
      message: `expected at most ${MOST_EXERCISES} exercises, found ${ids.length}`,
    });
  return problems;
}

/** The exercises of a lesson, in their order; those of the lessons asked for last are kept, as a class asks for the same ones all day. */
export function exercisesOf(markdown: string): readonly Exercise[] {
  const before = kept.get(markdown);
  if (before) return before;
  const all = parseLesson(markdown).parts.flatMap((part) =>
    part.is === "exercise" ? [part.exercise] : [],
  );
  keptSize += markdown.length;
  if (keptSize > MOST_KEPT) {
    kept.clear();
    keptSize = markdown.length;
  }
  kept.set(markdown, all);
  return all;
}
const kept = new Map<string, readonly Exercise[]>();
let keptSize = 0;
const MOST_KEPT = 1_000_000; // characters of lessons: three courses of the largest size

/** What has to be the same in every language: ids, kinds and how many answers there are. */
export const skeletonOf = (of: Exercise): string => {
  const count: Partial<Record<Sort, unknown>> = {};
  if (of.sort === "choice" || of.sort === "several")
    count[of.sort] = [of.sort === "several" && of.points, of.answers.map(({ right }) => !!right)];
  else if (of.sort === "order") count.order = of.items.length;
  else if (of.sort === "match") count.match = of.pairs.length;
  else if (of.sort === "cards") count.cards = of.sides.length;
  else if (of.sort === "number") count.number = [of.answer, of.tolerance];
  else if (of.sort === "gap") count.gap = of.gap.split("[").length;
  return JSON.stringify([of.id, of.sort, count]);
};
