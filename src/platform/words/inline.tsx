/** Sentences with something in them: links and names, in whatever order a language puts them. */
import type { Html } from "../web/route.ts";
import { directionOf, localeOf } from "../web/words.ts";

/** `Read [the log] or [compare it].`: each part in brackets leads to the next address. */
export function linked(text: string, ...to: readonly string[]): Html {
  return (
    <>
      {text
        .split(/[[\]]/)
        .map((part, i) => (i % 2 === 0 ? part : <a href={to[(i - 1) / 2]}>{part}</a>))}
    </>
  );
}

/** `Pledged by {who}.`: each name in braces is the part of that name. */
export function filled(text: string, parts: Readonly<Record<string, unknown>>): Html {
  return <>{text.split(/[{}]/).map((part, i) => (i % 2 === 0 ? part : parts[part]))}</>;
}

/** The attributes of words in another language than what is around them: none where it is the same. */
export function foreign(inner: string, outer: string): { lang?: string; dir?: "ltr" | "rtl" } {
  if (inner === outer) return {};
  const dir = directionOf(inner);
  return { lang: inner, ...(dir !== directionOf(outer) && { dir }) };
}

/** Words in another language than what is around them, marked; the same words where it is the same. */
export function spoken(inner: string, outer: string, words: unknown): unknown {
  return inner === outer ? words : <span {...foreign(inner, outer)}>{words}</span>;
}

/** `A, B and C` as the language lists things, each with its link or its marks. */
export function listed(
  parts: readonly unknown[],
  lang: string,
  type: Intl.ListFormatType = "conjunction",
): Html {
  const list = new Intl.ListFormat(localeOf(lang), { type });
  return (
    <>
      {list
        .formatToParts(parts.map((_, i) => String(i)))
        .map((part) => (part.type === "element" ? parts[Number(part.value)] : part.value))}
    </>
  );
}

/** The same for plain words. */
export const listedWords = (
  words: readonly string[],
  lang: string,
  type: Intl.ListFormatType = "conjunction",
): string => new Intl.ListFormat(localeOf(lang), { type }).format(words);
