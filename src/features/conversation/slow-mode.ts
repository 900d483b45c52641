/**
 * The brake: a thread that suddenly gets ten times what it usually gets takes less for a while, so that nobody is shouted
 * down. How much came within the hour is known in memory alone; that a thread is slow is kept. Rule MO6 of ../moderation/README.md.
 */
import { createHash, randomBytes } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Db } from "../../platform/db/store.ts";
import { brakes } from "./private/moderating.ts";
import { cameBetween } from "./private/finding.ts";
import { askConversation } from "./private/conversation.ts";
import type { Instance } from "../../platform/process/instance.ts";
import { threadVersion } from "./projection.ts";

const HOUR = 3_600_000; // ms
const DAY = 24 * HOUR;
const SUDDENLY = 10; // times what is usual in an hour
const FEW = 20; // in an hour: no thread is slowed down below it, however quiet it was
const USUAL_DAYS = 28;
const AS_LONG_AS = 6 * HOUR; // after the last hour in which too many came
const ONE_EACH = HOUR / 4; // from one window of addresses
const MOST = 10_000; // windows and threads that are remembered

export interface SlowMode {
  isSlow(db: Db, about: string): Promise<boolean>;
  /** Whether a slow thread takes one more from this window; it is counted if so. */
  mayNow(about: string, window: string): boolean;
  /** One more came; the thread is slow from now on where that is sudden. */
  came(about: string): Promise<void>;
  /** Ends what is over by itself, so that its pages say so. */
  tidy(): Promise<void>;
  /** By somebody of the desk. */
  end(about: string): Promise<void>;
}

export function openSlowMode(options: {
  readonly instance: Pick<Instance, "log" | "snapshot">;
  readonly now: () => number;
}): SlowMode {
  const { instance, now } = options;
  const ask = instance.log.private;
  const salt = randomBytes(16).toString("hex");
  const arrivals = new Map<string, number[]>();
  const last = new Map<string, number>();

  async function end(about: string): Promise<void> {
    arrivals.delete(about);
    await askConversation(ask).release(about);
    await instance.log.touch([threadVersion(about)]);
  }

  return {
    end,

    async isSlow(db, about) {
      return (await brakes(db)).some((one) => one.about === about && one.until > now());
    },

    mayNow(about, window) {
      const key = createHash("sha256").update(`${salt}${about} ${window}`).digest("base64");
      const before = last.get(key);
      if (before !== undefined && now() - before < ONE_EACH) return false;
      last.delete(key);
      last.set(key, now()); // the oldest stand first
      for (const [old, at] of last) {
        if (now() - at < ONE_EACH && last.size <= MOST) break;
        last.delete(old);
      }
      return true;
    },

    async came(about) {
      const since = now() - HOUR;
      const recent = [...(arrivals.get(about) ?? []).filter((at) => at > since), now()];
      arrivals.delete(about);
      arrivals.set(about, recent.slice(-MOST));
      if (arrivals.size > MOST) arrivals.delete(arrivals.keys().next().value!);
      if (recent.length < FEW) return;
      const [from, to] = [dayAt(now() - USUAL_DAYS * DAY), dayAt(now())];
      const usual = await instance.snapshot((db) => cameBetween(db, { about, from, to }));
      if (recent.length < (SUDDENLY * usual) / (USUAL_DAYS * 24)) return;
      const wasSlow = await instance.snapshot(async (db) =>
        (await brakes(db)).some((one) => one.about === about),
      );
      await askConversation(ask).brake({ about, since: now(), until: now() + AS_LONG_AS });
      if (!wasSlow) await instance.log.touch([threadVersion(about)]);
    },

    async tidy() {
      const all = await instance.snapshot(brakes);
      for (const { about, until } of all) if (until <= now()) await end(about);
    },
  };
}
