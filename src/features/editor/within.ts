/** Where in a field something does not fit, in the words of its form: `Picture 2, What it shows`. */
import { dottedPath } from "../../platform/folder/problem.ts";
import { isField, isList, type ListName } from "./list-rows.ts";
import type { WritingWords } from "./words.ts";

/** @param field `pictures[1].alt` @returns nothing where it is the whole field */
export function withinIn(field: string, words: WritingWords): string {
  const [name = "", ...inner] = partsOf(field);
  const isRow = /^\d+$/.test(inner[0] ?? "");
  const row = isRow ? inner[0] : undefined;
  const keys = inner.slice(isRow ? 1 : 0).filter((part) => !/^\d+$/.test(part));
  const one = name === "pictures" ? words.media.picture : listWordsOf(name, words)?.one;
  const called = row === undefined ? "" : (one && words.naming.one(one, Number(row) + 1)) || row;
  const label = labelsOf(name, words)[keys.at(-1) ?? ""] ?? keys[0] ?? "";
  return [called, label].filter((part) => part !== "").join(", ");
}

/** The field of a row in which something does not fit, as the form names it: `questions.0.settled.on`. */
export function rowFieldOf(field: string): string | undefined {
  const [name = "", row = "", ...key] = partsOf(field);
  const isOne = isList(name) && /^\d+$/.test(row) && isField(name, key.join("."));
  return isOne ? [name, row, ...key].join(".") : undefined;
}

const partsOf = (field: string): string[] =>
  dottedPath(field.replaceAll(/\[(\d+)\]/g, ".$1")).map(String);

interface ListWords {
  /** An entry of the list. */
  readonly one: string;
  readonly labels: Readonly<Record<string, string>>;
}
export function wordsOfList(list: ListName, words: WritingWords): ListWords {
  const { sourceOne, sourceFields, questionOne, questionFields } = words;
  return {
    sources: { one: sourceOne, labels: sourceFields },
    questions: { one: questionOne, labels: questionFields },
  }[list];
}
const listWordsOf = (name: string, words: WritingWords): ListWords | undefined =>
  isList(name) ? wordsOfList(name, words) : undefined;

function labelsOf(name: string, words: WritingWords): Readonly<Record<string, string>> {
  const { fields, media, recording } = words;
  const seen = { file: media.picture, alt: fields.cover_alt, credit: fields.cover_credit };
  const { ask_text: text, ask_to: to, figure_number: number, figure_says: says } = fields;
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ask: { text, to },
    figure: { number, says },
    cover: { ...seen, night: fields.cover_night },
    pictures: seen,
    film: media.film,
    sign: { language: recording.language, credit: recording.credit },
  };
  return all[name] ?? listWordsOf(name, words)?.labels ?? {};
}
