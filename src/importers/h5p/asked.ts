/** What every kind of question needs: what is said to answers, how long a text may be. */
import type { Notes } from "../shortcodes.ts";
import { words } from "./html.ts";
import { fieldsOf, listOf, textOf, type Fields } from "./package.ts";
import type { CourseWords } from "./words.ts";

/** The fields of an exercise, its question under the name of its kind first; its id is given where the course is made. */
export type Made = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly params: Fields;
  readonly words: CourseWords;
  readonly notes: Notes;
}
/** What came of it, or why nothing did. */
export type Came = readonly Made[] | string;

export const MOST = 12; // answers or cards, as the form of an exercise has it
export const MOST_LINE = 500; // characters, likewise
const MOST_PARAGRAPH = 5000;

export const short = (text: string): boolean => text !== "" && text.length <= MOST_LINE;
/** A question, which nobody wants by halves. @throws RangeError where it is longer than one may be */
export function whole(text: string, most = MOST_PARAGRAPH): string {
  if (text.length > most)
    throw new RangeError(
      `it has ${text.length} characters where a course has room for at most ${most} characters`,
    );
  return text.trim();
}
export const paragraph = (text: string): string => text.slice(0, MOST_PARAGRAPH).trim();

/** What is said to answers, in words; what is wrong always has some. */
export function said(
  { words: own }: Pick<Asked, "words">,
  right: readonly string[],
  wrong: readonly string[],
): Made {
  const all = (texts: readonly string[]) =>
    paragraph([...new Set(texts.filter((one) => one !== ""))].join(" "));
  const yes = all(right);
  return { ...(yes !== "" && { right: yes }), wrong: all(wrong) || own.look };
}

/** What is said to a share of the points: to all of them, and to the least. */
export function overall(
  params: Fields,
  notes: Notes,
): { readonly best: string; readonly least: string } {
  const ranges = listOf(
    fieldsOf(params["overallFeedback"])["overallFeedback"] ?? params["overallFeedback"],
  )
    .map(fieldsOf)
    .map(({ from, to, feedback }) => {
      const text = words(textOf(feedback), notes);
      if (/[@:](?:score|total|num|correct)/i.test(text)) {
        notes.add("what was said with the number of points was left out");
        return { from: Number(from), to: Number(to), text: "" };
      }
      return { from: Number(from), to: Number(to), text };
    })
    .filter(({ text }) => text !== "");
  if (ranges.length > 2)
    notes.add("of what was said to a share of the points, the first and the last stay");
  return {
    best: ranges.find(({ to }) => to >= 100)?.text ?? "",
    least: ranges.find(({ from, to }) => from <= 0 && to < 100)?.text ?? "",
  };
}
