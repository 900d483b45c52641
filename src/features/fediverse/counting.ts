/** Once an hour the log says how often a thing was liked and passed on elsewhere, where that changed. Rule FE5. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { ReactionCount } from "../../platform/private/reactors.ts";
import { Clock } from "../../platform/records/clock.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll } from "../../platform/sent/speaker.ts";
import {
  commentById,
  countOf,
  REACTIONS_COUNTED,
  REACTIONS_RECOUNTED,
  thingAbout,
} from "../conversation/api.ts";

export async function sayReactions(serving: Serving): Promise<void> {
  const { instance, speaker, now } = serving;
  const ask = instance.log.private;
  const today = dayAt(now());
  for (const one of (await ask("reactors.changed", null)) as ReactionCount[]) {
    const { about, likes, boosts } = one;
    const { stands, before, last } = await instance.snapshot(async (db) => {
      const frame = await serving.frame(db);
      const thing = await thingAbout({ db, frame, lang: frame.language, today }, about);
      const counted = await countOf(db, about);
      const records = counted ? await recordsAbout(db, counted.subject) : [];
      const comment = thing ?? (await commentById(db, about));
      return { stands: comment !== undefined, before: counted, last: records.at(-1)?.at };
    });
    if (!stands) {
      await ask("reactors.forget", [about]);
      continue;
    }
    const body = { helped: 0, ...before?.count, about, likes, boosts };
    const at = new Clock(Date.now).tick(last);
    const draft = before
      ? { kind: REACTIONS_RECOUNTED, subject: before.subject, at, body }
      : { kind: REACTIONS_COUNTED, at, body };
    await sayAll(speaker, [signRecord(draft, speaker.key)]);
    await ask("reactors.said", [one]);
  }
}
