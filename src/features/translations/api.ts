/** What other features and commands ask of translations. */
export { eraseTranslations } from "./erase.ts";
export { speakingIn } from "./queries.ts";
