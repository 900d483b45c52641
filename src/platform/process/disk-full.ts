/** Whether an error says that there is no room on the disk, in the words of the system or of SQLite. */

const SQLITE_FULL = 13;

export const isDiskFull = (error: unknown): boolean => {
  const { code, errcode } = (error ?? {}) as {
    readonly code?: unknown;
    readonly errcode?: unknown;
  };
  return code === "ENOSPC" || code === "EDQUOT" || errcode === SQLITE_FULL;
};
