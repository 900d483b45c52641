/** What the process can do and say of itself beside serving, for who runs it at the desk. */
import type { Verification } from "../log/verify/verify.ts";

export interface House {
  /** Of the program. */
  readonly version: string;
  /** Check everything that is here, apart from those who read. */
  readonly verify: (how: Checking) => Promise<Verification>;
}

export interface Checking {
  /** Told what is looked at, and how far it has come. */
  readonly progress: (what: string, done: number, total: number) => void;
  readonly signal: AbortSignal;
}
