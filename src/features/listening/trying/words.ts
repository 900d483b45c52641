/** The words of trying the detector on a device of one's own, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";

/** What the script of the page says. */
const script = {
  motor: "A motor from {from} to {to}. Its highest score is {score} of 1.",
  brief:
    "A few seconds sound like a motor, too few to call anybody. The highest score is {score} of 1, at {at}.",
  none: "No motor was heard. The highest score is {score} of 1, at {at}.",
  second: "{at}: {score}",
  reading: "Reading the file.",
  listening: "Listening for {n} more seconds. The sound stays on this device.",
  stopped: "The microphone is off again.",
  judging: "Checking: {n} seconds so far.",
  noMicrophone: "This device does not let the page use the microphone. Choose a file instead.",
  unreadable: "This file could not be read as sound. Try it as WAV, MP3 or Ogg.",
  short: "This is too short. At least 2 seconds of sound are needed.",
  long: "This recording is {length} long, and the limit here is 2:00. Choose a shorter part of it.",
  large:
    "This file has {size}. The limit is 50 MB for WAV, 4 MB for any other. Choose a shorter part of it.",
  failed: "The detector could not be loaded. Please try again when you are online.",
  keeping: "Saving. Please leave this page open until it is done.",
  isKept: "Saved. It now works offline.",
  notKept: "It could not be saved. Please try again when you are online.",
};

const en = {
  lang: "en",
  title: "Try the detector",
  lead: "Choose a recording, or let this device listen for 20 seconds. You see the sound as the detector sees it, and whether it hears a motor. Nothing is sent: it all happens on this device.",
  description:
    "Choose a recording or 20 seconds of the microphone and see whether the detector hears a motor. Nothing is sent.",
  noScript:
    "This page needs JavaScript. Without it you would have to send us the recording, and it should not leave your device. Allow JavaScript for this page, or read [what the detector is].",
  plainly:
    "At this address (no https) your browser cannot use the microphone or save this page. You can still check files.",
  file: "A recording",
  fileHint: "At most 2 minutes: WAV up to 50 MB; MP3, Ogg and others up to 4 MB.",
  listen: "Listen for 20 seconds",
  stop: "Stop listening",
  found: "What was heard",
  drawing: "Drawing of the sound: low tones below, darker where it is louder",
  scores: "Score of each second, and the line from which a second counts as a motor",
  rule: "From the line up, a second counts as a motor. When 4 of 8 seconds do, a listener calls the people on watch.",
  seconds: "The score of each second",
  kind: "A motor is a chainsaw or another small engine. The detector does not tell them apart.",
  offline: "Try it offline",
  offlineLead: "Save this page and the detector on this device, and it works offline.",
  keep: "Save this page on this device",
  script,
};

export const tryWordsIn = catalogue("listening-try", en);
export type TryWords = typeof en;
export type ScriptWords = typeof script;
