/** A code that the console shows once: whoever has it may bring a backup into an empty instance, once. Rule SU1. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "../../records/record.ts";

const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // 32, none of which reads like another
const LENGTH = 16; // of them: 80 bits
const MOST_WRONG = 10; // of one network. Not of all: whoever typed ten would lock out the one who has the code
const NETWORKS = 10_000; // of which is known how many were wrong; the code is as hard to guess without

export interface OneTimeCode {
  /** In four groups of four. */
  readonly shown: string;
  /**
   * @param by the network that it comes from
   * @returns `worthless` when it was used, or ten of that network were wrong: also the right one then
   */
  tried(typed: string, by: string): "right" | "wrong" | "worthless";
  /** It did what it was for. */
  spend(): void;
}

export function openCode(): OneTimeCode {
  const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]!).join("");
  const own = Buffer.from(sha256(signs));
  const wrong = new Map<string, number>();
  let isSpent = false;
  return {
    shown: signs.match(/.{4}/g)!.join("-"),
    tried(typed, by) {
      const before = wrong.get(by) ?? 0;
      if (isSpent || before >= MOST_WRONG) return "worthless";
      const bare = typed
        .slice(0, 80)
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]/g, "");
      if (timingSafeEqual(own, Buffer.from(sha256(bare)))) return "right";
      if (before === 0 && wrong.size >= NETWORKS) wrong.delete(wrong.keys().next().value!);
      wrong.set(by, before + 1);
      return before + 1 >= MOST_WRONG ? "worthless" : "wrong";
    },
    spend: () => void (isSpent = true),
  };
}
