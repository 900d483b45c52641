/** What other features and commands ask of books. */
export { keptBook, type KeptBook } from "./kept.ts";
export { PART as MAKING } from "./making/path.ts";
export { wordsIn as makingWords, type MakingWords } from "./making/words.ts";
export { allBooks, bookAt, signingsFor, signingsOf, type ToldBook } from "./queries.ts";
export { tagOf } from "./signed.ts";
export { languagesOfBook, placesOf, textIn } from "./text.ts";
export { USES_OF_BOOKS as BOOK_USES } from "./reading.ts";
