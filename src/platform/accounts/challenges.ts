/**
 * Challenges that a passkey answers. One says when it was made and is signed by us for its purpose: asking for one keeps
 * nothing, so nobody can fill anything, or close the way of others, by asking.
 */
import { createHmac, randomFillSync, timingSafeEqual } from "node:crypto";

export const ANSWERED_WITHIN = 5 * 60_000; // ms
const [MADE, MARK] = [22, 16]; // bytes: the time and 128 bits of chance; our signature

interface Challenges {
  make(purpose: string): Uint8Array<ArrayBuffer>;
  /** @returns the challenge itself where it is one of ours, for this purpose and in its time */
  known(challenge: string, purpose: string): string | undefined;
}

export function openChallenges(secret: Buffer, now: () => number): Challenges {
  const mark = (made: Buffer, purpose: string): Buffer =>
    createHmac("sha256", secret).update(made).update(purpose).digest().subarray(0, MARK);
  return {
    make(purpose) {
      const made = Buffer.alloc(MADE);
      made.writeUIntBE(now(), 0, 6);
      randomFillSync(made, 6);
      return Uint8Array.from(Buffer.concat([made, mark(made, purpose)]));
    },
    known(challenge, purpose) {
      const bytes = Buffer.from(challenge, "base64url");
      if (bytes.length !== MADE + MARK) return undefined;
      const made = bytes.subarray(0, MADE);
      if (!timingSafeEqual(bytes.subarray(MADE), mark(made, purpose))) return undefined;
      const age = now() - made.readUIntBE(0, 6);
      return age >= 0 && age < ANSWERED_WITHIN ? bytes.toString("base64url") : undefined;
    },
  };
}
