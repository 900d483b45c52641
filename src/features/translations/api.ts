/** What other features and commands ask of translations. */
export { saidIn, sayLanguage, withTexts, type Translated } from "./at-desk.ts";
export { eraseTranslations } from "./commands.ts";
export { speakingIn } from "./queries.ts";
export type { Said } from "./records.ts";
