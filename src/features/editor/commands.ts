/** A draft is published or waits for its day; its story goes off the site again, and out of what waits. Rules W6, W8 and W17. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Thing } from "../../platform/folder/thing.ts";
import type { Privately } from "../../platform/private/part.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { appendSigned, sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import { eraseTold, eraseUnsaid, askConsents } from "../contributions/api.ts";
import { STORY_WITHDRAWN, storyFolder } from "../stories/api.ts";
import { type Draft, askDrafts, askWaiting } from "../stories/model.ts";
import { isHeldBack, standingStory, type StandingStory } from "./around.ts";
import type { Ready } from "./draft-context.ts";
import { signDraft } from "./draft-records.ts";
import { sayDue, type Saying } from "./due.ts";
import { firstBegins } from "./states.ts";
import { canonicalText } from "./typed.ts";

interface Publishing {
  readonly speaker: Speaker;
  readonly private: Privately;
  readonly now: () => number;
}

/** Says it, or lets it wait for its day. @param desk.moment that it is, ISO 8601 in UTC @returns what is wrong, where nothing of both was done */
export async function publishDraft(
  draft: Draft,
  thing: Thing,
  { moment, ...desk }: Publishing & Omit<Ready, "checked"> & { readonly moment: string },
): Promise<readonly string[]> {
  const { told } = desk;
  // As the thing has it, whatever the text looks like: a day that is misread is an embargo that is broken.
  const own = draft.kind === "story" ? storyFolder.dayOf!(thing.fields) : undefined;
  const day = own ?? firstBegins(draft, told);
  const waits = told && [...told.waits.keys()].some((lang) => lang === "" || lang === draft.lang);
  // What waits already goes the same way when its day is put forward: two ways could say it twice.
  if (waits || (day > moment && !(told && isHeldBack(told, moment))))
    return letWait(draft, thing, { ...desk, day });
  const { records, notes, problems } = signDraft(thing, desk);
  if (problems.length > 0) return problems;
  for (const note of notes) await askConsents(desk.private).said(note);
  await appendSigned(desk.speaker, records);
  await notePublished(draft, desk);
  return [];
}

async function letWait(
  draft: Draft,
  thing: Thing,
  { day, ...desk }: Publishing & Omit<Ready, "checked"> & { readonly day: string },
): Promise<readonly string[]> {
  const { problems } = signDraft(thing, desk); // what could not be said then is not put off until then
  if (problems.length > 0) return problems;
  const { id, kind, version } = draft;
  const files = await askDrafts(desk.private).files(id);
  const text = canonicalText(kind, draft.text);
  const waits = await askWaiting(desk.private).put({ id, version, day, text, files });
  return waits ? [] : [""];
}

async function notePublished(draft: Draft, { speaker, private: privately }: Publishing) {
  const { id, version, slug, kind, lang } = draft;
  const told = await speaker.snapshot((db) => standingStory(db, slug));
  const said = told?.files.get(kind === "story" ? "" : lang);
  if (said !== undefined) await askDrafts(privately).published({ id, version, said });
}

/**
 * The story goes from pages, lists and feeds, and nothing of it waits any more; its drafts stay. What was just being said
 * of it is said first: after the withdrawal it would bring the story back.
 * @returns whether it stood
 */
export async function withdrawStory(slug: string, serving: Saying): Promise<boolean> {
  const { speaker, instance } = serving;
  const waiting = await speaker.snapshot((db) => standingStory(db, slug));
  if (waiting && !(await cancelAll(waiting, () => true, instance.log.private)))
    await sayDue(serving, waiting.slug);
  const told = await speaker.snapshot((db) => standingStory(db, slug));
  if (!told?.known || told.known.isWithdrawn) return false;
  await sayAbout(speaker, told.known.subject, { kind: STORY_WITHDRAWN, body: {} });
  return true;
}

/** Whatever is said of it, waits to be, or is just being said: that is said first, so that it can be erased. */
export async function eraseStory(slug: string, serving: Saying): Promise<void> {
  const { speaker, instance } = serving;
  const list = besideData(instance.folder.dir).withdrawn;
  const keeping = (hash: string) => keepWithdrawn(list, hash);
  const desk = { speaker, private: instance.log.private, keepWithdrawn: keeping };
  if (!(await cancelWaiting({ slug, lang: "" }, desk))) await sayDue(serving, slug);
  const story = await speaker.snapshot((db) => subjectAt(db, "stories", slug));
  if (story) await eraseTold(desk, story.subject, "desk");
  else await eraseUnsaid(desk, slug);
}

/**
 * What waits of a story, or of one translation of it, is not said on its day; the drafts stay.
 * @returns whether nothing of it was being said already
 */
export async function cancelWaiting(
  { slug, lang }: Pick<Draft, "slug" | "lang">,
  { speaker, private: privately }: Pick<Publishing, "speaker" | "private">,
): Promise<boolean> {
  const told = await speaker.snapshot((db) => standingStory(db, slug));
  if (!told) return true;
  // A translation is nothing without its original.
  const isWhole = lang === "" && told.logged.size === 0;
  return cancelAll(told, (one) => isWhole || one === lang, privately);
}

async function cancelAll(
  { waits, logged }: StandingStory,
  isMeant: (lang: string) => boolean,
  privately: Publishing["private"],
): Promise<boolean> {
  const those = [...waits.values()].filter(({ lang }) => isMeant(lang));
  const said = Object.fromEntries(
    those.map(({ draft, lang }) => [draft, logged.get(lang) ?? null]),
  );
  return await askWaiting(privately).cancel({ ids: Object.keys(said), said });
}
