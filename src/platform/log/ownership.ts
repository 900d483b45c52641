/**
 * Who owns the log, and from which place on: a pure function of its opening records and of what was said about its keys, in
 * the log's own order. Nothing here reads a time: whoever signs writes it, the order of the log they do not.
 */
import { sign, verify } from "node:crypto";
import * as v from "valibot";
import { canonicalBytes } from "../records/jcs.ts";
import { publicKeyOf, type Key } from "../records/keys.ts";
import type { Draft } from "../records/record.ts";
import { OWNER_REKEYED, OwnerRecovery, OwnerRekeyed, RECOVERY_NAMED } from "./kinds.ts";

export interface Ownership {
  /** The record that opens the campaign; what is said about its keys names it. Undefined before it came. */
  readonly campaign: string | undefined;
  /** Each owner with the place from which on it owns, in order; the last one owns. Empty in an empty log. */
  readonly owners: readonly { readonly key: string; readonly from: number }[];
  /** Recovery keys that are good; an earlier one can end those after it, and none before it. At most `MOST`. */
  readonly recoveries: readonly string[];
  /** Every key that was ever one of these: none comes back. */
  readonly used: ReadonlySet<string>;
  /** The places of what was said about keys and holds. */
  readonly holds: ReadonlySet<number>;
}

/** A record about keys, and its place. */
interface KeySaying {
  readonly kind: string;
  readonly author: string;
  readonly subject: string;
  readonly import?: string | null | undefined;
  readonly body: unknown;
  readonly index: number;
}

export const UNOWNED: Ownership = {
  campaign: undefined,
  owners: [],
  recoveries: [],
  used: new Set(),
  holds: new Set(),
};

const MOST = 8; // recovery keys: more papers than this are lost ones
const MOST_EVER = 100; // keys that the owner's key may name, in all: whoever stole it makes no reader's work of a thousand

/** What is said about keys: decided here, never by a grant. */
export const ABOUT_KEYS: ReadonlySet<string> = new Set([OWNER_REKEYED, RECOVERY_NAMED]);

/** The key that owns the log now; undefined in an empty log. */
export const ownerOf = ({ owners }: Ownership): string | undefined => owners.at(-1)?.key;

/** The owner of the record that stands at `index`; undefined in an empty log. */
export function ownerAt({ owners }: Ownership, index: number): string | undefined {
  for (let i = owners.length - 1; i >= 0; i--) if (owners[i]!.from <= index) return owners[i]!.key;
  return undefined;
}

/** From which place on a key that owned owns no more; undefined for any other. */
export function retiredAt({ owners }: Ownership, key: string): number | undefined {
  const last = owners.findLastIndex((owner) => owner.key === key);
  return last < 0 ? undefined : owners[last + 1]?.from;
}

/**
 * The author of an opening record owns from there on: of the record that opens the campaign, and of those before it by
 * which a log goes on from an earlier one.
 */
export function opened(before: Ownership, { author, id, index, isCampaign }: Opening): Ownership {
  return {
    ...before,
    campaign: isCampaign ? id : undefined,
    owners:
      ownerOf(before) === author ? before.owners : [...before.owners, { key: author, from: index }],
    // Who goes on from another log may be the owner that this log's own records come to.
    used: isCampaign ? new Set([author]) : before.used,
  };
}
interface Opening {
  readonly id: string;
  readonly author: string;
  readonly index: number;
  readonly isCampaign: boolean;
}

/** What the new owner signs: that it is to follow this key in this campaign. */
const claimOf = (campaign: string, from: string, key: string): Uint8Array =>
  canonicalBytes({ rekeyed: { campaign, from, key } });

type Said = Omit<Draft, "at">;

/** That `key` is to follow `from`; said by `from` or by a recovery key. */
export function rekeyed(campaign: string, from: string, { name: key, privateKey }: Key): Said {
  const proof = sign(null, claimOf(campaign, from, key), privateKey).toString("base64url");
  return { kind: OWNER_REKEYED, subject: campaign, body: { from, key, proof } };
}

/** That the key of this name is a recovery key: one more where the owner says so, in its own place where a recovery key does. */
export const recoveryNamed = (campaign: string, key: string): Said => ({
  kind: RECOVERY_NAMED,
  subject: campaign,
  body: { key },
});

/** @returns who owns after this was said, or why it does not hold */
export function keysAfter(before: Ownership, said: KeySaying): Ownership | string {
  const owner = ownerOf(before);
  const { author, subject, index } = said;
  if (before.campaign === undefined || subject !== before.campaign)
    return `Expected it to be said about this campaign (${before.campaign ?? "none yet"}), got ${subject}.`;
  const rank = before.recoveries.indexOf(author);
  if (author !== owner && rank < 0)
    return `Expected the owner's key or a recovery key that is good, got ${author}.`;
  if (said.import) return "Expected it to belong to no import.";
  const read = said.kind === OWNER_REKEYED ? readRekeyed(said, owner) : readRecovery(said);
  if (typeof read === "string") return read;
  if (before.used.has(read.key)) return `Expected a key that is new here, got ${read.key}.`;
  if (rank < 0 && before.used.size >= MOST_EVER)
    return `Expected at most ${MOST_EVER} keys in all, got one more. Say it with a recovery key.`;
  const after = {
    ...before,
    used: new Set([...before.used, read.key]),
    holds: new Set([...before.holds, index]),
  };
  if (said.kind === OWNER_REKEYED) {
    const owners = [...before.owners, { key: read.key, from: index + 1 }];
    // Who has the owner's key can have named recovery keys; who has an earlier one ends them.
    const recoveries = rank < 0 ? before.recoveries : before.recoveries.slice(0, rank + 1);
    return { ...after, owners, recoveries };
  }
  if (rank >= 0) return { ...after, recoveries: [...before.recoveries.slice(0, rank), read.key] };
  if (before.recoveries.length >= MOST)
    return `Expected at most ${MOST} recovery keys, got one more. Replace one by itself.`;
  return { ...after, recoveries: [...before.recoveries, read.key] };
}

function readRekeyed(
  { body, subject }: KeySaying,
  owner: string | undefined,
): { readonly key: string } | string {
  const said = v.safeParse(OwnerRekeyed, body);
  if (!said.success) return "Expected the keys before and after, and a proof.";
  const { from, key, proof } = said.output;
  if (from !== owner) return `Expected it to follow the key ${owner}, got ${from}.`;
  if (!isSigned(claimOf(subject, from, key), key, proof))
    return `Expected a proof signed by the new key ${key}, got another.`;
  return { key };
}

function readRecovery({ body }: KeySaying): { readonly key: string } | string {
  const said = v.safeParse(OwnerRecovery, body);
  return said.success ? said.output : "Expected a recovery key.";
}

function isSigned(bytes: Uint8Array, key: string, signature: string): boolean {
  try {
    return verify(null, bytes, publicKeyOf(key), Buffer.from(signature, "base64url"));
  } catch {
    return false; // the name is of the right form and no key
  }
}
