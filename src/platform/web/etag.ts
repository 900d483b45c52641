/** The tag of an answer (RFC 9110, ETag), by which a browser asks whether what it has still stands. */

/**
 * Weak, because the same content may come back compressed better. Per coding all the same, so that no
 * cache takes one for the other.
 */
export const tagOf = (about: { readonly tag: string }, coding: string): string =>
  `W/"${about.tag}-${coding}"`;

/** Whether an If-None-Match names this tag, compared weakly as RFC 9110 asks. */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag) return true;
  const opaque = tag.replace(/^W\//, "");
  return ifNoneMatch
    .split(",")
    .some((one) => one.trim().replace(/^W\//, "") === opaque || one.trim() === "*");
}
