/** What a book of another system is, whatever wrote it down: the one form between its files and a campaign folder. */
import type { LeftOut } from "../site.ts";

export interface ArrivingBook {
  /** What the report calls it. */
  readonly name: string;
  /** By which a second run knows it, one a text. */
  readonly keys: readonly string[];
  readonly credits: {
    readonly text: string;
    readonly pictures: string;
    readonly translation?: string;
  };
  readonly licence: Licence;
  readonly source?: string;
  readonly cover?: Shown;
  /** The first is the book's own language, the others are translations with as many pages. */
  readonly texts: readonly [BookText, ...BookText[]];
  /** By page. */
  readonly pictures: readonly (Shown | undefined)[];
  readonly films: readonly Film[];
  /** Of its films, where the book says it. */
  readonly signLanguage?: string;
  /** What it could not take, by page, in words. */
  readonly notes: readonly string[];
}

export interface BookText {
  readonly language: string;
  readonly title: string;
  readonly translator?: string;
  readonly pages: readonly { readonly lines: readonly string[]; readonly alt?: string }[];
}

/** A picture of a file on this machine. */
interface Shown {
  readonly path: string;
  readonly alt?: string;
}

/** A film of one page, on this machine; the part of it in seconds where it is cut. */
export interface Film {
  readonly page: number;
  readonly path: string;
  readonly from?: number;
  readonly to?: number;
}

export interface Licence {
  readonly name: string;
  readonly url?: string;
}

export interface ArrivedBook {
  readonly name: string;
  /** `books/two-hills.yaml` */
  readonly path: string;
  readonly pages: number;
  readonly languages: readonly string[];
  readonly pictures: number;
  readonly licence: string;
  readonly notes: readonly string[];
}

export interface ArrivedBooks {
  readonly books: readonly ArrivedBook[];
  readonly alreadyThere: number;
  readonly leftOut: readonly LeftOut[];
  /** The report's path in the folder; absent when nothing is new. */
  readonly report?: string;
}

export const MOST_PAGES = 100; // of a book, as its form has it
export const MOST_LANGUAGES = 100; // of one book; the most translated has a fifth of that in one file

const CC = /^(?:cc[ -]?)?(by(?:-nc)?(?:-sa|-nd)?|0|zero)[ -]*(\d\.\d)?$/;
// bounded: at most 500 characters, looked at first
const CC_URL =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2,3})(?![a-z]))?/;
const OWN_TERMS =
  /all rights reserved|tous droits réservés|todos los derechos reservados|todos os direitos reservados|alle rechte vorbehalten/;

/**
 * The licence that a book names: `[CC-BY]`, `cc-by-nc`, an address of Creative Commons, or words of its own.
 * @returns undefined where it names none, or keeps all rights
 */
export function licenceOf(said: string): Licence | undefined {
  const words = oneLine(said).slice(0, 500);
  const at = CC_URL.exec(words.toLowerCase());
  if (at) return atCommons(at);
  const bare = words
    .toLowerCase()
    .replace(/[[\]()]/g, "")
    .replaceAll("_", "-")
    .trim();
  const plain = bare.replace(/ /g, "-");
  const named = CC.exec(plain.replace(/^cc-*/, "cc-"));
  if (named) return commons(named[1]!, named[2]);
  if (!/\p{L}/u.test(bare) || /^(?:ask|custom|unknown|none|null|n\/?a|tbd)$/.test(bare))
    return undefined;
  if (OWN_TERMS.test(bare)) return undefined;
  return { name: words };
}

/** As its address names it: one of a country has other terms, and what nobody holds has no licence. */
function atCommons([, folder = "", code = "", version = "", country]: readonly string[]): Licence {
  const url = `https://creativecommons.org/${folder}/${code}/${version}/`;
  if (folder === "publicdomain" && code !== "zero")
    return { name: `Public Domain ${code === "mark" ? "Mark" : code} ${version}`, url };
  const { name, url: plain = url } = commons(code, version);
  if (country === undefined) return { name, url: plain };
  return { name: `${name} ${country.toUpperCase()}`, url: `${url}${country}/` };
}

function commons(code: string, version: string | undefined): Licence {
  if (code === "0" || code === "zero")
    return { name: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" };
  const name = `CC ${code.toUpperCase()}`;
  if (version === undefined) return { name };
  return {
    name: `${name} ${version}`,
    url: `https://creativecommons.org/licenses/${code}/${version}/`,
  };
}

/** What the licence forbids of what is done here; empty where it forbids none of it. */
export function forbids({ name }: Licence): string[] {
  return [
    ...(/\bNC\b|\bnon-?commercial/i.test(name)
      ? ["its licence forbids commercial use: do not sell it or print it for sale"]
      : []),
    ...(/\bND\b|\bno-?deriv/i.test(name)
      ? ["its licence forbids to change it: ask its makers before it is translated or signed"]
      : []),
    ...(/^(?:CC[ 0]|Public Domain )/.test(name)
      ? []
      : ["its licence is said in words of its own: read whether they let you show it"]),
  ];
}

export const oneLine = (text: string): string =>
  text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();

/** The tag in its canonical spelling; undefined for what is none. */
export function languageTag(said: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(said.trim().slice(0, 35).replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

const MOST_LINES = 20; // of a page, as the form of a book has it
const MOST_LINE = 500; // characters, likewise

/** Lines that fit a page: what is longer is parted between words, and what is more goes with the last. Nothing is lost. */
export function fitting(lines: readonly string[]): string[] | undefined {
  const parted = lines.flatMap((line) => (line.length <= MOST_LINE ? [line] : partsOf(line)));
  if (parted.length <= MOST_LINES) return parted;
  const last = parted.slice(MOST_LINES - 1).join(" ");
  return last.length <= MOST_LINE ? [...parted.slice(0, MOST_LINES - 1), last] : undefined;
}

function partsOf(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > MOST_LINE) {
    const blank = rest.lastIndexOf(" ", MOST_LINE);
    const at = blank > 0 ? blank : MOST_LINE - 1;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === "" ? parts : [...parts, rest];
}
