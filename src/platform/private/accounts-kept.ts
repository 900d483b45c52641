/** What of accounts outlives a restore, and what ends each of their rows. */
import type { PrivatePart } from "./part.ts";

const LISTED = { returns: "In the list of who may come in (access.ts)." };
const OF_USER = { what: "accounts", with: { userId: "auth_user" } } as const;
const CLOSED = { days: 400, after: "closed", day: "updatedAt", where: { closed: [1] } } as const; // until then the trail can name them
const OVER = { days: 0, after: "over", day: "expiresAt" } as const;
const SEEN = { days: 400, after: "came", day: "seenAt" } as const;

export const ACCOUNTS_KEPT = {
  // Roles, closings and PINs are in the list of who may come in (access.ts).
  auth_user: {
    key: ["id"],
    known: { sort: "account", by: ["email"] },
    keeps: { what: "accounts", until: "account", ends: [CLOSED] },
  },
  auth_account: { returns: "Nobody signs in by what stands here.", keeps: OF_USER },
  auth_session: { passes: true, keeps: { what: "sign-ins", until: "signed-out", ends: [OVER] } },
  auth_verification: { passes: true, keeps: { what: "sign-ins", until: "link", ends: [OVER] } },
  auth_passkey: { key: ["id"], keeps: OF_USER },
  auth_network: {
    returns: "Where somebody was signed in from: a restore that forgets one asks once more.",
    keeps: { what: "sign-ins", ends: [SEEN], with: { userId: "auth_user" } },
  },
  auth_setting: { ...LISTED, keeps: { what: "settings", until: "campaign" } },
  auth_second: { ...LISTED, keeps: { what: "accounts", with: { id: "auth_user" } } },
  auth_backup: { key: ["id"], keeps: OF_USER },
} satisfies PrivatePart["tables"];
