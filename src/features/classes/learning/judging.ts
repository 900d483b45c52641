/** What an answer is worth, by the exercise as it stands when it comes. */
import { exercisesOf, judge, textIn, type Answer, type Exercise } from "../../courses/api.ts";
import type { ToldCourse } from "../../courses/api.ts";

const MOST_LETTERS = 4000; // of one answer in JSON: twelve gaps of a hundred letters, escaped

/** In a lesson of a course, in a language; undefined where it is gone. */
export function exerciseIn(
  course: ToldCourse | undefined,
  lang: string,
  { lesson, exercise }: { readonly lesson: string; readonly exercise: string },
): Exercise | undefined {
  if (!course) return undefined;
  const found = textIn(course, lang).lessons.find(({ id }) => id === lesson);
  return found && exercisesOf(found.markdown).find(({ id }) => id === exercise);
}

/** Of 1,000, which only a right one has; null where the exercise is gone, or asks for another sort of answer now. */
export function scoreOf(exercise: Exercise | undefined, answer: Answer): number | null {
  const judged = exercise && exercise.sort !== "task" ? judge(exercise, answer) : undefined;
  if (!judged) return null;
  return judged.isRight ? 1000 : Math.min(999, Math.round(judged.score * 1000));
}

/** Numbers or texts, as a device sends them; that something was seen done is said by a teacher alone. */
export function readAnswer(value: unknown): Exclude<Answer, boolean> | undefined {
  if (!Array.isArray(value) || value.length > 12) return undefined;
  const all = value as readonly unknown[];
  const isOne =
    all.every((one) => Number.isSafeInteger(one)) || all.every((one) => typeof one === "string");
  return isOne && JSON.stringify(all).length <= MOST_LETTERS
    ? (all as Exclude<Answer, boolean>)
    : undefined;
}

/** An answer in words, for whoever reads what is kept of them. */
export function wordsOf(exercise: Exercise | undefined, answer: Answer): string {
  if (typeof answer === "boolean") return "";
  const texts = answer.map(String);
  const named = (of: readonly string[]) => texts.map((n) => of[Number(n)] ?? n).join(" · ");
  switch (exercise?.sort) {
    case "choice":
    case "several":
      return named(exercise.answers.map(({ text }) => text));
    case "order":
      return named(exercise.items);
    case "match":
      return exercise.pairs
        .map(({ of }, i) => `${of}: ${exercise.pairs[Number(texts[i])]?.is ?? ""}`)
        .join(" · ");
    case "cards":
      return named(exercise.sides.map(({ front }) => front));
    default:
      return texts.join(" · ");
  }
}
