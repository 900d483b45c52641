/** What several pages of books show: a picture as light as a phone wants it, who made the book, under what licence. */
import type { Ladder } from "../../../platform/media/ladder/rungs-of.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { safeLink } from "../../../platform/web/links.ts";
import { mediaPath, type Shown } from "../../../platform/web/picture.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { stillOf, thumbOf } from "../../../platform/web/stills.tsx";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import { languageIn } from "../../../platform/web/languages.ts";
import { printsOf, type Drawing } from "../prints.ts";
import type { Reading } from "../reading.ts";
import type { BookWords } from "../words.ts";

export interface BookProps {
  readonly reading: Reading;
  readonly words: BookWords;
  /** In the language of the address. */
  readonly to: (path: string) => string;
  readonly frame: Frame;
}

const typeOf = ({ media }: Shown): string =>
  `image/${media.slice(media.lastIndexOf(".") + 1).replace("jpg", "jpeg")}`;

/** @param props `waits` where it stands further down: it comes when somebody is near */
export function DrawingOf(props: {
  readonly drawing: Drawing;
  /** What it shows; empty where the words beside it say it. */
  readonly alt: string;
  readonly ladder: Ladder | undefined;
  readonly waits?: boolean;
}): Html {
  const { drawing, alt, ladder, waits } = props;
  const { phone, wide, plain } = printsOf(drawing, ladder);
  const { width, height } = drawing.file;
  return (
    <picture>
      {wide.media !== phone.media && (
        <source media="(min-width:44rem)" type={typeOf(wide)} srcset={mediaPath(wide)} />
      )}
      {phone.media !== plain.media && <source type={typeOf(phone)} srcset={mediaPath(phone)} />}
      <img
        src={mediaPath(plain)}
        alt={alt}
        width={width}
        height={height}
        loading={waits ? "lazy" : undefined}
      />
    </picture>
  );
}

/** For a list: at most 2,000 bytes where such a print is there, 6,000 where it stands alone. */
export function Cover(props: {
  readonly drawing: Drawing;
  readonly ladder: Ladder | undefined;
  readonly isLarge: boolean;
}): Html {
  const { drawing, ladder, isLarge } = props;
  const wide = stillOf(drawing, ladder) ?? thumbOf(drawing, ladder) ?? drawing.file;
  const shown = isLarge ? wide : (thumbOf(drawing, ladder) ?? wide);
  const { width, height } = drawing.file;
  return (
    <picture>
      {wide.media !== shown.media && <source media="(min-width:44rem)" srcset={mediaPath(wide)} />}
      <img src={mediaPath(shown)} alt="" width={width} height={height} loading="lazy" />
    </picture>
  );
}

/** Stands on every page, and on paper. */
export function Credits({ reading, words }: Pick<BookProps, "reading" | "words">): Html {
  const { book, text, signed } = reading;
  const { credits, licence, language } = book.thing;
  const url = licence.url === undefined ? undefined : safeLink(licence.url);
  const own = (said: string) => spoken(language, words.lang, said);
  const translator = text.translator ?? credits.translation;
  return (
    <ul class="meta small">
      <li>
        {words.words}: {own(credits.text)}
      </li>
      <li>
        {words.pictures}: {own(credits.pictures)}
      </li>
      {translator !== undefined && text.lang !== language && (
        <li>
          {words.translation}: {own(translator)}
        </li>
      )}
      {signed && <li>{words.bySigner(signed.signing.signer.name)}</li>}
      <li>
        {words.licence}:{" "}
        {url === undefined ? (
          own(licence.name)
        ) : (
          <a href={url} rel="license">
            {licence.name}
          </a>
        )}
      </li>
    </ul>
  );
}

/**
 * Why the text stands in another language than the page, or may say something else than the original; and why nobody is seen
 * who signs. That a machine translated it, the foot of the page says.
 */
export function TextNotes({
  reading,
  words,
  lang,
}: Pick<BookProps, "reading" | "words"> & { readonly lang: string }): Html {
  const { text, book } = reading;
  return (
    <>
      {text.lang !== lang && text.lang === book.thing.language && (
        <p class="small">{words.onlyIn(languageIn(text.lang, words.lang))}</p>
      )}
      {text.behind && <p class="small">{words.behind}</p>}
      {reading.awaited && <p class="stand">{words.awaited(reading.awaited.signer.name)}</p>}
    </>
  );
}

/** The attributes of the book's own words. */
export const inText = ({ text }: Reading, words: BookWords) => foreign(text.lang, words.lang);
