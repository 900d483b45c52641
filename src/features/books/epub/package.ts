/** The package document of a book's file: what it is, what is in it, who may use it how; EPUB 3.3. */
import { xml } from "../../../platform/web/feed.ts";
import { directionOf } from "../../../platform/web/words.ts";
import type { BookWords } from "../words.ts";
import { leafFile } from "./documents.ts";
import type { Publication } from "./publication.ts";

export interface Held {
  /** `media/x.jpg` */
  readonly file: string;
  readonly type: string;
  readonly isCover?: boolean;
}

export function packageOf(of: Publication, words: BookWords, held: readonly Held[]): string {
  const { reading, leaves, id, modified, url, publisher } = of;
  const { book, text, signed } = reading;
  const { credits, licence, source } = book.thing;
  const apart = leaves.flatMap((leaf) => leaf.signed.map(({ lang }) => lang));
  const sign = signed?.signing.thing.language;
  const languages = new Set([text.lang, ...apart, ...(sign === undefined ? [] : [sign])]);
  const translator = text.translator ?? credits.translation;
  const dir = directionOf(text.lang);
  const access = {
    accessMode: ["textual", "visual"],
    accessModeSufficient: ["textual", "textual,visual"],
    accessibilityFeature: [
      "alternativeText",
      "displayTransformability",
      "readingOrder",
      ...(signed ? ["signLanguage"] : []),
      "structuralNavigation",
      "tableOfContents",
    ],
    accessibilityHazard: ["none"],
    accessibilitySummary: [signed ? words.epubSigns : words.epubIs],
  };
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${xml(text.lang)}" dir="${dir}" prefix="schema: http://schema.org/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${xml(id)}</dc:identifier>
<dc:title>${xml(text.title)}</dc:title>
${[...languages].map((lang) => `<dc:language>${xml(lang)}</dc:language>`).join("\n")}
<dc:creator>${xml(credits.text)}</dc:creator>
<dc:contributor>${xml(credits.pictures)}</dc:contributor>
${translator === undefined ? "" : `<dc:contributor>${xml(translator)}</dc:contributor>`}
${signed ? `<dc:contributor>${xml(signed.signing.signer.name)}</dc:contributor>` : ""}
<dc:publisher>${xml(publisher)}</dc:publisher>
<dc:rights>${xml([licence.name, licence.url].filter(Boolean).join(", "))}</dc:rights>
<dc:source>${xml(source ?? url)}</dc:source>
<meta property="dcterms:modified">${modified}</meta>
${Object.entries(access)
  .flatMap(([name, values]) =>
    values.map((value) => `<meta property="schema:${name}">${xml(value)}</meta>`),
  )
  .join("\n")}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
${leaves.map((_, i) => `<item id="page-${i + 1}" href="${leafFile(i)}" media-type="application/xhtml+xml"/>`).join("\n")}
${held.map(({ file, type, isCover }, i) => `<item id="f${i + 1}" href="${xml(file)}" media-type="${type}"${isCover ? ' properties="cover-image"' : ""}/>`).join("\n")}
</manifest>
<spine${dir === "rtl" ? ' page-progression-direction="rtl"' : ""}>
<itemref idref="title"/>
<itemref idref="nav"/>
${leaves.map((_, i) => `<itemref idref="page-${i + 1}"/>`).join("\n")}
</spine>
</package>
`;
}
