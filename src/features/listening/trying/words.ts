/** The words of trying the detector on a device of one's own, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";

/** What the script of the page says. */
const script = {
  motor: "A motor from {from} to {to}. Its highest score is {score} of 1.",
  brief:
    "A few seconds sound like a motor, too few to call anybody. The highest score is {score} of 1, at {at}.",
  none: "No motor was heard. The highest score is {score} of 1, at {at}.",
  second: "{at}: {score}",
  reading: "It is being read.",
  listening: "Listening for {n} more seconds. The sound stays on this device.",
  stopped: "The microphone is off again.",
  judging: "It is being judged: {n} seconds so far.",
  noMicrophone: "This device does not let the page hear you. Choose a file instead.",
  unreadable: "This file could not be read as sound. Try it as WAV, MP3 or Ogg.",
  short: "At least 2 seconds of sound are needed, and here were fewer.",
  long: "This recording is {length} long, and at most 2:00 can be judged here. Choose a shorter part of it.",
  large:
    "This file has {size}. A WAV file may have 50 MB, any other 4 MB. Choose a shorter part of it.",
  failed: "The detector could not be fetched. Please try again when there is a connection.",
  keeping: "It is being fetched. Please leave this page open until it is here.",
  isKept: "Kept. It opens and judges without a connection now.",
  notKept: "It could not be fetched. Please try again when there is a connection.",
};

const en = {
  lang: "en",
  title: "Try the detector",
  lead: "Choose a recording, or let this device listen for 20 seconds. You see the sound as the detector sees it, and whether it hears a motor. Nothing is sent: all of it is worked out here.",
  description:
    "Choose a recording or 20 seconds of the microphone and see whether the detector hears a motor. Nothing is sent.",
  noScript:
    "This page needs script. Without it the recording would have to be sent to us to be judged, and it is not to leave your device. Allow script for this page, or read [what the detector is].",
  plainly:
    "At this address (no https) your browser opens no microphone and keeps no page. Files can be judged all the same.",
  file: "A recording",
  fileHint: "At most 2 minutes: WAV up to 50 MB; MP3, Ogg and others up to 4 MB.",
  listen: "Listen for 20 seconds",
  stop: "Stop listening",
  found: "What was heard",
  drawing: "Drawing of the sound: low tones below, darker where it is louder",
  scores: "Score of each second, and the line from which a second counts as a motor",
  rule: "From the line on a second counts as a motor. When 4 of 8 seconds do, a listener calls whoever is on watch.",
  seconds: "The score of each second",
  kind: "A motor is a chainsaw or another small engine. The detector does not tell them apart.",
  offline: "Try it without a connection",
  offlineLead:
    "This page can lie on this device, with the detector. It then works without a connection.",
  keep: "Keep this page on this device",
  script,
};

export const tryWordsIn = catalogue("listening-try", en);
export type TryWords = typeof en;
export type ScriptWords = typeof script;
