/** What follows an append beside the database: what a restore must know is kept, and media that nobody names any more go. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAway, PATIENCE, whenThere } from "../db/away.ts";
import { openTurn } from "../db/in-turn.ts";
import type { Db } from "../db/store.ts";
import type { Accepted } from "../log/holding.ts";
import type { LogTables } from "../log/tables.ts";
import type { LogThread } from "../log/thread.ts";
import type { Media } from "../media/media.ts";
import type { TrailRow } from "../private/trail.ts";
import type { besideData, DataFolder } from "./data-folder.ts";
import { isLong, keepTrail, keepTrailRow } from "./kept-trail.ts";
import { dropErased, keepAccess, keepCheckpoint, keepErasures } from "./kept.ts";
import type { PrivatePart } from "../private/part.ts";
import { mediaNamed } from "../private/private.ts";
import { askLadders } from "../private/ladders.ts";

interface FollowingOptions {
  readonly folder: DataFolder;
  readonly media: Media;
  readonly thread: LogThread;
  readonly db: Db;
  readonly beside: ReturnType<typeof besideData>;
  readonly parts: readonly PrivatePart[];
}

export type Following = ReturnType<typeof openFollowing>;

export function openFollowing(options: FollowingOptions) {
  const { folder, media, thread, db, beside, parts } = options;
  const onErased: (() => void)[] = [];
  const onTakenBack: (() => void)[] = [];
  let restoring = existsSync(folder.restoring);
  const keepingAccess = openTurn();
  const keepingTrail = openTurn();
  let erasedBefore = false; // anybody asked to be told
  // A record that was sent again is known and follows nothing: what failed after it came first is done with the next.
  let isOwed = false;
  /** What follows records that were accepted, whether they came just now or had waited; it may be done again. */
  async function after<Done extends Accepted>(done: Done): Promise<Done> {
    const isErased = isOwed || done.erasures.length > 0;
    const outlives = isOwed || done.outlives;
    isOwed = false;
    try {
      await whenThere(() => follow(done, { isErased, outlives }), PATIENCE);
    } catch (error) {
      isOwed = true;
      throw error;
    }
    return done;
  }
  async function follow(
    done: Accepted,
    { isErased, outlives }: { readonly isErased: boolean; readonly outlives: boolean },
  ): Promise<void> {
    if (done.takesBack) for (const then of onTakenBack) then();
    if (isErased) sayErased();
    if (outlives) await keepErasures(db, beside.erasures);
    await forgetMedia(done.droppedMedia);
    await keepNewest();
  }
  /** Where nobody serves, what was served before lies on disk still. */
  function sayErased(): void {
    erasedBefore = true;
    if (onErased.length === 0) emptyFolder(folder.cache);
    for (const then of onErased) then();
  }
  /** Somebody is gone from private rows: the files beside them hold no more than these do. */
  async function forgotten(): Promise<void> {
    sayErased();
    await keepWhoMay();
    await keepingTrail(() => keepTrail(db, beside.trail));
    await dropErased(db, beside.erasures);
  }
  async function keepWhoMay(): Promise<void> {
    // One after the other: what was read later is written later.
    if (!restoring) await keepingAccess(() => keepAccess(db, beside.access));
  }
  const keepTrailSince = (operation: string, answer: unknown): Promise<void> =>
    keepingTrail(async () => {
      if (operation === "trail.add") keepTrailRow(beside.trail, answer as TrailRow);
      else if (operation === "trail.expire" && (answer !== 0 || isLong(beside.trail)))
        await keepTrail(db, beside.trail);
    });
  /** Not while a restore fills the log: what is known of the log before may be newer than what it has so far. */
  async function keepNewest(): Promise<void> {
    if (restoring && existsSync(folder.restoring)) return;
    restoring = false;
    await keepCheckpoint(db, beside.checkpoint);
  }
  /** Delete these files and what was made of them, but for those that something names still. */
  async function forgetMedia(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await media.alone(async () => {
      const gone = await unnamed(db, names, parts); // only now: while it waited, somebody may have named one again
      if (gone.length === 0) return;
      const rungs = await askLadders(thread.private).drop(gone);
      for (const { name, afterMedia } of parts)
        if (afterMedia) await thread.private(`${name}.${afterMedia}`, gone);
      const all = [...gone, ...(await unnamed(db, rungs, parts))];
      await Promise.all(all.map((name) => media.remove(name)));
    });
  }

  /** Where it is not known what became of an append, it may be in the log. */
  const said = <T>(appending: Promise<T>): Promise<T> =>
    appending.catch((error: unknown) => {
      if (isAway(error)) isOwed = true;
      throw error;
    });

  return {
    after,
    said,
    forgetMedia,
    forgotten,
    keepNewest,
    keepWhoMay,
    keepTrailSince,
    /** Called when something was taken back, by which pages that were not looked at since may say it still. */
    onTakenBack: (then: () => void): void => void onTakenBack.push(then),
    /** Called after whatever erased something, before it is acknowledged; at once where something was erased already. */
    onErased(then: () => void): void {
      onErased.push(then);
      if (erasedBefore) then();
    },
  };
}

function emptyFolder(dir: string): void {
  for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true, force: true });
}

/** Those of these files that no body of a record names, nor a private row. */
async function unnamed(
  db: Db,
  names: readonly string[],
  parts: readonly PrivatePart[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const named = await db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .select("media")
    .where("media", "in", [...names])
    .execute();
  const kept = new Set([...named.map((r) => r.media), ...(await mediaNamed(db, parts))]);
  return [...new Set(names)].filter((name) => !kept.has(name));
}
