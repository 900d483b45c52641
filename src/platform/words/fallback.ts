/**
 * Words of one language among those of another: English in the interface, the campaign's own where it is not translated,
 * names. They carry marks that no text has; where they leave the house these become the language, or nothing where there is
 * no place for one.
 */

// Unicode keeps these for the use inside of a program; they are never to be sent.
export const FROM = "\uFDD0";
export const TO = "\uFDD1";
const [LANG, LANG_END] = ["\uFDD2", "\uFDD3"]; // around the language of what follows, with a `!` for a name
/** bounded: a language of at most 35 characters. */
export const MARKS = /\uFDD2([A-Za-z][A-Za-z0-9-]{0,34}!?)\uFDD3|[\uFDD0-\uFDD3]/g;
export const MARKED = /[\uFDD0-\uFDD3]/;

export const inEnglish = (text: string): string => FROM + text + TO;
/** Words of the campaign in its own language. */
export const inOwnWords = (text: string, lang: string): string =>
  `${LANG}${lang}${LANG_END}${text}${TO}`;
/** A name: nobody translates it. */
export const named = (text: string, lang: string): string =>
  `${LANG}${lang}!${LANG_END}${text}${TO}`;

/** For what is no page: a mail, a feed, an answer to a program. */
export const unmarked = (text: string): string =>
  MARKED.test(text) ? text.replaceAll(MARKS, "") : text;

/** The same for what is signed and kept. @param value as JSON can hold it */
export function unmarkedIn<T>(value: T): T {
  const text = JSON.stringify(value);
  const plain = unmarked(text);
  return plain === text ? value : (JSON.parse(plain) as T);
}
