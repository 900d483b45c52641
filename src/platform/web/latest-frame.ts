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
}

export function latestFrame({
  commits,
  snapshot,
  frame: read,
}: Pick<Rests, "commits" | "snapshot"> & {
  readonly frame: (db: Db) => Promise<Frame>;
}): LatestFrame {
  let frame: Frame | undefined;
  let frameCommit = -1;
  return {
    seen: () => frame,
    async languages() {
      const commit = commits.current();
      if (!frame || frameCommit !== commit)
        try {
          frame = await snapshot(read);
          frameCommit = commit;
        } catch (error) {
          if (!frame || !isAway(error)) throw error; // the latest one seen does, while nobody can look
        }
      return [frame.language, ...frame.languages.filter((lang) => lang !== frame?.language)];
    },
  };
}
