/** The words of the desk's help, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Help",
  stand: "What each desk page is for, and what our terms mean.",
  help: "Enter a word to search all help texts and our terms. Each page of the desk also shows its own help in the menu. If you do not find an answer here, ask the people who run this site.",
  search: "What are you looking for?",
  find: "Find",
  all: "Show everything",
  pages: "Pages of the desk",
  words: "Our terms",
  found: counted("{n} found", "{n} found"),
  none: say("We found nothing about “{what}”. Try one shorter word, or show everything."),
};

export const wordsIn = catalogue("desk-help", en);

export type HelpWords = typeof en;
