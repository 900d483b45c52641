/** How a feature turns records into rows that pages can read, and into what joins subjects. */
import type { LogRecord } from "../records/record.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Kinds } from "../records/kind.ts";

/** Each touched subject with all its standing records in reading order; empty when none stands any more. */
export type Subjects = ReadonlyMap<string, readonly LogRecord[]>;

/** The bytes of a stored file as they come; undefined where it is not here. */
export type ReadMedia = (media: string) => Promise<AsyncIterable<Uint8Array> | undefined>;

/**
 * `write` replaces the rows of the given subjects. It may not read the clock, the network or another
 * feature, so rows depend on the records alone: arrival order, duplicates and rebuilds cannot matter.
 * It is given many subjects at once so that it can delete and insert in a few statements. A file is named by
 * its hash, so what `readMedia` gives follows from the record too; it gives nothing where the file is not here.
 */
export interface Projection {
  readonly name: string;
  /** Raise it when the rows change shape or meaning; the tables are then rebuilt from the records. */
  readonly version: number;
  readonly kinds: readonly string[];
  /** Every table that `create` makes, views' tables included. */
  readonly tables: readonly string[];
  create(db: Db): Promise<void>;
  /** Returns the view keys that these subjects touch, old and new. */
  write(tx: Tx, subjects: Subjects, readMedia: ReadMedia): Promise<readonly string[]>;
  /** Recompute what joins subjects, for these keys: a pure function over this feature's own rows. */
  view?(tx: Tx, keys: readonly string[]): Promise<void>;
  /** The name of the version that is raised with a view key, for pages that rest on one key of many. */
  versionOf?(key: string): string;
}

/** What the log is made of: which kinds exist and which tables follow from them. */
export interface Registry {
  readonly kinds: Kinds;
  readonly projections: readonly Projection[];
  /** The kind that opens the campaign; its author owns the log. */
  readonly rootKind: string;
}
