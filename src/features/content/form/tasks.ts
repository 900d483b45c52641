/** The tasks in the lessons of a course, as its form has them. */
import { rowsIn, type Typed } from "./typed.ts";

const MOST_LETTERS = 200; // of a question: it says which one is meant

interface Task {
  readonly question: string;
  /** Its title. */
  readonly lesson: string;
}

/** By id, of the lessons as they stand in the form. */
export function tasksIn(typed: Typed): ReadonlyMap<string, Task> {
  const found = new Map<string, Task>();
  for (const i of rowsIn(typed, "lessons")) {
    const lesson = typed[`lessons.${i}.title`] ?? "";
    for (const j of rowsIn(typed, `lessons.${i}.exercises`)) {
      const row = `lessons.${i}.exercises.${j}`;
      const id = typed[`${row}.id`] ?? "";
      if (typed[row] === "task" && id !== "")
        found.set(id, { question: shortened(typed[`${row}.task`] ?? ""), lesson });
    }
  }
  return found;
}

const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
