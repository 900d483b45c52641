/** The words of courses, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Courses",
  lead: "Learn how a connection is made, and try it out on every page. Nobody has to sign in.",
  description: "Lessons with exercises, to read and to try without signing in.",
  none: "There is no course here yet.",
  lessons: counted("{n} lesson", "{n} lessons"),
  hours: counted("{n} hour", "{n} hours"),
  begin: "Begin",
  /** Above the courses of a programme, on its page. */
  here: "Courses to learn from",
  every: "All courses",
  /** The programme that a course belongs to stands behind it. */
  partOf: "Belongs to:",
  inIt: "What is in it",
  sources: "Where this comes from",
  licence: "Licence",
  lesson: say("Lesson {n} of {of}", "n", "of"),
  /** What it weighs stands behind it. */
  keep: "Keep this course on this device:",
  before: "Lesson before",
  next: "Next lesson",
  all: "All lessons",
  end: "That was the last lesson.",
  check: "Look whether it is right",
  kept: "Your answers are looked at here and kept nowhere.",
  right: "Right.",
  notYet: "Not yet.",
  unanswered: "Give an answer first, then look.",
  yourAnswer: "Your answer",
  gap: say("Gap {n}", "n"),
  place: say("Place {n}", "n"),
  choose: "Choose",
  first: "Number each one: 1 comes first.",
  turn: "Turn it over",
  known: "I knew it",
  shown: "Your teacher looks for this:",
  shownBy: "Show it to your teacher, or to somebody who knows it.",
  machine: "A machine translated this course, and nobody has looked at it yet.",
  behind: "The original was changed after this translation.",
  onlyIn: say("Nobody has translated this course yet. It stands here in {language}."),
};

export const wordsIn = catalogue("courses", en);
export type CourseWords = typeof en;
