/** The files of an instance that serves. */
import type { Serving } from "../../platform/feature.ts";
import { KEPT_UNSENT } from "./bounds.ts";
import { askConsents } from "./private/consents.ts";
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

/** Bytes that were sent and never named by a form go, those of what was taken back, and proofs of consents that nobody needs any more. */
export async function sweepUploads(serving: Serving): Promise<void> {
  const now = serving.clock.aged();
  await askConsents(serving.instance.log.private).over(now);
  await storeOf(serving).sweep(now - KEPT_UNSENT);
}
