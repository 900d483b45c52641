/** What other features and commands ask of translations. */
export { eraseTranslations } from "./commands.ts";
export { speakingIn } from "./queries.ts";
