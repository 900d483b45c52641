/** The words of the list of questions, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";

const en = {
  lang: "en",
  title: "Open questions",
  stand:
    "Questions our stories leave open, and the day on which we check each one again. Can you answer one?",
  story: "From the story {story}.",
  answer: "Answer this question",
  settled: "Answered",
  settledOn: "Answered on {day}:",
  source: "Source",
  noneOpen: "Every question has been answered.",
  /** After a number, at the desk. */
  due: "Questions to check again",
};

export const wordsIn = catalogue("questions", en);

export type QuestionWords = typeof en;
