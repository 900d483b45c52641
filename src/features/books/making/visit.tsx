/** What every page of making has: the book that its address names, and of a signing the draft. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { type Agreed, unsaidOf } from "../../contributions/api.ts";
import { mayBeShown, peopleBySubject, type PersonCard } from "../../people/api.ts";
import { askSignings, type SigningDraft } from "../private.ts";
import { bookAt, type ToldBook } from "../queries.ts";
import { dayAt } from "../../../engines/calendar/day.ts";
import { PART } from "./path.ts";
import { isTakenBack } from "./signer.ts";
import { wordsIn, type MakingWords } from "./words.ts";

export interface BookVisit<V extends DeskVisit = DeskVisit> {
  readonly serving: Serving;
  readonly visit: V;
  readonly book: ToldBook;
  readonly words: MakingWords;
}
export interface DraftVisit<V extends DeskVisit = DeskVisit> extends BookVisit<V> {
  readonly draft: SigningDraft;
}

/** Work at the address of a book; where there is none, that is said. */
export const atBook =
  <V extends DeskVisit>(serving: Serving, work: (at: BookVisit<V>) => Promise<Reply>) =>
  async (visit: V): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const slug = visit.params["slug"] ?? "";
    const book = await serving.instance.snapshot((db) => bookAt(db, slug));
    if (!book) return missing(visit, words);
    return work({ serving, visit, book, words });
  };

/** Work at the address of a signing that lies at the desk. */
export const atDraft = <V extends DeskVisit>(
  serving: Serving,
  work: (at: DraftVisit<V>) => Promise<Reply>,
) =>
  atBook<V>(serving, async (at) => {
    const slug = signingSlug(at.book.slug, at.visit.params["tag"] ?? "");
    const draft = await askSignings(serving.instance.log.private).at(slug);
    if (!draft || (await isTakenBack(serving.instance.log.private, draft)))
      return missing(at.visit, at.words);
    return work({ ...at, draft });
  });

/** The address of a signing, after its book and its sign language. */
export const signingSlug = (book: string, tag: string): string => `${book}--${tag.toLowerCase()}`;

export const pathOfDraft = ({ slug }: ToldBook, { language }: Pick<SigningDraft, "language">) =>
  `${PART}/${slug}/sign/${language}`;

export const pageOf = (
  { visit: { account, lang } }: Pick<BookVisit, "visit">,
  title: string,
  main: Html,
  more: { readonly script?: string; readonly done?: string | undefined } = {},
) => deskPage({ account, lang, part: PART, title, main, ...more });

function missing(visit: DeskVisit, words: MakingWords): Reply {
  const main = (
    <header class="row head">
      <h1>{words.gone}</h1>
      <p>
        <a href={PART}>{words.all}</a>
      </p>
    </header>
  );
  return { status: 404, page: pageOf({ visit }, words.gone, main) };
}

export interface Signer {
  /** As others name the person; undefined where nobody has this address yet. */
  readonly card?: PersonCard;
  readonly subject?: string;
  /** PB4: the person's own word, no role. */
  readonly agrees: boolean;
  readonly isHeard: boolean;
}

/** Who signs it, and what the person agreed to on this day. @param agreed what the desk knows and no record says yet */
export async function signerOf(
  { instance, now }: Serving,
  { signer, follows }: Pick<SigningDraft, "signer" | "follows">,
  agreed: readonly Agreed[] = [],
): Promise<Signer> {
  const found = await instance.snapshot(async (db) => {
    const address = await subjectAt(db, "people", signer);
    const stands = address && (await peopleBySubject(db, [address.subject])).get(address.subject);
    const card = (await unsaidOf(db, agreed, follows)).get(signer)?.card ?? stands;
    return card && { card, ...(stands && { subject: stands.subject }) };
  });
  if (!found) return { agrees: false, isHeard: false };
  const own = { ...found.card, role: undefined };
  const may = (purpose: "film" | "voice") => mayBeShown(own, purpose, follows, dayAt(now()));
  return { ...found, agrees: may("film"), isHeard: may("voice") };
}
