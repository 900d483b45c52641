/** Where stories of a campaign folder wait for their day: beside drafts of the desk, which shows them and may change them. */
import { dayAt } from "../engines/calendar/day.ts";
import type { Db } from "../platform/db/store.ts";
import type { WaitingRoom } from "../platform/folder/waiting-room.ts";
import type { Privately } from "../platform/private/part.ts";
import { readState } from "../platform/log/state.ts";
import { readWaiting } from "../platform/private/waiting-table.ts";

export function waitingRoom({
  log,
  snapshot,
}: {
  readonly log: { readonly private: Privately };
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}): WaitingRoom {
  const kindOf = (lang: string) => (lang === "" ? "story" : "translation");
  return {
    today: dayAt(Date.now()),
    read: () => snapshot((db) => waitingFiles(db)),
    take: async (_part, { files, ...file }) =>
      (await log.private("waiting.take", {
        ...file,
        kind: kindOf(file.lang),
        files: files.map(({ width = null, height = null, ...one }) => ({ ...one, width, height })),
        by: "import",
        at: Date.now(),
      })) === true,
    leave: async (_part, { slug, lang }) => {
      const id = await log.private("drafts.find", { kind: kindOf(lang), slug, lang });
      return id === undefined ? undefined : log.private("waiting.cancel", { ids: [id] });
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
