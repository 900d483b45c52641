/** Answers as of the latest acknowledged change: looked at when they are asked for, rendered only when they differ. */
import type { Db } from "../db/store.ts";
import type { About, Entry, PageCache } from "./cache.ts";
import type { Idle } from "./idle.ts";
import type { Counters } from "./metrics.ts";
import { lost, type Match, type Pages } from "./pages.ts";
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
): FreshEntries {
  const { snapshot, commits, freshness, today } = rests;
  const flights = new Map<string, Flight>();

  const isFresh = (entry: Entry): boolean =>
    entry.seen === commits.current() && (entry.about.until === "" || isOn(entry.about, today()));

  /** An answer as of the latest acknowledged change. Requests share one rendering if no change came between them. */
  function freshEntry(match: Match): Promise<Entry> {
    const [commit, day] = [commits.current(), today()];
    const known = cache.get(match.key) ?? cache.adopt(match.key);
    if (known && isFresh(known)) return Promise.resolve(known);
    const flight = flights.get(match.key);
    if (flight?.commit === commit && flight.day === day) return flight.entry;
    const entry = lookOrRender(match, known, commit, day).finally(() => {
      if (flights.get(match.key)?.entry === entry) flights.delete(match.key);
    });
    flights.set(match.key, { commit, day, entry });
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
