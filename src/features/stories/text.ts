/** A story's text in a language: the translation where there is one that may be shown, else the original. */
import { personCovers, type Covered } from "../people/feature.ts";
import type { Story, Translation } from "./fold.ts";

export interface Text {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
  /** Of a translation: who made it and how far it is. */
  readonly translation?: Translation;
}

const WORDS_A_MINUTE = 150; // slow enough for a second language

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
      markdown: own.markdown,
      translation: own,
    };
  const { language, title, summary, markdown } = story;
  return { lang: language, title, summary, markdown };
}

/** The languages in which a story may be read, its own first. */
export function languagesOf(story: Story, people: readonly Covered[], today: string): string[] {
  const translated = Object.keys(story.translations).toSorted();
  return [
    story.language,
    ...translated.filter((lang) => textIn(story, lang, people, today).lang === lang),
  ];
}

export function minutesToRead(markdown: string): number {
  const words = markdown.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
