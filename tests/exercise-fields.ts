/** The fields that a browser sends of an exercise's form. */
import { valuesOf, type Answer, type Exercise } from "../src/features/courses/api.ts";

const NAMES = ["o", "a", ...Array.from({ length: 12 }, (_, i) => `o${i}`)];

/** @returns name and value, one after the other */
export const fieldsOf = (one: Exercise, answer: Answer): [name: string, value: string][] =>
  NAMES.flatMap((name) =>
    valuesOf(one, answer)(name).map((value) => [name, value] as [string, string]),
  );

export const queryOf = (one: Exercise, answer: Answer): string =>
  String(new URLSearchParams(fieldsOf(one, answer)));
