/**
 * A long part of a page that was written before, and is put into it as it is: of a list of which little has changed, that little alone
 * is written anew. A page that is kept whole needs none.
 */
import { withEnglish } from "../words/with-english.ts";
import { wordsOf } from "./look.ts";
import { setApart } from "./set-apart.ts";

/** A piece of it: whole elements, none of them in the midst of a sentence. */
export interface Written {
  readonly bytes: Uint8Array;
  /** What the style of the page has to know of it. */
  readonly words: ReadonlySet<string>;
}
export type Inlay = readonly Written[];

/** Where it stands in a page, as markup; in words of people its signs are escaped. */
export const INLAY = "<!--inlay-->";

/** A piece as a page has it that was written in one go. @param html none of whose components waits for anything */
export function writtenPiece(html: { toString(): unknown }): Written {
  const text = markup(String(html));
  return { bytes: Buffer.from(text), words: wordsOf(text) };
}

/** As each part of a page is sent: set apart, and with the languages of its words. */
export const markup = (html: string): string => withEnglish(setApart(html));

/** A text with its inlay in place. */
export function laidIn(text: string, inlay: Inlay | undefined): readonly (string | Uint8Array)[] {
  if (!inlay) return [text];
  const at = text.indexOf(INLAY);
  if (at < 0) throw new Error("Expected a place for the inlay of the page, found none.");
  return [text.slice(0, at), ...inlay.map(({ bytes }) => bytes), text.slice(at + INLAY.length)];
}
