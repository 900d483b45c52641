/** How often somebody did something within a time: in memory, for those who are known. */
export interface Noted {
  /** @returns false where it was done too often already; it is not counted then */
  take(who: string): boolean;
}

/** @param most times within @param span ms */
export function noted(most: number, span: number, now: () => number): Noted {
  const done = new Map<string, readonly number[]>(); // no more entries than accounts
  return {
    take(who) {
      const lately = (done.get(who) ?? []).filter((at) => now() - at < span);
      if (lately.length >= most) return false;
      done.set(who, [...lately, now()]);
      return true;
    },
  };
}
