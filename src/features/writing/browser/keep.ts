/**
 * Words on this device until the server has them. IndexedDB and not localStorage: a browser writes the latter some
 * seconds later, and a killed one never does.
 */
export interface Kept {
  /** The version that they were written over. */
  readonly base: string;
  readonly fields: Record<string, string>;
}

const STORE = "drafts";

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open("writing", 1);
    asked.addEventListener("upgradeneeded", () => asked.result.createObjectStore(STORE));
    asked.addEventListener("success", () => done(asked.result));
    asked.addEventListener("error", () => failed(asked.error ?? new Error("no store")));
  });
  return opened;
}

async function carryOut<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const asked = work(transaction.objectStore(STORE));
    transaction.addEventListener("complete", () => done(asked.result));
    transaction.addEventListener("abort", () => failed(transaction.error ?? new Error("no room")));
  });
}

export const keep = (id: string, kept: Kept): Promise<unknown> =>
  carryOut("readwrite", (store) => store.put(kept, id));
export const kept = (id: string): Promise<Kept | undefined> =>
  carryOut("readonly", (store) => store.get(id) as IDBRequest<Kept | undefined>);
export const forget = (id: string): Promise<unknown> =>
  carryOut("readwrite", (store) => store.delete(id));
