/** The texts of a page as a test reads them: by language, and which of their words stand in no catalogue. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";
import { PSEUDO } from "../src/platform/words/catalogue.ts";

/** What stands on a page in the language for trials and is in no catalogue. @param names those of places and people, in one text */
export function englishIn(
  html: string,
  names: string,
): { readonly texts: number; readonly words: readonly string[] } {
  assert.match(html, new RegExp(`<html lang="${PSEUDO}"`));
  const texts = [...textsIn(html, PSEUDO)];
  const words = texts
    .flatMap((text) => text.match(/[A-Za-z][A-Za-z’' -]*[A-Za-z]/g) ?? [])
    .filter((one) => !isNeutral(one) && !names.includes(folded(one)));
  return { texts: texts.length, words };
}

/** The texts that stand in this language: those of elements, and what is read aloud of attributes. */
export function* textsIn(html: string, lang: string): Generator<string> {
  const langs: { tag: string; lang: string; skip: boolean }[] = [];
  for (const [, tag, text] of html.matchAll(/<(\/?[a-z!][^>]*)>|([^<]+)/g)) {
    const top = langs.at(-1) ?? { lang, skip: false };
    if (text !== undefined) {
      if (
        top.lang === lang &&
        !top.skip &&
        !COUNTRIES.has(decoded(text).trim()) &&
        text.trim() !== ""
      )
        yield decoded(text);
      continue;
    }
    const name = /^\/?[a-z!]+/.exec(tag!)![0];
    if (name.startsWith("/")) {
      while (langs.length > 0 && langs.pop()!.tag !== name.slice(1));
      continue;
    }
    const own = /\slang="([^"]*)"/.exec(tag!)?.[1] ?? top.lang;
    // Titles of sources and links to other sites are in whatever language they were published in.
    const skip =
      top.skip ||
      /^(style|script|code|head|textarea|pre)$/.test(name) ||
      /class="notes"|href="http/.test(tag!) ||
      tag === `span lang="${lang}"`; // the language's own name, from Intl: a trial language is called English
    if (own === lang && !skip)
      for (const [, said] of tag!.matchAll(/(?:aria-label|alt|title)="([^"]*)"/g))
        yield decoded(said!);
    if (
      !/^(meta|link|br|img|input|path|circle|rect|source|!doctype)$/.test(name) &&
      !tag!.endsWith("/")
    )
      langs.push({ tag: name, lang: own, skip });
  }
}

const MONTHS =
  "January February March April May June July August September October November December";
const UNITS =
  "WEBP PNG SVG CSV kbit kB MB GB min s bytes byte million billion trillion thousand GMT UTC km ZAR EUR huawei";
/** What networks and protocols are called everywhere. */
const NETWORKS = "Mastodon WebFinger ActivityPub NodeInfo";
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun";
const NEUTRAL = new Set(
  `${MONTHS} ${DAYS} ${UNITS} ${NETWORKS} Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec N S E W SHA`.split(
    " ",
  ),
);
const countries = new Intl.DisplayNames("en", { type: "region" });
const COUNTRIES = new Set(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    .split("")
    .flatMap((a) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").map((b) => countries.of(a + b)!)),
);
const isNeutral = (words: string): boolean =>
  COUNTRIES.has(words) || words.split(/[ -]+/).every((word) => NEUTRAL.has(word));

export const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.(ya?ml|md|geojson)$/.test(f.name))
    .map((f) => readFileSync(join(f.parentPath, f.name), "utf8"));

/** Names of places, people and organisations are the same in every language. */
export const namesIn = (text: string): string =>
  folded(
    [
      ...text.matchAll(
        /"?(?:name|region|saidBy|by|organisation|publisher|facts|unit|hashtag|zone)"?: "?([^"\n]*)/g,
      ),
    ]
      .map(([, name]) => name)
      .join("\n"),
  );

export const folded = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("'", "’");
const decoded = (text: string): string =>
  text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
