/** Answers as of the latest acknowledged change: looked at when they are asked for, rendered only when they differ. */
import { isAway } from "../db/away.ts";
import type { Db } from "../db/store.ts";
import type { PageCache } from "./cache.ts";
import type { About, Entry } from "./cache-entry.ts";
import type { Idle } from "./idle.ts";
import type { Counters } from "./metrics.ts";
import { lost, nameOf, type Match } from "./match.ts";
import type { Pages } from "./pages.ts";
import type { Uses } from "./route.ts";

export interface Rests {
  /** One reading snapshot. */
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** A number that the writer raises after a commit and before the append is acknowledged. */
  readonly commits: { current(): number };
  /** A version text of these subjects and projections, read in the given snapshot. */
  readonly freshness: (db: Db, uses: Uses) => Promise<string>;
  /** Today in UTC: `2026-11-24`. */
  readonly today: () => string;
}

/** Where nothing new can be read: the latest commit by which something was taken back. */
export interface Away {
  takenBack: number;
}

export interface FreshEntries {
  isFresh(entry: Entry): boolean;
  entry(match: Match): Promise<Entry>;
}

interface Flight {
  readonly commit: number;
  readonly day: string;
  readonly entry: Promise<Entry>;
}

export function freshEntries(
  rests: Rests,
  pages: Pages,
  cache: PageCache,
  idle: Idle,
  counters: Counters,
  away: Away,
): FreshEntries {
  const { snapshot, commits, freshness, today } = rests;
  const flights = new Map<string, Flight>();

  const isFresh = (entry: Entry): boolean =>
    entry.seen === commits.current() && (entry.about.until === "" || isOn(entry.about, today()));

  /**
   * While the database is away nothing can change, and nobody can look. A page that was made is shown as it is, on the days on
   * which it reads so, where nothing was taken back since it was last looked at.
   */
  const mayBeShown = (entry: Entry, day: string): boolean =>
    entry.seen >= away.takenBack && isOn(entry.about, day);

  /** An answer as of the latest acknowledged change. Requests share one rendering if no change came between them. */
  function freshEntry(match: Match): Promise<Entry> {
    const [commit, day] = [commits.current(), today()];
    const name = nameOf(match);
    const known = cache.get(name) ?? cache.adopt(name);
    if (known && isFresh(known)) return Promise.resolve(known);
    const flight = flights.get(name);
    if (flight?.commit === commit && flight.day === day) return flight.entry;
    const looked = lookOrRender(match, known, commit, day).catch((error: unknown) => {
      const isKept = known && cache.get(name) === known && mayBeShown(known, day);
      if (isAway(error) && isKept) return known;
      throw error;
    });
    const entry = looked.finally(() => {
      if (flights.get(name)?.entry === entry) flights.delete(name);
    });
    flights.set(name, { commit, day, entry });
    return entry;
  }

  /** `commit` was read before the snapshot is taken, so a change that comes later makes the entry look old again. */
  async function lookOrRender(
    match: Match,
    known: Entry | undefined,
    commit: number,
    day: string,
  ): Promise<Entry> {
    const { cleared } = cache;
    const found = await snapshot(async (db) => {
      const basis = known && isOn(known.about, day) ? cache.basis(known) : undefined;
      if (basis && (await freshness(db, basis.uses)) === basis.version) return "same";
      const start = performance.now();
      const rendered = await pages.render(db, match, day);
      counters.renders += 1;
      counters.renderMs += performance.now() - start;
      return rendered && { rendered, version: await freshness(db, rendered.uses) };
    });
    counters.misses += 1;
    // Something was erased meanwhile, and what was found may say it still: it would stay on disk.
    if (cache.cleared !== cleared) return lookOrRender(match, undefined, commits.current(), day);
    if (found === undefined) return freshEntry(lost(match.lang));
    if (found === "same" && known) {
      known.seen = commit;
      if (!known.about.best) idle.add(known);
      return known;
    }
    const { rendered, version } = found as Exclude<typeof found, "same">;
    const { about, uses, bytes } = rendered;
    const entry = cache.put(about, { uses, version }, bytes, commit);
    idle.add(entry);
    return entry;
  }

  return { isFresh, entry: freshEntry };
}

const isOn = (about: About, day: string): boolean =>
  about.until === "" || (about.day <= day && day < about.until);
