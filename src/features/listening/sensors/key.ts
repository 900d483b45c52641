/** The key of a sensor: what opens its mouth here. Of it only the SHA-256 is kept. Rule LE1. */
import { createHash, randomBytes } from "node:crypto";

const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"; // none that is read as another
const LENGTH = 28; // 140 bits
const IS_BARE = /^[0-9a-hjkmnp-tv-z]{28}$/;

/** As it is shown once, and typed into a phone: seven groups of four, as in `7m2k-9xq4-…`. */
export function newKey(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]);
  return signs.join("").replace(/(.{4})(?=.)/g, "$1-"); // bounded: of so many signs
}

/** Capitals, blanks and dashes are nothing of it. @returns undefined where it can be no key */
export function keyHash(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const bare = typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  if (!IS_BARE.test(bare)) return undefined;
  return createHash("sha256").update(bare).digest("hex");
}
