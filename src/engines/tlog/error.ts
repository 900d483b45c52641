/** What went wrong when something handed to the log does not hold: a code for programs, a sentence for people. */

type TlogErrorCode =
  | "bad-tile"
  | "bad-bundle"
  | "bad-vkey"
  | "bad-note"
  | "bad-signature"
  | "no-known-signature"
  | "bad-checkpoint";

/**
 * Thrown when bytes from outside (a tile, a bundle, a note, a checkpoint) break their format or their signature.
 * A caller's own mistake, such as an index outside the tree, is a RangeError instead.
 */
export class TlogError extends Error {
  override name = "TlogError";
  readonly code: TlogErrorCode;

  constructor(code: TlogErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
