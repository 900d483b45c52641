/** What every answer of the federation is made with: the tables, what features say, what is remembered. */
import { pathWithout } from "../web/frame.ts";
import { withoutNames } from "../web/hidden-names.ts";
import type { Hears, Speaks, Asking, ActorCard, Outlined, Post } from "./speaking.ts";
import type { Kept } from "./kept.ts";

export interface House {
  /** The public base address without a trailing slash. */
  readonly base: string;
  readonly speaks: readonly Speaks[];
  /** Guarded (guard.ts). */
  readonly ask: typeof fetch;
  readonly kept: Kept;
  /** Keys of our actors that were read already. */
  readonly pairs: Map<string, CryptoKeyPair[]>;
  readonly hears: Hears;
  /** One reading snapshot. */
  readonly asking: <T>(work: (asking: Asking) => Promise<T>) => Promise<T>;
  readonly log: (line: string) => void;
}

/** The first answer that a feature has. */
async function first<T>(
  { speaks, asking }: House,
  ask: (one: Speaks, asking: Asking) => Promise<T | undefined> | undefined,
): Promise<T | undefined> {
  return asking(async (with_) => {
    for (const one of speaks) {
      const found = await ask(one, with_);
      if (found !== undefined) return found;
    }
    return undefined;
  });
}

export const actorCard = (house: House, identifier: string): Promise<ActorCard | undefined> =>
  first(house, (one, asking) => one.actor?.(asking, identifier));

export const identifierOf = (house: House, username: string): Promise<string | undefined> =>
  first(house, (one, asking) => one.named?.(asking, username));

export const postOf = (house: House, id: string): Promise<Post | undefined> =>
  first(house, async (one, asking) => {
    const post = await one.post(asking, id);
    return post && withoutNames(post, asking.frame.hidden);
  });

/** @param path also one below a language: `/fr/stories/mankosi` is `/stories/mankosi` in French */
export const standingAt = (house: House, path: string) =>
  first(house, (one, asking) => one.at?.(asking, inOwnLanguage(asking, path)));

function inOwnLanguage({ frame }: Asking, path: string): string {
  const lang = path.split("/")[1] ?? "";
  return pathWithout(frame, lang, path);
}

export const isKnown = async (house: House, uri: string): Promise<boolean> =>
  (await first(house, async (one, asking) => (await one.knows?.(asking, uri)) || undefined)) ??
  false;

export const isRefused = async (house: House, uri: string): Promise<boolean> =>
  (await first(house, async (one, asking) => (await one.refuses?.(asking, uri)) || undefined)) ??
  false;

export const isTakenBack = async (house: House, id: string): Promise<boolean> =>
  (await first(house, async (one, asking) => (await one.gone?.(asking, id)) || undefined)) ?? false;

/** How many comments were made here. */
export function commentsOf({ speaks, asking }: House): Promise<number> {
  return asking(async (with_) => {
    let all = 0;
    for (const one of speaks) all += (await one.comments?.(with_)) ?? 0;
    return all;
  });
}

/** All that this actor has said, of all features, the newest first. */
export function outlineOf({ speaks, asking }: House, identifier: string): Promise<Outlined[]> {
  return asking(async (with_) => {
    const all: Outlined[] = [];
    for (const one of speaks) all.push(...((await one.outbox?.(with_, identifier)) ?? []));
    return all.toSorted((a, b) =>
      a.published === b.published ? (a.id < b.id ? 1 : -1) : a.published < b.published ? 1 : -1,
    );
  });
}

/** What this actor would have a newcomer read first. */
export async function featuredOf(house: House, identifier: string): Promise<Post[]> {
  const ids = await house.asking(async (with_) => {
    const all: string[] = [];
    for (const one of house.speaks) all.push(...((await one.featured?.(with_, identifier)) ?? []));
    return all;
  });
  return postsOf(house, ids);
}

/** Those of these that are shown. */
export async function postsOf(house: House, ids: readonly string[]): Promise<Post[]> {
  const posts = await Promise.all(ids.map((id) => postOf(house, id)));
  return posts.filter((post) => post !== undefined);
}
