/** A card of a learner: the code that opens the way, the PIN that says who it is, and what is kept of both. Rules CL4 and CL5. */
import { createHash, createHmac } from "node:crypto";
import type { Learner, Room } from "../private/rows.ts";
import { codeHash, newCode, newPin, newToken, pinHash } from "../secrets.ts";

interface Card {
  /** Ten signs in three groups. */
  readonly code: string;
  readonly pin: string;
  readonly code_hash: string;
  readonly pin_hash: string;
}

/** A card of somebody, as it is printed. */
export interface MadeCard extends Card {
  readonly learner: Learner;
}

/**
 * Made of chance, of the form that asked for it and of the class: a page that is sent again shows the same card and changes
 * nothing, and who reads the tables alone cannot make it.
 */
export function newCard(
  room: Pick<Room, "key">,
  learnerId: Learner["id"],
  form = newToken(),
): Card {
  const secret = createHmac("sha256", room.key).update(`card ${form} ${learnerId}`).digest("hex");
  const [code, pin] = [newCode(secret), newPin(secret)];
  return { code, pin, code_hash: codeHash(code)!, pin_hash: pinHash(room, learnerId, pin) };
}

export const hasCard = ({ code_hash }: Pick<Learner, "code_hash">): boolean => code_hash !== "";

/** Which card a form saw: another one that was made since is not thrown away by it. */
export const seenCard = (learner: Pick<Learner, "code_hash">): string =>
  hasCard(learner) ? learner.code_hash.slice(0, 12) : "none";

/** Somebody who is new has no card yet: nothing hashes to nothing. @param form by which they came, so that sent twice they are one */
export const newLearner = (form: string, key: string, name: string) => ({
  id: createHash("sha256").update(`${form} ${key}`).digest("base64url").slice(0, 22),
  name,
  code_hash: "",
  pin_hash: "",
});
