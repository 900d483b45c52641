/**
 * What is kept in private tables, in words of which there are few: each table names one of these in its row `keeps`, and `/privacy`
 * says them in every language. Who may see it stands beside it.
 */

/** Whoever may see it, beside the person whom it is about. */
export type Who = "owners" | "desk" | "teachers" | "watch" | "program";

export const HELD = {
  accounts: "owners",
  "sign-ins": "owners",
  trail: "owners",
  history: "desk",
  sent: "desk",
  rights: "owners",
  consents: "desk",
  drafts: "desk",
  library: "desk",
  forms: "desk",
  notices: "desk",
  conversation: "desk",
  moderation: "desk",
  vouchers: "desk",
  reactions: "program",
  newsletter: "owners",
  letter: "desk",
  measurements: "program",
  classes: "teachers",
  badges: "teachers",
  sensors: "desk",
  watch: "watch",
  signers: "desk",
  counts: "desk",
  fediverse: "desk",
  "taken-back": "program",
  settings: "owners",
  breaches: "owners",
  frozen: "owners",
  work: "program",
  own: "owners",
} as const satisfies Readonly<Record<string, Who>>;
export type Held = keyof typeof HELD;

/** What ends a row where no number of days does. */
export type Until =
  | "account"
  | "signed-out"
  | "link"
  | "taken-back"
  | "consent"
  | "draft"
  | "desk"
  | "public"
  | "unfollowed"
  | "stopped"
  | "sent"
  | "trail"
  | "lifted"
  | "campaign";

/** From when its days are counted. */
export type After =
  | "came"
  | "over"
  | "settled"
  | "refused"
  | "closed"
  | "revoked"
  | "dead"
  | "asked"
  | "done";
