/** The words of the desk's help, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Help",
  stand: "What each page of the desk is for, and what our words mean.",
  help: "Type a word to find it in every help and in the words that are ours. Each page of the desk also shows its own help in the menu. What you do not find here is for the people who run this site.",
  search: "What are you looking for?",
  find: "Find",
  all: "Show everything",
  pages: "Pages of the desk",
  words: "Words that are ours",
  found: counted("{n} found", "{n} found"),
  none: say("Nothing here speaks of “{what}”. Try one shorter word, or show everything."),
};

export const wordsIn = catalogue("desk-help", en);

export type HelpWords = typeof en;
