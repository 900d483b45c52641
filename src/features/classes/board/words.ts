/** The words of the board of a class, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  again: "Refresh",
  noCourse: "This class’s course was withdrawn. The class’s answers are still kept.",
  nobody: "There is nobody in this class yet.",
  addLearners: "Add learners",
  /** Above the rows. */
  here: say("{n} of {of} learners are here", "n", "of"),
  finished: say("{n} of {of} learners have finished", "n", "of"),
  lastAnswer: say("Last answer {ago}", "ago"),
  noAnswer: "No answer yet",
  holds: counted("{n} answer is still on a device", "{n} answers are still on devices"),
  onDevices: counted(
    "on {n} device, last heard from {ago}",
    "on {n} devices, one last heard from {ago}",
    "ago",
  ),
  holdsHint:
    "Leave the device switched on and near this laptop. Its answers will arrive automatically.",
  holdsNone: "No answers are left on devices.",
  stuck: "Help these learners first",
  stuckNone: "Nobody is stuck.",
  stuckOn: "Stuck on",
  wrong: counted("{n} wrong answer", "{n} wrong answers"),
  tried: counted("{n} exercise tried but not yet right", "{n} exercises tried but not yet right"),
  notBegun: "Not started yet",
  /** How long ago. */
  moment: "a moment ago",
  minutes: counted("{n} minute ago", "{n} minutes ago"),
  hours: counted("{n} hour ago", "{n} hours ago"),
  days: counted("{n} day ago", "{n} days ago"),
  /** A row. */
  learners: "Everyone",
  next: "Next",
  allDone: "All exercises are done.",
  done: say("{n} of {of} done", "n", "of"),
  percent: say("{n} %"),
  isHere: "Here",
  hereOf: say("{name} is here", "name"),
  shut: counted(
    "Five wrong numbers were entered, so the card is locked for {n} more minute.",
    "Five wrong numbers were entered, so the card is locked for {n} more minutes.",
  ),
  openAgain: "Unlock it now",
  openOf: say("Unlock {name}’s card now", "name"),
  shownOf: say("{name} showed me this task: {task}", "name", "task"),
  hasFinished: "Finished",
  shown: "Shown to me",
  tasks: "Tasks to check",
  looksFor: "What to look for",
  day: "Attendance on",
  today: "today",
  dayList: "Class days",
  tapHint: "Tap once to mark someone present; tap again to undo.",
  notKept: "Your tap was not saved. Check the connection to the laptop, then tap again.",
  goneLearner: "Nothing was saved: this learner is no longer in the class.",
  otherDay: "Nothing was saved: the class does not meet on that day.",
  goneTask: "Nothing was saved: the course no longer has this task.",
  /** Lists to print. */
  listTitle: say("{name}: lists", "name"),
  attendance: "Attendance list",
  attendanceNone: "Nobody has been marked as present yet.",
  learner: "Learner",
  sum: "Days",
  wasHere: "was here",
  print: "Print this page from your browser’s menu.",
  whoFinished: "Who has finished",
  rule: say(
    "To finish, get {pass}% of the exercises right and show these tasks to a teacher: {tasks}.",
    "pass",
    "tasks",
  ),
  ruleAlone: say("To finish, get {pass}% of the exercises right."),
  noRule: "The course has no badge, so there is no rule for finishing it.",
  exercises: "Done",
  right: "Right",
  triedColumn: "Tried but not yet right",
  missing: "Tasks still to be shown",
  back: "Back to the class board",
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
