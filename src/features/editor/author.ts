/** Who wrote a version of a draft, as the desk reads it: an account's name, or the sender of what was sent in. */
import { SENT_IN } from "../stories/model.ts";
import type { WritingWords } from "./words.ts";

export const authorIn = (words: Pick<WritingWords, "sender">, author: string): string =>
  author === SENT_IN ? words.sender : author;
