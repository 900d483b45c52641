/** What is being written, kept on this device at every keystroke: words, ticks, and the files that are to go with them. */
export interface Piece {
  /** The upload's id: made here, so that the same file sent twice is one. */
  readonly id: string;
  readonly what: string;
  readonly blob: Blob;
  readonly name: string;
  /** Bytes that are with the desk, as far as this device knows. */
  sent: number;
  done?: boolean;
}
export interface Kept {
  /** The secret of this contribution: it is its address and the key of its files. */
  secret: string;
  fields: Record<string, string>;
  /** The sender pressed the button: it goes as soon as there is a link. */
  ready: boolean;
}

const NAME = "cnd-tell";
const STORE = "kept";

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.addEventListener("upgradeneeded", () => void asked.result.createObjectStore(STORE));
    asked.addEventListener("success", () => done(asked.result));
    asked.addEventListener("error", () =>
      failed(new Error("This device keeps nothing for this page.")),
    );
  });
}
let opened: Promise<IDBDatabase> | undefined;

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) {
  opened ??= open();
  const kept = (await opened).transaction(STORE, mode, { durability: "strict" });
  const asked = work(kept.objectStore(STORE));
  return new Promise<T>((done, failed) => {
    kept.addEventListener("complete", () => done(asked.result));
    kept.addEventListener("abort", () => failed(new Error("This device has no room left.")));
  });
}

/** Words and files stand apart: a keystroke writes no photo. */
export const loadWords = (): Promise<Kept | undefined> =>
  within("readonly", (store) => store.get("words") as IDBRequest<Kept | undefined>);
export const loadPieces = async (): Promise<Piece[]> =>
  (await within("readonly", (store) => store.get("pieces") as IDBRequest<Piece[] | undefined>)) ??
  [];
export const saveWords = (kept: Kept): Promise<unknown> =>
  within("readwrite", (store) => store.put(kept, "words"));
export const savePieces = (pieces: readonly Piece[]): Promise<unknown> =>
  within("readwrite", (store) => store.put(pieces, "pieces"));
export const forget = (): Promise<unknown> => within("readwrite", (store) => store.clear());

/** 128 bits, as ids and secrets are written. */
export function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
