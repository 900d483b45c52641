/** Base45 (RFC 9285): two bytes become three of the characters that a QR code holds most tightly. Pure; runs on pages too. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const BASE = DIGITS.length;

export function toBase45(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 2) {
    const isLast = i + 1 === bytes.length;
    const value = isLast ? bytes[i]! : bytes[i]! * 256 + bytes[i + 1]!;
    text += DIGITS[value % BASE]! + DIGITS[Math.floor(value / BASE) % BASE]!;
    if (!isLast) text += DIGITS[Math.floor(value / BASE / BASE)]!;
  }
  return text;
}

/** @returns undefined where it is none: a character outside, a length that cannot be, a group that is more than its bytes hold */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  for (let i = 0, at = 0; i < text.length; i += 3) {
    const [a, b, c = 0] = Array.from(text.slice(i, i + 3), (one) => DIGITS.indexOf(one));
    if (a! < 0 || b! < 0 || c < 0) return undefined;
    const value = a! + b! * BASE + c * BASE * BASE;
    const isLast = i + 2 === text.length;
    if (value > (isLast ? 0xff : 0xffff)) return undefined;
    if (!isLast) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}
