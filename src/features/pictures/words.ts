/** The words with which a photo is chosen, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";

const en = {
  lang: "en",
  find: "Find a photo",
  look: "Find",
  none: "There is no photo yet. Add the first one on the page Media.",
  noneSo: "No photo has these words.",
  noPhoto: "No photo",
};

export const wordsIn = catalogue("pictures", en);

export type PictureWords = typeof en;
