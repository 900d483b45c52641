/**
 * Which backups stay, of those that are kept by themselves: the newest of each of the last days, weeks and months that have
 * one, as grandfather, father and son. What somebody named stays. Pure.
 */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";

/** How many are kept of each, and how many bytes they may take together. */
export interface Keeping {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
  readonly bytes: number;
}

export interface Backup {
  /** Of its file. */
  readonly file: string;
  /** When it was begun, UTC milliseconds. */
  readonly made: number;
  readonly bytes: number;
  /** What somebody called it; such a one stays. */
  readonly name?: string;
}

const MONDAY = 3; // days from Monday to 1 January 1970

/** Those that no day, week or month needs. @param all the newest first */
export function outlived(all: readonly Backup[], keeping: Keeping): readonly Backup[] {
  const [newest] = all;
  const today = newest && dayAt(newest.made);
  const wanted = new Set(all.filter(({ made }) => dayAt(made) === today)); // what was made by hand today, too
  const keep = (most: number, of: (made: number) => string | number) => {
    const last = new Map<string | number, Backup>();
    for (const one of all) if (!last.has(of(one.made))) last.set(of(one.made), one);
    for (const one of [...last.values()].slice(0, most)) wanted.add(one);
  };
  keep(keeping.days, dayAt);
  keep(keeping.weeks, (made) => Math.floor((made / A_DAY + MONDAY) / 7));
  keep(keeping.months, (made) => dayAt(made).slice(0, 7));
  return all.filter((one) => one.name === undefined && !wanted.has(one));
}

/** The one that makes room for a newer one: the oldest that nobody named, but never the newest. @param all the newest first */
export const nextToGo = (all: readonly Backup[]): Backup | undefined =>
  all.findLast((one, i) => one.name === undefined && i > 0);
