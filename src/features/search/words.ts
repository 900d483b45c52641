/** The words of the page of search, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Search",
  description: "Search the stories, places, organisations, programmes and pledges.",
  promise: "We do not keep a record of what you search for.",
  field: "Search for",
  languageField: "Language",
  anyLanguage: "Any language",
  button: "Search",
  /** `{q}` is what was looked for. */
  foundNone: "No stories for {q}",
  found: counted("{n} story for {q}", "{n} stories for {q}"),
  /** Above what has only some of the words. */
  someWords: "The closest matches contain some of the words.",
  /** `{words}` leads to a question like this one, in words that are written nearly alike. */
  otherWords: "You are seeing results for {words}.",
  names: "By name",
  /** Over those in whose description the words stand. */
  described: "By description",
  stories: "Stories",
  kinds: {
    walk: "Walk of life",
    topic: "Topic",
    place: "Place",
    partner: "Partner",
    organisation: "Organisation",
    programme: "Programme",
    book: "Book",
    course: "Course",
    pledge: "Pledge",
    plan: "Plan",
  },
  of: say("{kind}: {more}", "kind", "more"),
  busy: "Too many searches have come from your network. Please try again in a minute.",
  nothing: "No results contain all of these words.",
  noWords: "Your search contains no words: please enter letters or digits.",
  howTo: "How to find more",
  hints: [
    "Try fewer words, or the beginning of a word: three letters are enough.",
    "Try the word in another language: you can find stories in every language they are told in.",
    "Accents and capitals make no difference.",
  ],
  /** `{language}` is a language by its own name. */
  onlyIn: "You searched in {language} only. [Search all languages].",
  instead: "Or browse",
  allStories: "All stories, by walk of life",
  atlas: "The atlas of places",
  pledges: "Pledges",
  tell: "Is your story missing? Tell it",
  pages: "Pages",
  newer: "Previous",
  older: "Next",
  pageOf: say("{page} of {pages}", "page", "pages"),
};

export const wordsIn = catalogue("search", en);

export type SearchWords = typeof en;
