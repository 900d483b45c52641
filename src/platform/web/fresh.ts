/** Answers as of the latest acknowledged change: looked at when they are asked for, rendered only when they differ. */
import { isAway } from "../db/away.ts";
import type { Db } from "../db/store.ts";
import type { PageCache } from "./cache.ts";
import type { About, Entry } from "./cache-entry.ts";
import type { Idle } from "./idle.ts";
import { takingTurn, type Giving } from "./in-turn.ts";
import type { Counters } from "./metrics.ts";
import { lost, nameOf, type Match } from "./match.ts";
import type { Pages } from "./pages.ts";
import type { Uses } from "./route.ts";
import type { Reader } from "./turns.ts";

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
  /** An answer as of the latest acknowledged change. @throws Busy where it has yet to be made and its turn does not come */
  entry(match: Match, reader: Reader): Promise<Entry>;
}

/** What was begun at a commit, on a day: whoever asks before the next shares it. */
interface Flight<T> {
  readonly commit: number;
  readonly day: string;
  readonly ends: Promise<T>;
}
type At = Pick<Flight<unknown>, "commit" | "day">;

export function freshEntries(
  rests: Rests & Giving,
  pages: Pages,
  cache: PageCache,
  idle: Idle,
  counters: Counters,
  away: Away,
): FreshEntries {
  const { snapshot, commits, freshness, today } = rests;
  const [looks, makings] = [new Map<string, Flight<boolean>>(), new Map<string, Flight<Made>>()];
  const shared = sharing(rests);

  const isFresh = (entry: Entry): boolean =>
    entry.seen === commits.current() && (entry.about.until === "" || isOn(entry.about, today()));

  /**
   * While the database is away nothing can change, and nobody can look. A page that was made is shown as it is, on the days on
   * which it reads so, where nothing was taken back since it was last looked at.
   */
  const mayBeShown = (entry: Entry, day: string): boolean =>
    entry.seen >= away.takenBack && isOn(entry.about, day);

  async function freshEntry(match: Match, reader: Reader): Promise<Entry> {
    const name = nameOf(match);
    const known = cache.get(name) ?? cache.adopt(name);
    if (known && isFresh(known)) return known;
    const day = today();
    try {
      if (known && (await shared(looks, name, (at) => isAsItWas(known, at)))) return known;
      const made = await makeInTurn(match, reader);
      return "about" in made ? made : await freshEntry(made, reader);
    } catch (error) {
      const isKept = known && cache.get(name) === known && mayBeShown(known, day);
      if (isAway(error) && isKept) return known;
      throw error;
    }
  }

  /** Whether nothing that it rests on has changed. It costs little, so nobody waits for a turn. */
  async function isAsItWas(known: Entry, { commit, day }: At): Promise<boolean> {
    const { cleared } = cache;
    const basis = isOn(known.about, day) ? cache.basis(known) : undefined;
    if (!basis) return false;
    const isSame = (await snapshot((db) => freshness(db, basis.uses))) === basis.version;
    if (!isSame || cache.cleared !== cleared) return false;
    counters.misses += 1;
    known.seen = commit;
    if (!known.about.best) idle.add(known);
    return true;
  }

  /** Somebody may have made it while this one waited. */
  const makeInTurn = (match: Match, reader: Reader): Promise<Made> =>
    takingTurn(rests, reader, async () => {
      const name = nameOf(match);
      const known = cache.get(name);
      if (known && isFresh(known)) return known;
      return await shared(makings, name, (at) => make(match, at)); // the place and the turn are held until then
    });

  /** `commit` was read before the snapshot is taken, so a change that comes later makes the entry look old again. */
  async function make(match: Match, { commit, day }: At): Promise<Made> {
    const { cleared } = cache;
    const found = await snapshot(async (db) => {
      const start = performance.now();
      const rendered = await pages.render(db, match, day);
      counters.renders += 1;
      counters.renderMs += performance.now() - start;
      if (!rendered) return lost(match.lang);
      if ("instead" in rendered) return rendered.instead;
      return { rendered, version: await freshness(db, rendered.uses) };
    });
    counters.misses += 1;
    // Something was erased meanwhile, and what was found may say it still: it would stay on disk.
    if (cache.cleared !== cleared) return make(match, { commit: commits.current(), day: today() });
    if ("key" in found) return found;
    const { about, uses, bytes } = found.rendered;
    const basis = { uses, version: found.version };
    // Where values that mean nothing lead to is not worth keeping: there is no end of them.
    if (about.location !== "" && Object.keys(match.query).length > 0)
      return cache.unkept(about, basis, bytes);
    const entry = cache.put(about, basis, bytes, commit);
    idle.add(entry);
    return entry;
  }

  return { isFresh, entry: freshEntry };
}
type Sharing = <T>(
  flights: Map<string, Flight<T>>,
  name: string,
  begin: (at: At) => Promise<T>,
) => Promise<T>;

function sharing({ commits, today }: Pick<Rests, "commits" | "today">): Sharing {
  return (flights, name, begin) => {
    const at = { commit: commits.current(), day: today() };
    const flight = flights.get(name);
    if (flight?.commit === at.commit && flight.day === at.day) return flight.ends;
    const ends = begin(at).finally(() => {
      if (flights.get(name)?.ends === ends) flights.delete(name);
    });
    flights.set(name, { ...at, ends });
    return ends;
  };
}

/** Or the address that is answered instead: nothing stands there, or some of it means nothing. */
type Made = Entry | Match;

const isOn = (about: About, day: string): boolean =>
  about.until === "" || (about.day <= day && day < about.until);
