/** Base64 as the log's formats want it: one spelling for each row of bytes. RFC 4648 §4, with padding. */

/** Writes bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** Reads base64, or undefined for anything that `toBase64` would not write: Node itself passes over such mistakes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  return toBase64(bytes) === text ? bytes : undefined;
}
