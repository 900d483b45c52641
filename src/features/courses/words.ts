/** The words of courses, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Courses",
  lead: "Learn how a connection is made, and try out what you learn on every page. You do not need to sign in.",
  description: "Lessons with exercises that you can read and try without signing in.",
  none: "No courses yet.",
  lessons: counted("{n} lesson", "{n} lessons"),
  hours: counted("{n} hour", "{n} hours"),
  begin: "Begin",
  /** Above the courses of a programme, on its page. */
  here: "Courses to take",
  every: "All courses",
  /** The programme that a course belongs to stands behind it. */
  partOf: "Part of:",
  inIt: "Course contents",
  sources: "Sources",
  licence: "Licence",
  lesson: say("Lesson {n} of {of}", "n", "of"),
  /** What it weighs stands behind it. */
  keep: "Save this course on this device:",
  before: "Previous lesson",
  next: "Next lesson",
  all: "All lessons",
  end: "That was the last lesson.",
  check: "Check",
  kept: "Your answers are checked here and are not stored.",
  right: "Right.",
  notYet: "Not yet.",
  unanswered: "Give an answer first, then check it.",
  yourAnswer: "Your answer",
  gap: say("Gap {n}", "n"),
  place: say("Place {n}", "n"),
  choose: "Choose",
  first: "Number each item: 1 comes first.",
  turn: "Turn it over",
  known: "I knew it",
  shown: "What your teacher looks for:",
  shownBy: "Show your answer to your teacher, or to someone who knows the subject.",
  machine: "This course is a machine translation, not yet checked by a person.",
  behind: "The original has changed since this was translated.",
  onlyIn: say(
    "This course has not been translated yet. You are reading the original, in {language}.",
  ),
};

export const wordsIn = catalogue("courses", en);
export type CourseWords = typeof en;
