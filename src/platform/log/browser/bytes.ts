/** What a check is made of: canonical JSON, hashes, signatures, and bytes as text. */
import type { Json, JsonObject } from "../../records/jcs.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** RFC 8785, for what JSON.parse gives. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const object = value as JsonObject;
  const keys = Object.keys(object).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key]!)}`).join()}}`;
}

export async function isSigned(key: Bytes, signature: Bytes, text: Bytes): Promise<boolean> {
  const { subtle } = crypto;
  const imported = await subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  return subtle.verify("Ed25519", imported, signature, text);
}

export async function sha256(...parts: Bytes[]): Promise<Bytes> {
  const whole = await new Blob(parts).arrayBuffer();
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const hex = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));
/** Both alphabets, with and without padding. */
export const base64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
