/** A book before it is opened: what it is, who signs it, who made it, and every way to take it along. */
import { safeLink } from "../../../platform/web/links.ts";
import { pathIn } from "../../../platform/web/frame.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { signLanguageName } from "../languages.ts";
import { languageIn } from "../../../platform/web/languages.ts";
import { tagOf } from "../signed.ts";
import { languagesOfBook } from "../text.ts";
import { printsOf } from "../prints.ts";
import { Credits, DrawingOf, inText, TextNotes, type BookProps } from "./parts.tsx";

export function BookMain(props: BookProps & { readonly lang: string }): Html {
  const { reading, words, to, lang } = props;
  const { book, text, signings, signed, ladders } = reading;
  const { cover, pages } = book.thing;
  const first = pages.findIndex(({ picture }) => picture);
  const drawing = cover ?? pages[first]?.picture;
  const alt = cover ? text.coverAlt : text.pages[first]?.alt;
  const path = `/books/${book.slug}`;
  const kept = signed?.signing ?? signings[0];
  const query = signed ? `?sign=${signed.tag}` : "";
  return (
    <article class="book">
      <header class="head">
        <h1 {...inText(reading, words)}>{text.title}</h1>
        <TextNotes reading={reading} words={words} lang={lang} />
      </header>
      <div class="row">
        <div class="c7">
          {drawing && (
            <figure class="drawn">
              <DrawingOf
                drawing={drawing}
                alt={alt ?? drawing.alt}
                ladder={ladders.get(drawing.file.media)}
              />
            </figure>
          )}
        </div>
        <div class="c5">
          <p class="acts">
            {signings.map((one) => (
              <a class="button" href={to(`${path}/1?sign=${tagOf(one)}`)}>
                {words.readWith(one.signer.name)}
              </a>
            ))}
            <a class={signings.length > 0 ? "button quiet" : "button"} href={to(`${path}/1`)}>
              {signings.length > 0 ? words.readText : words.read}
            </a>
          </p>
          <Signers {...props} />
        </div>
      </div>
      <Section id="pages" title={words.pagesTitle} mini>
        <ol class="leaves">
          {text.pages.map((_, i) => (
            <li>
              <a
                href={to(`${path}/${i + 1}${query}`)}
                aria-label={words.page(i + 1, text.pages.length)}
              >
                {i + 1}
              </a>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="about-book" title={words.about} mini>
        <Facts {...props} />
        <Credits reading={reading} words={words} />
      </Section>
      <Section id="take" title={words.take} mini>
        <p class="acts">
          <a class="button quiet" href={to(`${path}.epub`)}>
            {words.epub}
          </a>
          {signings.map((one) => (
            <a class="button quiet" href={to(`${path}.epub?sign=${tagOf(one)}`)}>
              {words.epubSigned(one.signer.name)}
            </a>
          ))}
          <a
            class="button quiet"
            href={to(`/keep?book=${book.slug}${kept ? `&sign=${tagOf(kept)}` : ""}`)}
          >
            {words.keep}
          </a>
          <a class="button quiet" href={to(`${path}/print${query}`)}>
            {words.print}
          </a>
        </p>
      </Section>
    </article>
  );
}

/** Who signs it, each in which language; and the question who will. */
function Signers({ reading, words, to }: BookProps) {
  const { book, signings } = reading;
  return (
    <>
      {signings.length > 0 && (
        <>
          <h2 class="mini">{words.whoSigns}</h2>
          <ul class="lines">
            {signings.map(({ signer, thing }) => (
              <li>{words.by(signer.name, signLanguageName(thing.language, words.lang))}</li>
            ))}
          </ul>
        </>
      )}
      <p>{signings.length > 0 ? words.another : words.nobodyThis}</p>
      <p class="acts">
        <a class="button quiet" href={to(`/take-part/signing/${book.slug}`)}>
          {words.sign}
        </a>
      </p>
    </>
  );
}

function Facts({ reading, words, frame }: BookProps) {
  const { book, text, ladders, signed } = reading;
  const { pages, source } = book.thing;
  const pictures = new Map(
    pages.flatMap(({ picture }) =>
      picture
        ? [[picture.file.media, printsOf(picture, ladders.get(picture.file.media)).phone.bytes]]
        : [],
    ),
  );
  const weight = [...pictures.values()].reduce((sum, bytes) => sum + bytes, 0);
  const link = source === undefined ? undefined : safeLink(source);
  const names = languagesOfBook(book).map((one) =>
    frame.languages.includes(one) && one !== text.lang ? (
      <a href={pathIn(frame, one, `/books/${book.slug}`)} hreflang={one}>
        {languageIn(one, words.lang)}
      </a>
    ) : (
      languageIn(one, words.lang)
    ),
  );
  return (
    <dl class="facts">
      <dt>{words.languages}</dt>
      <dd>
        {names.map((name, i) => (
          <>
            {i > 0 && " · "}
            {name}
          </>
        ))}
      </dd>
      <dt>{words.weight}</dt>
      <dd>
        {words.pages(pages.length)}
        {weight > 0 && `, ${words.weighs(formatBytes(weight, words.lang))}`}
        {signed && `, ${words.weighsFilm(formatBytes(signed.films[0]!.bytes, words.lang))}`}
      </dd>
      {link !== undefined && (
        <>
          <dt>{words.source}</dt>
          <dd>
            <a href={link}>{new URL(link).hostname}</a>
          </dd>
        </>
      )}
    </dl>
  );
}
