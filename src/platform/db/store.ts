/** The few differences between our databases that Kysely does not hide, and the two kinds of handle. */
import type { Dialect, Kysely, Transaction } from "kysely";

/** A handle outside any transaction, or a reading snapshot. `T` is the tables of the feature that asks. */
export type Db<T = object> = Kysely<T>;
/** A handle inside a writing transaction. Everything that writes takes this type, so the two cannot be mixed up. */
export type Tx<T = object> = Transaction<T>;

export interface Store {
  readonly kind: "sqlite" | "postgres";
  readonly dialect: Dialect;
  /** The column type that holds bytes. */
  readonly bytes: "blob" | "bytea";
  /**
   * Carry out `work` in one transaction, once; it may be begun anew where the database went away under it. `inTurn` makes
   * it wait for others of its kind, in other programs too: without it two appends race on one subject's rows.
   * @throws DatabaseAway when the database was away for ten seconds; then nothing of it is there, or it could not be
   * asked whether it is
   */
  write<T>(db: Db, work: (tx: Tx) => Promise<T>, how?: { readonly inTurn: boolean }): Promise<T>;
  /** What was committed just now deleted words that must not be found beside the tables either. */
  forgot(): void;
  /** Be the only program that writes, from now on; where the database does not hold one alone anyway. */
  beAlone?(): Promise<Alone>;
}

/** Being the only writer; taken again whenever the database was away. */
export interface Alone extends AsyncDisposable {
  /** Rejects with why when another program writes there now; never resolves. */
  readonly lost: Promise<never>;
}

/** One transaction, from its beginning to its commit. @param commits called right before the commit */
export async function once<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  commits: (done: T) => void = () => undefined,
): Promise<T> {
  const tx = await db.startTransaction().execute();
  try {
    const done = await work(tx);
    commits(done);
    await tx.commit().execute();
    return done;
  } catch (error) {
    // On a full disk SQLite has rolled back already and refuses to do it again: what went wrong first is what counts.
    if (!tx.isCommitted)
      await tx
        .rollback()
        .execute()
        .catch(() => undefined);
    throw error;
  }
}
