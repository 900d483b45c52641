/** Once an hour the log says how often a thing was liked and passed on elsewhere, where that changed. Rule FE5. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { commentById, sayCount, thingAbout } from "../conversation/api.ts";
import { askReactors } from "./private.ts";

export async function sayReactions(serving: Serving): Promise<void> {
  const { instance, speaker, now } = serving;
  const ask = instance.log.private;
  const today = dayAt(now());
  for (const one of await askReactors(ask).changed()) {
    const { about, likes, boosts } = one;
    const stands = await instance.snapshot(async (db) => {
      const frame = await serving.frame(db);
      const thing = await thingAbout({ db, frame, lang: frame.language, today }, about);
      return thing ?? (await commentById(db, about));
    });
    if (!stands) {
      await askReactors(ask).forget([about]);
      continue;
    }
    await sayCount(speaker, about, { likes, boosts });
    await askReactors(ask).said([one]);
  }
}
