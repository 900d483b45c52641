/**
 * What was erased, as those ask who let something in: by the names under which people know it, or by the key of its row. The
 * answers rest on keyed hashes, so nobody learns of anything that they did not name themselves. Rules V85 to V87.
 */
import type { Privately } from "./part.ts";

export type Erased =
  /** A learner by class and name, a subscriber by mail address, a person by name: `KnownBy` in `part.ts`. */
  | { readonly sort: string; readonly by: readonly string[] }
  /** A row of a private table. */
  | { readonly table: string; readonly key: readonly string[] };

export const askErased = (privately: Privately) => ({
  /** @returns of each whether it was erased here, and not let in since */
  isErased: (of: readonly Erased[]) => privately("taken-back.isErased", of) as Promise<boolean[]>,
  /** Those of them that were erased here. */
  erasedOf: async <T>(all: readonly T[], as: (one: T) => Erased): Promise<T[]> => {
    if (all.length === 0) return [];
    const are = (await privately("taken-back.isErased", all.map(as))) as boolean[];
    return all.filter((_, i) => are[i]);
  },
  /** Somebody said yes anew. Whoever calls this notes it in the trail. */
  letIn: (of: readonly Erased[]) => privately("taken-back.letIn", of) as Promise<void>,
  /** For what no private row was: what the log forgot. */
  erase: (of: readonly Erased[]) => privately("taken-back.erase", of) as Promise<void>,
});
