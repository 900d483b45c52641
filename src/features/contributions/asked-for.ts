/** For what the desk takes down who agreed: the draft of a story, or a film of somebody who signs a book. */
import type { Typed } from "../../platform/sent/sort.ts";
import type { Agreed } from "./agreed.ts";
import type { PURPOSES } from "./form.ts";
import type { TellWords } from "./words.ts";

/** What a picture looks like and shows. */
export interface Look {
  /** A small print of it, where there is one: a path. */
  readonly src?: string;
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
  /** Whose portrait it is, by name. */
  readonly of?: string;
}

export interface AskedFor {
  /** Whose they are. */
  readonly id: string;
  /** Of this, and a number, the address of somebody is made whom nothing else names. */
  readonly people: string;
  /** Its page at the desk; the consents stand below it. */
  readonly path: string;
  readonly part: string;
  readonly agreed: readonly Agreed[];
  /** Names of its files, in an order that stays. */
  readonly files: readonly string[];
  /** What those of them are that are pictures. */
  readonly looks?: ReadonlyMap<string, Look>;
  /** What it belongs to is public already: where a consent that was recorded since is said. */
  readonly publish?: string | undefined;
  /** What its file is called, where it has one alone. */
  readonly film?: string;
  /** Whom it names: address and name. */
  readonly named: readonly (readonly [slug: string, name: string])[];
  /** The language of a consent that names none. */
  readonly lang?: string;
  /** What the form begins with, and for what it asks, where that is not everything. */
  readonly typed?: Typed;
  readonly purposes?: readonly (typeof PURPOSES)[number][];
  /** In place of those that speak of a story. */
  readonly words?: Partial<TellWords["consents"]>;
  /** Somebody is named in it from now on. */
  name(slug: string): Promise<void>;
}
