/** A newsletter as the text of a mail: words as they are, what it points to by title, sentence and address. Rule U5. */
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import { plainText } from "../plain.ts";
import type { MailStory } from "../mail-content.ts";
import type { ShownNewsletter, ShownPart } from "./parts.ts";
import { wordsIn } from "./words.ts";

/** @param lang of whoever reads it */
export function toldOf(
  shown: ShownNewsletter,
  slug: string,
  { frame, lang }: { readonly frame: Frame; readonly lang: string },
): MailStory {
  const url = (path: string) => frame.base + pathIn(frame, lang, path);
  return {
    title: shown.title,
    who: "",
    summary: shown.summary,
    markdown: shown.parts.map((part) => textOf(part, lang, { url, base: frame.base })).join("\n\n"),
    lang: shown.lang,
    url: url(`/newsletters/${slug}`),
    isNewsletter: true,
  };
}

function textOf(
  part: ShownPart,
  lang: string,
  { url, base }: { readonly url: (path: string) => string; readonly base: string },
): string {
  if (part.is === "words") return plainText(part.markdown, base);
  if (part.is === "photo") return wordsIn(lang).photoOf(part.picture.alt);
  const { title, line, summary, path } = part;
  return [title.toLocaleUpperCase(part.lang), line, summary, url(path)]
    .filter((one) => one !== "")
    .join("\n");
}
