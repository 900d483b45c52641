/** Who may do what at the desk: one table, shown to people as it stands here. Rule A1. */

export const ROLES = [
  "owner",
  "editor",
  "moderator",
  "planner",
  "partner",
  "contributor",
  "teacher",
  "ranger",
  "listener-keeper",
] as const;
export type Role = (typeof ROLES)[number];

const MAY = {
  /** Settings of the campaign, accounts, imports from elsewhere. */
  settings: ["owner"],
  accounts: ["owner"],
  /** Stories: write, translate, publish, take back; consents. */
  publish: ["owner", "editor"],
  write: ["owner", "editor", "contributor"],
  translate: ["owner", "editor", "contributor"],
  /** What came in through the forms. */
  queue: ["owner", "editor", "moderator"],
  moderate: ["owner", "moderator"],
  plan: ["owner", "planner"],
  /** Figures and evidence of the partner's own pledges. */
  report: ["owner", "partner"],
  /** Classes: their rosters, who was there, what was shown, their badges. */
  teach: ["owner", "editor", "teacher"],
  /** Alarms of listening: see them, go, say what was found. */
  watch: ["owner", "ranger", "listener-keeper"],
  /** Sensors of listening: where they hang, their keys, who is on watch. */
  listen: ["owner", "listener-keeper"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof MAY;
export const PERMISSIONS = Object.keys(MAY) as readonly Permission[];

export const may = (role: Role, what: Permission): boolean =>
  (MAY[what] as readonly Role[]).includes(role);

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
