/** What the pages of listening share, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Listening",
  /** Stands on every page that shows what our detector says. */
  notTried: "This detector was trained on recordings and has not been tried in a forest.",
  lead: "Small listeners in a forest hear a motor and call the people who guard it. This page says how often they were right, so that nobody has to take it on trust.",
  description:
    "How often the listeners in a forest were right when they heard a motor, by place and month, and what their detector is.",
  what: "What listening is",
  hears:
    "A listener hangs in a tree and judges each second of sound there. When several sound like a motor, it sends one line of text, never the sound, to whoever is on watch. They go, and say what was there.",
  silent:
    "A listener that falls silent, or hears nothing any more, rings as loudly as one that hears a saw.",
  private:
    "Where a listener hangs, when it rang and who went is never said in public: it would help whoever cuts. A month is counted 30 days after its end, and only where at least three listeners were at work.",
  right: "How right it was",
  none: "No place reports yet. The first month of a place will stand here once three listeners have been at work there.",
  asTable: "As a table (CSV)",
  try: "Try the detector on this device",
  detector: "What the detector is",
  detectorIs: say(
    "{name} comes with this program: a small network that knows the hum of an engine by its even tones. It does not tell a chainsaw from another small engine. Detectors of others can speak to the same desk, and are counted apart.",
  ),
  /** As docs/listening-model.md has them. */
  figures:
    "On recordings of five seconds that it was not trained on, it finds nine of ten saws and takes 4 of 286 other sounds for one. Of saws over a background as strong as they are, it hears 72%.",
  /** As docs/listening-model.md has it. */
  falseAlarms:
    "In 33 minutes of recorded sounds without a motor it began 1 alarm, and none in 48 hours of rain, wind, insects and aircraft that a program made. So short a time says nothing about a week in a forest: each place first listens for a week, and then has a threshold of its own.",
  model:
    "What it was made from and how often it is wrong stands in {file}, which comes with the program.",
  here: "Listening here",
  byMonth: "Month by month",
  all: "How right it was, everywhere",
  months: counted("{n} month", "{n} months"),
  atWork: counted(
    "{sensors} listeners were at work in {month}, {n} day of listening together.",
    "{sensors} listeners were at work in {month}, {n} days of listening together.",
    "sensors",
    "month",
  ),
  atWorkSince: counted(
    "Listeners were at work from {first} to {last}, {n} day of listening together.",
    "Listeners were at work from {first} to {last}, {n} days of listening together.",
    "first",
    "last",
  ),
  noAlarm: "They heard no motor.",
  alarms: counted("They gave {n} alarm.", "They gave {n} alarms."),
  known: counted(
    "Somebody went {n} time and said what was there: {right} right, {wrong} wrong.",
    "Somebody went {n} times and said what was there: {right} right, {wrong} wrong.",
    "right",
    "wrong",
  ),
  share: say(
    "So {share} were right. From so many cases the true share may lie anywhere from {low} to {high} (95% interval).",
    "share",
    "low",
    "high",
  ),
  unknown: say("Of {n} alarms in all, nobody said of {unknown} what was there.", "n", "unknown"),
  minutes: counted(
    "Half of those that were answered were answered within {n} minute.",
    "Half of those that were answered were answered within {n} minutes.",
  ),
  muted: counted(
    "{n} more time it was in hours of planned felling, and nobody was called.",
    "{n} more times it was in hours of planned felling, and nobody was called.",
  ),
  silences: counted(
    "{n} time a listener had fallen silent, heard nothing any more or had a wrong clock.",
    "{n} times a listener had fallen silent, heard nothing any more or had a wrong clock.",
  ),
  ofDetector: say(
    "{name}: {right} right, {wrong} wrong, {unknown} unknown.",
    "name",
    "right",
    "wrong",
    "unknown",
  ),
  others: "Other detectors",
  table: {
    label: "How right it was, by month",
    month: "Month",
    listeners: "Listeners",
    days: "Days of listening",
    alarms: "Alarms",
    right: "Right",
    wrong: "Wrong",
    unknown: "Nobody said",
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
      "Five seconds of a chainsaw, as the detector keeps them with an alarm: 24 bands of tone, four columns a second. Words cannot be had back from it.",
  },
};

export const wordsIn = catalogue("listening", en);
export type ListeningWords = typeof en;
