/** The words of keeping, by language: around a book's text, on the page of what is kept, beside the text read aloud. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const book = {
  lang: "en",
  by: say("By {names}"),
  from: "From",
  contents: "Contents",
  titlePage: "Title page",
  sources: "Sources",
  cover: "The mark of the campaign.",
  coverOf: say("Globe with {place} marked."),
  access:
    "Text with headings in order and a table of contents; every picture has a description; nothing depends on colour, sound or motion.",
  machine: "machine translation, not yet checked by a native speaker",
  person: "not yet checked by a native speaker",
};

const keep = {
  lang: "en",
  title: "Save and read later",
  description: "Stories, books and courses saved on your phone, to open offline.",
  stand:
    "Stories, books and courses that you save here, and the last twenty stories you read, open offline. They are on your phone and nowhere else.",
  plain: "Saving pages here needs JavaScript. What is at the end of this page works without it.",
  unable:
    "Your browser saves pages only from a secure address (https), and this is not one. What is below still works.",
  /** `{title}` is the story's. */
  add: "Save {title}",
  /** `{title}` is a book's. What it weighs stands on each button. */
  addBook:
    "Save {title}: all its pages and pictures, and the clips you choose. Offline, its sentences light up and are signed as here.",
  /** `{title}` is a course's. What it weighs stands on the button. */
  addCourse:
    "Save {title}: all its lessons, and what checks the answers. Offline, each exercise works as here.",
  allLessons: "All lessons",
  /** `{title}` is a course's. */
  courseAsPages:
    "{title}, lesson by lesson: you can print or save each page, and this site checks the answers, without JavaScript or https",
  bookWith: {
    light: "With light clips",
    clips: "With sharper clips",
    text: "Pages and pictures only",
  },
  keeping: "Saving. Please leave this page open until it is done.",
  kept: "Saved. It now opens offline.",
  full: "There is not enough room on this device. What you saved before is still here; make room, then try again.",
  notKept: "The page could not be saved. Please try again when you are online.",
  later: "To read later",
  noLater:
    "Nothing yet. Each story has a link “Read later”, and each book and course has one with its size.",
  read: "Recently read",
  noRead: "Nothing yet. From now on, the stories you open are saved.",
  onPhone: "What is on this phone",
  whatIsKept:
    "The pages listed above with their small pictures, the front page, the list of stories, and this page: less than two megabytes with twenty stories, and as much as its button says for each book and course. Nobody else is told. When you are online, your browser asks whether each of them is still published; what was withdrawn is then removed from your phone.",
  forget: "Delete everything saved",
  forgotten: "Everything is deleted, and nothing more is saved.",
  instead: "Without JavaScript or https",
  print: "to print: it needs no pictures",
  storyBook: "This story as a book (EPUB)",
  book: "All stories as a book (EPUB)",
  /** `{title}` is a book's. */
  epubOf: "{title} as a file (EPUB)",
  readLater: "Read later",
  epub: "Book (EPUB)",
  aloud: "Larger text, or read aloud",
};

const offline = {
  lang: "en",
  /** `{day}` is the day on which the page was kept. Markup has no meaning here. */
  kept: "You are offline. This is the page as saved on this device on {day}.",
  instead: "You are offline, and the page you asked for was not saved. These pages open offline.",
};

const aloud = {
  lang: "en",
  settings: "Reading settings",
  back: "Back to the story",
  size: "Text size",
  sizes: ["normal", "larger", "large", "very large"],
  space: "Line spacing",
  spaces: ["normal", "wider", "widest"],
  play: "Read aloud",
  pause: "Pause",
  again: "Back one sentence",
  noVoice:
    "This device has no voice for the language of this story. Its settings for speech may offer one.",
  recorded: "A recorded voice",
  sources: "Sources",
};

export const bookWordsIn = catalogue("keeping-book", book);
export const keepWordsIn = catalogue("keeping-keep", keep);
export const offlineWordsIn = catalogue("keeping-offline", offline);
export const aloudWordsIn = catalogue("keeping-aloud", aloud);

export type BookWords = typeof book;
export type KeepWords = typeof keep;
export type AloudWords = typeof aloud;
