/**
 * May a person be shown? By a documented public role, or by a consent, that covers the use on the day.
 * Rules PE3 to PE5, PE9 and PE10 of README.md. Pure: the day comes in as an argument.
 */
import { daysAfter } from "../../engines/calendar/day.ts";
import type { Channel, Consent, Purpose, Role } from "./records.ts";

/**
 * A role that says nothing else covers this site and its feeds, where readers come to it and what is corrected is corrected at once, in
 * every language, without an end. Copies that nobody can call back (other servers, mail, books) take a word of their own.
 */
const ROLE_ALONE = { channels: ["web", "feed"] as readonly Channel[], machine: "yes" } as const;

/** The part of a person that decides. */
export interface Consenting {
  readonly role?: unknown;
  readonly consent?: Consent | undefined;
  readonly consents?: readonly Consent[] | undefined;
  /** Every consent was taken back. */
  readonly refused?: true | undefined;
  /** An objection waits to be decided about (PE13). */
  readonly held?: true | undefined;
}

/** Whether it is consent that decides about this person, also where it was taken back. */
export const restsOnConsent = ({ consent, consents = [], refused, held }: Consenting): boolean =>
  refused === true || held === true || consent !== undefined || consents.length > 0;

/** What covers somebody: a consent, or a role. */
interface Ground extends Pick<Consent, "purposes" | "channels" | "given" | "until"> {
  /** Absent for all. */
  readonly languages?: readonly string[] | undefined;
}
const NO_END = "9999-12-31";

/** A documented role covers the story of what was done in that role. It covers no picture: that takes the person's own consent. */
function groundOf(role: unknown): Ground[] {
  if (role === undefined) return [];
  const { channels = ROLE_ALONE.channels, languages, until = NO_END } = role as Partial<Role>;
  const purposes: Ground["purposes"] = ["story", "film", "voice"];
  return [{ purposes, channels: [...channels], languages, given: "", until }];
}

const standing = ({ role, consent, consents = [], refused, held }: Consenting): readonly Ground[] =>
  held ? [] : [...groundOf(role), ...(refused ? [] : consent ? [consent, ...consents] : consents)];

/** Whether anything covers this person, on whatever day, or they need no cover, as those who write do not. */
export const isCovered = (person: Consenting): boolean =>
  standing(person).length > 0 || !restsOnConsent(person);

/** Whether a machine's translation may tell of the person: one consent that rules it out is enough, or the role of whoever gave none. */
export function mayBeMachine({ role, consent, consents = [] }: Consenting): boolean {
  const agreed = consent ? [consent, ...consents] : consents;
  const grounds = agreed.length > 0 ? agreed : [(role ?? {}) as Partial<Role>];
  return grounds.every(({ machine = ROLE_ALONE.machine }) => machine === "yes");
}

/** A ground covers its purposes, channels and languages from its day to its end. */
export function mayBeShown(
  person: Consenting,
  purpose: Purpose,
  lang: string,
  today: string,
  channel: Channel = "web",
): boolean {
  return standing(person).some(
    ({ given, until, purposes, channels, languages }) =>
      today >= given &&
      today <= until &&
      purposes.includes(purpose) &&
      channels.includes(channel) &&
      speaks(languages, lang),
  );
}

/**
 * May a file of this be fetched from here at all: does anything cover the use on the day, in any language, on any way that leads
 * to this site? What is printed alone is not.
 */
export const mayBeServed = (person: Consenting, purpose: Purpose, today: string): boolean =>
  standing(person).some(
    ({ given, until, purposes, channels }) =>
      today >= given &&
      today <= until &&
      purposes.includes(purpose) &&
      channels.some((channel) => channel !== "print"),
  );

/** The last day of a consent to photos that covers the day; undefined where none does. */
export function photosUntil(person: Consenting, today: string): string | undefined {
  const covering = standing(person).filter(
    ({ given, until, purposes }) => purposes.includes("photo") && today >= given && today <= until,
  );
  return covering
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
}

/**
 * The last day of the first consent that ends within so many days, where it covers something for which nobody is asked again and
 * nothing else stands after it. @param days whole days from today @returns undefined where none does
 */
export function lapses(person: Consenting, today: string, days: number): string | undefined {
  const last = daysAfter(today, days);
  const all = standing(person);
  const ends = all.filter(
    (one) => one.until >= today && one.until <= last && !isFollowed(one, all),
  );
  return ends.map(({ until }) => until).toSorted()[0];
}

/** Whether all that it covers is covered on the day after it, too. */
function isFollowed(
  { purposes, channels, languages, until }: Ground,
  all: readonly Ground[],
): boolean {
  const later = all.filter((one) => one.until > until && one.given <= daysAfter(until, 1));
  return purposes.every((purpose) =>
    channels.every((channel) =>
      // Who is covered in all languages is followed by somebody who is, too.
      (languages ?? [undefined]).every((lang) =>
        later.some(
          (one) =>
            one.purposes.includes(purpose) &&
            one.channels.includes(channel) &&
            (lang === undefined ? one.languages === undefined : speaks(one.languages, lang)),
        ),
      ),
    ),
  );
}

/** The first day after `today` on which `mayBeShown` may answer differently without a new record. */
export function consentChanges(person: Consenting, today: string): string | undefined {
  const days = standing(person).flatMap(({ given, until }) =>
    today < given ? given : today <= until && until < NO_END ? daysAfter(until, 1) : [],
  );
  return days.toSorted()[0];
}

const speaks = (languages: readonly string[] | undefined, lang: string): boolean =>
  languages === undefined || languages.some((agreed) => covers(agreed, lang));

/** Consent to Portuguese covers Brazilian Portuguese; consent to Brazilian Portuguese covers itself. */
const covers = (agreed: string, lang: string): boolean =>
  lang === agreed || lang.startsWith(`${agreed}-`);
