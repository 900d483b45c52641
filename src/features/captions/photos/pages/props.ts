/** What the page of a photo is made of. */
import type { Pickable } from "../../../pictures/api.ts";
import type { Standing } from "../standing.ts";
import type { PhotoWords } from "../words.ts";

/** Somebody who is on it. */
export interface On {
  readonly subject: string;
  readonly name: string;
  /** The last day to which the person agreed to photos; absent where nobody did. */
  readonly until?: string;
}

export interface PhotoProps {
  readonly words: PhotoWords;
  readonly photo: Pickable;
  /** Of the campaign, its own first. */
  readonly languages: readonly string[];
  readonly people: readonly On[];
  /** Everybody here, to choose from. */
  readonly names: readonly string[];
  readonly standing: Standing;
  /** The files in whose place it stands since faces in them were hidden. */
  readonly behind: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly mayPublish: boolean;
  readonly said?: string | undefined;
  readonly trouble?: string | undefined;
}
