/** Asking, once, for newer releases. Rule RN10. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Work } from "../../platform/jobs/jobs.ts";
import {
  compareVersions,
  newestIn,
  readReleases,
  writeReleases,
  type Release,
} from "../../platform/process/releases.ts";

export const RELEASES = "run.releases";
const MOST_WHY = 300; // characters

/** What cannot be read is said on the page, and asked again on the next day: a server that is away is no work that failed. */
export const releasesWork =
  ({ instance, clock, house }: Pick<Serving, "instance" | "clock" | "house">): Work =>
  async (_argument, { signal }) => {
    const { dir } = instance.folder;
    const before = readReleases(dir);
    if (!before) return; // somebody ended it meanwhile
    const { address } = before;
    const asked = clock.aged();
    let newest: Release | undefined;
    let failed = "";
    try {
      newest = newestIn(await house.read(address, signal), address, dayAt(asked));
    } catch (error) {
      signal.throwIfAborted();
      failed = (error as Error).message.slice(0, MOST_WHY);
    }
    const now = readReleases(dir);
    if (now?.address !== address) return; // another list was named while this one was read
    const isNewer = newest && compareVersions(newest.version, now.found?.version ?? "") >= 0;
    const found = isNewer ? newest : now.found;
    writeReleases(dir, { address, asked, failed, ...(found && { found }) });
  };
