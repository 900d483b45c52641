/** Which drafts show a file: they name it as what waits for its day does, and no record does yet. */
import type { Db } from "../../../platform/db/store.ts";
import { get, mine, readWaiting, type Draft } from "./draft-rows.ts";

export interface ShowingDraft extends Draft {
  /** `media/x.avif`: as its text names the file. */
  readonly name: string;
}

/** The drafts whose text names the file, with what waits of one as the draft that it is of. */
export async function draftsShowing(db: Db, media: string): Promise<ShowingDraft[]> {
  const rows = await mine(db)
    .selectFrom("draft_file")
    .select(["draft", "name"])
    .where("media", "=", media)
    .orderBy("draft")
    .execute();
  const waiting = await readWaiting(db);
  const found: ShowingDraft[] = [];
  for (const { draft: id, name } of rows) {
    const draft = await get(db, id);
    const waits = waiting.some(
      ({ draft: one, text, files }) =>
        one === id && text.includes(name) && files.some((file) => file.media === media),
    );
    if (draft && (waits || draft.text.includes(name))) found.push({ ...draft, name });
  }
  return found;
}
