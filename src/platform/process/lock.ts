/** One application process per instance: a lock that the operating system gives back even after kill -9. */
import { DatabaseSync } from "node:sqlite";

/** Take the lock; undefined when another process holds it. */
export function takeLock(path: string): Disposable | undefined {
  const db = new DatabaseSync(path);
  try {
    db.exec("pragma busy_timeout = 0; begin exclusive");
  } catch (error) {
    db.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { [Symbol.dispose]: () => db.close() };
}

const SQLITE_BUSY = 5;
