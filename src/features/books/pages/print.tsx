/** The whole book to be printed: every page with its picture, its sentences, and a code that opens it on a phone. */
import { QrCode } from "../../../platform/web/share.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { signLanguageName } from "../languages.ts";
import { Credits, DrawingOf, inText, TextNotes, type BookProps } from "./parts.tsx";

export function PrintMain({
  reading,
  words,
  to,
  frame,
  lang,
}: BookProps & { readonly lang: string }): Html {
  const { book, text, signed, ladders } = reading;
  const path = `/books/${book.slug}`;
  const query = signed ? `?sign=${signed.tag}` : "";
  return (
    <article class="book">
      <header class="head tight">
        <h1>
          <a href={to(path + query)} {...inText(reading, words)}>
            {text.title}
          </a>
        </h1>
        {signed && (
          <p>
            {words.by(
              signed.signing.signer.name,
              signLanguageName(signed.signing.thing.language, words.lang),
            )}
          </p>
        )}
        <p class="small">{words.printLead}</p>
        <TextNotes reading={reading} words={words} lang={lang} />
        <Credits reading={reading} words={words} />
      </header>
      <ol class="printed">
        {text.pages.map(({ alt, lines }, i) => {
          const picture = book.thing.pages[i]?.picture;
          return (
            <li>
              {picture && (
                <DrawingOf
                  drawing={picture}
                  alt={alt ?? picture.alt}
                  ladder={ladders.get(picture.file.media)}
                />
              )}
              <div>
                {lines.map((line) => (
                  <p {...inText(reading, words)}>{line}</p>
                ))}
                <p class="small">{words.page(i + 1, text.pages.length)}</p>
                <QrCode text={`${frame.base}${to(`${path}/${i + 1}${query}`)}`} class="code" />
              </div>
            </li>
          );
        })}
      </ol>
      <Credits reading={reading} words={words} />
    </article>
  );
}
