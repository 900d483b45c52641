/** The documents of a book: XHTML that any reading system shows, without script and without the network. */
import { documentOf, langOf } from "../../../platform/web/epub.ts";
import { xml } from "../../../platform/web/feed.ts";
import { markdownHtml } from "../../../platform/web/markdown.tsx";
import { listedWords } from "../../../platform/words/inline.tsx";
import { formatDay } from "../../../platform/web/words.ts";
import type { BookWords } from "../words.ts";
import { authorsOf, chapterFile, type Book, type Chapter } from "./book.ts";

export function coverPage(book: Book, words: BookWords): string {
  const authors = listedWords(authorsOf(book), book.lang);
  const { alt, captions } = book.cover;
  const said = captions.map(({ text, lang }) => `<p${langOf(lang, book.lang)}>${xml(text)}</p>`);
  return documentOf(
    book.lang,
    book.title,
    `<section epub:type="titlepage" aria-labelledby="title">
<figure class="cover"><img src="cover.jpg" alt="${xml(alt.text)}"${langOf(alt.lang, book.lang)}/>${
      said.length === 0 ? "" : `<figcaption>${said.join("")}</figcaption>`
    }</figure>
<p class="meta">${xml(book.publisher)}</p>
<h1 id="title">${xml(book.title)}</h1>
<p class="stand">${xml(book.description)}</p>
${authors === "" ? "" : `<p>${xml(words.by(authors))}</p>`}
<p class="meta">${xml(words.from)} <a href="${xml(book.url)}">${xml(book.url)}</a></p>
</section>`,
  );
}

export function navPage(book: Book, words: BookWords): string {
  const items = book.chapters.map(
    ({ title, lang }, i) =>
      `<li><a href="${chapterFile(i)}"${langOf(lang, book.lang)}>${xml(title)}</a></li>`,
  );
  return documentOf(
    book.lang,
    words.contents,
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc">
<h1 id="toc">${xml(words.contents)}</h1>
<ol>
<li><a href="cover.xhtml">${xml(words.titlePage)}</a></li>
${items.join("\n")}
</ol>
</nav>`,
  );
}

export function chapterPage(chapter: Chapter, words: BookWords): string {
  const { title, summary, lang, picture, where, authors, state } = chapter;
  const meta = [
    authors.length > 0 && xml(words.by(listedWords(authors, lang))),
    where !== undefined && xml(where),
    `<time datetime="${xml(chapter.published)}">${xml(formatDay(chapter.published, lang))}</time>`,
    state !== undefined && xml(state),
  ].filter((line) => line !== false);
  return documentOf(
    lang,
    title,
    `<article>
<header>
<h1>${xml(title)}</h1>
<p class="stand">${xml(summary)}</p>
<p class="meta">${meta.join(" · ")}</p>
</header>
${picture === undefined ? "" : figure(picture)}
${textOf(chapter)}
${notes(chapter, words)}
<p class="meta">${xml(chapter.disclaimer)}</p>
<p class="meta">${xml(words.from)} <a href="${xml(chapter.url)}">${xml(chapter.url)}</a></p>
</article>`,
  );
}

const figure = ({ name, alt, credit }: NonNullable<Chapter["picture"]>): string =>
  `<figure><img src="media/${name}" alt="${xml(alt)}"/>${
    credit === undefined ? "" : `<figcaption>${xml(credit)}</figcaption>`
  }</figure>`;

/** The text as on the page; its links lead to the web, its raised numbers to the notes. */
function textOf({ markdown, lang, sources, url }: Chapter): string {
  const base = new URL(url).origin;
  return markdownHtml({ text: markdown.replaceAll("](/", `](${base}/`), lang, sources })
    .replace(/<(br|hr)>/g, "<$1/>")
    .replaceAll('<sup><a href="#s', '<sup><a epub:type="noteref" role="doc-noteref" href="#s');
}

function notes({ sources }: Chapter, words: BookWords): string {
  if (sources.length === 0) return "";
  const items = sources.map(
    ({ title, url, said }, i) =>
      `<li id="s${i + 1}" epub:type="endnote"><a href="${xml(url)}">${xml(title)}</a>${
        said === "" ? "" : `. ${xml(said)}`
      }</li>`,
  );
  return `<section epub:type="endnotes" role="doc-endnotes" aria-labelledby="sources">
<h2 id="sources">${xml(words.sources)}</h2>
<ol>
${items.join("\n")}
</ol>
</section>`;
}
