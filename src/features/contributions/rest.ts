/**
 * What is left of a story that somebody in it left: who still has to agree to it, and what becomes of it on which day. Pure: what is
 * known and the day come in as arguments. Rules T22 to T25.
 */
import { daysAfter } from "../../engines/calendar/day.ts";

/** Days for which it waits for those who stay. */
export const REST_DAYS = 30;
/** Days before its end on which the desk and those who stay are told, at the latest. */
export const NOTICE_DAYS = 7;

/** One person's consent, and the words to which the person said yes. */
export interface Yes {
  /** The address of the person: several consents of one person need one yes. */
  readonly slug: string;
  /** The hash of those words; undefined where nothing was said. */
  readonly text: string | undefined;
  /** Nobody else said it for them: whoever told the story, or somebody whose consent the desk recorded or the log holds. */
  readonly isOwn: boolean;
}

/**
 * Whose own "I agree" is missing. Of a story that somebody left each has to agree to the words as they are; of any other, everybody
 * for whom somebody else filled in the form says so once.
 * @param text the hash of the words as they are @returns their addresses, each once
 */
export function missingYes(all: readonly Yes[], text: string, isRest: boolean): string[] {
  const agrees = (one: Yes) => (isRest ? one.text === text : one.isOwn || one.text !== undefined);
  const said = new Set(all.filter(agrees).map(({ slug }) => slug));
  return [...new Set(all.map(({ slug }) => slug))].filter((slug) => !said.has(slug));
}

interface Waits {
  /** The day on which somebody left. */
  readonly since: string;
  /** The day on which its end was told; null before. */
  readonly told: string | null;
}

/** The day on which it is erased unless they agree: never sooner than its notice was given so many days before. */
export function endsOn({ since, told }: Waits): string {
  const end = daysAfter(since, REST_DAYS);
  const noticed = told === null ? end : daysAfter(told, NOTICE_DAYS);
  return noticed > end ? noticed : end;
}

/** What is to be done on a day. @param missing how many have not agreed: once nobody is missing, the desk decides */
export function dueOn(waits: Waits, missing: number, today: string): "tell" | "erase" | undefined {
  if (missing === 0) return undefined;
  if (waits.told === null)
    return today >= daysAfter(waits.since, REST_DAYS - NOTICE_DAYS) ? "tell" : undefined;
  return today >= endsOn(waits) ? "erase" : undefined;
}
