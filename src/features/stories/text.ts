/** A story's text in a language: the translation where there is one that may be shown, else the original. */
import { personCovers, type Covered } from "../people/feature.ts";
import type { Story, Translation } from "./fold.ts";

export interface Text {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** The next step; absent where the language has no words for it. */
  readonly ask?: Story["ask"];
  readonly markdown: string;
  /** Of a translation: who made it and how far it is. */
  readonly translation?: Translation;
}

const WORDS_A_MINUTE = 150; // slow enough for a second language
/** Scripts without spaces: about two of their characters make a word. */
const SPACELESS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu;

/** @param people everybody named, as far as consent to a language decides */
export function textIn(
  story: Story,
  lang: string,
  people: readonly Covered[],
  today: string,
): Text {
  const own = story.translations[lang];
  if (own && people.every((person) => personCovers(person, "story", lang, today)))
    return {
      lang,
      title: own.title,
      summary: own.summary,
      ...(own.ask !== undefined && story.ask && { ask: { ...story.ask, text: own.ask } }),
      markdown: own.markdown,
      translation: own,
    };
  const { language, title, summary, ask, markdown } = story;
  return { lang: language, title, summary, ask, markdown };
}

/** The languages in which a story may be read, its own first. */
export function languagesOf(story: Story, people: readonly Covered[], today: string): string[] {
  const translated = Object.keys(story.translations).toSorted();
  return [
    story.language,
    ...translated.filter((lang) => textIn(story, lang, people, today).lang === lang),
  ];
}

/** At least one. */
export function minutesToRead(markdown: string): number {
  let letters = 0;
  const spaced = markdown.replace(SPACELESS, () => (letters++, " "));
  const words = spaced.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  return Math.max(1, Math.round((words + letters / 2) / WORDS_A_MINUTE));
}
