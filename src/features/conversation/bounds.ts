/** How much of everything the conversation takes. */

/** Characters of one comment's words: two printed pages. */
export const MAX_WORDS = 5000;
/**
 * How many times longer than what is kept a text may come, so that what is tidied away may be there: a letter of its own
 * with each mark, and what nobody sees. A longer one is refused by its length alone, before anything reads it.
 */
export const RAW = 4;
/** Comments on one page of a thread. */
export const PAGE_SIZE = 40;
/** Of all comments on one page, in bytes as they travel: with the frame around them a page stays within 14,000. */
export const PAGE_WEIGHT = 8500;
/** Bytes of a form's text: 100,000 characters of any script come back, and are not lost. */
export const MAX_FORM = 1_000_000;
/** Bytes of a form with a recording: ten minutes as a phone makes a voice, one of a video. */
export const MAX_RECORDING = 60_000_000;
/** Characters of a name that somebody chooses. */
export const MAX_NAME = 80;
/** Days that the recording of what was refused lies here, for whoever asks for another look. */
export const KEPT_REFUSED = 30;
