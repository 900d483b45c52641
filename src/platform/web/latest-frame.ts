/** The campaign's frame as the latest commit left it: asked for with each request, read once a commit. */
import { isAway } from "../db/away.ts";
import type { Db } from "../db/store.ts";
import type { Frame } from "./frame.ts";
import type { Rests } from "./fresh.ts";

export interface LatestFrame {
  /** The latest one seen; absent before the first. */
  readonly seen: () => Frame | undefined;
  /** The languages of the campaign, its own first. */
  readonly languages: () => Promise<readonly string[]>;
  /** In a language, for what is refused; the latest one seen while nobody can look. */
  readonly inLanguage: (lang: string) => Promise<Frame | undefined>;
}

export function latestFrame({
  commits,
  snapshot,
  frame: read,
}: Pick<Rests, "commits" | "snapshot"> & {
  readonly frame: (db: Db, lang?: string) => Promise<Frame>;
}): LatestFrame {
  let frame: Frame | undefined;
  let frameCommit = -1;
  const spoken = new Map<string, Frame>();
  return {
    seen: () => frame,
    async languages() {
      const commit = commits.current();
      if (!frame || frameCommit !== commit)
        try {
          frame = await snapshot((db) => read(db));
          frameCommit = commit;
          spoken.clear();
        } catch (error) {
          if (!frame || !isAway(error)) throw error; // the latest one seen does, while nobody can look
        }
      return [frame.language, ...frame.languages.filter((lang) => lang !== frame?.language)];
    },
    async inLanguage(lang) {
      if (!frame?.languages.includes(lang) || lang === frame.language) return frame;
      const known = spoken.get(lang);
      if (known) return known;
      const found = await snapshot((db) => read(db, lang)).catch(() => undefined);
      if (found) spoken.set(lang, found);
      return found ?? frame;
    },
  };
}
