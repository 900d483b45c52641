/** The page of an instance's running, for owners; checks, jobs and mail. Rules RN1, RN5 and RN6. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { databaseVersion } from "../../platform/db/version.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Finding } from "../../platform/doctor/finding.ts";
import { ffmpegVersion } from "../../platform/media/ffmpeg.ts";
import { askJobs } from "../../platform/private/jobs.ts";
import { listBackups, readRule } from "../../platform/process/backups/folder.ts";
import { readRecipients } from "../../platform/process/encrypt.ts";
import { measured, type Use } from "../../platform/process/measured.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Page } from "../../platform/web/route.ts";
import { askOutbox } from "../newsletter/api.ts";
import { newerThan, readReleases } from "../../platform/process/releases.ts";
import { RELEASES } from "./releases-work.ts";
import { RunMain, type Checked } from "./pages/run.tsx";
import { wordsIn } from "./words.ts";
import { BACKUP, EXAMINE, VERIFY } from "./works.ts";

export const PART = "/desk/run";
const SHOWN = 20; // jobs, and sendings

/** What did not fit, and what was typed. */
export interface Came {
  readonly typed?: Typed;
  readonly problems?: Problems;
  readonly trouble?: string;
}

export function runAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, jobs, now } = serving;
  const privately = instance.log.private;
  const show = runPage(serving);
  return {
    [`GET ${PART}`]: door.of("settings", async (visit) => ({ page: await show(visit) })),
    [`POST ${PART}/verify`]: door.of("settings", async () => {
      await jobs.add(VERIFY, VERIFY, null);
      return { to: `${PART}#check` };
    }),
    [`POST ${PART}/look`]: door.of("settings", async () => {
      await jobs.add(EXAMINE, EXAMINE, null);
      return { to: `${PART}#look` };
    }),
    [`POST ${PART}/job`]: door.of("settings", ["id"], async (visit) => {
      if (await jobs.again(visit.fields.id)) return after(PART);
      const { gone } = wordsIn(visit.lang).jobs;
      return { status: 409, page: await show(visit, { trouble: gone }), noted: false };
    }),
    [`POST ${PART}/mail`]: door.of("settings", async () => {
      await askOutbox(privately).hurry(now());
      return after(PART);
    }),
  };
}

/** The page, with what did not fit in one of its forms. */
export function runPage(serving: Serving): (visit: DeskVisit, came?: Came) => Promise<Page> {
  const { instance, jobs, house, mail, now } = serving;
  const privately = instance.log.private;
  const { dir, recipients } = instance.folder;
  const look = lookedAt(dir, now);
  return async ({ account, lang, search }, came = {}) => {
    const words = wordsIn(lang);
    const checked = await askJobs(privately).reported(VERIFY);
    const looked = await askJobs(privately).reported(EXAMINE);
    const main = RunMain({
      words,
      now: now(),
      ...came,
      backups: listBackups(dir),
      rule: readRule(dir),
      recipients: readRecipients(recipients),
      making: (await jobs.about(BACKUP))[0],
      checking: (await jobs.about(VERIFY))[0],
      looking: (await jobs.about(EXAMINE))[0],
      looked: looked && { made: looked.made, findings: JSON.parse(looked.said) as Finding[] },
      checked: checked && { made: checked.made, ...(JSON.parse(checked.said) as Checked) },
      use: await look(),
      memory: process.memoryUsage.rss(),
      jobs: await jobs.overview(SHOWN),
      mail: mail && {
        ...(await askOutbox(privately).queue()),
        refused: (await askOutbox(privately).updates()).filter(({ failed }) => failed > 0),
      },
      releases: readReleases(dir),
      newer: newerThan(dir, house.version),
      asking: (await jobs.about(RELEASES))[0],
      versions: {
        program: house.version,
        node: process.versions.node,
        database: await instance.snapshot(databaseVersion),
        ffmpeg: await ffmpegVersion(),
      },
    });
    const { title } = words;
    return deskPage({ account, lang, part: PART, title, main, done: doneIn(search, lang) });
  };
}

const FRESH = 5 * 60_000; // ms
const PATIENCE = 30; // ms; the page does not wait for ten thousand files

/** How the disk is used, as it was looked at last; looked at again where that is long ago. */
function lookedAt(dir: string, now: () => number): () => Promise<Use | undefined> {
  let last: Use | undefined;
  let looking: Promise<void> | undefined;
  return async () => {
    if (last && now() - last.at < FRESH) return last;
    looking ??= measured(dir, now())
      .then((use) => void (last = use))
      .catch(() => undefined) // the next one who asks
      .finally(() => (looking = undefined));
    await Promise.race([looking, new Promise((done) => setTimeout(done, PATIENCE))]);
    return last;
  };
}
