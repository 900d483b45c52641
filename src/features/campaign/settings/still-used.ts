/** A topic or a walk of life that stories name stays: an export without it would not come back. Rule C23. */
import { addressesIn } from "../../../platform/addresses/addresses.ts";
import type { Speaker } from "../../../platform/sent/speaker.ts";
import type { Problems } from "../../../platform/sent/sort.ts";
import { storiesBySubject } from "../../stories/api.ts";
import type { Campaign } from "../records.ts";
import { idsGone, listField, LISTS } from "./lists.ts";
import type { SettingsWords } from "./words.ts";

export async function stillUsed(
  { snapshot }: Pick<Speaker, "snapshot">,
  before: Campaign,
  after: Campaign,
  words: SettingsWords,
): Promise<Problems> {
  const gone = idsGone(before, after);
  if (gone.length === 0) return {};
  const stories = await snapshot(async (db) =>
    storiesBySubject(db, [...(await addressesIn(db, "stories")).values()]),
  );
  const used = new Set([...stories.values()].flatMap(({ topics = [], walk }) => [...topics, walk]));
  const kept = gone.filter(({ id }) => used.has(id));
  return Object.fromEntries(
    kept.map(({ list, id }) => {
      const row = before[list].findIndex((one) => one.id === id);
      return [listField(list, row, LISTS[list][1]), words.lists.used];
    }),
  );
}
