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
  /** Make appends wait for each other; without it two writers race on one subject's rows. */
  lockLog(tx: Tx): Promise<void>;
  /** What was committed just now deleted words that must not be found beside the tables either. */
  forgot(): void;
}
