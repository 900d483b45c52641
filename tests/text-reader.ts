/**
 * A page as text browsers without style read it (w3m, lynx): where they begin a new line or put a blank, and where two words
 * meet that the markup keeps apart.
 */
import { Parser } from "htmlparser2";

/** At these both begin a new line, or set apart what stands there. */
const BREAKS = new Set(
  "address blockquote br caption dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol option p pre select table td textarea th tr ul".split(
    " ",
  ),
);
/** Not read, or set in brackets and bars of their own. */
const SKIPPED = new Set([
  "head",
  "script",
  "style",
  "template",
  "textarea",
  "select",
  "audio",
  "video",
]);
/** In a text these stand within a word, or beside it, on purpose. */
const WITHIN = new Set(["sup", "sub", "wbr", "em", "strong", "code", "del", "ins", "s", "q"]);
/** Nobody puts blanks between words in these scripts. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** Arabic writes "and", "with", "for" and their like as one letter in front of the next word, a link too. */
const WITH_THE_NEXT = /(?<![\p{L}\p{M}\p{N}])(?:[وف][بكل]?|[بكل])$/u;

/** @returns each place where two words meet, with what stands around it */
export function joinedWords(html: string): string[] {
  const found: string[] = [];
  let skipping = 0;
  let above = 0; // in a number of a source, which browsers set apart by a sign
  let said = ""; // since the last break
  let crossed = ""; // tags since the last text
  const cross = (name: string, tag: string): void => {
    if (BREAKS.has(name)) said = crossed = "";
    else if (!WITHIN.has(name)) crossed += tag;
  };
  const parser = new Parser({
    onopentag(name, { hidden }) {
      if (SKIPPED.has(name)) skipping += 1;
      if (name === "sup" || name === "sub") above += 1;
      if (skipping === 0 && above === 0) cross(name, hidden === undefined ? `<${name}>` : "");
      if (name === "input" || name === "img") said = "";
    },
    onclosetag(name) {
      if (skipping === 0 && above === 0) cross(name, `</${name}>`);
      if (SKIPPED.has(name)) skipping -= 1;
      if (name === "sup" || name === "sub") above -= 1;
    },
    ontext(text) {
      if (skipping > 0) return;
      const isOneWord = !crossed.includes("</") && WITH_THE_NEXT.test(said);
      const meet = crossed !== "" && said !== "" && !isOneWord && isJoined(said, text);
      if (meet)
        found.push(`${said.slice(-30)}${crossed}${text.slice(0, 30)}`.replaceAll("\n", " "));
      if (text !== "") crossed = "";
      said = (said + text).slice(-80);
    },
  });
  parser.end(html);
  return found;
}

const LETTER = /[\p{L}\p{N}]/u;
function isJoined(before: string, after: string): boolean {
  const [last = "", first = ""] = [before.at(-1), after[0]];
  if (SPACELESS.test(last) || SPACELESS.test(first)) return false;
  const ends = LETTER.test(last) || /[%)\]”’.:;!?…,]/.test(last);
  const begins = LETTER.test(first);
  return ends && begins && (LETTER.test(last) || /[%)\].:;,…]/.test(last));
}

/** On each of these pages. @returns the page and what meets */
export async function joinedOn(base: string, paths: Iterable<string>): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const html = await (await fetch(base + path)).text();
    found.push(...joinedWords(html).map((one) => `${path}: ${one}`));
  }
  return found;
}
