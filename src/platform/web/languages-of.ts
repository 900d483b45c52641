/** In which languages a page of a long text exists, for its head, its switch and the sitemap. */
import type { Told } from "../texts/long.ts";
import { pathIn, type Frame } from "./frame.ts";

/** The other languages of a page of such a text, its own first; a page that is not translated says nothing of them. */
export function languagesOf(
  { frame }: { readonly frame: Frame },
  path: string,
  { translated }: Pick<Told, "translated">,
): { readonly languages?: readonly { readonly lang: string; readonly path: string }[] } {
  const others = frame.languages.filter((lang) => translated.includes(lang));
  if (others.length === 0) return {};
  const all = [frame.language, ...others.filter((lang) => lang !== frame.language)];
  return { languages: all.map((lang) => ({ lang, path: pathIn(frame, lang, path) })) };
}
