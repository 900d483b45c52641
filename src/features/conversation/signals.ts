/**
 * What speaks for a closer look at words that came in. A pure function: it judges nobody, it says where to look. The desk
 * reads each signal in words; a signal keeps words from being shown before a person has read them.
 */
import type { ListLine } from "./private/tables.ts";

/** `code` or `code:detail`; the catalogue of the desk has words for each code. */
export type Signal = string;

export interface Looked {
  readonly text: string;
  readonly name?: string | undefined;
  readonly lang?: string | undefined;
}
export interface Known {
  readonly lists: readonly ListLine[];
  /** Names of people whom stories portray. */
  readonly portrayed: readonly string[];
  /** Nothing of theirs was accepted yet. */
  readonly isFirst: boolean;
  /** The same words came in another remark. */
  readonly cameBefore: boolean;
  /** Its thread takes less for a while. */
  readonly isSlow: boolean;
  /** Whose name its name could be taken for. */
  readonly imitates?: string | undefined;
  /** What is wrong with the text as a text: hidden characters, look-alike links. */
  readonly trouble: readonly string[];
}

const MANY_LINKS = 3;

export function signalsOf({ text, name, lang }: Looked, known: Known): readonly Signal[] {
  const all = name === undefined ? text : `${name}\n${text}`;
  const folded = fold(all);
  const hosts = hostsIn(text);
  const hits = known.lists.flatMap((line) => hit(line, { folded, hosts, lang }));
  const names = known.portrayed.filter((one) => isNamed(one, all, folded));
  return [
    ...new Set([
      ...hits,
      ...names.map((one) => `person:${one}`),
      ...(names.length > 0 && hits.length > 0 ? ["named"] : []),
      ...(known.isFirst ? ["first"] : []),
      ...(hosts.length >= MANY_LINKS ? [`links:${hosts.length}`] : []),
      ...(known.cameBefore ? ["before"] : []),
      ...(known.isSlow ? ["slow"] : []),
      ...(known.imitates === undefined ? [] : [`imitates:${known.imitates}`]),
      ...known.trouble.map((one) => `trouble:${one}`),
    ]),
  ];
}

/** Two people decide. Somebody portrayed beside a word of the lists is one: no machine weighs what is said of them. */
export const isHard = (signals: readonly Signal[]): boolean =>
  signals.some((one) => one === "named" || one.startsWith("second:"));

/** A line of a list says that this is refused at once. */
export const isRefused = (signals: readonly Signal[]): boolean =>
  signals.some((one) => one.startsWith("refuse:"));

interface Read {
  readonly folded: string;
  readonly hosts: readonly string[];
  readonly lang: string | undefined;
}

function hit({ sort, lang, text, does }: ListLine, read: Read): Signal[] {
  if (sort === "link")
    return read.hosts.some((host) => host === text || host.endsWith(`.${text}`))
      ? [`${does}:${text}`]
      : [];
  if (!hasWord(read.folded, fold(text))) return [];
  // In a text of another language the same letters may be another word: a person looks, nothing more.
  const isOther = lang !== "" && read.lang !== undefined && base(read.lang) !== base(lang);
  return [`${isOther ? "hold" : does}:${text}`];
}

/** In small letters, width and ligatures aside; what joins nothing and is not seen is left out. */
const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu, "");

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const ENDS_IN_LETTER = /[\p{L}\p{N}\p{M}]$/u;
const BEGINS_WITH_LETTER = /^[\p{L}\p{N}\p{M}]/u;

/** A whole word, or several; where a script writes no blanks, anywhere. */
function hasWord(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (UNSPACED.test(word)) return true;
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + word.length, at + word.length + 2);
    if (!ENDS_IN_LETTER.test(before) && !BEGINS_WITH_LETTER.test(after)) return true;
  }
  return false;
}

const SHORTEST = 4; // letters of a last name that is looked for alone

/** By the whole name, in capitals or not; by the last name alone as a name is written. */
function isNamed(name: string, all: string, folded: string): boolean {
  if (hasWord(folded, fold(name))) return true;
  const last = name.split(/\s+/u).slice(1).at(-1);
  return last !== undefined && last.length >= SHORTEST && hasWord(all, last);
}

/** The hosts of the links in a text, each once. */
function hostsIn(text: string): string[] {
  const found = text.match(/\bhttps?:\/\/[^\s<>"']+/giu) ?? [];
  return [...new Set(found.flatMap((one) => URL.parse(one)?.hostname ?? []))];
}

const base = (lang: string): string => lang.toLowerCase().split("-")[0]!;
