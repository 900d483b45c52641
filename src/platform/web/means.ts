/**
 * What the parameters of an address mean. A value that means nothing is no part of the address, so that nobody fills the cache, or
 * has a page made anew, by inventing some. Rule WB20.
 */
import type { PageRequest, Instead, Means } from "./route.ts";

export const oneOf =
  (...values: readonly string[]): Means =>
  (value) =>
    values.includes(value);

/** From 1 on, in the one way in which a number is written. */
export const isNumber: Means = (value) => /^[1-9]\d{0,6}$/.test(value);

/** The page of a list, from 1; 0, which none is, for what is no number of a page. */
export const pageAsked = (asked = "1"): number => (isNumber(asked) ? Number(asked) : 0);

/** Only the answer can tell: it is not there (404) where the value means nothing, or says `unlessMeant`. */
export const lookedUp: Means = () => true;

/**
 * What is answered where some of what was asked for means nothing: the page without that, as it is kept.
 * @param meant what means something, by the name of its parameter
 * @returns undefined where all of it does
 */
export function unlessMeant(
  { query }: Pick<PageRequest, "query">,
  meant: Readonly<Record<string, boolean>>,
): Instead | undefined {
  const left = Object.entries(query).filter(([name]) => meant[name] !== false);
  if (left.length === Object.keys(query).length) return undefined;
  return { kind: "instead", uses: {}, query: Object.fromEntries(left) };
}
