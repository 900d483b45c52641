/** Which texts of a plan are said in the languages of the campaign. */
import type { Wording } from "../../platform/texts/wording.ts";

export const PLAN_WORDING: Wording = {
  space: "plans",
  texts: [
    "title",
    "summary",
    "inputs.what",
    "weights.what",
    "proof.objective",
    "proof.method",
    "materials.item",
    "materials.unit",
    "assumptions",
    "open",
    "backupPower.value",
    "price.per",
  ],
  names: ["by", "name", "terrain.title", "terrain.licence", "radio.model", "rung"],
  known: ["people"],
};
