/** Whether a value names somebody, where in it, and what it says without the name. Pure: values in, values out. */

/** What is looked for. */
export interface Sought {
  /** Names, contacts and addresses made of them: found inside longer texts too, at the edges of words and in any case. */
  readonly texts: readonly string[];
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
}

export interface Matching {
  hits(value: unknown): readonly Hit[];
  /** The same value in which `mark` stands wherever the name or contact stood; ids and hashes stay. */
  without(value: unknown, mark: string): unknown;
}

/** What stands in place of a name inside what others wrote. */
export const MARK = "…";

export function openMatching({ texts, exact }: Sought): Matching {
  const ids = new Set(exact);
  // bounded: at most a few texts of 200 characters each, without repetition but for the blanks between words
  const named = new RegExp(
    texts.length === 0
      ? "(?!)"
      : `(?<![\\p{L}\\p{N}])(?:${longestFirst(texts).map(pattern).join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  const hitsOf = (text: string, at: string): Hit[] => {
    if (ids.has(text)) return [{ at, isWhole: true, isExact: true }];
    const plain = text.normalize("NFC");
    const found = [...plain.matchAll(named)];
    if (found.length === 0) return [];
    return [{ at, isWhole: found[0]![0].length === plain.trim().length, isExact: false }];
  };
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
      return value.normalize("NFC").search(named) < 0
        ? value
        : value.normalize("NFC").replace(named, mark);
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

const longestFirst = (texts: readonly string[]) => texts.toSorted((a, b) => b.length - a.length);

/** One text as an expression: blanks between its words are any blanks. */
const pattern = (text: string): string =>
  text
    .normalize("NFC")
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s{1,9}");
