/** One request about the letter; where the campaign has none, nothing stands at its addresses. */
import type { Serving } from "../../platform/feature.ts";
import { inPublic, needing, type PublicVisit } from "../../platform/web/handler.ts";
import { unkeptPage, type Reply } from "../../platform/web/reply.ts";
import { freePageAt, theCampaign, type FreePage } from "../campaign/api.ts";
import { StepMain } from "./pages/sign.tsx";
import { wordsIn, type LetterWords } from "./words.ts";

export interface Visit extends PublicVisit<LetterWords> {
  readonly letter: FreePage;
  readonly letterLang: string;
  /** Where what was signed on paper goes by post. */
  readonly post: readonly string[];
}

/** @returns what declares an address for everybody, and one that is a secret of somebody's */
export function letterVisitors(serving: Serving) {
  const letterFor = ({ lang, frame }: PublicVisit<LetterWords>) =>
    serving.instance.snapshot(async (db) => {
      const reading = [freePageAt(db, "letter", lang), theCampaign(db)] as const;
      const [found, campaign] = await Promise.all(reading);
      if (!found) return undefined;
      const { page: letter, lang: letterLang = frame.language } = found;
      return { letter, letterLang, post: campaign?.postalAddress ?? [] };
    });
  return {
    at: needing(inPublic(serving, { words: wordsIn, unlisted: true }), letterFor),
    secretly: needing(inPublic(serving, { words: wordsIn, secret: true }), letterFor),
  };
}

/** What whoever signed can pass on. */
export const toPassOn = ({ letter, letterLang: lang }: Visit) => ({
  path: "/letter",
  title: letter.title,
  lang,
});

export const step = (
  { words }: Visit,
  about: Parameters<typeof StepMain>[0],
  status = 200,
): Reply => ({
  status,
  page: unkeptPage(words.lang, { title: about.title, main: StepMain(about) }),
});
