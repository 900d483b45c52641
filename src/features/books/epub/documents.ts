/** The documents of a book's file: XHTML that any reading system shows, without script and without the network. */
import { documentOf, langOf } from "../../../platform/web/epub.ts";
import { xml } from "../../../platform/web/feed.ts";
import { signLanguageName } from "../languages.ts";
import type { BookWords } from "../words.ts";
import type { BookFilm, BookLeaf, BookLine, Publication } from "./publication.ts";

export const LOOK = `body { margin: 0 5%; line-height: 1.5; font-size: 1.2em; }
h1, h2 { line-height: 1.2; text-align: start; }
h2 { font-size: 1em; font-weight: normal; }
figure { margin: 1em 0; }
img, video { max-width: 100%; height: auto; }
video { width: 100%; background: #000; }
.line { margin-block: 1em; break-inside: avoid; }
.line > p:first-child { font-size: 1.2em; }
.meta { font-size: 0.8em; }
`;

export interface Drawn {
  /** The picture in the file, by its name in the store: `media/x.jpg`; one that is not there is left out. */
  readonly fileOf: (media: string) => string | undefined;
  readonly cover?: { readonly file: string; readonly alt: string };
}

export const leafFile = (i: number): string => `page-${i + 1}.xhtml`;

export function titlePage(of: Publication, words: BookWords, { cover }: Drawn): string {
  const { reading, url, publisher } = of;
  const { book, text, signed } = reading;
  const { credits, licence, source } = book.thing;
  const said = langOf(words.lang, text.lang);
  const own = langOf(book.thing.language, text.lang);
  const link = (to: string, name: string) => `<a href="${xml(to)}">${xml(name)}</a>`;
  const rows = [
    [words.words, `<span${own}>${xml(credits.text)}</span>`],
    [words.pictures, `<span${own}>${xml(credits.pictures)}</span>`],
    [words.translation, xml(text.translator ?? credits.translation ?? "")],
    [
      words.licence,
      licence.url === undefined ? xml(licence.name) : link(licence.url, licence.name),
    ],
    [words.source, source === undefined ? "" : link(source, source)],
  ] as const;
  return documentOf(
    text.lang,
    text.title,
    `<section epub:type="titlepage" aria-labelledby="title">
${cover ? `<figure><img src="${cover.file}" alt="${xml(cover.alt)}"/></figure>` : ""}
<h1 id="title">${xml(text.title)}</h1>
${signed ? `<p${said}>${xml(words.by(signed.signing.signer.name, signLanguageName(signed.signing.thing.language, words.lang)))}</p>` : ""}
${text.state === "machine" ? `<p class="meta"${said}>${xml(words.machine)}</p>` : ""}
${rows
  .filter(([, value]) => value !== "")
  .map(([name, value]) => `<p class="meta"><span${said}>${xml(name)}:</span> ${value}</p>`)
  .join("\n")}
<p class="meta">${xml(publisher)}: ${link(url, url)}</p>
</section>`,
  );
}

export function contentsPage({ reading, leaves }: Publication, words: BookWords): string {
  const { text } = reading;
  const said = langOf(words.lang, text.lang);
  return documentOf(
    text.lang,
    text.title,
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc">
<h1 id="toc"${said}>${xml(words.pagesTitle)}</h1>
<ol>
<li><a href="title.xhtml">${xml(text.title)}</a></li>
${leaves.map((_, i) => `<li><a href="${leafFile(i)}"${said}>${xml(words.page(i + 1, leaves.length))}</a></li>`).join("\n")}
</ol>
</nav>`,
  );
}

/** @param i of the page, from 0 */
export function leafPage(of: Publication, i: number, words: BookWords, { fileOf }: Drawn): string {
  const { text, book } = of.reading;
  const { picture, lines, signed }: BookLeaf = of.leaves[i]!;
  const said = langOf(words.lang, text.lang);
  const file = picture && fileOf(picture.media);
  return documentOf(
    text.lang,
    `${text.title}, ${i + 1}`,
    `<section aria-labelledby="page">
<h1 id="page" class="meta"${said}>${xml(words.page(i + 1, of.leaves.length))}</h1>
${file === undefined ? "" : `<figure><img src="${file}" alt="${xml(picture!.alt)}"/></figure>`}
${lines.map((line) => lineOf(line, text.lang, words)).join("\n")}
${signed.map((line) => lineOf(line, text.lang, words)).join("\n")}
<p class="meta">${xml(book.thing.licence.name)}</p>
</section>`,
  );
}

function lineOf({ text, lang, film, words: signs }: BookLine, outer: string, words: BookWords) {
  return `<div class="line">
<p${langOf(lang, outer)}>${xml(text)}</p>
${film ? videoOf(film, text, lang) : ""}
${signs.map((one) => `<p class="meta"${langOf(words.lang, outer)}>${xml(words.seeWord(one.word))}</p>\n${videoOf(one.film, one.word, lang)}`).join("\n")}
</div>`;
}

/** Nothing plays by itself, and nothing of it is loaded before somebody asks. */
function videoOf({ src, clip, vtt }: BookFilm, name: string, lang: string): string {
  const size =
    clip.width === undefined || clip.height === undefined
      ? ""
      : ` width="${clip.width}" height="${clip.height}"`;
  return `<video controls="controls" preload="none" src="${xml(src)}"${size} aria-label="${xml(name)}" lang="${xml(lang)}" xml:lang="${xml(lang)}">${
    vtt ? `<track kind="metadata" src="${vtt.file}"/>` : ""
  }</video>`;
}
