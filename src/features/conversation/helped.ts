/**
 * "This helped me": a plain button. Who pressed it is kept nowhere; that a window of addresses did so today is known in
 * memory, salted, until the day ends. Once an hour the log says how many they were. Rule CO12.
 */
import { createHash, randomBytes } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Helped } from "../../platform/private/reactions.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll } from "../../platform/sent/speaker.ts";
import { commentById, countOf } from "./queries.ts";
import { REACTIONS_COUNTED, REACTIONS_RECOUNTED } from "./records.ts";

const MOST = 50_000; // presses a day: 64 bytes each in memory; beyond them somebody plays

export interface Once {
  /** Whether it counts; it is remembered if so. @param window of addresses */
  take(window: string, about: string): boolean;
}

export function onceADay(now: () => number): Once {
  let day = "";
  let salt = "";
  const seen = new Set<string>();
  return {
    take(window, about) {
      const today = dayAt(now());
      if (today !== day) {
        [day, salt] = [today, randomBytes(16).toString("hex")];
        seen.clear();
      }
      const press = createHash("sha256").update(`${salt} ${window} ${about}`).digest("base64");
      if (seen.size >= MOST || seen.has(press)) return false;
      seen.add(press);
      return true;
    },
  };
}

/** Say in the log what changed since it said it last; a comment that is gone is counted no more. */
export async function sayHelped({ instance, speaker }: Serving): Promise<void> {
  const ask = instance.log.private;
  const changed = (await ask("reactions.changed", null)) as Helped[];
  const clock = new Clock(Date.now);
  for (const one of changed) {
    const { about, helped } = one;
    const stands = await instance.snapshot((db) => commentById(db, about));
    if (!stands) {
      await ask("reactions.forget", [about]);
      continue;
    }
    const before = await instance.snapshot((db) => countOf(db, about));
    const body = { likes: 0, boosts: 0, ...before?.count, about, helped };
    const at = clock.tick();
    const draft = before
      ? { kind: REACTIONS_RECOUNTED, subject: before.subject, at, body }
      : { kind: REACTIONS_COUNTED, at, body };
    await sayAll(speaker, [signRecord(draft, speaker.key)]);
    await ask("reactions.said", [one]);
  }
}
