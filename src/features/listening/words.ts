/** What the pages of listening share, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Listening",
  /** Stands on every page that shows what our detector says. */
  notTried: "This detector was trained on recordings and has not been tried in a forest.",
  lead: "Small listeners in a forest hear a motor and call the people who guard it. This page says how often they were right, so you need not take it on trust.",
  hears:
    "A listener hangs in a tree and judges each second of sound there. When several sound like a motor, it sends one line of text, never the sound, to the people on watch. They go, and say what was there.",
  silent:
    "A listener that falls silent, or no longer hears anything, raises the same alarm as one that hears a saw.",
  private:
    "We never say in public where a listener hangs, when it rang or who went: that would help the people who cut. A month is counted 30 days after it ends, and only where at least three listeners were at work.",
  none: "No place reports yet. A place’s first month appears here once three listeners have been at work there.",
  asTable: "As a table (CSV)",
  try: "Try the detector on this device",
  detector: "What the detector is",
  detectorIs:
    "Our detector is a small neural network that recognises the even hum of an engine. It cannot tell a chainsaw from another small engine. Other makers’ detectors can report here too, and are counted separately.",
  /** As docs/listening-model.md has them. */
  figures:
    "On five-second recordings that it was not trained on, it finds nine of ten saws and mistakes 4 of 286 other sounds for one. Where the background is as loud as the saw, it hears 72%.",
  /** As docs/listening-model.md has it. */
  falseAlarms:
    "In 33 minutes of recorded sounds without a motor it raised 1 alarm, and none in 48 hours of computer-made rain, wind, insects and aircraft. That is too short to say anything about a week in a forest: each place first listens for a week, and then has its own threshold.",
  here: "Listening here",
  all: "How accurate it was, everywhere",
  months: counted("{n} month", "{n} months"),
  atWork: counted(
    "{sensors} listeners were at work in {month}, {n} day of listening in all.",
    "{sensors} listeners were at work in {month}, {n} days of listening in all.",
    "sensors",
    "month",
  ),
  atWorkSince: counted(
    "Listeners were at work from {first} to {last}, {n} day of listening in all.",
    "Listeners were at work from {first} to {last}, {n} days of listening in all.",
    "first",
    "last",
  ),
  noAlarm: "They heard no motor.",
  alarms: counted("They raised {n} alarm.", "They raised {n} alarms."),
  known: counted(
    "Somebody went {n} time and said what was there: {right} right, {wrong} wrong.",
    "Somebody went {n} times and said what was there: {right} right, {wrong} wrong.",
    "right",
    "wrong",
  ),
  share: say(
    "So {share} were right. From this many cases, the true share may be anywhere from {low} to {high} (95% interval).",
    "share",
    "low",
    "high",
  ),
  unknown: say("Of {n} alarms in all, {unknown} have no report of what was there.", "n", "unknown"),
  minutes: counted(
    "Half of the answered alarms were answered within {n} minute.",
    "Half of the answered alarms were answered within {n} minutes.",
  ),
  muted: counted(
    "{n} more time it was during planned felling, and nobody was called.",
    "{n} more times it was during planned felling, and nobody was called.",
  ),
  silences: counted(
    "{n} time a listener fell silent, no longer heard anything or had a wrong clock.",
    "{n} times a listener fell silent, no longer heard anything or had a wrong clock.",
  ),
  ofDetector: say(
    "{name}: {right} right, {wrong} wrong, {unknown} unknown.",
    "name",
    "right",
    "wrong",
    "unknown",
  ),
  ours: "Our detector",
  others: "Other detectors",
  table: {
    label: "How accurate it was, by month",
    month: "Month",
    listeners: "Listeners",
    days: "Days of listening",
    alarms: "Alarms",
    right: "Right",
    wrong: "Wrong",
    unknown: "Not reported",
    share: "Right, where somebody went, with its 95% interval",
    range: say("{low} to {high}", "low", "high"),
    noneSeen: "nobody went",
    noAlarm: "no alarm",
  },
  proof: "The signed record",
  drawing: {
    title: "What a listener sees",
    alt: "Drawing of five seconds of a chainsaw: low tones below, high tones above, darker where it is louder.",
    about:
      "Five seconds of a chainsaw, as the detector keeps them with an alarm: 24 bands of tone, four columns a second. Speech cannot be recovered from it.",
  },
};

export const wordsIn = catalogue("listening", en);
export type ListeningWords = typeof en;
