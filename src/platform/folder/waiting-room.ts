/** Where things wait for their day, as an import and an export ask for it. */
import type { MediaFile } from "../media/media.ts";
import type { FolderPart } from "./part.ts";

export interface WaitingFile {
  readonly slug: string;
  /** Of a translation; empty for the thing itself. */
  readonly lang: string;
  /** In canonical form. */
  readonly text: string;
  /** What the text shows, by its path in the folder. */
  readonly files: readonly (MediaFile & { readonly name: string })[];
}
export interface ToWait extends WaitingFile {
  /** In UTC, or the moment, as `dayOf` of its part says it. */
  readonly day: string;
}

/** Where things wait. */
export interface WaitingRoom {
  /** The moment that it is, ISO 8601 in UTC; a day that has begun sorts before it. */
  readonly now: string;
  /** What waits, of every part that has such things. */
  read(part: FolderPart): Promise<readonly WaitingFile[]>;
  /** @returns whether it waits: what is just being said is not changed any more */
  take(part: FolderPart, file: ToWait): Promise<boolean>;
  /** It has no file any more, and waits no longer. */
  leave(part: FolderPart, file: WaitingFile): Promise<unknown>;
}
