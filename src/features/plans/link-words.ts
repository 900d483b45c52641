/** The words that the script of the link page takes along, as templates. */
import type { PlanWords } from "./words.ts";

const TAKEN = [
  "bad",
  "loading",
  "failed",
  "unknownHeight",
  "clear",
  "grazed",
  "blocked",
  "apart",
  "kept",
  "notKept",
  "kmIs",
  "dbIs",
  "dbmIs",
  "marginIs",
  "noRadio",
] as const;
export type LinkWords = Readonly<Record<(typeof TAKEN)[number], string>>;

export const linkWords = ({ link }: PlanWords): LinkWords =>
  Object.fromEntries(TAKEN.map((name) => [name, link[name]])) as LinkWords;
