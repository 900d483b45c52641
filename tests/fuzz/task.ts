/** What the thread of a parser is told, and what it tells. */

export interface Task {
  /** One after the other. */
  readonly names: readonly string[];
  readonly seed: number;
  /** A folder for what the parser writes. */
  readonly work: string;
  /** Of both the first that is reached ends it. */
  readonly most: number;
  readonly ms: number;
  /** Where the input lies that is being read: its length in bytes, then itself. */
  readonly shared: SharedArrayBuffer;
  /** Inputs that are read as they are, before any others. */
  readonly corpus: Readonly<Record<string, readonly Uint8Array[]>>;
}
export type Told =
  | { readonly what: "reads"; readonly name: string }
  | {
      readonly what: "crash";
      readonly name: string;
      readonly why: string;
      readonly input: Uint8Array;
    }
  | {
      readonly what: "end";
      readonly name: string;
      readonly executions: number;
      readonly slowest: number;
    };

export const MOST_BYTES = 65_536;
