/** Who may say what: a pure function of the owner, the grants and the revocations. */
import { ABOUT_KEYS, ownerAt, retiredAt, type Ownership } from "./ownership.ts";

export interface Grant {
  readonly id: string;
  /** Its place in the log: who gave it may own no more. */
  readonly index: number;
  readonly author: string;
  readonly to: string;
  readonly kinds: readonly string[];
  readonly delegable: boolean;
}
export interface Revocation {
  readonly grant: string;
  readonly index: number;
  readonly author: string;
  readonly size: number;
}
export interface Authority {
  readonly ownership: Ownership;
  readonly grants: readonly Grant[];
  readonly revocations: readonly Revocation[];
}

const MAX_CHAIN = 8; // a chain of delegation longer than this is a mistake or an attack

/**
 * May `author` say a record of this kind that stands at `index` of the log? A grant can only narrow: a
 * delegate passes on what it was given delegably, or less, and a revoked grant covers nothing from its size on. A key that
 * owned says nothing any more, whatever it was granted; what is said about keys holds by its own rule.
 */
export function maySay(authority: Authority, author: string, kind: string, index: number): boolean {
  if (ABOUT_KEYS.has(kind)) return authority.ownership.holds.has(index);
  return isCovered(authority, { author, said: index }, kind, index, false, MAX_CHAIN);
}

/**
 * The keys whose records may stand or fall when these grants are given or revoked: those that they were given to, and those
 * that these passed something on to.
 */
export function keysConcerned(
  { grants }: Pick<Authority, "grants">,
  changed: ReadonlySet<string>,
): ReadonlySet<string> {
  const keys = new Set(grants.filter(({ id }) => changed.has(id)).map(({ to }) => to));
  for (const key of keys) for (const { author, to } of grants) if (author === key) keys.add(to); // a set is walked to its end while it grows
  return keys;
}

/** Whether `author`, who said something at the place `said`, could have it said at `index`. */
function isCovered(
  authority: Authority,
  { author, said }: { readonly author: string; readonly said: number },
  kind: string,
  index: number,
  delegably: boolean,
  depth: number,
): boolean {
  if (author === ownerAt(authority.ownership, said)) return true;
  if (depth === 0 || isRetired(authority, author, said)) return false;
  return authority.grants.some(
    (grant) =>
      grant.to === author &&
      grant.kinds.includes(kind) &&
      (grant.delegable || !delegably) &&
      !isRevoked(authority, grant, index) &&
      isCovered(
        authority,
        { author: grant.author, said: grant.index },
        kind,
        index,
        true,
        depth - 1,
      ),
  );
}

const isRetired = ({ ownership }: Authority, author: string, said: number): boolean =>
  (retiredAt(ownership, author) ?? Infinity) <= said;

/** Only the owner or the one who gave a grant can end it. */
function isRevoked(authority: Authority, grant: Grant, index: number): boolean {
  return authority.revocations.some(
    (r) =>
      r.grant === grant.id &&
      index >= r.size &&
      (r.author === ownerAt(authority.ownership, r.index) ||
        (r.author === grant.author && !isRetired(authority, r.author, r.index))),
  );
}
