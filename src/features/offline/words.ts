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
  machine: "machine translation, not yet read by a native speaker",
  person: "not yet read by a native speaker",
};

const keep = {
  lang: "en",
  title: "Keep and read later",
  description: "Stories, books and courses kept on your phone, to be opened without a connection.",
  stand:
    "Stories, books and courses that you keep here, and the twenty stories that you read last, open without a connection. They lie on your phone and nowhere else.",
  plain:
    "To keep pages here, this page must run its script. What stands at the end works without it.",
  unable:
    "Your browser keeps pages only from a secure address (https), and this one is not. What stands below works all the same.",
  /** `{title}` is the story's. */
  add: "Keep {title}",
  /** `{title}` is a book's. What it weighs stands on each button. */
  addBook:
    "Keep {title}: all its pages and pictures, and the clips that you choose. Without a connection its sentences light and are signed as here.",
  /** `{title}` is a course's. What it weighs stands on the button. */
  addCourse:
    "Keep {title}: all its lessons, and what looks at the answers. Without a connection each exercise can be tried as here.",
  allLessons: "All lessons",
  /** `{title}` is a course's. */
  courseAsPages:
    "{title}, lesson by lesson: each page can be printed or saved by itself, and whoever serves this site looks at the answers, without script and without https",
  bookWith: {
    light: "With light clips",
    clips: "With sharper clips",
    text: "Pages and pictures alone",
  },
  keeping: "It is being fetched. Please leave this page open until it is here.",
  kept: "Kept. It opens without a connection now.",
  full: "There is no room for it on this device. What was kept before is still here; make room, then try again.",
  notKept: "It could not be fetched. Please try again when there is a connection.",
  later: "To read later",
  noLater:
    "Nothing yet. Each story has a link “Read later”, and each book and course has one with its weight.",
  read: "Read lately",
  noRead: "Nothing yet. From now on, the stories that you open are kept.",
  onPhone: "What is on this phone",
  whatIsKept:
    "The pages listed above with their small pictures, the front page, the list of stories, and this page: with twenty stories less than two megabytes, and each book and course as much as its button said. Nobody else is told. When there is a connection, your browser asks whether each of them is still published; what was withdrawn leaves your phone then.",
  forget: "Forget all of it",
  forgotten: "All of it is forgotten, and nothing more is kept.",
  instead: "Without script, without https",
  print: "to print: it needs no pictures",
  storyBook: "This story as a book (EPUB)",
  book: "All stories as a book (EPUB)",
  /** `{title}` is a book's. */
  epubOf: "{title} as a file (EPUB)",
  readLater: "Read later",
  epub: "Book (EPUB)",
  aloud: "Larger, or read aloud",
};

const offline = {
  lang: "en",
  /** `{day}` is the day on which the page was kept. Markup has no meaning here. */
  kept: "No connection just now. This is the page as it was kept on this device on {day}.",
  instead:
    "No connection just now, and the page that you asked for was not kept. These pages open without one.",
};

const aloud = {
  lang: "en",
  settings: "How to read",
  back: "The story as it stands",
  size: "Type",
  sizes: ["as usual", "larger", "large", "very large"],
  space: "Lines",
  spaces: ["as usual", "wider", "widest"],
  play: "Read aloud",
  pause: "Pause",
  again: "One sentence back",
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
