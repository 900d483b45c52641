/** A film of somebody who signs a book comes to the desk, to be marked there. */
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import * as v from "valibot";
import { slug } from "../../../platform/folder/fields.ts";
import type { Desk } from "../../../platform/sent/desk.ts";
import { writeSignCues } from "../cues.ts";
import { askSignings, type SigningDraft } from "../private.ts";
import type { ToldBook } from "../queries.ts";
import type { SignedFilm } from "./film.ts";
import { signingSlug } from "./visit.tsx";

export interface NewSigning extends Pick<
  SigningDraft,
  "follows" | "signer" | "by" | "at" | "source"
> {
  readonly book: Pick<ToldBook, "slug" | "subject">;
  /** The sign language. */
  readonly tag: string;
  readonly film: SignedFilm;
}
const MOST_ALIKE = 50; // signings of one book in one language

/**
 * Under the first name that is free: of two who sign in one language, the second has `xki-x-2`.
 * @returns undefined where there are too many
 */
export async function openSigning(
  { speaker, private: ask }: Pick<Desk, "speaker" | "private">,
  { book, tag, film: { media, bytes, length, rate }, ...more }: NewSigning,
): Promise<SigningDraft | undefined> {
  for (let n = 1; n <= MOST_ALIKE; n++) {
    const language = n === 1 ? tag : `${tag}-x-${n}`;
    const draft: SigningDraft = {
      ...more,
      slug: signingSlug(book.slug, language),
      book: book.subject,
      language,
      media,
      bytes,
      length,
      rate,
      cues: writeSignCues([]),
      version: 1,
    };
    if (!v.is(slug, draft.slug)) return undefined; // a long title, a long tag
    const stands = await speaker.snapshot((db) => subjectAt(db, "signings", draft.slug));
    if (!stands && (await askSignings(ask).open(draft))) return draft;
  }
  return undefined;
}
