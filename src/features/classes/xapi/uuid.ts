/** A UUID that follows from what it names (RFC 9562, version 5): said twice it is the same one. */
import { createHash } from "node:crypto";

/** Ours: made once, by chance. */
const SPACE = "5b1c0f0e-6f0b-4d55-9b1e-2f6c8a7d9e43";
/** Of any version: a device makes its own. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** @param parts what it names, such as `attended`, a learner and a day */
export function uuidOf(...parts: readonly string[]): string {
  const hash = createHash("sha1").update(Buffer.from(SPACE.replaceAll("-", ""), "hex"));
  const bytes = hash.update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
