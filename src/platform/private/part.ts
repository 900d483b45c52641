/** What one sort of private thing brings: its tables, how they come to their form, and what is done with them. */
import type { Db } from "../db/store.ts";

export interface PrivatePart {
  /** Names the part in `state` and before its operations: `submissions.add`. */
  readonly name: string;
  /** In the backup, in the order in which a restore fills them; columns hold text and whole numbers only. */
  readonly tables: readonly string[];
  /** Those whose rows no backup holds and no restore brings back: who is signed in, links that work once, and what is made again. */
  readonly passing?: readonly string[];
  /** Forward only; the number of those that have run is kept. */
  readonly migrations: readonly ((db: Db) => Promise<void>)[];
  /** Each runs in a writing transaction, and no other meanwhile; argument and result cross to another thread, so they are plain data. */
  readonly operations: Readonly<Record<string, (tx: Db, argument: never) => Promise<unknown>>>;
}

/** Carries out an operation by its name; its argument and result are plain data. */
export type Privately = (operation: string, argument: unknown) => Promise<unknown>;
