/**
 * A badge as the text of a QR code, and back, byte for byte: `CND1:` and Base45 of the signature, the key's thumbprint, the hash of
 * the name, the badge's id, its moment, and its words deflated (docs/protocol/badge.md). All else follows from these. Pure; runs on pages too.
 */
import { deflateSync, inflateSync } from "fflate";
import { fromBase64url, fromHex, toBase64url, toHex } from "../bytes.ts";
import { headerText, payloadText, type BadgeParts } from "../credential.ts";
import { readToken, thumbprintIn, type BadgeToken } from "../token.ts";
import { fromBase45, toBase45 } from "./base45.ts";
import { DICTIONARY } from "./dictionary.ts";

export const PREFIX = "CND1:";
const LONGEST = 4296; // characters, of the largest QR code
const BETWEEN = "\u001F"; // what no text of a campaign holds
/** In this order, in bytes. */
const SIZES = { signature: 256, thumbprint: 32, hash: 32, id: 16, from: 4 } as const;
const FIXED = Object.values<number>(SIZES).reduce((sum, size) => sum + size);
const dictionary = new TextEncoder().encode(DICTIONARY);

/** @returns undefined where it is no badge of ours, or would not come back as it is */
export function codeOf(token: string): string | undefined {
  const read = readToken(token);
  const parts = read.ok ? partsIn(read) : undefined;
  if (!read.ok || !parts || read.signature.length !== SIZES.signature) return undefined;
  const fixed = [
    read.signature,
    fromBase64url(parts.thumbprint),
    fromHex(parts.hash),
    fromBase64url(parts.id),
    bytesOfNumber(parts.from),
  ];
  const sizes = Object.values(SIZES);
  if (fixed.some((bytes, i) => bytes?.length !== sizes[i])) return undefined;
  const { base, issuer, name, course, criteria } = parts;
  const said = [base, issuer, name, shortened(course, base), criteria].join(BETWEEN);
  const words = deflateSync(new TextEncoder().encode(said), { dictionary, level: 9, mem: 12 });
  const whole = new Uint8Array(FIXED + words.length);
  let at = 0;
  for (const bytes of [...fixed, words]) {
    whole.set(bytes!, at);
    at += bytes!.length;
  }
  const code = PREFIX + toBase45(whole);
  return tokenOf(code) === token ? code : undefined;
}

/** @returns undefined where it is no code of a badge; whether the badge is right is another question */
export function tokenOf(code: string): string | undefined {
  const text = code.trim();
  if (!text.startsWith(PREFIX) || text.length > LONGEST) return undefined;
  const bytes = fromBase45(text.slice(PREFIX.length));
  const words = bytes && bytes.length > FIXED ? wordsIn(bytes.subarray(FIXED)) : undefined;
  if (!bytes || words?.length !== 5) return undefined;
  let at = 0;
  const next = (size: number) => bytes.subarray(at, (at += size));
  const signature = next(SIZES.signature);
  const [base = "", issuer = "", name = "", course = "", criteria = ""] = words;
  const parts: BadgeParts = {
    thumbprint: toBase64url(next(SIZES.thumbprint)),
    hash: toHex(next(SIZES.hash)),
    id: toBase64url(next(SIZES.id)),
    from: numberOfBytes(next(SIZES.from)),
    base,
    issuer,
    name,
    course: lengthened(course, base),
    criteria,
  };
  const pieces = [headerText(parts), payloadText(parts)].map((one) =>
    toBase64url(new TextEncoder().encode(one)),
  );
  return [...pieces, toBase64url(signature)].join(".");
}

function partsIn(read: BadgeToken): BadgeParts {
  const { payload } = read;
  const { achievement, identifier } = payload.credentialSubject;
  return {
    base: payload.iss,
    thumbprint: thumbprintIn(read),
    id: payload.jti.slice(payload.jti.lastIndexOf("/") + 1),
    hash: identifier[0]!.identityHash.replace("sha256$", ""),
    from: payload.nbf,
    issuer: payload.issuer.name,
    name: payload.name,
    course: achievement.id,
    criteria: achievement.criteria.narrative,
  };
}

/** A course of the same instance is said by what follows `BASE/courses/`; another address stands whole. */
const shortened = (course: string, base: string): string =>
  course.startsWith(`${base}/courses/`) ? course.slice(`${base}/courses/`.length) : course;
const lengthened = (course: string, base: string): string =>
  course.includes("/") ? course : `${base}/courses/${course}`;

/** No more than a thousand times what the code holds, which is 3 kB: no bomb can stand in it. */
function wordsIn(deflated: Uint8Array): string[] | undefined {
  try {
    const bytes = inflateSync(deflated, { dictionary });
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).split(BETWEEN);
  } catch {
    return undefined;
  }
}

const bytesOfNumber = (value: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(SIZES.from);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};
const numberOfBytes = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
