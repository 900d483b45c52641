/** Names that stand nowhere for now, taken out of what is said of others. Rule PE13 of features/people. */
import { escaped } from "./escaped.ts";

const INSTEAD = "[…]";

/** In whatever is sent: a text, or all texts in it. Of several words in any case and with any blanks; one word as it is written. */
export function withoutNames<T>(said: T, names: readonly string[] = []): T {
  return names.length === 0 ? said : (without(said, maskOf(names)) as T);
}

/** In a page that answers a form: what was typed stays in its fields as it was typed. */
export function shownWithout(html: string, names: readonly string[] = []): string {
  if (names.length === 0) return html;
  const mask = maskOf(names);
  return html.replaceAll(PARTS, (part) => (FIELD.test(part) ? part : mask(part)));
}
/** A tag, with what stands in a field after it, or a text. */
const PARTS = /<textarea\b[^<>]*>[^<]*|<[^<>]*>|[^<]+/g;
const FIELD = /^<(?:input|textarea|option|select|button)\b/;

type Mask = (text: string) => string;

function without(said: unknown, mask: Mask): unknown {
  if (typeof said === "string") return mask(said);
  if (Array.isArray(said)) return said.map((one) => without(one, mask));
  if (typeof said !== "object" || said === null || said instanceof Uint8Array) return said;
  return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, without(one, mask)]));
}

/** Between two words, in plain text, in JSON and in HTML. */
const BLANKS = String.raw`(?:\s|\\[nrt]|&nbsp;|<br ?/?>){1,9}`;
/** Of scripts that set words apart. In front of a name it may end what JSON has for a line break. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]`;
const BEGINS = String.raw`(?:(?<!${LETTER})|(?<=\\[bfnrt]|\\u[\da-f]{4}))`;

function maskOf(names: readonly string[]): Mask {
  const all = names.map((name) => name.trim().split(/\s+/u)).filter(([first]) => first !== "");
  const one = all.filter(({ length }) => length === 1).flatMap(([word]) => formsOf(word!));
  const more = all.filter(({ length }) => length > 1).flatMap(spelled);
  const patterns = [
    // bounded: names of at most some words, whose blanks are nine at most, repeat nothing else
    ...(more.length > 0 ? [new RegExp(longestFirst(more), "giu")] : []),
    // bounded: single words, which repeat nothing
    ...(one.length > 0 ? [new RegExp(`${BEGINS}(?:${longestFirst(one)})(?!${LETTER})`, "gu")] : []),
  ];
  return (text) => patterns.reduce((left, pattern) => left.replaceAll(pattern, INSTEAD), text);
}

/** As it is said, and as lists have it: `Silva, Maria`. */
function spelled(words: readonly string[]): string[] {
  const listed = [`${words.at(-1)!},`, ...words.slice(0, -1)];
  return [words, listed].flatMap((one) =>
    formsOf(one.join(" ")).map((form) => form.replaceAll(" ", BLANKS)),
  );
}

const longestFirst = (patterns: readonly string[]): string =>
  [...new Set(patterns)].toSorted((a, b) => b.length - a.length).join("|");

/** As it stands in plain text, in HTML and in JSON. */
function formsOf(name: string): string[] {
  const html = escaped(name);
  return [name, html, html.replaceAll("'", "&#39;"), JSON.stringify(name).slice(1, -1)].map(
    (form) => form.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
  );
}
