/** What the process can do and say of itself beside serving, for who runs it at the desk. */
import type { Finding } from "../doctor/finding.ts";
import type { Verification } from "../log/verify/verify.ts";

export interface House {
  /** Of the program. */
  readonly version: string;
  /** Check everything that is here, apart from those who read. */
  readonly verify: (how: Checking) => Promise<Verification>;
  /** Look at the installation as `cnd doctor` does, apart from those who read. */
  readonly examine: (signal: AbortSignal) => Promise<readonly Finding[]>;
  /** Exports of earlier sites. */
  readonly arrivals: Arrivals;
  /**
   * What stands at an address elsewhere, bounded in bytes and time, and never in this machine's own network.
   * @throws Error with one line
   */
  readonly read: (address: string, signal: AbortSignal) => Promise<string>;
}

/** What an earlier site brings, as a report of it. */
export interface Arrived {
  /** How many of each. */
  readonly counts: Readonly<
    Record<
      | "stories"
      | "pages"
      | "drafts"
      | "alreadyThere"
      | "pictures"
      | "sounds"
      | "filesLeft"
      | "comments"
      | "addresses",
      number
    >
  >;
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
  readonly warnings: readonly string[];
  /** How many stories have something to be looked at. */
  readonly noted: number;
  /** What keeps it from being taken in, a line each. */
  readonly problems: readonly string[];
  /** All of it, as Markdown; absent where nothing is new. */
  readonly report?: string;
}
/** Pictures and sounds that came after it. */
export interface LateFiles {
  /** How many of those that were missing stand where they stood. */
  readonly brought: number;
  readonly of: number;
  readonly missing: Arrived["leftOut"];
}
/** A thing that came with it. */
export interface Came {
  readonly space: string;
  readonly slug: string;
}
export interface Arrivals {
  /**
   * Read the export `source` in a folder of its own, and say what would come. Nothing of the campaign changes.
   * @param wish.site the address of the earlier site, where the export does not tell it
   * @param wish.fetch also fetch its pictures from there
   * @throws NoArrival with one line for whoever sent it
   */
  look(folder: string, wish: Wish, how: Progressing): Promise<Arrived>;
  /**
   * Take it in.
   * @param how.came what was noted when it was begun before, and cut short
   * @param how.note told what comes, with what came before, ere it does, so that it can be taken out whatever happens
   */
  take(folder: string, wish: Wish, how: Taking): Promise<Arrived>;
  /**
   * Fetch what its posts show and what did not come along, and put it where it stood; what was fetched before a stop is not
   * fetched again. @param how.came what was noted when it was taken in
   * @throws NoArrival with one line
   */
  pictures(folder: string, wish: Wish, how: Omit<Taking, "note">): Promise<LateFiles>;
  /** Withdraw what came, and nothing else. @returns how many there were */
  undo(came: readonly Came[], signal: AbortSignal): Promise<number>;
}
export interface Wish {
  readonly site?: string;
  readonly fetch: boolean;
}
export interface Progressing {
  readonly progress: (done: number, total: number) => void;
  /** Ends it within seconds: it is begun once more by the next process, and goes on from what was said by then. */
  readonly signal: AbortSignal;
}
export interface Taking extends Progressing {
  readonly came: readonly Came[];
  readonly note: (came: readonly Came[]) => void;
}

/** It cannot be read, and never will be. */
export class NoArrival extends Error {
  override name = "NoArrival";
}

export interface Checking {
  /** Told what is looked at, and how far it has come. */
  readonly progress: (what: string, done: number, total: number) => void;
  readonly signal: AbortSignal;
}
