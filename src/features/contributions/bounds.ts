/** What one contribution may bring, and what each bound protects. Rule T7. */
export const WHATS = ["photo", "voice", "film", "sign", "proof"] as const;
export type What = (typeof WHATS)[number];

const MB = 1_000_000;
/** Bytes of one file: what a phone makes of it without our script. */
export const MAX_FILE: Readonly<Record<What, number>> = {
  photo: 40 * MB,
  voice: 60 * MB,
  film: 200 * MB,
  sign: 200 * MB,
  proof: 60 * MB,
};
export const MAX_FILES = 16; // of one contribution
export const MAX_AT_ONCE = 300 * MB; // bytes of one form without script
export const MAX_WAITING = 5_000 * MB; // bytes of all that nobody has settled; a flood fills no disk
export const KEPT_UNSENT = 7 * 86_400_000; // ms; a week without a link is common, a month is not
export const MAX_TEXT = 60_000; // characters; forty pages
export const MAX_PEOPLE = 4; // on the form; a group has a guardian or a speaker

export const megabytes = (bytes: number): string => `${Math.round(bytes / MB)} MB`;
