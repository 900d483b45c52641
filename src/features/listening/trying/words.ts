/** The words of trying the detector on a device of one's own, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";

/** What the script of the page says. */
const script = {
  motor: "A motor was heard from {from} to {to}. The highest score is {score} out of 1.",
  brief:
    "A few seconds sound like a motor, but too few to alert anybody. The highest score is {score} out of 1, at {at}.",
  none: "No motor was heard. The highest score is {score} out of 1, at {at}.",
  second: "{at}: {score}",
  reading: "Reading the file.",
  listening: "Listening for {n} more seconds. The sound stays on this device.",
  stopped: "The microphone is off again.",
  judging: "Checking the sound: {n} seconds so far.",
  noMicrophone: "This device does not let the page use the microphone. Choose a file instead.",
  unreadable: "We could not read any sound in this file. Try a WAV, MP3 or Ogg file.",
  short: "This recording is too short. At least 2 seconds of sound are needed.",
  long: "This recording is {length} long, and the limit is 2:00. Choose a shorter part of the recording.",
  large:
    "This file is {size}. The limit is 50 MB for WAV files and 4 MB for others. Choose a shorter part of the recording.",
  failed: "The detector could not be loaded. Please try again when you are online.",
  keeping: "Saving. Please leave this page open until it is done.",
  isKept: "Saved. This page now works offline.",
  notKept: "The page could not be saved. Please try again when you are online.",
};

const en = {
  lang: "en",
  title: "Try the detector",
  lead: "Choose a recording, or let this device listen for 20 seconds. You see the sound as the detector processes it, and whether it detects a motor. Nothing is sent: everything happens on this device.",
  description:
    "Choose a recording, or use the microphone for 20 seconds, and see whether the detector hears a motor. Nothing is sent.",
  noScript:
    "This page needs JavaScript. Without JavaScript you would have to send us the recording, which should not leave your device. Allow JavaScript for this page, or read [about the detector].",
  plainly:
    "This address does not begin with https, so your browser cannot use the microphone or save this page. You can still check files.",
  file: "A recording",
  fileHint: "At most 2 minutes: WAV files up to 50 MB, and MP3, Ogg and other files up to 4 MB.",
  listen: "Listen for 20 seconds",
  stop: "Stop listening",
  found: "What was heard",
  drawing: "Drawing of the sound, with low tones at the bottom and louder sounds darker",
  scores: "The score for each second, and the line it must reach to count as a motor",
  rule: "A second counts as a motor if its score reaches the line. When 4 out of 8 seconds count as a motor, a listener alerts the people on watch.",
  seconds: "The score for each second",
  kind: "Here, “motor” means a chainsaw or another small engine. The detector does not tell these apart.",
  offline: "Try it offline",
  offlineLead: "Save this page and the detector on this device to use them offline.",
  keep: "Save this page on this device",
  script,
};

export const tryWordsIn = catalogue("listening-try", en);
export type TryWords = typeof en;
export type ScriptWords = typeof script;
