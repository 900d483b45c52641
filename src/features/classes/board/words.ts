/** The words of the board of a class, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  again: "Look again",
  noCourse: "The course of this class was withdrawn. What was answered is still kept.",
  nobody: "Nobody is in this class yet.",
  addLearners: "Write down who learns here",
  /** Above the rows. */
  here: say("{n} of {of} are here", "n", "of"),
  finished: say("{n} of {of} have finished", "n", "of"),
  lastAnswer: say("Last answer {ago}", "ago"),
  noAnswer: "No answer yet",
  holds: counted("{n} answer is still on a device", "{n} answers are still on devices"),
  onDevices: counted(
    "on {n} device, silent since {ago}",
    "on {n} devices, one silent since {ago}",
    "ago",
  ),
  holdsHint: "Leave the device on and near this laptop. What it holds arrives by itself.",
  holdsNone: "No device holds back an answer.",
  stuck: "Go there first",
  stuckNone: "Nobody is stuck.",
  stuckOn: "Stuck on",
  wrong: counted("{n} wrong answer", "{n} wrong answers"),
  tried: counted("{n} exercise tried, not right yet", "{n} exercises tried, not right yet"),
  notBegun: "Not begun yet",
  /** How long ago. */
  moment: "a moment ago",
  minutes: counted("{n} minute ago", "{n} minutes ago"),
  hours: counted("{n} hour ago", "{n} hours ago"),
  days: counted("{n} day ago", "{n} days ago"),
  /** A row. */
  learners: "Everybody",
  next: "Next",
  allDone: "All exercises are done.",
  done: say("{n} of {of} done", "n", "of"),
  percent: say("{n} %"),
  isHere: "Here",
  hereOf: say("{name} is here", "name"),
  shut: counted(
    "After five wrong numbers the card is shut for {n} minute more.",
    "After five wrong numbers the card is shut for {n} minutes more.",
  ),
  openAgain: "Open it now",
  openOf: say("Open the card of {name} now", "name"),
  shownOf: say("{name} showed me: {task}", "name", "task"),
  hasFinished: "Finished",
  shown: "Shown to me",
  tasks: "Tasks to look at",
  looksFor: "Look for",
  day: "Attendance of",
  today: "today",
  dayList: "Days of the class",
  tapHint: "Tap once to set, tap again to take it back.",
  notKept: "That was not kept. Look whether the laptop is reached, then tap again.",
  goneLearner: "Nothing was kept: this learner is in the class no more.",
  otherDay: "Nothing was kept: that is no day of this class.",
  goneTask: "Nothing was kept: the course has no such task any more.",
  /** Lists to print. */
  listTitle: say("{name}: lists", "name"),
  attendance: "Who was there",
  attendanceNone: "Nobody was marked as here yet.",
  learner: "Learner",
  sum: "Days",
  wasHere: "was here",
  print: "Print this page from your browser’s menu.",
  whoFinished: "Who has finished",
  rule: say(
    "{pass} % of the exercises right, and these shown to a teacher: {tasks}.",
    "pass",
    "tasks",
  ),
  ruleAlone: say("{pass} % of the exercises right."),
  noRule: "The course gives no badge, so there is no rule for when somebody has finished.",
  exercises: "Done",
  right: "Right",
  triedColumn: "Tried, not right yet",
  missing: "Still to show",
  back: "Back to the board",
};

export const wordsIn = catalogue("classes-board", en);
export type BoardWords = typeof en;

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]; // ms

/** A clock that was put back makes it a moment. */
export function agoIn(words: BoardWords, ms: number): string {
  if (ms < MINUTE) return words.moment;
  if (ms < HOUR) return words.minutes(Math.floor(ms / MINUTE));
  if (ms < 2 * DAY) return words.hours(Math.floor(ms / HOUR));
  return words.days(Math.floor(ms / DAY));
}
