/** Where a photo stands, at the desk and in public; and another one that is put in its place. */
import type { Serving } from "../../../platform/feature.ts";
import type { Db } from "../../../platform/db/store.ts";
import {
  formerlyNaming,
  nameAfter,
  replaceSaid,
  usesOf,
  type StoredFile,
  type Uses,
} from "../../pictures/api.ts";
import { askPictures } from "../../pictures/model.ts";

import { askDrafts, draftsShowing, type ShowingDraft } from "../../stories/model.ts";

export interface Standing extends Uses {
  readonly drafts: readonly ShowingDraft[];
  /** How many pages showed it before, in texts that the log keeps, and its file with them; counted where it stands nowhere now. */
  readonly former: number;
}

export async function standingOf(db: Db, media: string): Promise<Standing> {
  const used = await usesOf(db, media);
  const drafts = await draftsShowing(db, media);
  const isUsed = used.uses.length + drafts.length > 0;
  return { ...used, drafts, former: isUsed ? 0 : (await formerlyNaming(db, media)).size };
}

const TRIES = 5; // somebody may be writing in the draft

/**
 * Drafts first, so that none that is published now brings the old one back; then what is said. What is being published
 * meanwhile is followed: the photo remembers what stands in its place.
 * @returns in how many places it stood
 */
export async function replaceEverywhere(
  { instance, speaker, now }: Pick<Serving, "instance" | "speaker" | "now">,
  media: string,
  by: StoredFile,
  who: string,
): Promise<number> {
  const { log, snapshot } = instance;
  const { bytes, width, height } = by;
  await askPictures(log.private).replace({ media, by: by.media });
  const places = new Set<string>();
  for (const { id, slug } of await snapshot((db) => draftsShowing(db, media))) {
    if (await replaceInDraft(id)) places.add(slug);
  }
  const { uses } = await snapshot((db) => usesOf(db, media));
  for (const { path, subject } of uses) places.add(path?.replace("/stories/", "") ?? subject);
  const said = await replaceSaid(speaker, media, by);
  return Math.max(places.size, said);

  async function replaceInDraft(id: string): Promise<boolean> {
    const ask = askDrafts(log.private);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const shows = (await snapshot((db) => draftsShowing(db, media))).filter(
        (one) => one.id === id,
      );
      const [draft] = shows;
      if (!draft) return tries > 0;
      let { text } = draft;
      for (const { name } of shows) {
        const named = { media: by.media, bytes, width, height, name: nameAfter(name, by.media) };
        await ask.addFile({ id, ...named });
        text = text.replaceAll(name, named.name);
      }
      if (text === draft.text) return false; // what waits of it shows it, and is followed on its day
      const saved = await ask.save({ id, base: draft.version, text, by: who, at: now() });
      if (!("conflict" in saved)) return true;
    }
    return false;
  }
}
