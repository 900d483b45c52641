/** What a book of stories is made of, before any of it is written as a file. */

export interface Source {
  readonly title: string;
  readonly url: string;
  readonly said: string;
}
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly alt: string;
  readonly credit?: string | undefined;
}
export interface Chapter {
  readonly subject: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  readonly markdown: string;
  readonly authors: readonly string[];
  readonly where?: string;
  readonly published: string;
  readonly updated?: string | undefined;
  readonly url: string;
  readonly picture?: Picture;
  readonly sources: readonly Source[];
  /** Of a translation: how far it is. */
  readonly state?: string | undefined;
  readonly disclaimer: string;
}
export interface Book {
  /** Permanent: made from a subject, never from a slug. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly publisher: string;
  readonly url: string;
  readonly chapters: readonly Chapter[];
  readonly cover: Cover;
}
/** In the book's language, or in the campaign's. */
interface Said {
  readonly text: string;
  readonly lang: string;
}
/** A JPEG, which every reading system shows in its library. */
export interface Cover {
  readonly bytes: Uint8Array;
  readonly alt: Said;
  /** Year and credit. */
  readonly captions: readonly Said[];
}

/** Everybody who wrote in it, once. */
export const authorsOf = (book: Book): string[] => [
  ...new Set(book.chapters.flatMap(({ authors }) => authors)),
];

/** The last day of which the book speaks: the same records give the same file. */
export function changedOf(book: Book): string {
  const days = book.chapters.flatMap(({ published, updated }) => [published, updated ?? published]);
  return days.toSorted().at(-1) ?? "1970-01-01";
}

export const chapterFile = (i: number): string => `story-${i + 1}.xhtml`;
