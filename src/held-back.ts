/**
 * What the log holds and nobody may read before its day: it was said too early, by an older program or by another
 * instance. Its bodies and files are kept from everybody but the desk until then (docs/decisions/0033-embargo.md).
 */
import type { IncomingMessage } from "node:http";
import { isAway } from "./platform/db/away.ts";
import type { Db } from "./platform/db/store.ts";
import type { LogTables } from "./platform/log/tables.ts";
import type { LadderTables } from "./platform/private/ladders.ts";
import { waitingMedia } from "./features/stories/private/draft-rows.ts";
import type { Instance } from "./platform/process/instance.ts";

export interface HeldBack {
  /** The subjects of which nothing may be read today. */
  readonly subjects: (db: Db) => Promise<ReadonlySet<string>>;
  /** Who may have this file, where somebody asks for it. */
  readonly reachOf: (name: string, req: IncomingMessage) => Promise<"all" | "desk" | "nobody">;
}

interface HoldingOptions {
  /** What each feature holds back on a day. */
  readonly hooks: readonly ((db: Db, today: string) => Promise<readonly string[]>)[];
  /** The files that each feature keeps for the desk on a day. */
  readonly files: HoldingOptions["hooks"];
  readonly snapshot: Instance["snapshot"];
  readonly today: () => string;
  readonly isAtDesk: (req: IncomingMessage) => Promise<boolean>;
}

const FRESH = 1000; // ms for which the files are not looked up again: a page asks for many at once

export function openHeldBack({
  hooks,
  files: ofFiles,
  snapshot,
  today,
  isAtDesk,
}: HoldingOptions): HeldBack {
  let files: ReadonlySet<string> | undefined; // until they were looked up once, nobody may have any
  let until = 0;
  const subjects: HeldBack["subjects"] = async (db) => {
    const day = today();
    const all: string[] = [];
    for (const hook of hooks) all.push(...(await hook(db, day)));
    return new Set(all);
  };
  return {
    subjects,
    async reachOf(name, req) {
      if (!files || performance.now() >= until) {
        try {
          files = await snapshot(async (db) => {
            const kept = new Set(await filesOf(db, await subjects(db)));
            for (const hook of ofFiles) for (const file of await hook(db, today())) kept.add(file);
            return kept;
          });
        } catch (error) {
          if (!files || !isAway(error)) throw error; // what was known a moment ago holds
        }
        until = performance.now() + FRESH;
      }
      if (!files.has(name)) return "all";
      return (await isAtDesk(req)) ? "desk" : "nobody";
    },
  };
}

/** What waits or is held back names them, and nothing else does; with what was made of them. */
async function filesOf(db: Db, held: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const rows = db.withTables<LogTables & LadderTables>();
  const named = rows
    .selectFrom("media_ref")
    .innerJoin("record", "record.body_hash", "media_ref.body_hash")
    .select("media_ref.media")
    .distinct();
  const own = held.size === 0 ? [] : await named.where("record.subject", "in", [...held]).execute();
  const all = [...new Set([...own.map(({ media }) => media), ...(await waitingMedia(db))])];
  if (all.length === 0) return new Set();
  const others = await named
    .where("media_ref.media", "in", all)
    .where("record.subject", "not in", held.size === 0 ? [""] : [...held])
    .execute();
  const free = new Set(others.map(({ media }) => media));
  const kept = all.filter((media) => !free.has(media));
  if (kept.length === 0) return new Set();
  const made = rows.selectFrom("rung").select("file").where("media", "in", kept);
  return new Set([...kept, ...(await made.execute()).map(({ file }) => file)]);
}
