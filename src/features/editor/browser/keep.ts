/**
 * Words on this device until the server has them. IndexedDB and not localStorage: a browser writes the latter some
 * seconds later, and a killed one never does.
 */
import { openDevice } from "../../../platform/web/device/browser/device.ts";

export interface Kept {
  /** The version that they were written over. */
  readonly base: string;
  readonly fields: Record<string, string>;
}

const within = openDevice("cnd-writing");

export const keep = (id: string, kept: Kept): Promise<unknown> =>
  within("readwrite", (store) => store.put(kept, id));
export const kept = (id: string): Promise<Kept | undefined> =>
  within("readonly", (store) => store.get(id) as IDBRequest<Kept | undefined>);
export const forget = (id: string): Promise<unknown> =>
  within("readwrite", (store) => store.delete(id));
