/** What is being written, kept on this device at every keystroke: words, ticks, and the files that are to go with them. */
import { openDevice } from "../../../platform/web/device/browser/device.ts";
import type { Piece as Sent } from "../../../platform/web/device/browser/send.ts";

export interface Piece extends Sent {
  readonly name: string;
  /** A clip that was made smaller here, or cannot be. */
  tried?: boolean;
}
export interface Kept {
  /** The secret of this contribution: it is its address and the key of its files. */
  secret: string;
  /** The step of it that is being written; absent where all of it stands on one page. */
  step?: string | undefined;
  fields: Record<string, string>;
  /** Files that were sent, in part or whole, and are not wanted any more. */
  dropped: string[];
  /** The sender pressed the button: it goes as soon as there is a link. */
  ready: boolean;
}

const within = openDevice("cnd-tell");

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
