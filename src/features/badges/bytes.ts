/** Bytes as text and back, as a token and its code need them, on pages too. */
export const toBase64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** @returns undefined where it is none, or could be written in another way: then two texts would be one badge */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = bytesOf(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  return toBase64url(bytes) === text ? bytes : undefined;
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @returns undefined where it is none in lower case */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  /^(?:[0-9a-f]{2})+$/.test(text)
    ? Uint8Array.from(text.match(/../g)!, (two) => Number.parseInt(two, 16))
    : undefined;

export const sha256 = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

const bytesOf = (latin: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(latin, (letter) => letter.codePointAt(0)!);
