/** Whether an answer is right. Pure and without packages; a page without a link judges by `sealed.ts`, to the same. */
import type { Exercise } from "./form.ts";

/**
 * What somebody answered: numbers of answers (from 0), the texts of gaps or of a number, the order or the partners by their
 * numbers, the cards that were known; `true` of a task that a teacher saw done.
 */
export type Answer = readonly number[] | readonly string[] | boolean;

export interface Judged {
  /** From 0 to 1: half of the gaps filled is half a point. */
  readonly score: number;
  readonly isRight: boolean;
}

/** What is said to an answer, as the page's script says it, too. */
export function verdictOf(
  { right, wrong }: { readonly right?: string | undefined; readonly wrong: string },
  judged: Pick<Judged, "isRight"> | undefined,
  words: Record<"right" | "notYet" | "unanswered", string>,
): { readonly first: string; readonly more?: string | undefined } {
  if (!judged) return { first: words.unanswered };
  return judged.isRight
    ? { first: words.right, more: right }
    : { first: words.notYet, more: wrong };
}

/** How many answers, items, pairs, cards or gaps it has. */
export function countOf(one: Exercise): number {
  switch (one.sort) {
    case "choice":
    case "several":
      return one.answers.length;
    case "order":
      return one.items.length;
    case "match":
      return one.pairs.length;
    case "cards":
      return one.sides.length;
    case "gap":
      return gapsIn(one.gap).length;
    default:
      return 1;
  }
}

/** Of a number: what is written with three decimals is no closer than a float can say. */
export const SLACK = 1e-12;

const of = (right: number, all: number): Judged => ({
  score: all === 0 ? 0 : right / all,
  isRight: all > 0 && right === all,
});

/** @returns undefined where the answer is none of this exercise's form */
export function judge(one: Exercise, answer: Answer): Judged | undefined {
  if (one.sort === "task") return typeof answer === "boolean" ? of(Number(answer), 1) : undefined;
  if (typeof answer === "boolean") return undefined;
  switch (one.sort) {
    case "choice": {
      const [picked, ...more] = numbersIn(answer, one.answers.length) ?? [];
      if (picked === undefined || more.length > 0) return undefined;
      return of(one.answers[picked]!.right ? 1 : 0, 1);
    }
    case "several": {
      const picked = numbersIn(answer, one.answers.length);
      if (!picked) return undefined;
      const isAsItShould = one.answers.map(({ right = false }, i) => right === picked.includes(i));
      const asked = isAsItShould.filter(Boolean).length;
      if (one.points === undefined) return of(asked, one.answers.length);
      if (one.points === "whole") return of(asked === one.answers.length ? 1 : 0, 1);
      const rights = one.answers.filter(({ right }) => right).length;
      const found = picked.filter((n) => one.answers[n]!.right).length;
      const { score } = of(Math.max(0, 2 * found - picked.length), rights);
      return { score, isRight: asked === one.answers.length };
    }
    case "order":
      return places(answer, one.items.length);
    case "match":
      return places(answer, one.pairs.length);
    case "cards": {
      const known = numbersIn(answer, one.sides.length);
      return known && of(known.length, one.sides.length);
    }
    case "number": {
      const values = answer.length === 1 ? readNumbers(String(answer[0])) : [];
      if (values.length === 0) return undefined;
      const most = one.tolerance + SLACK * Math.max(1, Math.abs(one.answer));
      return of(values.some((value) => Math.abs(value - one.answer) <= most) ? 1 : 0, 1);
    }
    default: {
      const gaps = gapsIn(one.gap);
      if (answer.length !== gaps.length) return undefined;
      return of(
        gaps.filter((words, i) => words.some((word) => isSame(word, String(answer[i])))).length,
        gaps.length,
      );
    }
  }
}

/** What may be filled into each gap, in their order. */
export const gapsIn = (text: string): string[][] =>
  [...text.matchAll(/\[([^[\]]{1,200})\]/g)].map(([, words = ""]) => words.split("|"));

/** Different whole numbers below `most`. */
export function numbersIn(answer: Answer, most: number): readonly number[] | undefined {
  const all = (answer as readonly unknown[]).map(Number);
  const fit = all.every(
    (n, i) => Number.isInteger(n) && n >= 0 && n < most && all.indexOf(n) === i,
  );
  return fit ? all : undefined;
}

/** How many stand where they belong, of a whole order. */
function places(answer: Answer, count: number): Judged | undefined {
  const order = numbersIn(answer, count);
  if (order?.length !== count) return undefined;
  return of(order.filter((n, i) => n === i).length, count);
}

/** Of Arabic, Persian and Devanagari, each from 0 to 9. */
const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९";

/**
 * `5.5`, `5,5`, `1 200`, `٥٫٥` and `-3` are numbers. `1,231` is two: more than a thousand to some, a little more than one to
 * others, and nobody writes it down in which form they count. None for what is no number.
 */
export function readNumbers(text: string): readonly number[] {
  const plain = text
    .trim()
    .slice(0, 40)
    .replaceAll(/[٠-٩۰-۹०-९]/g, (digit) => String(DIGITS.indexOf(digit) % 10))
    .replaceAll("−", "-")
    .replaceAll("٬", "")
    .replaceAll(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3}(?!\d))/g, "");
  if (plain.includes("٫")) return decimal(plain.replace("٫", "."));
  return [...decimal(plain.replace(",", ".")), ...grouped(plain, ","), ...grouped(plain, ".")];
}

const decimal = (plain: string): number[] =>
  /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? [Number(plain)] : [];

/** `1,231`, `1,00,000`, `1.234.567,8`: with this sign between the thousands, and the other one before the decimals. */
function grouped(plain: string, sign: "," | "."): number[] {
  const [whole = "", ...rest] = plain.split(sign === "," ? "." : ",");
  if (!GROUPS[sign].test(whole)) return [];
  return decimal([whole.replaceAll(sign, ""), ...rest].join("."));
}
const GROUPS = {
  ",": /^[+-]?[1-9]\d{0,2}(?:,\d{2,3}){0,4},\d{3}$/,
  ".": /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){1,5}$/,
};

/** The same words, or the same number: `0.6`, `0,6` and `०.६`. */
function isSame(asked: string, said: string): boolean {
  const numbersSaid = readNumbers(said);
  return (
    alike(asked) === alike(said) || readNumbers(asked).some((one) => numbersSaid.includes(one))
  );
}

/** Case, blanks, accents' composition and the point at the end are no mistakes. */
export const alike = (text: string): string =>
  text
    .normalize("NFKC")
    .toLocaleLowerCase("en")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[.!?。।؟]$/, "");
