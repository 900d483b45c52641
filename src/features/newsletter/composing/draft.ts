/** A newsletter while it is written: what its form holds, and what its buttons do to it. Pure. */
import * as v from "valibot";
import { MAX_PARTS, NewsletterBody, type Newsletter, type Part } from "../records.ts";

export type DraftPart = Part & { readonly id: string };
/** Words in one language; those of the parts by the part's id. */
export interface DraftWords {
  readonly title: string;
  readonly summary: string;
  readonly words: Readonly<Record<string, string>>;
}
export interface Draft {
  readonly language: string;
  readonly parts: readonly DraftPart[];
  /** By language; the draft's own among them. */
  readonly said: Readonly<Record<string, DraftWords>>;
  /** The part that was taken out last, and where it stood: it can be put back. */
  readonly removed?: { readonly at: number; readonly part: DraftPart };
  /** Raised with each part, so that no two have the same id. */
  readonly next: number;
}

export const MAX_TITLE = 200; // characters
export const MAX_SUMMARY = 500;
export const MAX_WORDS = 3000; // of one part; a mail holds some 7,000 in all
const NO_WORDS: DraftWords = { title: "", summary: "", words: {} };

export const newDraft = (language: string): Draft => ({
  language,
  parts: [{ id: "1", words: "" }],
  said: { [language]: NO_WORDS },
  next: 2,
});

export const saidIn = (draft: Draft, lang: string): DraftWords => draft.said[lang] ?? NO_WORDS;

/** What was typed, in one language; of words whose part is gone meanwhile a new part is made at the end. */
export function typedInto(draft: Draft, lang: string, typed: DraftWords): Draft {
  const known = new Set(draft.parts.map(({ id }) => id));
  const lost = Object.entries(typed.words).filter(([id, words]) => !known.has(id) && words !== "");
  const withAll = lost.reduce((one) => withPart(one, { words: "" }), draft);
  const anew = withAll.parts.slice(draft.parts.length).map(({ id }, i) => [id, lost[i]![1]]);
  const kept = Object.entries(typed.words).filter(([id]) => known.has(id));
  const before = saidIn(draft, lang);
  const words = { ...before.words, ...Object.fromEntries([...kept, ...anew]) };
  const { title, summary } = typed;
  return { ...withAll, said: { ...withAll.said, [lang]: { title, summary, words } } };
}

/** @returns the same draft where it has as many parts as it may */
export function withPart(draft: Draft, part: Part): Draft {
  if (draft.parts.length >= MAX_PARTS) return draft;
  const id = String(draft.next);
  return { ...draft, parts: [...draft.parts, { ...part, id }], next: draft.next + 1 };
}

export function withoutPart(draft: Draft, id: string): Draft {
  const at = draft.parts.findIndex((part) => part.id === id);
  const part = draft.parts[at];
  if (!part) return draft;
  return { ...draft, parts: draft.parts.toSpliced(at, 1), removed: { at, part } };
}

export function partBack({ removed, ...draft }: Draft): Draft {
  if (!removed || draft.parts.length >= MAX_PARTS) return draft;
  return { ...draft, parts: draft.parts.toSpliced(removed.at, 0, removed.part) };
}

/** @param by -1 up, 1 down */
export function movedPart(draft: Draft, id: string, by: -1 | 1): Draft {
  const at = draft.parts.findIndex((part) => part.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= draft.parts.length) return draft;
  const part = draft.parts[at]!;
  return { ...draft, parts: draft.parts.toSpliced(at, 1).toSpliced(to, 0, part) };
}

/** The newsletter that a draft becomes; undefined where it lacks a title or anything to read. Empty words are left out. */
export function newsletterOf(draft: Draft, published: string): Newsletter | undefined {
  const own = saidIn(draft, draft.language);
  const parts = draft.parts.filter((part) => part.words === undefined || wordsOf(own, part) !== "");
  const written = parts.filter((part) => part.words !== undefined);
  const translations = Object.entries(draft.said).flatMap(([language, one]) => {
    if (language === draft.language || one.title === "") return [];
    const words = written.map((part) => wordsOf(one, part) || wordsOf(own, part));
    return [{ language, title: one.title, ...summaryOf(one), ...(words.length > 0 && { words }) }];
  });
  const said = v.safeParse(NewsletterBody, {
    title: own.title,
    ...summaryOf(own),
    language: draft.language,
    published,
    parts: parts.map((part) => {
      const { id: _, words, ...thing } = part;
      return words === undefined ? thing : { words: wordsOf(own, part) };
    }),
    ...(translations.length > 0 && { translations }),
  });
  return said.success ? said.output : undefined;
}

const wordsOf = ({ words }: DraftWords, { id }: DraftPart): string => words[id] ?? "";
const summaryOf = ({ summary }: DraftWords) => (summary === "" ? {} : { summary });
