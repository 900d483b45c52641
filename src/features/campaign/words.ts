/** The words of the front page and of the pages that invite, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { en } from "./words/en.ts";

export type { CampaignWords } from "./words/en.ts";

export const wordsIn = catalogue({ en });
