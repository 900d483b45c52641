/** A code that the console shows once: whoever has it may bring a backup into an empty instance, once. Rule SU1. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "../../records/record.ts";

const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // 32, none of which reads like another
const LENGTH = 16; // of them: 80 bits
const MOST_WRONG = 10;

export interface OneTimeCode {
  /** In four groups of four. */
  readonly shown: string;
  /** @returns `worthless` when it was used, or ten were wrong: also the right one then */
  tried(typed: string): "right" | "wrong" | "worthless";
  /** It did what it was for. */
  spend(): void;
}

export function openCode(): OneTimeCode {
  const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]!).join("");
  const own = Buffer.from(sha256(signs));
  let wrong = 0;
  let isSpent = false;
  return {
    shown: signs.match(/.{4}/g)!.join("-"),
    tried(typed) {
      if (isSpent || wrong >= MOST_WRONG) return "worthless";
      const bare = typed
        .slice(0, 80)
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]/g, "");
      if (timingSafeEqual(own, Buffer.from(sha256(bare)))) return "right";
      wrong += 1;
      return wrong >= MOST_WRONG ? "worthless" : "wrong";
    },
    spend: () => void (isSpent = true),
  };
}
