/** A story's text in a language: the translation where there is one that may be shown, else the original. */
import type { Db } from "../../platform/db/store.ts";
import { textsOf } from "../../platform/texts/view.ts";
import { mayBeMachine, mayBeShown, type Consenting } from "../people/api.ts";
import type { Story, Translation } from "./fold.ts";
import { STORY_WORDING } from "./records.ts";

export interface Text {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** The next step; absent where the language has no words for it. */
  readonly ask?: Story["ask"];
  /** What introduces it in lists; absent where the language has no words for it. */
  readonly figure?: Story["figure"];
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
  people: readonly Consenting[],
  today: string,
): Text {
  const own = story.translations[lang];
  const mayBe = (person: Consenting) =>
    mayBeShown(person, "story", lang, today) && (own?.state !== "machine" || mayBeMachine(person));
  if (own && people.every(mayBe))
    return {
      lang,
      title: own.title,
      summary: own.summary,
      ...(own.ask !== undefined && story.ask && { ask: { ...story.ask, text: own.ask } }),
      ...(own.figure && story.figure && { figure: own.figure }),
      markdown: own.markdown,
      translation: own,
    };
  const { language, title, summary, ask, figure, markdown } = story;
  return { lang: language, title, summary, ask, figure, markdown };
}

/** What stands over a text, in the language of the page where that is there: a story need not be translated for it. */
export interface Head extends Pick<Text, "title" | "summary" | "ask" | "figure"> {
  readonly lang: string;
}

/**
 * TX7: of a text that is not in the language of the address, title, summary and next step may be.
 * @param people everybody named, as far as consent to a language decides
 */
export function headIn(
  db: Db,
  { language }: Pick<Story, "language">,
  text: Text,
  asked: { readonly lang: string; readonly people: readonly Consenting[]; readonly today: string },
): Head {
  const { title, summary, ask, figure } = text;
  const own = { lang: text.lang, title, summary, ...(ask && { ask }), ...(figure && { figure }) };
  const texts = textsOf(db);
  const mayBe = (one: Consenting) => mayBeShown(one, "story", asked.lang, asked.today);
  if (!texts || text.lang === asked.lang || language !== texts.own || !asked.people.every(mayBe))
    return own;
  const said = (words: string) => texts.of(STORY_WORDING.space, words);
  const [heading, sentence] = [said(title), said(summary)];
  if (heading === undefined || sentence === undefined) return own;
  const step = ask && said(ask.text);
  const [number, says] = [figure && said(figure.number), figure && said(figure.says)];
  return {
    lang: texts.lang,
    title: heading,
    summary: sentence,
    ...(ask && step !== undefined && { ask: { ...ask, text: step } }),
    ...(number !== undefined && says !== undefined && { figure: { number, says } }),
  };
}

/** The languages in which a story may be read, its own first. */
export function languagesOf(story: Story, people: readonly Consenting[], today: string): string[] {
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
