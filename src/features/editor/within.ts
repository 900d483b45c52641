/** Where in a field something does not fit, in the words of its form: `Picture 2, What it shows`. */
import { dottedPath } from "../../platform/folder/problem.ts";
import type { WritingWords } from "./words.ts";

/** @param field `pictures[1].alt` @returns nothing where it is the whole field */
export function withinIn(field: string, words: WritingWords): string {
  const [name = "", ...inner] = dottedPath(field.replaceAll(/\[(\d+)\]/g, ".$1")).map(String);
  const [row, key] = /^\d+$/.test(inner[0] ?? "") ? inner : [undefined, inner[0]];
  const one = { pictures: words.media.picture, sources: words.sourceOne }[name];
  const called = row === undefined ? "" : (one && words.naming.one(one, Number(row) + 1)) || row;
  const label = key === undefined ? "" : (labelsOf(name, words)[key] ?? key);
  return [called, label].filter((part) => part !== "").join(", ");
}

function labelsOf(
  name: string,
  { fields, media, recording, sourceFields }: WritingWords,
): Readonly<Record<string, string>> {
  const seen = { file: media.picture, alt: fields.cover_alt, credit: fields.cover_credit };
  const { ask_text: text, ask_to: to, figure_number: number, figure_says: says } = fields;
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ask: { text, to },
    figure: { number, says },
    cover: { ...seen, night: fields.cover_night },
    pictures: seen,
    film: media.film,
    sign: { language: recording.language, credit: recording.credit },
    sources: sourceFields,
  };
  return all[name] ?? {};
}
