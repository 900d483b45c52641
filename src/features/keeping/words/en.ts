/** The words of keeping, in English: around a book's text, on the page of what is kept, beside the text read aloud. */

export const book = {
  lang: "en",
  by: "By",
  from: "From",
  contents: "Contents",
  titlePage: "Title page",
  sources: "Sources",
  cover: (place: string | undefined) =>
    place === undefined ? "The mark of the campaign." : `Globe with ${place} marked.`,
  access:
    "Text with headings in order and a table of contents; every picture has a description; nothing depends on colour, sound or motion.",
  machine: "machine translation, awaiting native review",
  person: "awaiting native review",
};
export type BookWords = typeof book;
