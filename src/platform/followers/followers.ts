/**
 * Followers of the log: each is given new records in the order of their arrival and remembers how far it has come. At
 * least once: a crash between the work and its note gives the same records again. Rules in README.md.
 */
import { isAway } from "../db/away.ts";
import type { Db } from "../db/store.ts";
import { askFollowers, followedTo } from "../private/followers.ts";
import type { Privately } from "../private/part.ts";
import type { Writes } from "../log/thread.ts";
import { pause } from "../process/resting.ts";
import { endOf, givenAfter, placeOf, type Followed, type Place } from "./given.ts";

export interface Follower {
  /** Names the cursor; another name begins anew. */
  readonly name: string;
  readonly kinds: readonly string[];
  /** Where one that has never followed begins. */
  readonly from: "beginning" | "now";
  /** May be given the same records again. @throws Error: they are given again later */
  readonly work: (records: readonly Followed[], signal: AbortSignal) => Promise<void>;
}

interface Followers {
  /** Resolves once the place where it begins is durable: whatever is said afterwards it will be given. */
  follow(follower: Follower): Promise<void>;
  /** Resolves when no work is under way any more. */
  close(): Promise<void>;
}

export interface FollowersOptions {
  readonly private: Privately;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly commits: { current(): number };
  readonly writes: Pick<Writes, "until">;
  /** Takes one line about a failure. */
  readonly log: (line: string) => void;
}

const FIRST_PAUSE = 1000; // ms, doubled with each failure
const LONGEST_PAUSE = 10 * 60_000; // ms

export function openFollowers(options: FollowersOptions): Followers {
  const stop = new AbortController();
  const { signal } = stop;
  const running: Promise<void>[] = [];

  async function run(follower: Follower, begun: Place): Promise<void> {
    let place: Place | undefined = begun;
    for (let failures = 0; !signal.aborted;) {
      const seen = options.commits.current(); // before reading: what comes later makes us look again
      try {
        place ??= await begin(options, follower);
        const step = await advance(options, follower, place, signal);
        place = step.place;
        failures = 0;
        if (step.more) continue;
        await options.writes.until(() => options.commits.current() !== seen, signal);
      } catch (error) {
        if (signal.aborted) return;
        place = undefined; // where it stands is what was noted
        if (!isAway(error) || failures === 0)
          options.log(`${follower.name} could not go on: ${(error as Error).message}`);
        const longest = isAway(error) ? FIRST_PAUSE : LONGEST_PAUSE; // nobody is asked too much meanwhile
        await pause(Math.min(FIRST_PAUSE * 2 ** failures++, longest), signal);
      }
    }
  }

  return {
    async follow(follower) {
      const begun = await begin(options, follower);
      running.push(run(follower, begun));
    },
    async close() {
      stop.abort();
      await Promise.all(running);
    },
  };
}

/** Where it stands, or begins. What was noted is read here: a start need not wait for the log's thread to know it. */
async function begin(options: FollowersOptions, { name, from }: Follower): Promise<Place> {
  const known = await options.snapshot(async (db) => {
    const noted = await followedTo(db, name);
    if (noted !== undefined) return placeOf(db, noted);
    return from === "beginning" ? { idx: -1, id: "" } : undefined;
  });
  if (known) return known;
  const end = await options.snapshot(endOf); // also where a backup noted a record that it does not hold
  await askFollowers(options.private).move({ name, after: end.id });
  return end;
}

async function advance(
  options: FollowersOptions,
  { name, kinds, work }: Follower,
  from: Place,
  signal: AbortSignal,
): Promise<{ place: Place; more: boolean }> {
  const { given, looked, more } = await options.snapshot((db) => givenAfter(db, from, kinds));
  let noted = from.id;
  for (const { records, place } of given) {
    if (signal.aborted) return { place, more };
    if (records.length > 0) await work(records, signal);
    if (place.id !== "" && place.id !== noted)
      await askFollowers(options.private).move({ name, after: (noted = place.id) });
  }
  return { place: looked, more }; // what lies between is of no kind of its own, and is not noted
}
