/** The style of a book: little, so that a reading system's own sizes, colours and fonts apply. */
export const BOOK_STYLE = `body { margin: 0 5%; line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; text-align: start; }
.stand { font-size: 1.2em; }
.meta, figcaption { font-size: 0.9em; }
figure { margin: 1em 0; }
.cover img { max-height: 60vh; }
img { max-width: 100%; height: auto; }
section[role="doc-endnotes"] { border-block-start: 1px solid; margin-block-start: 2em; }
sup { line-height: 0; }
sup a { padding: 0.4em 0.2em; }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 2px solid; }
table { border-collapse: collapse; }
th, td { padding: 0.2em 0.6em; text-align: start; border-block-end: 1px solid; }
`;
