/** The sentences of a text, each one line of a picture book: the desk proposes them, an import takes them. */

/** Ends and beginnings that belong to the sentence before: a bracket or a mark that stands alone. */
const LONE = /^[\p{P}\p{S}]+$/u;
/** After what somebody says: “Who is there?” asks Amina. */
const GOES_ON = /^\p{Ll}/u;
const MOST_TEXT = 20_000; // characters of one page; a page of a picture book has some hundred

/**
 * The sentences as `Intl.Segmenter` finds them, in order, without blanks at their ends and with one blank for each run
 * of them; a paragraph's end ends a sentence, a single line break does not. Marks that stand alone go with the sentence
 * before them, and so does what goes on with a small letter. Used by the desk of books, and by `src/importers/books/`.
 * @param language BCP 47; one that the machine does not know is read by the rules for all
 * @returns none for a text of blanks alone; of a text beyond 20,000 characters only its beginning is read
 */
export function bookLines(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(knownTo(language), { granularity: "sentence" });
  const lines: string[] = [];
  for (const paragraph of text.slice(0, MOST_TEXT).split(/\n[^\S\n]*\n/)) {
    const first = lines.length;
    for (const { segment } of segmenter.segment(paragraph.replace(/[\s\p{Cc}]+/gu, " ").trim())) {
      const said = segment.trim();
      if (said === "") continue;
      if ((LONE.test(said) || GOES_ON.test(said)) && lines.length > first)
        lines.push(`${lines.pop()} ${said}`);
      else lines.push(said);
    }
  }
  return lines;
}

function knownTo(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? "und";
  } catch {
    return "und"; // no tag at all
  }
}
