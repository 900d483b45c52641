/** What one contribution may bring, and what each bound protects. Rule T7. */
import { A_DAY } from "../../engines/calendar/day.ts";
import { UNSENT_DAYS } from "./private/uploads.ts";

export const MAX_PEOPLE = 4; // on the form; a group has a guardian or a speaker
export const MAX_NUMBERED = 6; // photos of which a person can say in which they are; of more, in all of them

/** Fields of files: what they show, and how it was agreed: to a helper, and by each person. */
export const WHATS = [
  "photo",
  "voice",
  "film",
  "sign",
  "proof",
  "p0-proof",
  "p1-proof",
  "p2-proof",
  "p3-proof",
] as const;
export type What = (typeof WHATS)[number];
export const isProof = (what: What): boolean => what.endsWith("proof");

const MB = 1_000_000;
const MOST = { photo: 40, voice: 60, film: 200, sign: 200, proof: 60 } as const;
/** Bytes of one file: what a phone makes of it without our script. */
export const maxFile = (what: What): number => MOST[sortOf(what)] * MB;
export const sortOf = (what: What): keyof typeof MOST =>
  isProof(what) ? "proof" : (what as keyof typeof MOST);
export const LARGEST = Math.max(...Object.values(MOST)) * MB;
export const MAX_FILES = 16; // of one contribution
export const KEPT_UNSENT = UNSENT_DAYS * A_DAY; // ms
export const MAX_TEXT = 60_000; // characters; forty pages

/** Where the form stands; a step of a story that was begun stands below it, as `name/` and its secret. */
export const TELL = "/take-part/story";
/** Where files arrive in pieces (tus.ts). */
export const FILES = `${TELL}/files`;
/** Where somebody offers a film that signs a book; what follows is the book's address. The film goes ahead of its form, into so many bytes. */
export const SIGNING = { path: "/take-part/signing", files: FILES, most: maxFile("sign") } as const;
