/** What every book file (EPUB 3.3) has, whatever is in it. */
import { withEnglish } from "../words/with-english.ts";
import { xml } from "./feed.ts";
import { directionOf } from "./words.ts";

export const EPUB = "application/epub+zip";

export const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The attributes of words in another language than what stands around them. */
export const langOf = (lang: string, outer: string): string =>
  lang === outer ? "" : ` lang="${xml(lang)}" xml:lang="${xml(lang)}" dir="${directionOf(lang)}"`;

/** A document of it; its style is `style.css` beside it. @param body XHTML */
export const documentOf = (lang: string, title: string, body: string): string =>
  withEnglish(`<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${xml(lang)}" xml:lang="${xml(lang)}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8"/>
<title>${xml(title)}</title>
<link rel="stylesheet" href="style.css"/>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`);
