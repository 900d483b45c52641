/** A language for trials: English in letters that are not English, so that words outside a catalogue stand out. */

/** Accented English, by the tag that Unicode's locale data gives it. */
export const PSEUDO = "en-XA";

const FULLWIDTH = 0xfee0; // from ASCII letters to their wide twins

/** The same catalogue with every text in wide letters; what stands between braces or is an address stays. */
export function pseudo<T>(value: T): T {
  if (typeof value === "string") return wide(value) as T;
  if (typeof value === "function")
    return ((...args: unknown[]) => pseudo((value as (...a: unknown[]) => unknown)(...args))) as T;
  if (Array.isArray(value)) return value.map(pseudo) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pseudo(one)])) as T;
  return value;
}

const wide = (text: string): string =>
  text.replace(/\{\w+\}|[A-Za-z]/g, (part) =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + FULLWIDTH),
  );
