/**
 * Whether a badge is right, worked out from its text and from what is known here: the same on a server, on a page without a link
 * and on a command line. Pure but for WebCrypto. It never says that something is absent, and never trusts a key that is not known.
 */
import { dayAt } from "../../../engines/calendar/day.ts";
import { tokenOf } from "../code/code.ts";
import { sha256, toHex } from "../bytes.ts";
import type { BadgePayload } from "../credential.ts";
import { isOfName, readToken, thumbprintIn, verifyToken, type Unread } from "../token.ts";

export interface KnownKey {
  /** Its thumbprint (RFC 7638), by which it is found however the address of its instance reads. */
  readonly kid: string;
  readonly n: string;
  readonly e: string;
  /** The day since which it is known here; none where it was handed over for this check. */
  readonly since?: string;
}

export interface Known {
  readonly keys: readonly KnownKey[];
  /** SHA-256 of the ids of the badges that were taken back, in hex. */
  readonly withdrawn: readonly string[];
  /** The day on which it was last asked which were taken back; none where nobody asked. */
  readonly asked?: string;
}

/** What a badge says, once its signature holds with a key that is known. */
export interface About {
  readonly signer: string;
  readonly what: string;
  readonly criteria: string;
  /** The day from which it holds. */
  readonly day: string;
  /** As of the key, and of what is known. */
  readonly since?: string;
  readonly asked?: string;
}

export type Verdict =
  | { readonly is: "nothing" }
  /** An address, behind which nobody has looked. */
  | { readonly is: "address"; readonly id: string }
  | { readonly is: "noBadge"; readonly why: Unread }
  | { readonly is: "unknownKey"; readonly kid: string }
  | { readonly is: "altered"; readonly since?: string }
  | ({
      readonly is: "right" | "unnamed" | "otherName" | "withdrawn" | "early" | "over";
      /** The day until which it held. */
      readonly until?: string;
      /** The day that this device has. */
      readonly today: string;
    } & About);

export interface Asked {
  readonly name: string;
  readonly known: Known;
  /** Milliseconds by the clock of this device, which may be wrong. */
  readonly now: number;
}

export const MOST_TEXT = 20_000; // characters; the longest badge has some 4,000
const SLACK = 86_400_000; // ms; the clocks of two machines in two zones
const ADDRESS = /\/badges\/([\w-]{22})(?:\.jwt)?$/;
const MOST_NAME = 500; // characters
const LATEST = 8.64e15; // ms; the last moment that can be said

/** @param text a token, what its QR code says, or the address of its page */
export async function judge(text: string, { name, known, now }: Asked): Promise<Verdict> {
  const given = text.slice(0, MOST_TEXT).trim();
  if (given === "") return { is: "nothing" };
  const id = idIn(given);
  if (id !== undefined) return { is: "address", id };
  const token = tokenIn(text.slice(0, MOST_TEXT));
  if (token === undefined) return { is: "noBadge", why: "shape" };
  const read = readToken(token);
  if (!read.ok) return { is: "noBadge", why: read.why };
  const thumbprint = thumbprintIn(read);
  const key = known.keys.find(({ kid }) => kid === thumbprint);
  if (!key) return { is: "unknownKey", kid: read.header.kid };
  const from = key.since === undefined ? {} : { since: key.since };
  if (!(await verifyToken(read, key).catch(() => false))) return { is: "altered", ...from };
  const { payload } = read;
  const { achievement } = payload.credentialSubject;
  const until = endOf(payload);
  const is = known.withdrawn.includes(toHex(await sha256(payload.jti)))
    ? "withdrawn"
    : payload.nbf * 1000 > now + SLACK
      ? "early"
      : until !== undefined && until < now - SLACK
        ? "over"
        : name.trim() === ""
          ? "unnamed"
          : (await isOfName(read, name.slice(0, MOST_NAME)))
            ? "right"
            : "otherName";
  return {
    is,
    signer: short(payload.issuer.name),
    what: short(achievement.name),
    criteria: short(achievement.criteria.narrative),
    day: payload.validFrom.slice(0, 10),
    ...from,
    ...(known.asked !== undefined && { asked: known.asked }),
    today: dayAt(now),
    ...(until !== undefined && { until: dayAt(until) }),
  };
}

/** Ours never end; who signs elsewhere may say until when (`exp`, `validUntil`): the earlier holds. */
function endOf(payload: BadgePayload): number | undefined {
  const { exp, validUntil } = payload as BadgePayload & Readonly<Record<string, unknown>>;
  const ends = [
    typeof exp === "number" ? exp * 1000 : Number.NaN,
    typeof validUntil === "string" ? Date.parse(validUntil) : Number.NaN,
  ].filter((ms) => Math.abs(ms) < LATEST);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

const short = (text: string): string => text.slice(0, 1000).trim();

/** The id in the address of a badge's page; nothing where the text is none. */
export function idIn(given: string): string | undefined {
  const address = /^https?:\/\/\S{1,2000}$/i.test(given) ? given.replace(/[?#].*$/s, "") : ""; // bounded: by MOST_TEXT
  return ADDRESS.exec(address)?.[1];
}

/** A token as it stands, also where a mail broke it into lines; otherwise what a QR code of it says. */
function tokenIn(given: string): string | undefined {
  const bare = given.replaceAll(/\s+/g, "");
  if (bare.includes(".") && bare.startsWith("eyJ")) return bare;
  return tokenOf(given.replaceAll(/[\r\n]+/g, "")); // blanks are part of such a code
}
