/** What the kinds of partner are called. */
import type { PartnerKind } from "./records.ts";

const WORDS: Readonly<Record<PartnerKind, string>> = {
  carrier: "Rural carriers",
  community: "Community networks",
  activist: "NGOs and activists",
  public: "Agencies, schools, public bodies",
  company: "Companies and makers",
};

export const KINDS_IN_ORDER = Object.keys(WORDS) as readonly PartnerKind[];

/** The kind in words, as a heading or a list has it. */
export const kindWords = (kind: PartnerKind): string => WORDS[kind];

/** N3: the same sentence for every organisation of a standing. */
export const standingWords = (standing: "joined" | "named"): string =>
  standing === "joined"
    ? "Takes part here."
    : "Described here from published sources; has not taken part and endorses nothing.";
