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
  cover: "The campaign’s logo.",
  coverOf: say("A globe with {place} marked."),
  access:
    "The text of this book has headings in order and a table of contents. Every picture has a description. Nothing in the book depends on colour, sound or motion.",
  machine: "machine translation, not yet checked by a native speaker",
  person: "not yet checked by a native speaker",
};

const keep = {
  lang: "en",
  title: "Save and read later",
  description: "Save stories, books and courses on your phone, and open them offline.",
  stand:
    "Offline, you can open the stories, books and courses you save here and the last twenty stories you read. They are stored only on your phone.",
  plain:
    "Saving pages here needs JavaScript. The section at the end of this page works without it.",
  unable:
    "Your browser saves pages only from a secure address (https), and this address is not secure. Everything below still works.",
  /** `{title}` is the story's. */
  add: "Save {title}",
  /** `{title}` is a book's. What it weighs stands on each button. */
  addBook:
    "Save {title}: all its pages and pictures, and the clips you choose. Offline, each sentence lights up and is shown in sign language, as on this site.",
  /** `{title}` is a course's. What it weighs stands on the button. */
  addCourse:
    "Save {title}: all its lessons, and the program that checks your answers. Offline, each exercise works as it does here.",
  allLessons: "All lessons",
  /** `{title}` is a course's. */
  courseAsPages:
    "{title}, lesson by lesson. Even without JavaScript or https, you can print or save each page, and this site checks your answers",
  bookWith: {
    light: "With light clips",
    clips: "With high-quality clips",
    text: "Pages and pictures only",
  },
  keeping: "Saving. Please leave this page open until it is done.",
  kept: "Saved. You can now open it offline.",
  full: "There is not enough room on this device. Everything you saved before is still here. Make room, then try again.",
  notKept: "The page could not be saved. Please try again when you are online.",
  later: "To read later",
  noLater:
    "Nothing saved yet. Each story has a “Read later” link, and each book and course has a link with its size.",
  read: "Recently read",
  noRead: "No stories yet. From now on, the stories you open are saved.",
  onPhone: "Saved on this phone",
  whatIsKept:
    "The saved files are the pages listed above with their small pictures, the front page, the list of stories, and this page. Twenty stories take up less than two megabytes. Each book or course takes up as much space as its button says. Nobody else is told what you save. When you are online, your browser asks whether each page is still published. Withdrawn pages are then removed from your phone.",
  forget: "Delete everything saved",
  forgotten: "Everything saved has been deleted, and nothing more will be saved.",
  instead: "Without JavaScript or https",
  print: "to print, with or without pictures",
  storyBook: "This story as a book (EPUB)",
  book: "All stories as a book (EPUB)",
  /** `{title}` is a book's. */
  epubOf: "{title} as an EPUB file",
  readLater: "Read later",
  epub: "Book (EPUB)",
  aloud: "Larger text and reading aloud",
};

const offline = {
  lang: "en",
  /** `{day}` is the day on which the page was kept. Markup has no meaning here. */
  kept: "You are offline. You are reading the copy of this page saved on this device on {day}.",
  instead:
    "You are offline, and the page you asked for has not been saved. These pages open offline.",
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
  again: "Go back one sentence",
  noVoice:
    "This device has no voice for the language of this story. You may find one in the device’s speech settings.",
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
