/** What other features and commands ask of books. */
export { writtenLanguages } from "./languages.ts";
export { PART as MAKING } from "./making/path.ts";
export { wordsIn as makingWords, type MakingWords } from "./making/words.ts";
export { bookAt, signingsFor } from "./queries.ts";
