/**
 * May a person be shown? By a documented public role, or by a consent that covers the use on the day.
 * Rules P3 to P5 of README.md. Pure: the day comes in as an argument.
 */
import type { Channel, Consent, Purpose } from "./records.ts";

/** The part of a person that decides. */
export interface Covered {
  readonly role?: unknown;
  readonly consent?: Consent | undefined;
}

/**
 * A documented role covers the story of what was done in that role. It covers no picture: that takes the
 * person's own consent. A consent covers its purposes, channels and languages from its day to its end.
 */
export function personCovers(
  { role, consent }: Covered,
  purpose: Purpose,
  lang: string,
  today: string,
  channel: Channel = "web",
): boolean {
  if (role !== undefined && purpose !== "photo") return true;
  if (!consent || today < consent.given || today > consent.until) return false;
  return (
    consent.purposes.includes(purpose) &&
    consent.channels.includes(channel) &&
    consent.languages.some((agreed) => covers(agreed, lang))
  );
}

/** The first day after `today` on which `personCovers` may answer differently without a new record. */
export function coverChanges({ consent }: Covered, today: string): string | undefined {
  if (!consent) return undefined;
  if (today < consent.given) return consent.given;
  return today <= consent.until ? dayAfter(consent.until) : undefined;
}

/** Consent to Portuguese covers Brazilian Portuguese; consent to Brazilian Portuguese covers itself. */
const covers = (agreed: string, lang: string): boolean =>
  lang === agreed || lang.startsWith(`${agreed}-`);

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
