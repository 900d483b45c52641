/** Words between asterisks, as H5P writes what is to be filled in, dragged or marked. Pure. */

/** A text in pieces: what stands between, and what was marked. */
export interface Marked {
  /** One more than there are marks. */
  readonly around: readonly string[];
  readonly marks: readonly string[];
}

/** `**` is an asterisk of the text; a last one without its end is, too. */
export function markedIn(text: string): Marked {
  const pieces = text.replaceAll("**", ASTERISK).split("*");
  if (pieces.length % 2 === 0) {
    const last = pieces.pop()!;
    pieces.push(`${pieces.pop()!}*${last}`);
  }
  const plain = pieces.map((piece) => piece.replaceAll(ASTERISK, "*"));
  return {
    around: plain.filter((_, i) => i % 2 === 0),
    marks: plain.filter((_, i) => i % 2 === 1),
  };
}
const ASTERISK = "\u001f"; // no text has it

export interface Gap {
  /** Each of them is right. */
  readonly answers: readonly string[];
  readonly tip: string;
}

/** `answer/other answer:tip` */
export function blankIn(mark: string): Gap {
  const at = mark.indexOf(":");
  const [said, tip] = at < 0 ? [mark, ""] : [mark.slice(0, at), mark.slice(at + 1)];
  return { answers: said.split("/").map((one) => one.trim()), tip: tip.trim() };
}

/** `word:tip`, with `\+what is said when right` and `\-when wrong` */
export function dragIn(mark: string): Gap & { readonly right: string; readonly wrong: string } {
  const [word = "", ...more] = mark.split(/(?=\\[+-]|:)/);
  const after = (sign: string) =>
    more
      .find((one) => one.startsWith(sign))
      ?.slice(sign.length)
      .trim() ?? "";
  return { answers: [word.trim()], tip: after(":"), right: after("\\+"), wrong: after("\\-") };
}

export interface Word {
  readonly text: string;
  readonly isRight: boolean;
}

/** Each word that can be marked, without the signs around it. */
export const wordsIn = (text: string): Word[] =>
  text.split(/\s+/).flatMap((entry) => {
    const bare = entry.replaceAll("**", ASTERISK).replace(PREFIX, "").replace(SUFFIX, "");
    // A sign may stand between the word and its last asterisk, or after it.
    const [, inside] = /^\*([^*]+)\*.?$/u.exec(bare) ?? [];
    const word = (inside ?? bare).replaceAll("*", "").replaceAll(ASTERISK, "*");
    return word === "" ? [] : [{ text: word, isRight: inside !== undefined }];
  });
const PREFIX = /^[[({⟨¿¡“"«„]{1,20}/;
const SUFFIX = /[",….:;?!\])}⟩»”]{1,20}$/; // bounded: at most twenty signs
