/** The words around stories. */
import { counting } from "../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  about: "About this story",
  person: "Person",
  walk: "Walk of life",
  namedIn: "Named in",
  publicRole: "public role",
  consent: "own consent",
  place: "Place",
  partners: "With",
  programmes: "Programme",
  topics: "Topics",
  film: "Film",
  sound: "Sound",
  photo: "Photo",
  wanted: "wanted",
  portraitWanted: "Portrait wanted",
  withConsent: "with consent",
  /** `{language}` is its own name. */
  translationWanted: "A translation is wanted. This is the original, in {language}.",
  sources: "Sources",
  by: "By",
  lookedUp: "sources looked up {day}",
  updated: "updated {day}",
  along: "Along the line",
  before: "Before",
  next: "Next",
  machine: "machine translation, awaiting native review",
  unreviewed: "awaiting native review",
  behind: "the original was worded anew since",
  translatedBy: (name: string) => `translated by ${name}`,
  readOriginal: (language: string) => `Read the original (${language})`,
  countedSources: (n: number) => count(n, { one: "{n} source", other: "{n} sources" }),
  timeAndSources: (time: string, sources: string) => `${time}, ${sources}`,
  searchStories: "Search the stories",
  search: "Search",
  allAsBook: "All stories as a book (EPUB)",
  topicAsBook: "All as a book (EPUB)",
  stories: "Stories",
  storiesOf: (campaign: string) =>
    `Stories of ${campaign}, by walk of life, topic, place, programme and language.`,
  allCounted: (n: number) => count(n, { one: "{n} story", other: "{n} stories" }),
  byWalk: (n: number) =>
    count(n, {
      one: "{n} story of people, by walk of life.",
      other: "{n} stories of people, by walk of life.",
    }),
  language: "Language",
  walks: "Walks of life",
  all: "All stories",
  allOf: (n: number) => count(n, { one: "The {n} story", other: "All {n} stories" }),
  list: "The stories",
  tellYours: "Wanted: tell yours",
  tellYoursOf: "{walk}: wanted, tell yours",
  pages: "Pages",
  newer: "Newer",
  older: "Older",
  pageOf: (page: number, pages: number) => `${page} of ${pages}`,
  conversation: "The conversation",
  feed: "Feed",
  inTheStories: "In the stories",
  allPosts: "All posts",
  /** What is left of a story that was taken back. */
  gap: {
    title: "A story stood here",
    by: {
      person: (day: string) => `Withdrawn on ${day} by the person it was about.`,
      desk: (day: string) => `Withdrawn on ${day} by the desk.`,
    },
    why: "Its text, its translations and its pictures are erased. That it was withdrawn stays in the log.",
    others: "Other stories",
  },
};

export type StoryWords = typeof en;
