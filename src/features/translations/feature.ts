/** Translations of the campaign's own short texts: the door. */
import type { Feature } from "../../platform/feature.ts";
import { eraseTranslations } from "./erase.ts";
import { translationsModel } from "./model.ts";
import { speakingIn } from "./queries.ts";

export const translations: Feature = {
  name: "translations",
  model: translationsModel,
  routes: [],
};
export { eraseTranslations, speakingIn };
