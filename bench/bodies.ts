/** Record bodies for measuring the log: filler of the size of real ones, never content. */
const WORDS = "a line of filler that is about as long as a sentence of a story would be. ".repeat(
  8,
);

export const campaignBody = {
  id: "bench",
  name: "Bench",
  claim: "For measuring",
  purpose: "For measuring.",
  hashtag: "Bench",
  language: "en",
  languages: ["en"],
  doGood: "For measuring.",
  tellTheWorld: "For measuring.",
  topics: [{ id: "one", name: "One", question: "One?" }],
  walks: [{ id: "teacher", one: "Teacher", many: "Teachers" }],
  disclaimer: "For measuring.",
  independence: "For measuring.",
};

export const placeBody = (n: number) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [n % 180, n % 90] },
  properties: { name: `Place ${n}`, country: "ZA" },
});

export const storyBody = (n: number) => ({
  title: `Filler ${n}`,
  summary: "A summary of the filler, for measuring.",
  language: "en",
  category: "Filler",
  published: "2026-01-01",
  authors: ["0".repeat(64)],
  topics: ["one"],
  walk: "teacher",
  markdown: `${WORDS}\n\n${WORDS}`,
});
