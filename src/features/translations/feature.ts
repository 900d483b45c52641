/** Translations of the campaign's own short texts: the door. */
import type { Feature } from "../../platform/feature.ts";
import { translationsModel } from "./model.ts";

export const translations: Feature = {
  name: "translations",
  model: translationsModel,
  routes: [],
};
