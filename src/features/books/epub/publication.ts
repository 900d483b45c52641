/** A book with who signs it, as what its file is written from. */
import { lastTimeAbout } from "../../../platform/log/reading.ts";
import type { Db } from "../../../platform/db/store.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { sentenceId, writeSignCues, type SignCue } from "../cues.ts";
import type { Reading } from "../reading.ts";
import { cuesOfPage, wordsIn, type Clip, type SignedBook } from "../signed.ts";
import { textIn } from "../text.ts";

/** A film of a sentence or a word. */
export interface BookFilm {
  /** `p1s1` */
  readonly name: string;
  /** `clips/p1s1.mp4`, with the part of it where no clip was cut yet. */
  readonly src: string;
  /** The file within, and in the store. */
  readonly file: string;
  readonly media: string;
  readonly clip: Clip;
  /** The cues of its own beginning and end. */
  readonly vtt?: { readonly file: string; readonly text: string };
}
export interface BookLine {
  readonly text: string;
  readonly lang: string;
  readonly film?: BookFilm;
  readonly words: readonly { readonly word: string; readonly film: BookFilm }[];
}
export interface BookLeaf {
  readonly picture?: { readonly media: string; readonly bytes: number; readonly alt: string };
  readonly lines: readonly BookLine[];
  /** Sentences as they are signed, where those of this language are more or fewer. */
  readonly signed: readonly BookLine[];
}
export interface Publication {
  readonly reading: Reading;
  readonly id: string;
  /** `2026-01-02T03:04:05Z` */
  readonly modified: string;
  readonly url: string;
  readonly publisher: string;
  readonly leaves: readonly BookLeaf[];
  readonly films: readonly BookFilm[];
  /** All cues of the signing. */
  readonly cues?: string;
}

export async function publicationOf(
  db: Db,
  frame: Frame,
  reading: Reading,
  url: string,
): Promise<Publication> {
  const { book, text, signed } = reading;
  const times = [book.subject, ...(signed ? [signed.signing.subject] : [])].map((subject) =>
    lastTimeAbout(db, subject),
  );
  const last = (await Promise.all(times))
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1);
  const films = new Map<string, BookFilm>();
  const leaves = text.pages.map((_, i) => leafOf(reading, i + 1, films));
  const more = [text.lang === book.thing.language ? "" : text.lang, signed?.tag ?? ""].filter(
    (one) => one !== "",
  );
  return {
    reading,
    id: `urn:sha256:${book.subject}${more.length > 0 ? `#${more.join(".")}` : ""}`,
    modified: momentOf(last),
    url,
    publisher: frame.name,
    leaves,
    films: [...films.values()],
    ...(signed && { cues: writeSignCues(signed.cues) }),
  };
}

/** Of a record's time: its first twelve digits are milliseconds. */
const momentOf = (at: string | undefined): string =>
  `${new Date(Number.parseInt(at?.slice(0, 12) ?? "0", 16)).toISOString().slice(0, 19)}Z`;

function leafOf(reading: Reading, page: number, films: Map<string, BookFilm>): BookLeaf {
  const { book, text, signed } = reading;
  const { lines, alt } = text.pages[page - 1]!;
  const drawing = book.thing.pages[page - 1]?.picture;
  const picture = drawing && {
    media: drawing.file.media,
    bytes: drawing.file.bytes,
    alt: alt ?? drawing.alt,
  };
  const followed = signed && textIn(book, signed.signing.thing.follows);
  const theirs = followed?.pages[page - 1]?.lines ?? [];
  const isApart = signed !== undefined && theirs.length !== lines.length;
  const cues = signed && !isApart ? cuesOfPage(signed, page, lines.length) : [];
  return {
    ...(picture && { picture }),
    lines: lines.map((said, i) =>
      lineOf({ said, lang: text.lang, id: sentenceId(page, i + 1), cue: cues[i] }, signed, films),
    ),
    signed:
      signed && isApart
        ? cuesOfPage(signed, page, theirs.length).flatMap((cue, i) =>
            cue
              ? lineOf({ said: theirs[i]!, lang: followed!.lang, id: cue.id, cue }, signed, films)
              : [],
          )
        : [],
  };
}

function lineOf(
  { said, lang, id, cue }: { said: string; lang: string; id: string; cue: SignCue | undefined },
  signed: SignedBook | undefined,
  films: Map<string, BookFilm>,
): BookLine {
  if (!signed) return { text: said, lang, words: [] };
  return {
    text: said,
    lang,
    ...(cue && { film: filmOf(cue, signed, films) }),
    words: wordsIn(signed, id, said).map(({ from, to, cue: word }) => ({
      word: said.slice(from, to),
      film: filmOf(word, signed, films),
    })),
  };
}

/** Each film once, however often it is shown. */
function filmOf(cue: SignCue, signed: SignedBook, films: Map<string, BookFilm>): BookFilm {
  const before = films.get(cue.id);
  if (before) return before;
  const clip = signed.clip(cue);
  const [path = "", part] = clip.src.split("#");
  const media = path.slice(path.lastIndexOf("/") + 1);
  const ending = media.slice(media.lastIndexOf(".") + 1);
  const name = part === undefined ? `c${films.size + 1}` : "film";
  const file = `clips/${name}.${ending}`;
  const within = signed.cues.filter(({ start, end }) => start >= cue.start && end <= cue.end);
  const own = within.map((one) => ({
    ...one,
    start: one.start - cue.start,
    end: one.end - cue.start,
  }));
  const film: BookFilm = {
    name: cue.id,
    src: part === undefined ? file : `${file}#${part}`,
    file,
    media,
    clip,
    ...(part === undefined && { vtt: { file: `clips/${name}.vtt`, text: writeSignCues(own) } }),
  };
  films.set(cue.id, film);
  return film;
}
