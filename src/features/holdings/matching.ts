/** Whether a value names somebody, where in it, and what it says without the name. Pure: values in, values out. */

/** What is looked for. */
export interface Sought {
  /**
   * Names, contacts and addresses made of them: found inside longer texts too, at the edges of words. A name of one word may be a word
   * of everyday language (Rose, Owner), so it is found only as it is written; whatever else is found in any case.
   */
  readonly texts: readonly string[];
  /** Addresses of one word, such as rose: a name where they are the whole of a value. */
  readonly wholes?: readonly string[];
  /** Ids and hashes: found only where they are the whole of a value. */
  readonly exact: readonly string[];
}

export interface Hit {
  /** Where in the value: empty for all of it, `people[0].name` inside JSON. */
  readonly at: string;
  /** It is the whole of a text, and not a part of what somebody wrote. */
  readonly isWhole: boolean;
  /** An id or a hash, not a name or contact. */
  readonly isExact: boolean;
  /** A mail address or a number that reaches the person: nobody else's stands for it. */
  readonly isContact: boolean;
}

export interface Matching {
  hits(value: unknown): readonly Hit[];
  /** The same value in which `mark` stands wherever the name or contact stood; ids and hashes stay. */
  without(value: unknown, mark: string): unknown;
}

/** What stands in place of a name inside what others wrote. */
export const MARK = "…";

export function openMatching({ texts, wholes = [], exact }: Sought): Matching {
  const ids = new Set(exact);
  const anyCase = anyOf(
    texts.filter((text) => !isOneWord(text)),
    "giu",
  );
  const asWritten = anyOf(texts.filter(isOneWord), "gu");
  const foundIn = (plain: string): string[] =>
    wholes.includes(plain)
      ? [plain]
      : [anyCase, asWritten].flatMap((named) =>
          [...plain.matchAll(named)].flatMap(({ 0: found, index }) =>
            isInAddress(plain, index, found) ? [] : [found],
          ),
        );
  const hitsOf = (text: string, at: string): Hit[] => {
    if (ids.has(text)) return [{ at, isWhole: true, isExact: true, isContact: false }];
    const plain = text.normalize("NFC");
    const found = foundIn(plain);
    if (found.length === 0) return [];
    const isWhole = found.some((one) => one.length === plain.trim().length);
    return [{ at, isWhole, isExact: false, isContact: found.some(isContact) }];
  };
  const replaced = (text: string, mark: string): string =>
    wholes.includes(text)
      ? mark
      : [anyCase, asWritten].reduce(
          (plain, named) =>
            plain.replace(named, (found: string, index: number) =>
              isInAddress(plain, index, found) ? found : mark,
            ),
          text.normalize("NFC"),
        );
  const hits = (value: unknown, at = ""): Hit[] => {
    if (typeof value === "string") {
      const inside = at === "" ? parsed(value) : undefined;
      return inside === undefined ? hitsOf(value, at) : hits(inside, JSON_ROOT);
    }
    if (Array.isArray(value)) return value.flatMap((one, i) => hits(one, `${at}[${i}]`));
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
    return Object.entries(value).flatMap(([name, one]) => [
      ...hitsOf(name, `${at}.${name.length > 40 ? "…" : name}`),
      ...hits(one, `${at}.${name}`),
    ]);
  };
  const without = (value: unknown, mark: string, isInside = false): unknown => {
    if (typeof value === "string") {
      const inside = isInside ? undefined : parsed(value);
      if (inside !== undefined && hits(inside, JSON_ROOT).length > 0)
        return JSON.stringify(without(inside, mark, true));
      return foundIn(value.normalize("NFC")).length === 0 ? value : replaced(value, mark);
    }
    if (Array.isArray(value)) return value.map((one) => without(one, mark, true));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([name, one]) => [without(name, mark, true) as string, without(one, mark, true)]),
    );
  };
  return {
    hits: (value) =>
      hits(value).map((hit) => ({ ...hit, at: hit.at.replace(JSON_ROOT, "").replace(/^\./, "") })),
    without: (value, mark) => without(value, mark),
  };
}

const JSON_ROOT = "\u0000";

/** What a column holds that is JSON; undefined where it is text. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** One word of a script that has blanks between words, and no address or number. */
export const isOneWord = (text: string): boolean =>
  /^\p{L}+$/u.test(text.trim()) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(text);
export const isContact = (text: string): boolean =>
  text.includes("@") || text.replaceAll(/\D/g, "").length >= 6;

const BETWEEN = /[\s<>()"',;:]/;
/** A name inside a mail address or handle, such as amina@example.org: that is somebody's address, whoever it is. */
function isInAddress(text: string, index: number, found: string): boolean {
  if (found.includes("@")) return false;
  const before = text
    .slice(Math.max(0, index - 100), index)
    .split(BETWEEN)
    .at(-1)!;
  const behind = text.slice(index + found.length, index + found.length + 100).split(BETWEEN)[0]!;
  return before.includes("@") || behind.includes("@");
}

const anyOf = (texts: readonly string[], flags: string): RegExp =>
  // bounded: at most a few texts of 200 characters each, without repetition but for the blanks between words
  new RegExp(
    texts.length === 0
      ? "(?!)"
      : `(?<![\\p{L}\\p{N}])(?:${longestFirst(texts).map(pattern).join("|")})(?![\\p{L}\\p{N}])`,
    flags,
  );

const longestFirst = (texts: readonly string[]) => texts.toSorted((a, b) => b.length - a.length);

/** One text as an expression: blanks between its words are any blanks. */
const pattern = (text: string): string =>
  text
    .normalize("NFC")
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s{1,9}");
