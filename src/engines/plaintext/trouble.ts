/**
 * What a person should look at twice before a text is shown. It judges nothing: each of these stands in honest texts
 * too. Asked of the text as it came, before it was tidied. Rules PX6 to PX13 of README.md.
 */
import { partsOf, readAddress, type Address } from "./address.ts";
import { isPieced } from "./look.ts";
import { tidy } from "./tidy.ts";

type TroubleKind =
  | "bidi" // turns the direction of what follows, and does not end
  | "hidden" // characters that nobody sees
  | "marks" // so many marks that they leave their line
  | "mixed-scripts" // a word with letters borrowed from another script
  | "look-alike-link" // a host that could be taken for another
  | "link-credentials" // a name before the host, which looks like one
  | "link-elsewhere" // words that say one host and lead to another
  | "many-links"
  | "shouting"
  | "repeating" // the same again and again
  | "long-word"
  | "long";

interface Trouble {
  readonly kind: TroubleKind;
  /** The first place of it, at most 80 characters, with what is not seen written as its number; empty for the whole. */
  readonly what: string;
  /** How often. */
  readonly count: number;
}

const MAX_READ = 100_000; // characters that are looked at; a longer text is in trouble anyway
const MAX_WHAT = 80;
const MANY_LINKS = 3;
const LONG = 5000; // characters: two printed pages
const LONG_WORD = 60; // characters; the longest of real texts have 50
const SHOUTED = 20; // capital letters; fewer are an abbreviation

/** Words set apart from those around them turn nothing. */
const SET_APART = /[\u2066\u2068]([^\n\u202a-\u202e\u2066-\u2069]*)\u2069/gu;
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;
const LINK_WITH_NAME = /https?:\/\/[^\s/?#<>"]{0,500}@[^\s<>"]{1,500}/giu;
const WORDS = /[\p{L}\p{M}\p{N}]{3,}/gu;
const SPACELESS =
  /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr}|\p{sc=Tibt}/u;

/** At most one of each kind, in the order of the kinds above. */
export function trouble(text: string): readonly Trouble[] {
  const read = text.slice(0, MAX_READ).toWellFormed();
  const tidied = tidy(read);
  const parts = partsOf(tidied);
  const addresses = parts.flatMap(({ address }) => (address ? [address] : []));
  const words = parts.map((part) => (part.address ? " " : part.text)).join("");
  const found: readonly (readonly [TroubleKind, readonly string[]])[] = [
    ["bidi", turnsIn(read, tidied)],
    ["hidden", hiddenIn(read, tidied)],
    ["marks", read.match(/\S?(?:\p{sc=Zinh}(?<=\p{M})){5,}/gu) ?? []],
    ["mixed-scripts", (words.match(WORDS) ?? []).filter(isPieced)],
    ["look-alike-link", addresses.filter(({ looksAlike }) => looksAlike).map(({ shown }) => shown)],
    ["link-credentials", tidied.match(LINK_WITH_NAME) ?? []],
    ["link-elsewhere", elsewhere(tidied)],
    ["many-links", addresses.length >= MANY_LINKS ? addresses.map(({ shown }) => shown) : []],
    ["shouting", isShouted(words) ? [words.trim()] : []],
    ["repeating", words.match(REPEATED) ?? []],
    ["long-word", words.split(/[\s\p{P}]+/u).filter(isLong)],
    ["long", text.length > LONG ? [""] : []],
  ];
  return found
    .filter(([, places]) => places.length > 0)
    .map(([kind, places]) => ({ kind, what: visible(places[0]!), count: places.length }));
}

const HIDDEN =
  /(?![\n\r\t\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])[\p{DI}\p{Cc}\p{NChar}\ufff9-\ufffb]/gu;
const countHidden = (text: string): number => text.match(HIDDEN)?.length ?? 0;

/** The words of which tidying takes what nobody sees; a word that needs it keeps it. */
function hiddenIn(read: string, tidied: string): string[] {
  if (countHidden(read) === countHidden(tidied)) return [];
  const words = read.split(/[ \n]+/).filter((word) => countHidden(word) > countHidden(tidy(word)));
  return words.length > 0 ? words : [read];
}

/** Where more turns the direction than tidying leaves; an override before all. */
function turnsIn(read: string, tidied: string): string[] {
  const loose = read.replace(SET_APART, "$1");
  const turns = Array.from(loose.matchAll(TURNS));
  if (turns.length <= (tidied.replace(SET_APART, "$1").match(TURNS)?.length ?? 0)) return [];
  const overrides = turns.filter(([one]) => /[\u202d\u202e]/.test(one));
  return (overrides.length > 0 ? overrides : turns).map(({ index }) =>
    loose.slice(Math.max(0, index - 20), index + 40).toWellFormed(),
  );
}

const MAX_ASKED = 50; // addresses of one text; more are trouble already
const FILE = /\.(?:jpe?g|png|gif|pdf|html?|mp[34]|docx?|csv|xml|txt)$/i;
const HOST = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}$/u;

/** Where a host is said right before an address in brackets, and the address has another. */
function elsewhere(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  let asked = 0;
  for (const { text: typed, address } of partsOf(text)) {
    if (address && asked++ < MAX_ASKED) {
      const before = /(\S{1,253})[\s\])"'»”’]{0,4}[(<[{]\s?$/u.exec(
        text.slice(Math.max(0, at - 300), at),
      );
      // bounded: at most 253 characters, which are all that is taken
      const said = before?.[1]!.replace(/^[[("'«“‘]+|[\])"'»”’]+$/gu, "") ?? "";
      if (leadsElsewhere(said, address)) found.push(`${said} → ${address.shown}`);
    }
    at += typed.length;
  }
  return found;
}

function leadsElsewhere(said: string, { host }: Address): boolean {
  const bare = said.replace(/^https?:\/\//i, "").split(/[/?#]/u, 1)[0]!;
  if (!HOST.test(bare) || (bare === said && FILE.test(bare))) return false;
  const shown = readAddress(`https://${bare}/`)?.host.replace(/^www\./, "");
  const real = host.replace(/^www\./, "");
  if (shown === undefined) return false;
  return shown !== real && !real.endsWith(`.${shown}`) && !shown.endsWith(`.${real}`);
}

const REPEATED = /([^\s\p{N}.\-_=*])\1{9,}/gu;

function isShouted(words: string): boolean {
  if (/[!！]{4,}/.test(words)) return true;
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return capitals >= SHOUTED && 3 * capitals > 2 * letters;
}

const isLong = (word: string): boolean => word.length > LONG_WORD && !SPACELESS.test(word);

/** What is not seen as its number, so that it can be looked at. */
function visible(text: string): string {
  const seen = text
    .slice(0, MAX_WHAT)
    .toWellFormed()
    .replace(
      /[\p{C}\p{DI}]/gu,
      (one) => `‹${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}›`,
    );
  return seen.length > MAX_WHAT ? `${seen.slice(0, MAX_WHAT - 1).toWellFormed()}…` : seen;
}
