/** What an exercise is: a fenced block ```` ```exercise ```` of YAML in a lesson, with an id and its question under the name of its kind. */
import * as v from "valibot";
import { flag, line, oneOf, paragraph, slug } from "../../../platform/folder/fields.ts";

const MOST = 12; // answers, gaps or pairs: more is a list and no question

const some = <S extends v.GenericSchema>(item: S, least: number, what: string) =>
  v.pipe(
    v.array(item, `a list of ${what}`),
    v.minLength(least, `at least ${least} ${what}`),
    v.maxLength(MOST, `at most ${MOST} ${what}`),
  );
/** What is said to an answer; of a wrong one it is said what to look at, not that one is wrong. */
const said = { right: v.optional(paragraph), wrong: paragraph };

const option = v.strictObject({ text: line, right: v.optional(flag) });
const options = some(option, 2, "answers");
const number = v.pipe(v.number("a number"), v.finite("a number"));

const forms = {
  /** One of the answers is right. */
  choice: v.strictObject({ id: slug, choice: paragraph, answers: options, ...said }),
  /** Some of them are. */
  several: v.strictObject({
    id: slug,
    several: paragraph,
    answers: options,
    /**
     * `minus`: a point for each right one, less one for each wrong one; `whole`: all of them or nothing. Else whatever is
     * picked or left as it should be is a point.
     */
    points: v.optional(oneOf("minus", "whole")),
    ...said,
  }),
  /** `[words|other words]` in the text are what is to be filled in. */
  gap: v.strictObject({ id: slug, gap: paragraph, ...said }),
  /** The items stand in their right order. */
  order: v.strictObject({ id: slug, order: paragraph, items: some(line, 2, "items"), ...said }),
  match: v.strictObject({
    id: slug,
    match: paragraph,
    pairs: some(v.strictObject({ of: line, is: line }), 2, "pairs"),
    ...said,
  }),
  number: v.strictObject({
    id: slug,
    number: paragraph,
    answer: number,
    /** How far off an answer may be and is right. */
    tolerance: v.pipe(number, v.minValue(0, "a number not below 0")),
    unit: v.optional(line),
    ...said,
  }),
  /** Turned over one by one; who turns them says what they knew. */
  cards: v.strictObject({
    id: slug,
    cards: paragraph,
    sides: some(v.strictObject({ front: line, back: line }), 1, "cards"),
    wrong: paragraph,
  }),
  /** Done with the hands and shown to a teacher. */
  task: v.strictObject({
    id: slug,
    task: paragraph,
    /** What a teacher looks for. */
    shown: paragraph,
    /** Courses that came in earlier say it; see `unmade`. */
    by: v.optional(oneOf("photo", "voice", "sign")),
    wrong: paragraph,
  }),
};
export type Sort = keyof typeof forms;
export const SORTS = Object.keys(forms) as readonly Sort[];

type Of<S extends Sort> = Readonly<v.InferOutput<(typeof forms)[S]>>;
export type Exercise = { [S in Sort]: { readonly sort: S } & Of<S> }[Sort];

/** The form of a sort, for whoever says what is wrong with one. */
export const formOf = (sort: Sort): v.GenericSchema => forms[sort];

/** Rules that no schema can say. @returns where, and "expected …, found …" */
export function exerciseProblems(
  one: Exercise,
): { readonly at: string; readonly message: string }[] {
  const rights =
    one.sort === "choice" || one.sort === "several"
      ? one.answers.filter(({ right }) => right).length
      : undefined;
  if (one.sort === "choice" && rights !== 1)
    return [{ at: "answers", message: `expected one answer with right: true, found ${rights}` }];
  if (one.sort === "several" && rights === 0)
    return [{ at: "answers", message: "expected an answer with right: true, found none" }];
  if (one.sort === "gap" && gapsOf(one.gap).length === 0)
    return [{ at: "gap", message: "expected words in [brackets] to fill in, found none" }];
  if (one.sort === "gap" && gapsOf(one.gap).length > MOST)
    return [{ at: "gap", message: `expected at most ${MOST} gaps, found more` }];
  const listed = { order: "items", match: "pairs" } as const;
  if (one.sort === "order" || one.sort === "match") {
    const texts = one.sort === "order" ? one.items : one.pairs.map(({ is }) => is);
    const twice = texts.find((text, i) => texts.indexOf(text) < i);
    if (twice !== undefined)
      return [{ at: listed[one.sort], message: `expected each once, found ${twice} again` }];
  }
  return [];
}

/** What can be read and is not taken in, as nobody could do it yet. @returns where, and "expected …, found …" */
export const unmade = (one: Exercise): { readonly at: string; readonly message: string }[] =>
  one.sort === "task" && one.by !== undefined
    ? [
        {
          at: "by",
          message: `expected no \`by\`, as nothing can be handed in yet: a task is shown to a teacher; found ${one.by}. Leave the line out`,
        },
      ]
    : [];

const GAP = /\[([^[\]]{1,200})\]/g;

/** What may be filled into each gap of a text, in their order. */
export const gapsOf = (text: string): string[][] =>
  [...text.matchAll(GAP)].map(([, words = ""]) => words.split("|").map((one) => one.trim()));

/** The text around the gaps: one piece more than there are gaps. */
export const aroundGaps = (text: string): string[] => text.split(/\[[^[\]]{1,200}\]/);
