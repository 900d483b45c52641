/** Off the site again, and out of what waits. Rules W8 and W17. */
import type { Draft } from "../../platform/private/drafts.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll } from "../../platform/sent/speaker.ts";
import { STORY_WITHDRAWN } from "../stories/api.ts";
import { toldAt, type Told } from "./around.ts";
import { sayDue, type Saying } from "./due.ts";
import type { Publishing } from "./publish.ts";

/**
 * The story goes from pages, lists and feeds, and nothing of it waits any more; its drafts stay. What was just being said
 * of it is said first: after the withdrawal it would bring the story back.
 * @returns whether it stood
 */
export async function withdrawStory(slug: string, serving: Saying): Promise<boolean> {
  const { speaker, instance, now } = serving;
  const waiting = await speaker.snapshot((db) => toldAt(db, slug));
  if (waiting && !(await cancelAll(waiting, () => true, instance.log.private)))
    await sayDue(serving, waiting.slug);
  const told = await speaker.snapshot((db) => toldAt(db, slug));
  if (!told?.known || told.known.isWithdrawn) return false;
  const { subject, at: after } = told.known;
  const at = new Clock(now).tick(after);
  await sayAll(speaker, [
    signRecord({ kind: STORY_WITHDRAWN, subject, at, body: {} }, speaker.key),
  ]);
  return true;
}

/**
 * What waits of a story, or of one translation of it, is not said on its day; the drafts stay.
 * @returns whether nothing of it was being said already
 */
export async function cancelWaiting(
  { slug, lang }: Pick<Draft, "slug" | "lang">,
  { speaker, private: privately }: Pick<Publishing, "speaker" | "private">,
): Promise<boolean> {
  const told = await speaker.snapshot((db) => toldAt(db, slug));
  if (!told) return true;
  // A translation is nothing without its original.
  const isWhole = lang === "" && told.logged.size === 0;
  return cancelAll(told, (one) => isWhole || one === lang, privately);
}

async function cancelAll(
  { waits, logged }: Told,
  isMeant: (lang: string) => boolean,
  privately: Publishing["private"],
): Promise<boolean> {
  const those = [...waits.values()].filter(({ lang }) => isMeant(lang));
  const said = Object.fromEntries(
    those.map(({ draft, lang }) => [draft, logged.get(lang) ?? null]),
  );
  return (await privately("waiting.cancel", { ids: Object.keys(said), said })) as boolean;
}
