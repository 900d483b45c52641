/** The words around stories, by language; how far a translation is; what a language calls itself. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  about: "About this story",
  person: "Person",
  walk: "Walk of life",
  namedIn: "Named here",
  publicRole: "because of a public role",
  consent: "own consent",
  place: "Place",
  partners: "With",
  programmes: "Programme",
  topics: "Topics",
  film: "Film",
  sound: "Sound",
  photo: "Photo",
  lacking: "Do you have a photo, a film or a translation for this page? [Send it to us.]",
  /** `{language}` is its own name. */
  translationWanted: "There is no translation yet. You are reading the original, in {language}.",
  sources: "Sources",
  unknown: "What we don’t know yet",
  /** Behind a question that is open. */
  again: "We will check again on {day}.",
  settled: "Answered on {day}:",
  answerIt: "Answer",
  source: "Source",
  settledTitle: say("Answered: {question}"),
  by: "By",
  lookedUp: "We last checked these sources on {day}.",
  /** Above the next step. */
  youCan: "What you can do",
  tellYourOwn: "Tell your own story",
  updated: "updated {day}",
  along: "More stories, from west to east",
  before: "Previous",
  next: "Next",
  machine: "machine translation, not yet checked by a native speaker",
  unreviewed: "not yet checked by a native speaker",
  behind: "the original has changed since",
  translatedBy: say("translated by {name}"),
  readOriginal: say("Read the original ({language})"),
  countedSources: counted("{n} source", "{n} sources"),
  timeAndSources: say("{time}, {sources}", "time", "sources"),
  searchStories: "Search the stories",
  search: "Search",
  allAsBook: "All stories as a book (EPUB)",
  topicAsBook: "All stories on this topic as a book (EPUB)",
  stories: "Stories",
  storiesOf: say("Stories from {campaign}, by walk of life, topic, place, programme and language."),
  allCounted: counted("{n} story", "{n} stories"),
  byWalk: counted(
    "{n} story about people, by walk of life.",
    "{n} stories about people, by walk of life.",
  ),
  language: "Language",
  walks: "Walks of life",
  all: "All stories",
  allOf: counted("The {n} story", "All {n} stories"),
  list: "The stories",
  tellYours: "Tell the first story",
  tellYoursOf: "{walk}: tell the first story",
  pages: "Pages",
  newer: "Newer",
  older: "Older",
  pageOf: counted(
    "{n} story, page {page} of {pages}",
    "{n} stories, page {page} of {pages}",
    "page",
    "pages",
  ),
  conversation: "The conversation",
  feed: "Feed",
  inTheStories: "In the stories",
  allPosts: "All posts",
  /** What is left of a story that was taken back. */
  gap: {
    title: "There was a story here",
    by: {
      person: say("The subject of the story withdrew it on {day}."),
      desk: say("The desk withdrew the story on {day}."),
    },
    why: "The story’s text, translations and pictures have been erased. The log says only that the story was withdrawn.",
    others: "Other stories",
  },
};

export const wordsIn = catalogue("stories", en);

export type StoryWords = typeof en;

/** How far a translation is, in the words that readers see; `undefined` once it was reviewed. */
export function stateWords(
  state: "machine" | "person" | "reviewed",
  words: StoryWords,
): string | undefined {
  return { machine: words.machine, person: words.unreviewed, reviewed: undefined }[state];
}
