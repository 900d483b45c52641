/** What a page keeps on this device: a database of its own with one store, written durably. */
const STORE = "kept";

type Within = <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
) => Promise<T>;

/** @param name of the database @returns what does one thing in it; it rejects with words for whoever holds the device */
export function openDevice(name: string): Within {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> =>
    new Promise((done, failed) => {
      const asked = indexedDB.open(name, 1);
      asked.addEventListener("upgradeneeded", () => void asked.result.createObjectStore(STORE));
      asked.addEventListener("success", () => done(asked.result));
      asked.addEventListener("error", () =>
        failed(new Error("This device keeps nothing for this page.")),
      );
    });
  return async (mode, work) => {
    opened ??= open();
    const kept = (await opened).transaction(STORE, mode, { durability: "strict" });
    const asked = work(kept.objectStore(STORE));
    return new Promise((done, failed) => {
      kept.addEventListener("complete", () => done(asked.result));
      kept.addEventListener("abort", () => failed(new Error("This device has no room left.")));
    });
  };
}

/** 128 bits, as ids and secrets are written. */
export function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
