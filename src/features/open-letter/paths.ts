/** The addresses of the open letter that several files name. */

/** In Atom. */
export const LETTER_FEED = "/letter/feed.xml";
export const LETTER_TABLE = "/data/letter.csv";
/** Where whoever signed comes back to it; a secret follows. */
export const MINE = "/letter/mine/";
