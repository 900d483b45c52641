/** Whom to ask for newer releases, said at the desk; and when it is time to ask. Rule RN10. */
import { after } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { readReleases, writeReleases } from "../../platform/process/releases.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { PART, runPage } from "./routes.ts";
import { RELEASES } from "./releases-work.ts";
import { wordsIn } from "./words.ts";

const MOST = 500; // characters
const BETWEEN = 23.5 * 3_600_000; // ms: this is looked at every hour, and a day is meant

export function releaseAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, jobs } = serving;
  const { dir } = instance.folder;
  const show = runPage(serving);
  return {
    [`POST ${PART}/releases`]: door.of("settings", ["releaseList"], async (visit) => {
      const { releaseList: typed } = visit.fields;
      const { expected } = wordsIn(visit.lang).releases;
      const url = URL.parse(typed);
      const isFine =
        url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === "";
      if (typed !== "" && (!isFine || typed.length > MOST)) {
        const page = await show(visit, {
          typed: visit.fields,
          problems: { releaseList: expected },
        });
        return { status: 422, page };
      }
      const address = url?.href ?? "";
      if ((readReleases(dir)?.address ?? "") !== address) {
        writeReleases(dir, { address, asked: 0, failed: "" });
        if (address !== "") await jobs.add(RELEASES, RELEASES, null);
      }
      return after(PART);
    }),
    [`POST ${PART}/releases/now`]: door.of("settings", async () => {
      if (readReleases(dir)) await jobs.add(RELEASES, RELEASES, null);
      return { to: `${PART}#newer` };
    }),
  };
}

export async function releasesDue({ instance, clock, jobs }: Serving): Promise<void> {
  const state = readReleases(instance.folder.dir);
  // A clock that was put back asks at once, and then once a day again.
  if (state && Math.abs(clock.aged() - state.asked) >= BETWEEN)
    await jobs.add(RELEASES, RELEASES, null);
}
