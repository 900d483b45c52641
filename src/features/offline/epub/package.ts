/** The package document: what the book is, what is in it, in which order; EPUB 3.3. */
import { xml } from "../../../platform/web/feed.ts";
import { directionOf } from "../../../platform/web/words.ts";
import type { BookWords } from "../words.ts";
import { authorsOf, changedOf, chapterFile, type Book } from "./book.ts";

export function packageOf(book: Book, words: BookWords): string {
  const languages = new Set([book.lang, ...book.chapters.map(({ lang }) => lang)]);
  const pictures = book.chapters.flatMap(({ picture }) => picture?.name ?? []);
  const access = {
    accessMode: ["textual", "visual"],
    accessModeSufficient: ["textual"],
    accessibilityFeature: [
      "alternativeText",
      "displayTransformability",
      "readingOrder",
      "structuralNavigation",
      "tableOfContents",
    ],
    accessibilityHazard: ["none"],
    accessibilitySummary: [words.access],
  };
  const dir = directionOf(book.lang);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${xml(book.lang)}" dir="${dir}" prefix="schema: http://schema.org/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${xml(book.id)}</dc:identifier>
<dc:title>${xml(book.title)}</dc:title>
${[...languages].map((lang) => `<dc:language>${xml(lang)}</dc:language>`).join("\n")}
${authorsOf(book)
  .map((name) => `<dc:creator>${xml(name)}</dc:creator>`)
  .join("\n")}
<dc:publisher>${xml(book.publisher)}</dc:publisher>
<dc:description>${xml(book.description)}</dc:description>
<dc:source>${xml(book.url)}</dc:source>
<dc:date>${changedOf(book)}</dc:date>
<meta property="dcterms:modified">${changedOf(book)}T00:00:00Z</meta>
${Object.entries(access)
  .flatMap(([name, values]) =>
    values.map((value) => `<meta property="schema:${name}">${xml(value)}</meta>`),
  )
  .join("\n")}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="cover-image" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
${book.chapters.map((_, i) => `<item id="story-${i + 1}" href="${chapterFile(i)}" media-type="application/xhtml+xml"/>`).join("\n")}
${[...new Set(pictures)].map((name) => `<item id="p-${name.replace(".", "-")}" href="media/${name}" media-type="image/jpeg"/>`).join("\n")}
</manifest>
<spine${dir === "rtl" ? ' page-progression-direction="rtl"' : ""}>
<itemref idref="cover"/>
<itemref idref="nav"/>
${book.chapters.map((_, i) => `<itemref idref="story-${i + 1}"/>`).join("\n")}
</spine>
</package>
`;
}
