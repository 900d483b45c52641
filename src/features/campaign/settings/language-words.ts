/** The words of the page on which the campaign is carried into another language, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: say("The campaign in {language}"),
  about: {
    title: "The campaign in another language",
    help: "The original is on one side and the translation on the other. Anything left empty is shown in the campaign’s own language, and the page says so. Machine translations are marked until someone has reviewed them.",
  },
  intro:
    "Each campaign text is shown next to its translation. Anything left empty is shown in the campaign’s own language, and the page says so.",
  done: say("{n} of {of} texts are translated.", "n", "of"),
  original: "Original",
  machine: "machine translation, not reviewed yet",
  stale: "the original has changed since",
  reviewed: "I have reviewed every text; none is still just a machine translation",
  save: "Save the translations",
  saved: "The translations are saved.",
  unchanged: "Nothing has changed, so nothing was saved.",
  nothingSaved: "Nothing was saved.",
  conflict:
    "Someone else changed the texts while you had them open. Your version is below. Compare it with the originals, and save again.",
  tooManyWords:
    "The texts in this language are too long to save together. Leave the longest ones empty, or shorten them.",
  tooLong: "This is too long for one page. Shorten it, or split it into two pages.",
  expected: say("Expected {what}."),
  pages: "Free pages",
  pageStates: {
    none: "not translated",
    stands: "translated",
    behind: "translated; the original has changed since",
  },
  page: say("“{title}” in {language}", "title", "language"),
  pageTitle: "Title",
  pageSummary: "Summary in one or two sentences",
  pageText: "Text, in Markdown",
  state: "Who translated it",
  states: {
    machine: "a machine",
    person: "a person",
    reviewed: "reviewed by a native speaker",
  },
  translator: "Translator (any name they choose)",
  savePage: "Save the translation",
  savedPage: "The translation is saved.",
  see: "View it",
  back: "All texts in this language",
  toSettings: "Back to settings",
};

export const languageWordsIn = catalogue("campaign-languages", en);
export type LanguageWords = typeof en;
