/** The words of partners, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { en } from "./words/en.ts";

export type { PartnerWords } from "./words/en.ts";

export const wordsIn = catalogue({ en });
