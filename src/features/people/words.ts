/** The words of people's pages, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { en } from "./words/en.ts";

export type { PersonWords } from "./words/en.ts";

export const wordsIn = catalogue({ en });
