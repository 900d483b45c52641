/** What the sign language of a signing is called. */
import { languageIn } from "../../platform/web/languages.ts";

/** `xki` of `xki-x-2`, as a second signing in one language is called. */
export const withoutPrivate = (tag: string): string => tag.split("-x-")[0]!;

/** @param tag BCP 47: `xki` @returns in the reader's language: "Kenyan Sign Language" */
export const signLanguageName = (tag: string, lang: string): string =>
  languageIn(withoutPrivate(tag), lang);

/** Of two who sign one book in one language, the second has a part of its own in the tag: `xki-x-2`. */
export function signedIn(tag: string, lang: string): string {
  const [, n] = tag.split("-x-");
  const name = signLanguageName(tag, lang);
  return n === undefined ? name : `${name} (${n})`;
}
