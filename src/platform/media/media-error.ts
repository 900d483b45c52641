/** Why a file is not taken: the code for programs, the words for whoever sent it. */
export type MediaCode =
  | "unknown-kind"
  | "unreadable"
  | "too-large"
  | "bad-name"
  /** From outside only (intake.ts). */
  | "empty"
  | "too-long"
  | "two-kinds"
  | "wrong-kind"
  | "no-tool"
  /** Too many wait; it is not the file's fault, and comes again. */
  | "busy";

export class MediaError extends Error {
  override name = "MediaError";
  readonly code: MediaCode;
  constructor(code: MediaCode, message: string) {
    super(message);
    this.code = code;
  }
}
