/** Where stories of a campaign folder wait for their day: beside drafts of the desk, which shows them and may change them. */
import type { Db } from "../platform/db/store.ts";
import type { WaitingRoom } from "../platform/folder/waiting-room.ts";
import type { Privately } from "../platform/private/part.ts";
import { readState } from "../platform/log/state.ts";
import { readWaiting } from "../features/stories/private/draft-rows.ts";
import { askDrafts } from "../features/stories/private/drafts.ts";
import { askWaiting } from "../features/stories/private/waiting.ts";
import { momentNow, timeNow } from "../platform/process/steady-clock.ts";

export function waitingRoom({
  log,
  snapshot,
}: {
  readonly log: { readonly private: Privately };
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}): WaitingRoom {
  const kindOf = (lang: string) => (lang === "" ? "story" : "translation");
  return {
    now: momentNow(),
    read: () => snapshot((db) => waitingFiles(db)),
    take: (_part, { files, ...file }) =>
      askWaiting(log.private).take({
        ...file,
        kind: kindOf(file.lang),
        files: files.map(({ width = null, height = null, ...one }) => ({ ...one, width, height })),
        by: "import",
        at: timeNow(),
      }),
    leave: async (_part, { slug, lang }) => {
      const id = await askDrafts(log.private).find({ kind: kindOf(lang), slug, lang });
      return id === undefined ? undefined : askWaiting(log.private).cancel({ ids: [id] });
    },
  };
}

/** What waits, as files of the campaign folder. */
export async function waitingFiles(db: Db) {
  if ((await readState(db, "private:waiting")) === undefined) return []; // written by an older program
  return (await readWaiting(db)).map(({ slug, lang, text, files }) => ({
    slug,
    lang,
    text,
    files: files.map(({ width, height, ...file }) => ({
      ...file,
      ...(width !== null && { width }),
      ...(height !== null && { height }),
    })),
  }));
}
