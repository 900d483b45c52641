/** What somebody looks at before it is said: a few campaigns in memory, each for a while, and gone with the process. */
import { randomBytes } from "node:crypto";
import type { Campaign } from "../records.ts";

export interface Look {
  readonly campaign: Campaign;
  /** Whose it is, by the account: nobody else sees it. */
  readonly by: string;
}

const MOST = 20; // campaigns of at most 256 kB
const LASTS = 60 * 60_000; // ms

/** Where it is seen. */
export const lookPath = (id: string): string => `/desk/front/look/${id}`;

export interface Looks {
  /** @returns an id that nobody guesses */
  readonly keep: (look: Look) => string;
  readonly find: (id: string, by: string) => Campaign | undefined;
}

/** @param now UTC milliseconds */
export function openLooks(now: () => number): Looks {
  const kept = new Map<string, Look & { readonly until: number }>();
  return {
    keep(look) {
      const id = randomBytes(12).toString("hex");
      kept.set(id, { ...look, until: now() + LASTS });
      for (const one of kept.keys()) if (kept.size > MOST) kept.delete(one);
      return id;
    },
    find(id, by) {
      const look = kept.get(id);
      return look && look.by === by && look.until > now() ? look.campaign : undefined;
    },
  };
}
