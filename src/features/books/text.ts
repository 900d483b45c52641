/** What a book says in a language: its own words, or a translation of them. */
import type { Frame } from "../../platform/web/frame.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Page } from "../../platform/web/route.ts";
import type { BookText } from "./fold.ts";
import type { ToldBook } from "./queries.ts";

export interface ReadText extends Pick<BookText, "title" | "coverAlt" | "behind" | "translator"> {
  readonly lang: string;
  readonly state?: BookText["state"];
  readonly pages: BookText["pages"];
}

/** In this language where somebody translated it, else as it was written. */
export function textIn({ thing, texts }: ToldBook, lang: string): ReadText {
  const text = lang === thing.language ? undefined : texts[lang];
  if (text) return { ...text, lang };
  const { title, language, cover, pages } = thing;
  const own = pages.map(({ picture, lines }) => ({ alt: picture?.alt, lines }));
  return { title, lang: language, pages: own, ...(cover && { coverAlt: cover.alt }) };
}

/** Every language that it can be read in, its own first. */
export const languagesOfBook = ({ thing, texts }: ToldBook): readonly string[] => [
  thing.language,
  ...Object.keys(texts)
    .filter((lang) => lang !== thing.language)
    .toSorted(),
];

/** The addresses of its page in the languages that the campaign has; in none of them, it stands in the campaign's own. */
export function placesOf(
  frame: Frame,
  path: string,
  book: ToldBook,
): Pick<Page, "languages" | "only"> {
  const all = languagesOfBook(book).filter((lang) => frame.languages.includes(lang));
  if (all.length > 1)
    return { languages: all.map((lang) => ({ lang, path: pathIn(frame, lang, path) })) };
  const lang = all[0] ?? frame.language;
  return { only: { lang, path: pathIn(frame, lang, path) } };
}
