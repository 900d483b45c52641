/** What a story does not know yet, in the language of its text where the translation has the words. Rules S38 and S39. */
import { createHash } from "node:crypto";
import type { Story } from "./fold.ts";
import type { Text } from "./text.ts";

export type Question = NonNullable<Story["questions"]>[number];
export interface Asked extends Question {
  /** Its place on pages, and its name in feeds: of its words in the story's own language. */
  readonly id: string;
  /** The question in the language of the text where that has it, and that language. */
  readonly words: string;
  readonly lang: string;
  /** The language of the story, in which its answer is. */
  readonly own: string;
}

/** In the order of the story. A translation that has fewer or more of them has none. */
export function questionsIn(
  { questions = [], language }: Story,
  { lang, translation }: Pick<Text, "lang" | "translation">,
): Asked[] {
  const said = translation?.questions;
  const isWhole = said?.length === questions.length;
  return questions.map((question, i) => ({
    ...question,
    id: `q-${createHash("sha256").update(question.ask).digest("hex").slice(0, 8)}`,
    words: isWhole ? said[i]! : question.ask,
    lang: isWhole ? lang : language,
    own: language,
  }));
}
