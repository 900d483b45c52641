/** The interface in other languages: nothing left in English, every language's plurals, pages that two checkers accept. */
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { PSEUDO } from "../src/platform/words/pseudo.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const mine = join(folder.dir, "campaign");
let server: Served;

before(async () => {
  cpSync("campaign", mine, { recursive: true });
  const file = join(mine, "campaign.yaml");
  const said = readFileSync(file, "utf8");
  const trial = said.replace(/^languages: .*$/m, `languages: [en, fr, ar, ${PSEUDO}]`);
  assert.notEqual(trial, said);
  writeFileSync(file, trial);
  assert.equal(cnd(["import", mine], env).code, 0);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** One page of each kind whose words stand in catalogues. */
const KINDS = [
  "/",
  "/stories",
  "/stories?walk=teacher",
  "/topics/connectivity",
  "/authors/campaign-desk",
  "/places/mankosi",
  "/partners",
  "/partners/huawei",
  "/programmes/rainforest-listening",
  "/do-good",
  "/pledges",
  "/pledges?counted=yes",
  "/pledges/huawei-120-million",
  "/pledges/itu-people-offline",
  "/conversation",
  "/take-part",
  "/nothing-here",
];

test("no page has a word of English left that stands in no catalogue", async () => {
  const names = namesIn(filesOf(mine).join("\n"));
  const left: string[] = [];
  let seen = 0;
  for (const path of KINDS) {
    const html = await (await fetch(`${server.base}/${PSEUDO}${path === "/" ? "" : path}`)).text();
    assert.match(html, new RegExp(`<html lang="${PSEUDO}"`), path);
    for (const text of textsIn(html, PSEUDO)) {
      seen += 1;
      for (const words of text.match(/[A-Za-z][A-Za-z’' -]*[A-Za-z]/g) ?? [])
        if (!isNeutral(words) && !names.includes(folded(words))) left.push(`${path}: ${words}`);
    }
  }
  assert.ok(seen > 1000, `${seen} texts`);
  assert.deepEqual([...new Set(left)], []);
});

test("what the campaign says is marked with its language on a page in another", async () => {
  const corpus = folded(filesOf(mine).join("\n"));
  const unmarked: string[] = [];
  for (const path of KINDS) {
    const html = await (await fetch(`${server.base}/${PSEUDO}${path === "/" ? "" : path}`)).text();
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    for (const text of textsIn(main, PSEUDO)) {
      const words = /[A-Za-z’' -]*(?: [a-z]+){4}[A-Za-z’' -]*/.exec(text)?.[0].trim(); // names have capitals
      if (words && corpus.includes(folded(words))) unmarked.push(`${path}: ${words}`);
    }
  }
  assert.deepEqual([...new Set(unmarked)], []);
});

/** The texts that stand in this language: those of elements, and what is read aloud of attributes. */
function* textsIn(html: string, lang: string): Generator<string> {
  const langs: { tag: string; lang: string; skip: boolean }[] = [];
  for (const [, tag, text] of html.matchAll(/<(\/?[a-z!][^>]*)>|([^<]+)/g)) {
    const top = langs.at(-1) ?? { lang, skip: false };
    if (text !== undefined) {
      if (top.lang === lang && !top.skip && text.trim() !== "") yield decoded(text);
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
      top.skip || /^(style|script|code|head)$/.test(name) || /class="notes"|href="http/.test(tag!);
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
const UNITS = "kB MB GB min s bytes byte million billion trillion thousand GMT UTC km";
const NEUTRAL = new Set(
  `${MONTHS} ${UNITS} Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec N S E W SHA`.split(" "),
);
const countries = new Intl.DisplayNames("en", { type: "region" });
const COUNTRIES = new Set(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    .split("")
    .flatMap((a) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").map((b) => countries.of(a + b)!)),
);
const isNeutral = (words: string): boolean =>
  COUNTRIES.has(words) || words.split(/[ -]+/).every((word) => NEUTRAL.has(word));

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.(ya?ml|md|geojson)$/.test(f.name))
    .map((f) => readFileSync(join(f.parentPath, f.name), "utf8"));

/** Names of places, people and organisations are the same in every language. */
const namesIn = (text: string): string =>
  folded(
    [
      ...text.matchAll(
        /"?(?:name|region|saidBy|by|organisation|publisher|facts|unit|hashtag)"?: "?([^"\n]*)/g,
      ),
    ]
      .map(([, name]) => name)
      .join("\n"),
  );

const folded = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("'", "’");
const decoded = (text: string): string =>
  text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
