/**
 * So much for each and for all, in a way that a few cannot use up: half of the whole goes to whoever comes first, of the
 * other half each may have a thirty-second part. So up to 32 networks that take all they can leave room for the next.
 */
import type { Share } from "./limits.ts";

const CORNERS = 32;

export interface Shares {
  /** Whether there is room for `n` more; it is taken if so. @param times as much as others have */
  take(by: string, n?: number, times?: number): boolean;
  /** What is there already, whether there is room or not. */
  add(by: string, n: number): void;
  give(by: string, n?: number): void;
  clear(): void;
  /** Of all together. */
  readonly taken: number;
}

/**
 * At most `total` entries are remembered, and an entry goes when nothing is held.
 * @param refused told of each that was not taken
 */
export function openShares({ each, total }: Share, refused = (): void => undefined): Shares {
  const held = new Map<string, number>();
  const last = Math.max(1, Math.floor(total / 2 / CORNERS)); // of the half that nobody takes more of
  let taken = 0;
  return {
    take(by, n = 1, times = 1) {
      const own = (held.get(by) ?? 0) + n;
      const isLast = taken + n > total / 2;
      if (own > each * times || taken + n > total || (isLast && own > last * times)) {
        refused();
        return false;
      }
      held.set(by, own);
      taken += n;
      return true;
    },
    add(by, n) {
      held.set(by, (held.get(by) ?? 0) + n);
      taken += n;
    },
    give(by, n = 1) {
      const own = held.get(by) ?? 0;
      const given = Math.min(n, own);
      taken -= given;
      if (own === given) held.delete(by);
      else held.set(by, own - given);
    },
    clear() {
      held.clear();
      taken = 0;
    },
    get taken() {
      return taken;
    },
  };
}
