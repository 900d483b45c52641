/**
 * Pages name the actor in whose name they are written (`fediverse:creator`), and Mastodon believes a page only where the actor
 * names its host as well. The protocol's library has no word for that.
 */
const TERM = {
  toot: "http://joinmastodon.org/ns#",
  attributionDomains: { "@id": "toot:attributionDomains", "@container": "@set" },
};

/** @param value JSON that is answered; only an actor of ours has an inbox */
export function attributed(value: unknown, base: string): unknown {
  if (typeof value !== "object" || value === null || !("inbox" in value)) return value;
  const object = value as Readonly<Record<string, unknown>>;
  const context = [object["@context"], TERM].flat();
  return { ...object, "@context": context, attributionDomains: [new URL(base).host] };
}
