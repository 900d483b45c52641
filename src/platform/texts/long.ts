/** What of a long text in other languages (`pages/about.fr.md`) is shown at an address. */
import type { LongTexts, Original } from "../records/last-said.ts";

/** How a long text stands at an address. */
export interface Told {
  /** The language in which it stands there, where it is a translation. */
  readonly lang?: string;
  /** A machine made the translation, and nobody has reviewed it. */
  readonly byMachine?: true;
  readonly behind?: true;
  /** All in which it is translated. */
  readonly translated: readonly string[];
}

/** The thing in that language where it is translated, else as it is. */
export function inLongText<T extends Original>(
  thing: T,
  texts: LongTexts,
  lang: string | undefined,
): { readonly thing: T; readonly told: Told } {
  const translated = Object.keys(texts);
  const text = lang === undefined ? undefined : texts[lang];
  if (lang === undefined || !text) return { thing, told: { translated } };
  const { title, summary = thing.summary, markdown: words, state, behind } = text;
  return {
    thing: { ...thing, title, summary, markdown: words },
    told: {
      translated,
      lang,
      ...(state === "machine" && { byMachine: true }),
      ...(behind && { behind }),
    },
  };
}
