/** What is said of badges in public: the key they are signed with, and which were taken back. Who got one is never said. */
import * as v from "valibot";
import { line } from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const BADGE_KEY = "badge.key/1";
export const BADGE_WITHDRAWN = "badge.withdrawn/1";

const base64url = (most: number) =>
  v.pipe(
    v.string(`base64url of at most ${most} characters`),
    v.regex(/^[\w-]+$/, `base64url of at most ${most} characters`),
    v.maxLength(most, `base64url of at most ${most} characters`),
  );

/** The public half of a key for RS256 (RFC 7517), and its name, which is its thumbprint (RFC 7638). */
export const BadgeKeyBody = v.strictObject({
  kid: base64url(43),
  n: base64url(700),
  e: base64url(8),
});
/** SHA-256 of the badge's id, in hex: whoever has the badge finds it, and nobody else learns whose it was. */
export const BadgeWithdrawnBody = v.strictObject({
  badge: v.pipe(v.string("a SHA-256 in hex"), v.regex(/^[0-9a-f]{64}$/, "a SHA-256 in hex")),
  reason: v.optional(line),
});
export type BadgeKey = Readonly<v.InferOutput<typeof BadgeKeyBody>>;

/** Both are said of the key. */
export const badgeKinds: Kinds = {
  [BADGE_KEY]: { opens: true, body: BadgeKeyBody },
  [BADGE_WITHDRAWN]: { opens: false, body: BadgeWithdrawnBody },
};
