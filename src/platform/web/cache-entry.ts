/** A rendered answer as it is kept. */
import type { Card } from "../media/cards/card.ts";
import type { Coding } from "./headers.ts";
import type { Stored } from "./page-store.ts";
import type { Uses } from "./route.ts";

/** What is known of a rendered answer; it is written to disk beside its bytes. */
export interface About {
  readonly key: string;
  readonly status: number;
  readonly type: string;
  /** A name for the content, the same in every coding. */
  readonly tag: string;
  /** The hashes of a page's styles, as its policy names them; empty for a file. */
  readonly style: string;
  /** Whether the page names a script. */
  readonly script: boolean;
  readonly location: string;
  /** No browser keeps a copy. */
  readonly unkept?: true;
  /** Of a page, the languages in which it exists, its own first. */
  readonly tongues?: string;
  /** What a page shows on other sites. */
  readonly card?: Card;
  /** How its bytes are kept: `br`, or `identity` for what does not compress. */
  readonly coding: "br" | "identity";
  /** Where a page's weight stands in its text, or -1. */
  readonly weightAt: number;
  /** Compressed as far as it goes. */
  readonly best: boolean;
  /** Fresh on days from `day` up to, but not on, `until`; an empty `until` is never. */
  readonly day: string;
  readonly until: string;
}

/** What an answer rests on; on disk only, because it is asked for once after each change. */
export interface Basis {
  readonly uses: Uses;
  /** The version of what it uses. */
  readonly version: string;
}

export interface Entry {
  about: About;
  /** The commit at which it was last found fresh; -1 asks for a look. */
  seen: number;
  /** Ready to send; what is not held here is made from what is on disk. */
  readonly ready: { [coding in Coding]: Ready | undefined };
  /** The header of its bytes as they are kept, once it was made: making it takes as long as reading them. */
  head: string[] | undefined;
  /** How often it was asked for lately. */
  asked: number;
  /** Where it stands on disk; its basis where the disk did not take it. */
  stored: Stored | Basis;
}

export interface Ready {
  readonly head: string[];
  readonly body: Buffer;
  /** Call it when the body has been sent: its bytes are lent. */
  readonly done?: () => void;
}
