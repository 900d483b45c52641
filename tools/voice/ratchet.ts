/** A count for each pattern that may fall and never rise. */

export type Counts = Readonly<Record<string, number>>;

/**
 * @param now how often each pattern is found
 * @param before how often it may be; a pattern that is not in it may never be
 */
export const compared = (now: Counts, before: Counts) => {
  const names = Object.keys(now);
  return {
    more: names.filter((name) => now[name]! > (before[name] ?? 0)),
    fewer: names.filter((name) => now[name]! < (before[name] ?? 0)),
  };
};
