/** What is noted of a file when it was looked at, and how its sender reads it: a note has no language of its own. */
import { listedWords } from "../../platform/words/inline.tsx";
import type { Removed } from "../../platform/media/pictures/job.ts";
import type { MediaCode, MediaError } from "../../platform/media/media-error.ts";
import { wordsIn, type TellWords } from "./words.ts";

/** What was taken out of it. */
export const noted = (removed: readonly Removed[]): string | null =>
  removed.length === 0 ? null : removed.join(" ");

export const noteIn = (words: TellWords, note: string): string =>
  words.stripped(
    listedWords(
      note.split(" ").map((one) => words.removed[one as Removed]),
      words.lang,
    ),
  );

/** Why it was not taken: the code, and what was found. */
export const refusal = ({ code, message }: MediaError): string => `${code} ${message}`;

export function refusalIn(words: TellWords, note: string | null): string {
  if (note === null) return words.refused.broken;
  const at = note.indexOf(" ");
  if (words.lang === "en") return note.slice(at + 1); // what was found is noted in English
  return words.refused.media[note.slice(0, at) as MediaCode];
}

/** Why a file that somebody chose at the desk was not taken. */
export const mediaRefused = (lang: string, error: MediaError): string =>
  refusalIn(wordsIn(lang), refusal(error));

/** What was taken out of a file that somebody chose at the desk, of those that we know; empty where it is nothing. */
export function strippedIn(lang: string, note: string): string {
  const words = wordsIn(lang);
  const known = note.split(" ").filter((one) => Object.hasOwn(words.removed, one));
  return known.length === 0 ? "" : noteIn(words, known.join(" "));
}
