/** The words of books and of those who sign them, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Books in sign language",
  description: "Picture books to read on any phone, signed by people, sentence by sentence.",
  lead: "Open a book, choose a sentence, and see a person sign it.",
  none: "No books here yet.",
  noneSo: "No books match your choice yet.",
  all: "All",
  signedIn: "Sign language",
  writtenIn: "Written language",
  nobody:
    "No book here has been signed yet. Do you sign? Choose a book and sign it, using your phone.",
  nobodyThis: "This book has not been signed yet. Will you sign it? A phone is all you need.",
  another:
    "Do you use another sign language, or would you sign it differently? A phone is all you need.",
  sign: "Sign this book",
  signs: say("Signed in: {languages}"),
  unsigned: "Not signed yet",
  more: "Books for a school",
  moreIs:
    "A school can run its own copy of this site and add its own books, or the thousands of books from African Storybook, with their authors and licences.",
  tonight: "A book for a child tonight",
  openBook: "Open the book",
  read: "Read it",
  readWith: say("Read with {name}"),
  readText: "Read without signing",
  pages: counted("{n} page", "{n} pages"),
  page: say("Page {n} of {of}", "n", "of"),
  pagesTitle: "All pages",
  previous: "Previous page",
  next: "Next page",
  about: "About this book",
  whoSigns: "Who signs it",
  by: say("{name} signs in {language}", "name", "language"),
  bySigner: say("Signed by {name}"),
  see: say("See sentence {n}"),
  seeWord: say("The word “{word}”"),
  seePage: "See the whole page",
  /** In clips that are smaller, for slow links. */
  seePageLight: "The whole page, smaller file",
  lighter: "Lighter",
  film: "Film",
  sentence: say("Sentence {n}"),
  notHere: "This page has not been signed yet.",
  awaited: say(
    "{name}’s film of the signing is being prepared. Please come back in a few minutes.",
  ),
  follows: say("The signing follows the text in {language}. [Read that text.]"),
  signedToo: "See it signed:",
  without: "Without signing",
  words: "Words",
  pictures: "Pictures",
  translation: "Translation",
  licence: "Licence",
  source: "Source",
  languages: "Languages",
  weight: "Weight",
  weighs: say("{weight} including all pictures", "weight"),
  weighsFilm: say("the film adds {weight}"),
  take: "Download",
  epub: "Book file (EPUB)",
  epubSigned: say("Book with signing by {name} (EPUB)"),
  epubIs: "Every picture has a description, and nothing depends on sound.",
  epubSigns:
    "A person signs each sentence. Nothing plays automatically, and nothing depends on sound.",
  epubBusy: "Many people are downloading this book. Please try again in a minute.",
  epubHeavy: "With its films, this book is larger than 200 MB. Please read it page by page.",
  print: "To print",
  keep: "Save this book on this phone",
  printLead: "Each page has a code. Point a phone at the code to open the page.",
  onlyIn: say("This book has not been translated yet. This is the original, in {language}."),
  behind: "The original has changed since this was translated.",
  machine: "This book is a machine translation, not yet checked by a person.",
  here: "Books to read",
  shelf: "All books",
};

export const wordsIn = catalogue("books", en);

export type BookWords = typeof en;
