/** What the parts of the page of search are given. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Found } from "../find.ts";
import type { Question } from "../look.ts";
import type { SearchWords } from "../words.ts";

export interface SearchProps {
  readonly question: Question;
  readonly found: Found;
  /** Its network asks too much: nothing was looked for. */
  readonly isBusy: boolean;
  readonly frame: Frame;
  /** The language of the address: its links stay in it. */
  readonly lang: string;
  readonly words: SearchWords;
}

/** The address of a question, without the prefix of a language. */
export function searchPath({ words, lang, page }: Question): string {
  const search = new URLSearchParams({
    q: words,
    ...(lang !== undefined && { lang }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/search?${search}`;
}
