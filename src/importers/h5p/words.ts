/** What a course says where its package says nothing. It stands in the course, in its language. */
import { catalogue } from "../../platform/words/catalogue.ts";

const en = {
  lang: "en",
  /** Said to a wrong answer. */
  look: "Read the question again.",
  yes: "True",
  no: "False",
  /** Asked above words with gaps. */
  cards: "What is on the other side?",
};

export const wordsIn = catalogue("h5p", en);
export type CourseWords = typeof en;
