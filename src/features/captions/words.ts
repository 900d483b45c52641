/** The words of captions, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  /** Photos, films and sounds: their page, and its entry in the menu. */
  media: "Media",
  films: "Films and sound recordings",
  help: "Keep photos, films and sound recordings here for reuse. Say who is in a photo, and confirm that they agreed. For a film or recording, write what is said and seen in it, for people who cannot hear it or whose connection is too slow.",
  lead: "This page lists the films and sound recordings, with what is said in them. Captions help people who cannot hear, people in a noisy room, and everyone whose connection is too slow for the film.",
  none: "No story uses one of our films or sound recordings yet.",
  rung: {
    asFilmed: "original",
    soundOnly: "sound only",
    lines: say("{lines}p"),
  },
  waits: "Smaller files will be made soon.",
  making: say("Smaller files are being made: {percent}%."),
  failed: say("Smaller files could not be made: {why}"),
  open: "Captions",
  captionsOf: say("Captions: {title}"),
  languages: "Languages",
  captions: "What is said",
  descriptions: "What the film shows",
  kind: "Type of line",
  language: "Language",
  languageHint: "Type a language’s name, then choose it.",
  openOther: "Open",
  row: say("Line {n}"),
  start: "Start",
  end: "End",
  text: "Text",
  textOf: say("Text of line {n}"),
  startOf: say("Start of line {n}"),
  endOf: say("End of line {n}"),
  split: say("Split: line {n}"),
  merge: say("Join with next: line {n}"),
  remove: say("Remove: line {n}"),
  splitShort: "Split",
  mergeShort: "Join with next",
  removeShort: "Remove",
  add: "Add a line",
  save: "Save",
  publish: "Publish",
  times: "Enter times in minutes and seconds, such as 1:02.5",
  saved: "Saved. Nobody outside the desk can see it yet.",
  published: "The captions are published and now appear under the film.",
  handOn: "Someone who can publish can open this page and publish the captions.",
  wrong: counted(
    "One line needs correcting, so nothing was saved.",
    "{n} lines need correcting, so nothing was saved.",
  ),
  empty: "Write at least one line.",
  badTime: say("enter a time such as 1:02.5 instead of “{said}”"),
  noText: "enter some text, or remove the times",
  endsBefore: "the end must be after the start",
  startsBefore: "the start must not be before the start of the line above",
  tooLong: say("enter at most {most} characters"),
  /** More than one file may have. */
  tooMany: say("enter at most {most} lines"),
  gone: "This film or recording is not on this site.",
  /** For the script. */
  play: "Play from here",
  setStart: "Start now",
  setEnd: "End now",
};

export const wordsIn = catalogue("captions", en);

export type CaptionWords = typeof en;
