/** Where everything of the federation stands below the base address, for ever: other servers keep these addresses. */

export const ACTOR = "/ap/actors/{identifier}";
export const INBOX = `${ACTOR}/inbox` as const;
export const OUTBOX = `${ACTOR}/outbox` as const;
export const FOLLOWERS = `${ACTOR}/followers` as const;
export const FOLLOWING = `${ACTOR}/following` as const;
export const FEATURED = `${ACTOR}/featured` as const;
export const SHARED_INBOX = "/ap/inbox";
export const OBJECT = "/ap/objects/{id}";
/** That what stands elsewhere may quote it: the address of that, as base64url. */
export const QUOTE = "/ap/quotes/{id}/{by}";
export const NODEINFO = "/nodeinfo/2.1";

/** The actor in whose name everything is fetched, said and signed that is nobody else's. */
export const CAMPAIGN = "campaign";

/** What the process hands to the thread. */
export const ADDRESSES = [
  "GET /.well-known/webfinger",
  "GET /.well-known/nodeinfo",
  `GET ${NODEINFO}`,
  "GET /ap/*",
  "POST /ap/*",
] as const;

/** Those of them, by their paths. */
export const OURS = /^\/(?:ap|nodeinfo|\.well-known)\//;
