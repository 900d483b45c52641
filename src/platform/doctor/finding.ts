/** What `cnd doctor` finds: one sentence about what is so, and one about what to do. */

/** What is looked at, in the order in which it is told. */
export const CHECKS = [
  "node",
  "folder",
  "lock",
  "database",
  "port",
  "address",
  "proxy",
  "clock",
  "disk",
  "mail",
  "alarms",
  "privacy",
  "backup",
  "restored",
  "ffmpeg",
  "translations",
] as const;
export type Check = (typeof CHECKS)[number];

export interface Finding {
  readonly check: Check;
  /** `look` works as it is, and somebody may want to know; `wrong` makes the command fail. */
  readonly is: "well" | "look" | "wrong";
  readonly says: string;
  /** What to do; never absent where it is wrong. */
  readonly todo?: string;
}

export const well = (check: Check, says: string): Finding => ({ check, is: "well", says });
export const look = (check: Check, says: string, todo?: string): Finding => ({
  check,
  is: "look",
  says,
  ...(todo !== undefined && { todo }),
});
export const wrong = (check: Check, says: string, todo: string): Finding => ({
  check,
  is: "wrong",
  says,
  todo,
});

/** In the order of the checks, those of one check as they were found. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
