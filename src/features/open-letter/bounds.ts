/** How much of everything the open letter takes, and who can sign it. */

/** Characters of a name or a place. */
export const MAX_NAME = 80;
/** Characters of the sentence beside a name. */
export const MAX_SENTENCE = 280;
/** Names on one page of the letter. */
export const PAGE_SIZE = 50;
/** Lines of one list that was signed on paper. */
export const MAX_PAPER = 200;

export const SIGNER_KINDS = ["person", "carrier", "company", "community", "activist"] as const;
export type SignerKind = (typeof SIGNER_KINDS)[number];

/** Why the desk discards what waits for a code, as the trail has it: a word of ours, never what was typed. */
export const DISCARD_WHYS = ["flood", "twice", "trial", "asked"] as const;
