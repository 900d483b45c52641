/** What the pages of listening share, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Listening",
  /** Stands on every page that shows what our detector says. */
  notTried: "This detector was trained on recordings and has not been tried in a forest.",
  lead: "Listeners are small devices that alert a forest’s guards when they hear a motor. This page says how often listeners were right, so you need not take our word for it.",
  hears:
    "A listener hangs in a tree and checks the sound around it, second by second. When several seconds sound like a motor, it sends one line of text, never the sound, to the people on watch. They go there and report what they find.",
  silent:
    "A listener that falls silent, or stops hearing anything, triggers the same alarm as one that hears a saw.",
  private:
    "We never publish where a listener hangs, when it raised an alarm or who went there: that would help people who fell trees. A month is counted 30 days after it ends, and only where at least three listeners were at work.",
  none: "No place is reporting yet. A place’s first month appears here once three listeners have been at work there.",
  asTable: "Table (CSV)",
  try: "Try the detector on this device",
  detector: "About the detector",
  detectorIs:
    "Our detector is a small neural network that recognises an engine’s even hum. It cannot tell a chainsaw from another small engine. Other makers’ detectors can report here too, and are counted separately.",
  /** As docs/listening-model.md has them. */
  figures:
    "On five-second recordings it was not trained on, the detector finds nine out of ten saws and mistakes 4 of 286 other sounds for saws. Where the background is as loud as the saw, it hears 72% of saws.",
  /** As docs/listening-model.md has it. */
  falseAlarms:
    "In 33 minutes of recorded sounds without a motor, the detector raised 1 alarm; in 48 hours of computer-generated rain, wind, insects and aircraft, it raised none. These tests are too short to say anything about a week in a forest. Each place begins with a week of listening, after which it has its own threshold.",
  here: "Listening here",
  all: "How accurate the alarms were in all places",
  months: counted("{n} month", "{n} months"),
  atWork: counted(
    "In {month}, {sensors} listeners were at work, for {n} day of listening in total.",
    "In {month}, {sensors} listeners were at work, for {n} days of listening in total.",
    "sensors",
    "month",
  ),
  atWorkSince: counted(
    "Listeners were at work from {first} to {last}, for {n} day of listening in total.",
    "Listeners were at work from {first} to {last}, for {n} days of listening in total.",
    "first",
    "last",
  ),
  noAlarm: "The listeners heard no motor.",
  alarms: counted("The listeners raised {n} alarm.", "The listeners raised {n} alarms."),
  known: counted(
    "People went and reported on {n} alarm: {right} right, {wrong} wrong.",
    "People went and reported on {n} alarms: {right} right, {wrong} wrong.",
    "right",
    "wrong",
  ),
  share: say(
    "Of the checked alarms, {share} were right. With this many cases, the true share may be anywhere from {low} to {high} (95% interval).",
    "share",
    "low",
    "high",
  ),
  unknown: say(
    "Of {n} alarms in total, {unknown} have no report of what was found.",
    "n",
    "unknown",
  ),
  minutes: counted(
    "Half of the answered alarms were answered within {n} minute.",
    "Half of the answered alarms were answered within {n} minutes.",
  ),
  muted: counted(
    "{n} more alarm came during planned felling, and nobody was called.",
    "{n} more alarms came during planned felling, and nobody was called.",
  ),
  silences: counted(
    "On {n} occasion, a listener fell silent or stopped hearing anything, or its clock was wrong.",
    "On {n} occasions, a listener fell silent or stopped hearing anything, or its clock was wrong.",
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
    label: "How accurate the alarms were, by month",
    month: "Month",
    listeners: "Listeners",
    days: "Days of listening",
    alarms: "Alarms",
    right: "Right",
    wrong: "Wrong",
    unknown: "Not reported",
    share: "Share of checked alarms that were right, with 95% interval",
    range: say("{low} to {high}", "low", "high"),
    noneSeen: "nobody went",
    noAlarm: "no alarm",
  },
  proof: "The signed record",
  drawing: {
    title: "The detector’s drawing of a sound",
    alt: "Drawing of five seconds of chainsaw noise: low tones at the bottom, high tones at the top, darker where it is louder.",
    about:
      "This is five seconds of chainsaw noise, as the detector stores it with an alarm: 24 frequency bands, four columns a second. Speech cannot be recovered from the drawing.",
  },
};

export const wordsIn = catalogue("listening", en);
export type ListeningWords = typeof en;
