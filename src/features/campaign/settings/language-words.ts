/** The words of the page on which the campaign is carried into another language, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: say("The campaign in {language}"),
  about: {
    title: "The campaign in another language",
    help: "The original stands on one side, the translation on the other. What is empty is shown in the campaign’s own language, which the page says. What a machine made is marked until somebody has looked at it.",
  },
  intro:
    "Each text of the campaign beside its translation. What is left empty stands in the campaign’s own language, and its page says so.",
  done: say("{n} of {of} texts are translated.", "n", "of"),
  original: "Original",
  machine: "made by a machine, and reviewed by nobody yet",
  stale: "the original was worded anew since",
  reviewed: "I have looked at all of them: none is a machine’s any more",
  save: "Save the translations",
  saved: "The translations are saved.",
  unchanged: "Nothing was different, so nothing was said.",
  nothingSaved: "Nothing was saved.",
  conflict:
    "Somebody else changed the texts while you had them open. What you typed is below; compare it with the originals, and save it again.",
  tooManyWords:
    "All that is said in this language is longer than one saving can hold. Leave the longest texts empty, or shorten them.",
  tooLong: "This is longer than one page can hold. Shorten it, or make two pages of it.",
  expected: say("Expected {what}."),
  pages: "Free pages",
  pageStates: {
    none: "not translated",
    stands: "translated",
    behind: "translated; its original was changed since",
  },
  page: say("“{title}” in {language}", "title", "language"),
  pageTitle: "Title",
  pageSummary: "In one or two sentences",
  pageText: "Text, in Markdown",
  state: "Who translated it",
  states: {
    machine: "a machine",
    person: "a person",
    reviewed: "reviewed by a native speaker",
  },
  translator: "Translator, by a name of their choice",
  savePage: "Save the translation",
  savedPage: "The translation is saved.",
  see: "See it",
  back: "All texts in this language",
  toSettings: "Back to the settings",
};

export const languageWordsIn = catalogue("campaign-languages", en);
export type LanguageWords = typeof en;
