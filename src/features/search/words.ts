/** The words of the page of search, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Search",
  description: "Find stories, places, organisations, programmes and pledges by their words.",
  promise: "Nothing about what you look for is kept.",
  field: "Words to look for",
  languageField: "In which language",
  anyLanguage: "Any language",
  button: "Search",
  /** `{q}` is what was looked for. */
  foundNone: "No story with {q}",
  found: counted("{n} story with {q}", "{n} stories with {q}"),
  /** Above what has only some of the words. */
  someWords: "These come nearest: they have some of the words.",
  /** `{words}` leads to a question like this one, in words that are written nearly alike. */
  otherWords: "This is what we have with {words}.",
  names: "By name",
  /** Over those in whose description the words stand. */
  described: "In what is said of them",
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
  busy: "So many questions came from your network in this minute that no more are answered. Please ask again in a minute.",
  nothing: "Nothing found with all of these words.",
  noWords: "There is no word in that: letters and digits are what we can look for.",
  howTo: "How to find more",
  hints: [
    "Try fewer words, or the beginning of a word: three letters are enough.",
    "Try the word in another language: stories are found in each language they are told in.",
    "Accents and capitals make no difference.",
  ],
  /** `{language}` is a language by its own name. */
  onlyIn: "You looked in {language} alone. [Look in all languages].",
  instead: "Or go by",
  allStories: "All stories, by walk of life",
  atlas: "The atlas of places",
  pledges: "Pledges",
  tell: "Nobody has told it yet? Tell yours",
  pages: "Pages",
  newer: "Before",
  older: "More",
  pageOf: say("{page} of {pages}", "page", "pages"),
};

export const wordsIn = catalogue("search", en);

export type SearchWords = typeof en;
