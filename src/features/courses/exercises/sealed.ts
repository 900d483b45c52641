/**
 * An exercise as its page carries it: enough to judge an answer without a link, and nothing in which the right one can be read.
 * Of each right answer there is a hash, salted by the exercise's id, and what is said to a right answer opens with that answer
 * alone. It keeps nobody from trying all of four answers by a program: what an answer is worth in a class, the server says. Pure.
 */
import { sha256 } from "./digest.ts";
import type { Sort } from "./form.ts";
import { alike, numbersIn, readNumbers, type Answer } from "./judge.ts";

export interface Sealed {
  readonly id: string;
  readonly sort: Sort;
  /** How many answers, items, pairs, cards or gaps there are. */
  readonly count: number;
  readonly wrong: string;
  /** Of a number: how wide the steps are into which numbers are sorted, and where one begins. The right ones fill one step. */
  readonly steps?: readonly [width: number, begin: number] | undefined;
  /** Of each part of the answer, and there is more than one only where there are gaps: the hashes of what is right. */
  readonly parts: readonly (readonly string[])[];
  /** What there is to know more, and for each further hash of a part what makes its key that of the first. */
  readonly more?: readonly [text: string, shares: readonly (readonly string[])[]];
}

export const CHECK = 12; // letters of a hash that say whether it is the one; those after it are a key
const KEY = 16;

/** The same as `judge` says of it. @returns undefined where the answer is none of this exercise's form */
export function judgeSealed(
  one: Sealed,
  answer: Answer,
): { readonly isRight: boolean; readonly right?: string } | undefined {
  const { id, count, sort, steps, parts, more } = one;
  const said = saidIn({ sort, count, steps }, answer);
  if (!said) return undefined;
  const keys = said.map((all, i) => {
    for (const text of all) {
      const hash = hashOf(id, i, text);
      const at = parts[i]!.indexOf(hash.slice(0, CHECK));
      if (at >= 0) return mixed(keyOf(hash), at === 0 ? "" : (more?.[1][i]?.[at - 1] ?? ""));
    }
    return undefined;
  });
  if (keys.includes(undefined)) return { isRight: false };
  return { isRight: true, ...(more && { right: shown(more[0], keys as string[]) }) };
}

/** What was answered, in each way in which it may be right. */
export function saidIn(
  { sort, count, steps }: Pick<Sealed, "sort" | "count" | "steps">,
  answer: Answer,
): readonly (readonly string[])[] | undefined {
  if (typeof answer === "boolean") return undefined;
  if (sort === "gap")
    return answer.length === count ? answer.map((text) => wordsSaid(String(text))) : undefined;
  if (sort === "number") {
    const values = answer.length === 1 ? readNumbers(String(answer[0])) : [];
    return values.length > 0 ? [values.map((value) => stepOf(value, steps!))] : undefined;
  }
  const picked = numbersIn(answer, count);
  if (!picked || sort === "task") return undefined;
  if (sort === "choice") return picked.length === 1 ? [[picked.join()]] : undefined;
  if (sort === "several" || sort === "cards") return [[picked.toSorted((a, b) => a - b).join()]];
  return picked.length === count ? [[picked.join()]] : undefined;
}

/** The same words, or the same number. */
export const wordsSaid = (text: string): string[] => [
  `w${alike(text)}`,
  ...readNumbers(text).map((n) => `n${n}`),
];

export const stepOf = (value: number, [width, begin]: readonly [number, number]): string =>
  String(Math.floor((value - begin) / width));

export const hashOf = (id: string, part: number, said: string): string =>
  sha256(`${id} ${part} ${said}`);
export const keyOf = (hash: string): string => hash.slice(CHECK, CHECK + KEY);

/** Two keys as one, in hex; mixed again with either it is the other. */
export const mixed = (a: string, b: string): string =>
  Array.from(a, (digit, i) => (parseInt(digit, 16) ^ parseInt(b[i] ?? "0", 16)).toString(16)).join(
    "",
  );

const shown = (text: string, keys: readonly string[]): string =>
  new TextDecoder().decode(
    turned(
      Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!),
      keys,
    ),
  );

/** With the same keys a second time it is what it was. */
export function turned(bytes: Uint8Array, keys: readonly string[]): Uint8Array {
  const stream = Array.from({ length: Math.ceil(bytes.length / 32) }, (_, i) =>
    sha256(`${keys.join(" ")} ${i}`),
  ).join("");
  return bytes.map((byte, i) => byte ^ parseInt(stream.slice(2 * i, 2 * i + 2), 16));
}
