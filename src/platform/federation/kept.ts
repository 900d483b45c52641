/** What the federation's thread keeps: read through its own connection, written by the log's thread. */
import type { Db } from "../db/store.ts";
import { actorKeys, askFederation, type ActorKey } from "../private/federation.ts";
import {
  followerCount,
  followersOf,
  followingOf,
  type FediverseFollower,
  type Following,
} from "../private/fediverse-people.ts";
import type { Privately } from "../private/part.ts";

/** Somebody elsewhere who is written to. */
export type Reached = Pick<FediverseFollower, "uri" | "handle" | "inbox" | "shared" | "host">;

export interface Kept {
  /** Made on first use; of two who make them at once the first ones stand. */
  keys(
    actor: string,
    make: () => Promise<readonly Omit<ActorKey, "actor">[]>,
  ): Promise<readonly ActorKey[]>;
  follow(actor: string, by: Reached): Promise<void>;
  unfollow(actor: string, uri: string): Promise<void>;
  /** They follow nobody here any more, and we do not follow them. */
  leave(uri: string): Promise<void>;
  /** They stand elsewhere from now on, or are written to elsewhere. */
  moved(from: string, to: Reached): Promise<void>;
  /** A page of those who follow, in the order of their addresses. */
  followers(actor: string, after: string | undefined, limit: number): Promise<FediverseFollower[]>;
  followerCount(actor: string): Promise<number>;
  /** Whom it follows, or has asked to. */
  following(actor: string): Promise<Following[]>;
  asked(row: Following): Promise<void>;
  answered(uri: string, state: "accepted" | "refused"): Promise<void>;
  /** It follows somebody no more; what it had asked with. */
  ended(actor: string, uri: string): Promise<Following | undefined>;
}

export function openKept(
  privately: Privately,
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  now: () => number,
): Kept {
  const tables = askFederation(privately);
  return {
    async keys(actor, make) {
      const known = await read((db) => actorKeys(db, actor));
      if (known.length > 0) return known;
      const keys = (await make()).map((key) => ({ actor, ...key }));
      return tables.keep({ keys, made: now() });
    },
    async follow(actor, by) {
      await tables.follow({ actor, since: now(), ...by });
    },
    unfollow: (actor, uri) => tables.unfollow({ actor, uri }),
    leave: tables.leave,
    moved: (from, to) => tables.moved({ from, to }),
    followers: (actor, after, limit) => read((db) => followersOf(db, { actor, after, limit })),
    followerCount: (actor) => read((db) => followerCount(db, actor)),
    following: (actor) => read((db) => followingOf(db, actor)),
    asked: tables.ask,
    async answered(uri, state) {
      await tables.answered({ uri, state });
    },
    ended: (actor, uri) => tables.end({ actor, uri }),
  };
}
