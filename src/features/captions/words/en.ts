/** What stands on the pages of captions. */
import { counting } from "../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  title: "Media",
  lead: "Films and sounds, and what is said in them. Captions are read by people who cannot hear, by people in a noisy room, and by everybody whose link is too thin for the film.",
  none: "No story names a film or a sound of ours yet.",
  rung: {
    asFilmed: "as it was filmed",
    soundOnly: "sound only",
    lines: (lines: number) => `${lines}p`,
  },
  waits: "Lighter files wait to be made.",
  making: (percent: number) => `Lighter files are being made: ${percent} %.`,
  failed: (why: string) => `Lighter files could not be made: ${why}`,
  open: "Captions",
  captionsOf: (title: string) => `Captions: ${title}`,
  languages: "Languages",
  captions: "What is said",
  descriptions: "What is seen",
  kind: "These lines are",
  language: "Language",
  languageHint: "As a tag: en, fr, pt-BR, ar",
  openOther: "Open",
  row: (n: number) => `Line ${n}`,
  start: "Start",
  end: "End",
  text: "Text",
  textOf: (n: number) => `Text of line ${n}`,
  startOf: (n: number) => `Start of line ${n}`,
  endOf: (n: number) => `End of line ${n}`,
  split: (n: number) => `Split: line ${n}`,
  merge: (n: number) => `Join with next: line ${n}`,
  remove: (n: number) => `Remove: line ${n}`,
  splitShort: "Split",
  mergeShort: "Join with next",
  removeShort: "Remove",
  add: "Add a line",
  save: "Save",
  publish: "Publish",
  times: "Times are minutes and seconds: 1:02.5",
  saved: "Saved. Nobody outside the desk sees it yet.",
  published: "Published. It stands under the film now.",
  handOn: "Somebody who may publish can open this page and publish it.",
  wrong: (n: number) =>
    count(n, {
      one: "One thing needs another look; nothing was saved.",
      other: "{n} things need another look; nothing was saved.",
    }),
  empty: "Write at least one line.",
  badTime: (said: string) => `expected a time such as 1:02.5, found “${said}”`,
  noText: "expected a text, or no times",
  endsBefore: "expected an end after the start",
  startsBefore: "expected a start not before that of the line above",
  tooLong: (most: number) => `expected at most ${most} characters`,
  /** More than one file may have. */
  tooMany: (most: number) => `expected at most ${most} lines`,
  gone: "There is no such film or sound here.",
  /** For the script. */
  play: "Play from here",
  setStart: "Start now",
  setEnd: "End now",
};
export type CaptionWords = typeof en;
