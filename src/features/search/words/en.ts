/** The words of the page of search, in English. */

export const en = {
  lang: "en",
  title: "Search",
  description: "Find stories, places, partners, programmes and pledges by their words.",
  promise: "Nothing about what you look for is kept.",
  field: "Words to look for",
  languageField: "In which language",
  anyLanguage: "Any language",
  button: "Search",
  found: (stories: number) =>
    `${stories === 0 ? "No story" : stories === 1 ? "1 story" : `${stories} stories`} with`,
  names: "By name",
  stories: "Stories",
  kinds: {
    topic: "Topic",
    place: "Place",
    partner: "Partner",
    programme: "Programme",
    pledge: "Pledge",
  },
  minutes: (n: number) => `${n} min`,
  nothing: "Nothing found with all of these words.",
  noWords: "There is no word in that: letters and digits are what we can look for.",
  hints: [
    "Try fewer words, or the beginning of a word: three letters are enough.",
    "Try the word in another language: stories are found in each language they are told in.",
    "Accents and capitals make no difference.",
  ],
  onlyIn: (language: string) => `You looked in ${language} alone.`,
  lookInAll: "Look in all languages",
  instead: "Or go by",
  byTopic: "Topics",
  allStories: "All stories, by walk of life",
  atlas: "The atlas of places",
  pledges: "Pledges",
  tell: "Nobody has told it yet? Tell yours",
  pages: "Pages",
  newer: "Before",
  older: "More",
  of: (page: number, pages: number) => `${page} of ${pages}`,
};

export type SearchWords = typeof en;
