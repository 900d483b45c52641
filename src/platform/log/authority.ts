/** Who may say what: a pure function of the owner, the grants and the revocations. */
export interface Grant {
  readonly id: string;
  readonly author: string;
  readonly to: string;
  readonly kinds: readonly string[];
  readonly delegable: boolean;
}
export interface Revocation {
  readonly grant: string;
  readonly author: string;
  readonly size: number;
}
export interface Authority {
  /** Author of the campaign's opening record; unknown in an empty log. */
  readonly owner: string | undefined;
  readonly grants: readonly Grant[];
  readonly revocations: readonly Revocation[];
}

const MAX_CHAIN = 8; // a chain of delegation longer than this is a mistake or an attack

/**
 * May `author` say a record of this kind that stands at `index` of the log? A grant can only narrow: a
 * delegate passes on what it was given delegably, or less, and a revoked grant covers nothing from its size on.
 */
export function maySay(authority: Authority, author: string, kind: string, index: number): boolean {
  return isCovered(authority, author, kind, index, false, MAX_CHAIN);
}

function isCovered(
  authority: Authority,
  author: string,
  kind: string,
  index: number,
  delegably: boolean,
  depth: number,
): boolean {
  if (author === authority.owner) return true;
  if (depth === 0) return false;
  return authority.grants.some(
    (grant) =>
      grant.to === author &&
      grant.kinds.includes(kind) &&
      (grant.delegable || !delegably) &&
      !isRevoked(authority, grant, index) &&
      isCovered(authority, grant.author, kind, index, true, depth - 1),
  );
}

/** Only the owner or the one who gave a grant can end it. */
function isRevoked({ owner, revocations }: Authority, grant: Grant, index: number): boolean {
  return revocations.some(
    (r) =>
      r.grant === grant.id && (r.author === owner || r.author === grant.author) && index >= r.size,
  );
}
