/** The words of captions, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  /** Photos, films and sounds: their page, and its entry in the menu. */
  media: "Media",
  films: "Films and sounds",
  help: "Keep photos, films and sounds here for reuse. Say who is in a photo and that they agreed. For a film or sound, write what is said and seen in it, for people who cannot hear it or whose connection is too slow.",
  lead: "Films and sounds, and what is said in them. Captions help people who cannot hear, people in a noisy room, and everyone whose connection is too slow for the film.",
  none: "No story uses one of our films or sounds yet.",
  rung: {
    asFilmed: "original",
    soundOnly: "sound only",
    lines: say("{lines}p"),
  },
  waits: "Lighter files will be made soon.",
  making: say("Lighter files are being made: {percent} %."),
  failed: say("Lighter files could not be made: {why}"),
  open: "Captions",
  captionsOf: say("Captions: {title}"),
  languages: "Languages",
  captions: "What is said",
  descriptions: "What is seen",
  kind: "Type of line",
  language: "Language",
  languageHint: "Type the name of a language and choose it.",
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
  times: "Times are minutes and seconds: 1:02.5",
  saved: "Saved. Nobody outside the desk can see it yet.",
  published: "Published. It now appears under the film.",
  handOn: "Someone who can publish can open this page and publish it.",
  wrong: counted(
    "One thing needs correcting; nothing was saved.",
    "{n} things need correcting; nothing was saved.",
  ),
  empty: "Write at least one line.",
  badTime: say("expected a time such as 1:02.5, found “{said}”"),
  noText: "expected text, or no times",
  endsBefore: "expected an end after the start",
  startsBefore: "expected a start no earlier than the line above",
  tooLong: say("expected at most {most} characters"),
  /** More than one file may have. */
  tooMany: say("expected at most {most} lines"),
  gone: "There is no such film or sound here.",
  /** For the script. */
  play: "Play from here",
  setStart: "Start now",
  setEnd: "End now",
};

export const wordsIn = catalogue("captions", en);

export type CaptionWords = typeof en;
