/** Films of people who sign a book: a signing where it is said who they are and they agree, else laid beside. */
import type { Writable } from "../../platform/folder/canonical.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import type { MediaKind } from "../../platform/media/kind.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import type { ArrivingBook, Film } from "./arriving.ts";
import type { Files } from "./files.ts";
import { joinFilms } from "./signing.ts";

export interface Converting {
  readonly slug: string;
  readonly parts: readonly FolderPart[];
  readonly files: Files;
  /** A folder for what is made. */
  readonly work: string;
  readonly signer?: string;
  readonly sign?: string;
}

interface Filmed {
  readonly written: readonly Writable[];
  readonly files: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
}
/** Made anew, without what a camera wrote. */
type Clean = Film & { readonly kind: MediaKind };

/** @param notes are told what it could not take, by page */
export async function filmsOf(
  book: ArrivingBook,
  { slug, parts, files, work, signer, sign }: Converting,
  notes: string[],
): Promise<Filmed> {
  const films: Clean[] = [];
  for (const film of book.films) {
    const found = await files.film(film.path);
    if ("why" in found) notes.push(`page ${film.page}: its film was left out: ${found.why}`);
    else films.push({ ...film, ...found });
  }
  const beside = () => ({
    written: [],
    texts: new Map<string, string>(),
    files: laid(films, book, slug, notes),
  });
  const language = sign ?? book.signLanguage;
  if (films.length === 0 || signer === undefined) return beside();
  if (language === undefined) {
    notes.push(
      "it does not say in which language its films are signed: bring it again with --sign xki",
    );
    return beside();
  }
  const [own] = book.texts;
  try {
    const joined = await joinFilms(
      films,
      own.pages.map(({ lines }) => lines),
      work,
    );
    const at = `media/books/${slug}.${language}`;
    if (joined.guessed.length > 0)
      notes.push(
        `page ${joined.guessed.join(", ")}: one film signs several sentences; when each begins was worked out by their length. Mark it at the desk`,
      );
    return {
      written: [
        {
          part: parts.find(({ space }) => space === "signings")!,
          slug: `${slug}--${language}`,
          fields: {
            book: slug,
            language,
            signer,
            follows: own.language,
            film: { file: `${at}.mp4`, seconds: joined.seconds },
            cues: `${at}.vtt`,
          },
          translations: [],
        },
      ],
      files: new Map([[`${at}.mp4`, joined.path]]),
      texts: new Map([[`${at}.vtt`, joined.cues]]),
    };
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    notes.push(`its films could not be joined: ${error.message}`);
    return beside();
  }
}

/** Films lie beside, where no import reads: nobody is shown signing who is not named and has not agreed. */
function laid(
  films: readonly Clean[],
  { signLanguage }: ArrivingBook,
  slug: string,
  notes: string[],
): Map<string, string> {
  const beside = new Map<string, string>();
  for (const { page, path, kind, from, to } of films) {
    const plain = `drafts/films/${slug}/page-${page}`;
    const name = beside.has(`${plain}.${kind}`) ? `${plain}-${beside.size + 1}` : plain;
    beside.set(`${name}.${kind}`, path);
    const until = to === undefined ? "its end" : `${to} s`;
    const cut = from === undefined ? "" : `, of which it shows ${from} s to ${until}`;
    const sign = signLanguage === undefined ? "" : ` in ${signLanguage}`;
    notes.push(
      `page ${page}: somebody signs it${sign}; the film lies in ${name}.${kind}${cut}. The file names nobody: ask who signs and whether they agree to be shown, put them into people.yaml with a consent to film, then add the signing at the desk`,
    );
  }
  return beside;
}
