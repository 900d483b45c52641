/**
 * Work that a browser does once for words that came in a busy hour or that something speaks against: what costs one person a
 * moment costs a flood a machine. Asked for after the words were taken; without it they wait behind the others. Nothing is
 * kept of a challenge: it is signed, ends by itself, and is for one remark alone. Rules PW1 to PW4.
 */
import { randomBytes, randomInt } from "node:crypto";
import { createChallenge, verifySolution, type Challenge, type Solution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Came, Remark } from "./private/remark.ts";

/** The signal of words whose proof is still to come. */
export const UNPROVEN = "unproven";
/** Begins the signal of words that somebody vouches for. */
export const VOUCHED = "vouched:";

/** Says how it was sent, whatever its words become. */
export const isOfSending = (signal: string): boolean =>
  signal === UNPROVEN || signal.startsWith(VOUCHED);

const BUSY = 0.25; // of what an hour takes
const VERY_BUSY = 0.5;
const ITERATIONS = 2000; // of one attempt: a millisecond on a new machine, ten on an old phone
const ATTEMPTS = 300; // at most, half of them at least; twice and four times as many where the hour is busy
const VALID = 3_600_000; // ms: the page may lie open while the work is done

/** What is asked of words that were looked at: nothing of those that are vouched for or came from elsewhere. */
export function proofAsked(
  { came, signals }: { readonly came: Came; readonly signals: readonly string[] },
  load: number,
): readonly string[] {
  const isOurs = came === "web" || came === "voice";
  const isVouched = signals.some((one) => one.startsWith(VOUCHED));
  if (!isOurs || isVouched || signals.includes(UNPROVEN)) return [];
  // A slow thread takes little from each as it is.
  return load >= BUSY || signals.some((one) => one !== "slow") ? [UNPROVEN] : [];
}

/** Words that wait still, behind the others. */
export const isUnproven = ({ state, signals }: Pick<Remark, "state" | "signals">): boolean =>
  state === "waiting" && (JSON.parse(signals) as string[]).includes(UNPROVEN);

interface Proofs {
  /** For this remark, as the script reads it. */
  challenge(remark: string, load: number): Promise<string>;
  /** Whether the script did what was asked for this remark. */
  holds(remark: string, answer: string): Promise<boolean>;
}

const MOST_ANSWER = 4000; // characters

/** Keys that end with the process: a page that was open before asks anew when it is looked at again. */
export function openProofs(now: () => number): Proofs {
  const secrets = {
    hmacSignatureSecret: randomBytes(32).toString("base64"),
    hmacKeySignatureSecret: randomBytes(32).toString("base64"),
  };
  return {
    async challenge(remark, load) {
      const most = ATTEMPTS * (load >= VERY_BUSY ? 4 : load >= BUSY ? 2 : 1);
      const challenge = await createChallenge({
        ...secrets,
        algorithm: "PBKDF2/SHA-256",
        cost: ITERATIONS,
        counter: randomInt(most / 2, most),
        data: { remark },
        expiresAt: new Date(now() + VALID),
        deriveKey,
      });
      return JSON.stringify(challenge);
    },
    async holds(remark, answer) {
      const said = answer.length > MOST_ANSWER ? undefined : answerIn(answer);
      if (said?.challenge.parameters.data?.["remark"] !== remark) return false;
      const { verified } = await verifySolution({ ...secrets, ...said, deriveKey });
      return verified;
    },
  };
}

function answerIn(text: string): { challenge: Challenge; solution: Solution } | undefined {
  try {
    const { challenge, solution } = JSON.parse(text) as Record<string, unknown>;
    const isWhole =
      typeof (challenge as Challenge | undefined)?.parameters === "object" &&
      typeof (challenge as Challenge).signature === "string" &&
      typeof solution === "object";
    return isWhole
      ? { challenge: challenge as Challenge, solution: solution as Solution }
      : undefined;
  } catch {
    return undefined;
  }
}
