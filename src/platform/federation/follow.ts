/** The follower of the log that has the fediverse told, and what is done every hour besides. Rules in README.md. */
import type { Db } from "../db/store.ts";
import type { Follower } from "../followers/followers.ts";
import type { Privately } from "../private/part.ts";
import { federates } from "../private/waiting-messages.ts";
import { askFederation } from "../private/federation.ts";
import type { Federating } from "./thread.ts";

interface Told {
  readonly federation: Pick<Federating, "say" | "sayToday">;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}

/** @param kinds those of all features' `speaks` */
export function fediverseFollower(
  { federation, snapshot }: Told,
  kinds: readonly string[],
): Follower {
  return {
    name: "fediverse",
    kinds,
    from: "now",
    async work(records) {
      // While nobody there follows us nothing is said, and the thread need not begin.
      if (!(await snapshot(federates))) return;
      await federation.say(records.map(({ id, subject }) => ({ record: id, subject })));
    },
  };
}

/** At the start, and every hour after: what waits is sent, what the day has changed is said, what is over is forgotten. */
export async function fediverseHourly(
  { federation, snapshot, private: privately }: Told & { readonly private: Privately },
  now: number,
): Promise<void> {
  await askFederation(privately).sweep(now);
  if (await snapshot(federates)) await federation.sayToday();
}
