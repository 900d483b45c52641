/**
 * The secrets of a class: what stands on a card, what a browser is known by while somebody sits at it, what a device sends
 * answers with. Of the first two nothing is kept but hashes; whoever reads the tables alone cannot come in as anybody.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { codeOf, readCode } from "../../platform/sent/code.ts";
import type { Learner, Room } from "./private/rows.ts";

type Keyed = Pick<Room, "key">;

/** Of learners, classes and cookies: 22 characters that nobody guesses. */
export function newToken(): string {
  for (;;) {
    const token = randomBytes(16).toString("base64url");
    if (/^[A-Za-z0-9]/.test(token)) return token; // at the command line a dash would begin an option
  }
}
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);
export const tokenHash = (token: string): string => sha256(token);

/** Ten signs, in three groups: `2AC 4DEF 7GH`. @param secret of which the same code comes each time */
export const newCode = (secret = newToken()): string => codeOf(secret, 0);
/** As it stands in an address; what is typed with blanks, dashes and small letters is the same code. @returns undefined where it can be none */
export const bareCode = (typed: string): string | undefined => readCode(typed)?.replaceAll(" ", "");
/** @returns undefined where it can be no code: then nobody has it */
export function codeHash(typed: string): string | undefined {
  const bare = bareCode(typed);
  return bare === undefined ? undefined : sha256(bare);
}

/** The same as a list, of which none where it can be no code. */
export const codeHashes = (typed: string): string[] => [codeHash(typed) ?? []].flat();

/** Four digits that are not the first that somebody tries. @param secret of which the same PIN comes each time */
export function newPin(secret = newToken()): string {
  for (let n = 0; ; n++) {
    const bits = createHmac("sha256", secret).update(`pin ${n}`).digest();
    const pin = String(bits.readUInt32BE() % 10_000).padStart(4, "0");
    if (!isEasy(pin)) return pin;
  }
}
/** One digit four times, a pair twice, digits in a row, and years: about 700 of 10,000. */
export const isEasy = (pin: string): boolean =>
  /^(..)\1$/.test(pin) ||
  /^(?:19|20)/.test(pin) ||
  [1, -1].some((step) => [1, 2, 3].every((i) => Number(pin[i]) - Number(pin[i - 1]) === step));

/** @param pin as it was typed, in western digits */
export const pinHash = ({ key }: Keyed, learnerId: Learner["id"], pin: string): string =>
  sha256(`${key} ${learnerId} ${pin}`);

/** What the device of a learner sends answers with, also after they left: it says whose they are and opens nothing. */
export const sendKey = ({ key }: Keyed, learnerId: Learner["id"]): string =>
  createHmac("sha256", key).update(`send ${learnerId}`).digest("base64url").slice(0, 22);

export function isSendKey(room: Keyed, learnerId: Learner["id"], said: string): boolean {
  const [right, given] = [Buffer.from(sendKey(room, learnerId)), Buffer.from(said)];
  return right.length === given.length && timingSafeEqual(right, given);
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
