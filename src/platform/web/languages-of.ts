/** In which languages a page of a long text exists, for its head, its switch and the sitemap. */
import type { Told } from "../texts/long.ts";
import { pathIn, type Frame } from "./frame.ts";
import type { Page } from "./route.ts";

/** The languages of a page of such a text, its own first; one that is not translated is offered in its own alone. */
export function languagesOf(
  { frame }: { readonly frame: Frame },
  path: string,
  { translated }: Pick<Told, "translated">,
): Pick<Page, "languages" | "only"> {
  const others = frame.languages.filter((lang) => translated.includes(lang));
  if (others.length === 0)
    return { only: { lang: frame.language, path: pathIn(frame, frame.language, path) } };
  const all = [frame.language, ...others.filter((lang) => lang !== frame.language)];
  return { languages: all.map((lang) => ({ lang, path: pathIn(frame, lang, path) })) };
}
