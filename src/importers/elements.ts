/** Parts of HTML from a beginning to its end, found in one pass however many of them are never closed. */

/**
 * Each element that `opening` finds, up to the first end of its own name, as `by` makes it.
 * @param opening global, with the name as its only group
 */
export const replaceElements = (html: string, opening: RegExp, by: (element: string) => string) =>
  replaceSpans(
    html,
    opening,
    ([, name]) => `</${name!.toLowerCase()}>`,
    ([begun], inner, end) => by(begun + inner + end),
  );

/**
 * Each part from what `opening` finds to the first `endOf` it (in small or capital letters), as `by` makes it; one
 * without an end stays.
 */
export function replaceSpans(
  text: string,
  opening: RegExp,
  endOf: (begun: RegExpMatchArray) => string,
  by: (begun: RegExpMatchArray, inner: string, end: string) => string,
): string {
  const small = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()); // as long as the text
  const endless = new Set<string>(); // ends that do not come any more: looked for once, not from each beginning
  let made = "";
  let at = 0;
  for (const begun of text.matchAll(opening)) {
    const wanted = endOf(begun);
    if (begun.index < at || endless.has(wanted)) continue;
    const start = begun.index + begun[0].length;
    const end = small.indexOf(wanted, start);
    if (end < 0) {
      endless.add(wanted);
      continue;
    }
    const after = end + wanted.length;
    made += text.slice(at, begun.index) + by(begun, text.slice(start, end), text.slice(end, after));
    at = after;
  }
  return made + text.slice(at);
}
