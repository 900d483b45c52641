/** The files of an instance that serves. */
import type { Serving } from "../../platform/feature.ts";
import { KEPT_UNSENT } from "./bounds.ts";
import { openUploads, type Store } from "./store.ts";

const stores = new WeakMap<Serving["budgets"], Store>();

/** One of each instance that serves: it counts whose bytes lie there. */
export function storeOf({ instance, now, budgets }: Serving): Store {
  let store = stores.get(budgets);
  if (!store) {
    const { dir } = instance.folder;
    store = openUploads(dir, instance.log.private, now, {
      room: budgets.room("upload"),
      looks: budgets.room("look"),
    });
    stores.set(budgets, store);
  }
  return store;
}

/** Bytes that were sent and never named by a form go, and those of what was taken back. */
export const sweepUploads = (serving: Serving): Promise<void> =>
  storeOf(serving).sweep(serving.clock.aged() - KEPT_UNSENT);
