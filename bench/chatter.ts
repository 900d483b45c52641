/** Threads of made-up comments: words of many lengths, answers in three shapes. */
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { hashOf } from "../src/platform/private/submissions.ts";
import { COMMENT_SAID } from "../src/features/conversation/records.ts";
import { seeded } from "./many.ts";
import { vocabulary } from "./tongues.ts";

/** What each answers: all the first one, each the one before it, or any earlier one and none. */
export const SHAPES = ["all to one", "one chain", "mixed"] as const;
type Shape = (typeof SHAPES)[number];

interface Draft {
  readonly kind: string;
  readonly body: JsonObject;
}

/** @param from the number of the first one: the same numbers give the same comments */
export function chatter(about: string, shape: Shape, count: number, from = 0): Draft[] {
  const words = vocabulary("en");
  const ofTongue = { ar: vocabulary("ar"), hi: vocabulary("hi") };
  return Array.from({ length: count }, (_, at) => {
    const n = from + at;
    const random = seeded(n * 31 + shape.length);
    const language = n % 11 === 3 ? "ar" : n % 13 === 5 ? "hi" : "en";
    const known = language === "en" ? words : ofTongue[language];
    const word = () => known[Math.floor(known.length ** random()) - 1]!;
    const length = Math.ceil(3 + 90 * random() ** 3);
    const text = Array.from({ length }, word).join(" ");
    const parent = parentOf(shape, n, random());
    const body = {
      id: idOf(about, n),
      about,
      ...(parent !== undefined && { answers: idOf(about, parent) }),
      language,
      text: n % 17 === 2 ? `${text}\n\n${text}` : text,
      ...(n % 4 > 0 && { name: `${word()} ${word()}` }),
      said: "2026-11-26",
    };
    return { kind: COMMENT_SAID, body };
  });
}

const idOf = (about: string, n: number): string => hashOf(`${about} ${n}`).slice(0, 32);

function parentOf(shape: Shape, n: number, chance: number): number | undefined {
  if (n === 0) return undefined;
  if (shape === "all to one") return 0;
  if (shape === "one chain") return n - 1;
  return chance < 0.4 ? undefined : Math.floor((n * (chance - 0.4)) / 0.6);
}
